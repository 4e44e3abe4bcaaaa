/** Log-odds of a pair of items (by index) that it belongs together; symmetric. */
export type Odds = (i: number, j: number) => number;

/** Log-odds beyond this say no more: keeps one certain pair from outweighing many doubtful ones. */
const CAP = 6;

/**
 * Groups items bottom-up: the two groups with the strongest link become one until no link reaches `join`.
 * The link of two groups is `strongest` times the mean of the smaller group's best pairs across, the rest the mean of all pairs:
 * a saga whose reports each resemble a few others stays whole, while one look-alike pair cannot join two stories.
 * Depends on the set alone, not on the order of arrival, so long as the caller gives items in an order of their own (time, id).
 *
 * @param blocks groups that are given and stay together (indices)
 * @param candidates pairs that have something in common: a link opens only between groups with such a pair of at least `join`
 * @returns groups of indices; every index of `blocks` in exactly one
 */
export function cluster(
  blocks: readonly (readonly number[])[],
  candidates: readonly (readonly [number, number])[],
  odds: Odds,
  options: { readonly join: number; readonly strongest: number },
): number[][] {
  const groups: (readonly number[] | null)[] = [...blocks];
  const groupOf = new Map<number, number>();
  blocks.forEach((block, g) => {
    for (const item of block) groupOf.set(item, g);
  });
  const pair = remembered(odds);
  // Each group's links, and the best of them; a merge touches only what was linked to the merged two.
  const links = blocks.map(() => new Map<number, number>());
  const best = blocks.map(() => -1);
  const better = (a: number, b: number): boolean => {
    const row = links[a]!;
    if (best[a] === -1) return true;
    const value = row.get(b)!;
    const held = row.get(best[a]!)!;
    return value > held || (value === held && b < best[a]!);
  };
  const findBest = (a: number): void => {
    best[a] = -1;
    for (const b of links[a]!.keys()) if (better(a, b)) best[a] = b;
  };
  const connect = (a: number, b: number): void => {
    const value = link(groups[a]!, groups[b]!, pair, options.strongest);
    links[a]!.set(b, value);
    links[b]!.set(a, value);
  };
  for (const [i, j] of candidates) {
    const a = groupOf.get(i)!;
    const b = groupOf.get(j)!;
    // No link is above its strongest pair, so weaker pairs never open one.
    if (a !== b && !links[a]!.has(b) && pair(i, j) >= options.join) connect(a, b);
  }
  groups.forEach((_, g) => {
    findBest(g);
  });
  for (;;) {
    let a = -1;
    for (let g = 0; g < groups.length; g++)
      if (best[g] !== -1 && (a === -1 || links[g]!.get(best[g]!)! > links[a]!.get(best[a]!)!)) a = g;
    if (a === -1 || links[a]!.get(best[a]!)! < options.join) break;
    const b = best[a]!;
    const near = new Set([...links[a]!.keys(), ...links[b]!.keys()]);
    near.delete(a);
    near.delete(b);
    groups[a] = [...groups[a]!, ...groups[b]!];
    groups[b] = null;
    links[a]!.clear();
    links[b]!.clear();
    best[b] = -1;
    for (const c of near) {
      links[c]!.delete(b);
      connect(a, c);
      findBest(c);
    }
    findBest(a);
  }
  return groups.filter((group) => group !== null).map((group) => [...group]);
}

function link(a: readonly number[], b: readonly number[], pair: Odds, strongest: number): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  let sum = 0;
  let bestSum = 0;
  for (const i of small) {
    let best = -Infinity;
    for (const j of large) {
      const value = pair(i, j);
      sum += value;
      if (value > best) best = value;
    }
    bestSum += best;
  }
  return (strongest * bestSum) / small.length + ((1 - strongest) * sum) / (small.length * large.length);
}

/** Each pair is worked out once. */
function remembered(odds: Odds): Odds {
  const known = new Map<number, Map<number, number>>();
  return (i, j) => {
    const low = Math.min(i, j);
    const high = Math.max(i, j);
    let row = known.get(low);
    if (row === undefined) {
      row = new Map();
      known.set(low, row);
    }
    let value = row.get(high);
    if (value === undefined) {
      value = Math.max(-CAP, Math.min(CAP, odds(low, high)));
      row.set(high, value);
    }
    return value;
  };
}
