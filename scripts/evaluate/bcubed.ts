/** Precision, recall and their harmonic mean, 0-1. */
export interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  /** Items that counted. */
  readonly items: number;
}

/**
 * B-cubed (Bagga and Baldwin 1998) over the items that are in a story of two or more, by label or by prediction:
 * `bcubedMulti` of ../shared/eval/cluster-score.mjs.
 * @param gold story of each item; `none` is an item alone
 * @param predicted group of each item
 */
export function bcubedMulti(gold: readonly string[], predicted: readonly string[]): Figures {
  const goldGroups = groupsOf(gold.map((story, i) => (story === 'none' ? `alone ${i}` : story)));
  const groups = groupsOf(predicted);
  let p = 0;
  let r = 0;
  let items = 0;
  gold.forEach((_, i) => {
    const wanted = goldGroups[i]!;
    const found = groups[i]!;
    if (wanted.size < 2 && found.size < 2) return;
    let both = 0;
    for (const other of found) if (wanted.has(other)) both++;
    p += both / found.size;
    r += both / wanted.size;
    items++;
  });
  if (items === 0) return { p: 1, r: 1, f1: 1, items };
  return { p: p / items, r: r / items, f1: (2 * p * r) / (p + r) / items, items };
}

/** For each item the set of items with the same name. */
function groupsOf(names: readonly string[]): ReadonlySet<number>[] {
  const groups = new Map<string, Set<number>>();
  names.forEach((name, i) => {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, new Set([i]));
    else group.add(i);
  });
  return names.map((name) => groups.get(name)!);
}
