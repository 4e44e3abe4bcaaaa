import { readFileSync } from 'node:fs';
import type { ScoredText } from '../../lib/signals/features';

/** What the editors gave an item, by the rubric of ../shared/eval/GUIDE.md. */
export interface Labels {
  /** -2 to 2. */
  readonly sentiment: number;
  /** 0-10 each. */
  readonly regulatory: number;
  readonly financial: number;
  readonly operational: number;
  /** 1-10. */
  readonly impact: number;
}

/** One labelled item. */
export interface Labelled extends ScoredText {
  readonly id: string;
  /** ISO 8601. */
  readonly published: string;
  /** Which stream it comes from: general outlets (2025) or specialist ones (2026). */
  readonly stream: 'wide' | 'specialist';
  readonly labels: Labels;
  /** Absent: the editors. `written`: the text too is an AI model's. */
  readonly labelledBy?: 'ai' | 'written';
}

interface Item extends ScoredText {
  readonly id: string;
  readonly published: string;
}

/** Host names tell the streams apart no better than this: the wide stream ends and the specialist one begins here. */
const SPECIALIST_FROM = '2025-11-29';

/** All labelled items, oldest first. */
export function labelledItems(shared: URL): Labelled[] {
  const labels = new Map(
    lines<Labels & { id: string }>(new URL('eval/signals.labels.jsonl', shared)).map((one) => [one.id, one]),
  );
  return lines<Item>(new URL('eval/signals.items.jsonl', shared))
    .filter(({ id }) => labels.has(id))
    .map((item) => labelled(item, labels.get(item.id)!))
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * Items of the background that AI models labelled by the same rubric, reading title and summary, after they had read 640
 * labelled items of the development part (scripts/train/further-labels.json: item id to "sentiment regulatory financial
 * operational impact"). On 160 others of that part such a reader agrees with the editors by 0.92 (kappa) and 0.88 (Spearman
 * of impact). None is a labelled item; to judge on held-out weeks, leave out those weeks.
 */
export function furtherItems(shared: URL): Labelled[] {
  const labels = JSON.parse(readFileSync(new URL('further-labels.json', import.meta.url), 'utf8')) as Record<string, string>;
  return lines<Item>(new URL('eval/background.items.jsonl', shared)).flatMap((item) => {
    const numbers = labels[item.id];
    return numbers === undefined ? [] : [{ ...labelled(item, labelsOf(numbers)), labelledBy: 'ai' as const }];
  });
}

/**
 * Invented items, since few of the further ones are from general outlets: AI models wrote them, three each after labelled
 * items of the development part and further ones outside the held-out weeks (`after`), as other news that such an outlet
 * might print, in words of their own, and labelled what they had written (scripts/train/written-items.jsonl). What had seven
 * words in a row in common with any shared item was left out.
 * @param seeds what may be learned from: only what was written after one of these is given
 */
export function writtenItems(seeds: readonly Labelled[]): Labelled[] {
  const known = new Map(seeds.map((item) => [item.id, item]));
  return lines<{ after: string; labels: string; title: string; summary: string }>(
    new URL('written-items.jsonl', import.meta.url),
  ).flatMap(({ after, labels, title, summary }, n) => {
    const seed = known.get(after);
    if (!seed) return [];
    const { outlet, published, stream } = seed;
    const own = { id: `written-${n}`, title, summary, published, stream, ...(outlet === undefined ? {} : { outlet }) };
    return [{ ...own, labels: labelsOf(labels), labelledBy: 'written' as const }];
  });
}

/** "sentiment regulatory financial operational impact" */
function labelsOf(numbers: string): Labels {
  const [sentiment, regulatory, financial, operational, impact] = numbers.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { sentiment, regulatory, financial, operational, impact };
}

/** All texts that labels or weights are learned from, without their labels. */
export function scoredTexts(shared: URL): ScoredText[] {
  return ['signals', 'background'].flatMap((name) => lines<Item>(new URL(`eval/${name}.items.jsonl`, shared)));
}

/** Share of each stream, its latest items, that no choice and no weight may see. */
const HELD_OUT = 0.3;

/** The earlier part of each stream to learn from, and the later part to be judged on. */
export function splitByTime(items: readonly Labelled[]): { development: Labelled[]; heldOut: Labelled[] } {
  const development: Labelled[] = [];
  const heldOut: Labelled[] = [];
  for (const stream of ['wide', 'specialist'] as const) {
    const own = items.filter((item) => item.stream === stream);
    const from = Math.floor(own.length * (1 - HELD_OUT));
    development.push(...own.slice(0, from));
    heldOut.push(...own.slice(from));
  }
  return { development, heldOut };
}

/** Of the items, those that are from none of the weeks of the held-out items of their stream. */
export function outsideTheWeeksOf(heldOut: readonly Labelled[], items: readonly Labelled[]): Labelled[] {
  return items.filter((item) => {
    const own = heldOut
      .filter(({ stream }) => stream === item.stream)
      .map(({ published }) => published)
      .sort();
    return own.length === 0 || item.published < own[0]! || item.published > own.at(-1)!;
  });
}

function labelled({ id, title, summary, outlet, published }: Item, labels: Labels): Labelled {
  const stream = published < SPECIALIST_FROM ? ('wide' as const) : ('specialist' as const);
  return { id, title, summary, published, ...(outlet === undefined ? {} : { outlet }), stream, labels };
}

function lines<T>(file: URL): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
