/** Learns what grouping knows of the beat: word statistics from unlabelled items, the pair model and thresholds from labelled streams. */
import { writeFileSync } from 'node:fs';
import { cluster } from '../../lib/stories/cluster';
import {
  encodeStatistics,
  type GroupingModel,
  groupingModel,
  type PairModelData,
  type TermStatisticsData,
} from '../../lib/stories/grouping-model';
import { keysOfOutline } from '../../lib/stories/keys';
import { type Outline, outlineOf } from '../../lib/stories/outline';
import { certaintyOf, PAIR_FEATURES, type PairWeights, pairFeatures, pairOdds } from '../../lib/stories/pair';
import { standsApart } from '../../lib/stories/round-up';
import { WINDOW } from '../../lib/stories/shelf';
import { wordsOf } from '../../lib/stories/words';
import { bcubedMulti } from '../evaluate/bcubed';
import { HELD_OUT, type Item, readBackground, readStreams, type Stream } from '../evaluate/items';

/** A term in fewer texts says little more than one never seen, and would double the data. */
const LEAST_TEXTS = 3;

/** Word statistics of items; titles and the beginnings of summaries, as outlines read them. */
export function learnStatistics(items: readonly Item[]): TermStatisticsData {
  const seen = new Map<string, { texts: number; inside: number; asName: number }>();
  for (const item of items) {
    const summary = wordsOf(item.summary ?? '', 600);
    for (const term of new Set([...wordsOf(item.title, 300), ...summary].map((word) => word.term))) {
      const count = seen.get(term);
      if (count === undefined) seen.set(term, { texts: 1, inside: 0, asName: 0 });
      else count.texts++;
    }
    for (const word of summary) {
      const count = seen.get(word.term)!;
      count.inside++;
      if (/^\p{Lu}/u.test(word.surface)) count.asName++;
    }
  }
  return encodeStatistics(items.length, seen, LEAST_TEXTS);
}

/** What may be learned from of a stream: pairs that grouping would compare, and the story of each article. */
interface Seen {
  readonly outlines: readonly Outline[];
  readonly pairs: readonly (readonly [number, number])[];
  /** `none` for an article alone. */
  readonly stories: readonly string[];
}

/** @param share of the stream, from its beginning, that may be learned from */
function seenOf(stream: Stream, share: number, model: GroupingModel): Seen {
  const count = Math.floor(stream.items.length * share);
  const articles = stream.articles.slice(0, count);
  const outlines = articles.map((article) => outlineOf(article, model));
  return {
    outlines,
    pairs: comparedPairs(
      outlines,
      articles.map((article) => standsApart(article) === null),
    ),
    stories: stream.labels.slice(0, count).map((label) => label.story),
  };
}

const NEWEST_PER_KEY = 40;

function comparedPairs(outlines: readonly Outline[], joint: readonly boolean[]): [number, number][] {
  const postings = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  outlines.forEach((outline, j) => {
    if (!joint[j]) return;
    const met = new Set<number>();
    for (const key of keysOfOutline(outline)) {
      const list = postings.get(key) ?? [];
      for (const i of list.slice(-NEWEST_PER_KEY)) if (outline.published - outlines[i]!.published <= WINDOW) met.add(i);
      postings.set(key, [...list, j]);
    }
    for (const i of met) pairs.push([i, j]);
  });
  return pairs;
}

/** Strength of the pull to zero of standardised weights; strong enough that one stream's weights serve the other. */
const RIDGE = 1e-3;
const STEPS = 30;

/** Logistic regression by Newton's method: deterministic, no step size to choose. */
function fitPairs(seen: readonly Seen[]): PairWeights {
  const rows = seen.flatMap(({ outlines, pairs }) => pairs.map(([i, j]) => pairFeatures(outlines[i]!, outlines[j]!)));
  const wanted = seen.flatMap(({ stories, pairs }) => pairs.map(([i, j]) => stories[i] !== 'none' && stories[i] === stories[j]));
  // Each stream weighs the same, however many pairs it has.
  const weight = seen.flatMap(({ pairs }) => pairs.map(() => 1 / pairs.length / seen.length));
  const n = PAIR_FEATURES.length;
  const mean = PAIR_FEATURES.map((_, f) => rows.reduce((sum, row, r) => sum + row[f]! * weight[r]!, 0));
  const scale = PAIR_FEATURES.map(
    (_, f) => Math.sqrt(rows.reduce((sum, row, r) => sum + (row[f]! - mean[f]!) ** 2 * weight[r]!, 0)) || 1,
  );
  const x = rows.map((row) => [...row.map((value, f) => (value - mean[f]!) / scale[f]!), 1]);
  let beta: number[] = new Array<number>(n + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((b, f) => (f === n ? 0 : -RIDGE * b));
    const hessian = beta.map((_, f) => beta.map((__, g) => (f === g && f < n ? RIDGE : f === g ? 1e-9 : 0)));
    x.forEach((row, r) => {
      let odds = 0;
      for (let f = 0; f <= n; f++) odds += beta[f]! * row[f]!;
      const p = 1 / (1 + Math.exp(-odds));
      const error = ((wanted[r] ? 1 : 0) - p) * weight[r]!;
      const curve = p * (1 - p) * weight[r]!;
      for (let f = 0; f <= n; f++) {
        gradient[f]! += error * row[f]!;
        for (let g = 0; g <= f; g++) hessian[f]![g]! += curve * row[f]! * row[g]!;
      }
    });
    for (let f = 0; f <= n; f++) for (let g = 0; g < f; g++) hessian[g]![f] = hessian[f]![g]!;
    const change = solve(hessian, gradient);
    beta = beta.map((b, f) => b + change[f]!);
    if (Math.max(...change.map(Math.abs)) < 1e-8) break;
  }
  return {
    features: [...PAIR_FEATURES],
    mean: mean.map(short),
    scale: scale.map(short),
    weights: beta.slice(0, n).map(short),
    bias: short(beta[n]!),
  };
}

const short = (value: number): number => Number(value.toPrecision(5));

/** Gaussian elimination with pivoting; the matrix is small and positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = c + 1; r < n; r++) {
      const factor = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  const solved = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!;
    for (let k = r + 1; k < n; k++) sum -= rows[r]![k]! * solved[k]!;
    solved[r] = sum / rows[r]![r]!;
  }
  return solved;
}

/** How much of a link is its strongest pairs: from 0.7 to 0.9 the figures are level; the middle. */
const STRONGEST = 0.8;
/** Log-odds tried as the threshold of joining. */
const JOINS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
/** A wrong "verified" is worse than a missed one: of thresholds whose F1 is this near to the best the highest is taken. */
const AS_GOOD_AS_BEST = 0.01;

/** Chooses the joining threshold on what may be seen of the streams: one for all of them. */
function chooseJoin(seen: readonly Seen[], pair: PairWeights): number {
  const odds = seen.map(({ outlines }) => {
    const known = new Map<number, number>();
    return (i: number, j: number): number => {
      const key = i * outlines.length + j;
      let value = known.get(key);
      if (value === undefined) {
        value = pairOdds(pairFeatures(outlines[i]!, outlines[j]!), pair);
        known.set(key, value);
      }
      return value;
    };
  });
  const f1 = JOINS.map((join) =>
    seen.reduce((sum, { outlines, pairs, stories }, s) => {
      const alone = outlines.map((_, i) => [i]);
      const found = cluster(alone, pairs, odds[s]!, { join, strongest: STRONGEST });
      const predicted: string[] = [];
      found.forEach((group, g) => {
        for (const i of group) predicted[i] = `${g}`;
      });
      return sum + bcubedMulti(stories, predicted).f1 / seen.length;
    }, 0),
  );
  const best = Math.max(...f1);
  return certaintyOf(JOINS[f1.findLastIndex((value) => value >= best - AS_GOOD_AS_BEST)]!);
}

/**
 * @param streams to learn pairs from, each with the share of it that may be seen
 * @param items unlabelled, for word statistics
 */
export function learn(
  streams: readonly { readonly stream: Stream; readonly share: number }[],
  items: readonly Item[],
): { statistics: TermStatisticsData; weights: PairModelData; model: GroupingModel } {
  const statistics = learnStatistics(items);
  const bare = groupingModel(statistics, { pair: NO_WEIGHTS, thresholds: { join: 0.5, strongest: STRONGEST, match: MATCH } });
  const seen = streams.map(({ stream, share }) => seenOf(stream, share, bare));
  const pair = fitPairs(seen);
  const weights = { pair, thresholds: { join: short(chooseJoin(seen, pair)), strongest: STRONGEST, match: MATCH } };
  return { statistics, weights, model: { ...bare, ...weights } };
}

/** Pages are matched from this certainty on: see the evaluation's table of pages for how many are wrong. */
const MATCH = 0.995;

const NO_WEIGHTS: PairWeights = {
  features: [...PAIR_FEATURES],
  mean: PAIR_FEATURES.map(() => 0),
  scale: PAIR_FEATURES.map(() => 1),
  weights: PAIR_FEATURES.map(() => 0),
  bias: 0,
};

/** `npm run train -- stories` */
export async function train(shared: URL): Promise<string> {
  const { statistics, weights } = learn(
    readStreams(shared).map((stream) => ({ stream, share: 1 - HELD_OUT })),
    readBackground(shared),
  );
  const beat = new URL('../../lib/beats/cybersecurity/', import.meta.url);
  const statisticsText = `${JSON.stringify(statistics)}\n`;
  const pairText = `${JSON.stringify(weights)}\n`;
  writeFileSync(new URL('term-statistics.json', beat), statisticsText);
  writeFileSync(new URL('pair-model.json', beat), pairText);
  const rows = PAIR_FEATURES.map((name, f) => `| ${name} | ${weights.pair.weights[f]!.toFixed(2)} |`);
  return [
    `${statistics.terms.split(' ').length} terms of ${statistics.documents} texts: ${statisticsText.length} bytes; pair model: ${pairText.length} bytes; stories join from a certainty of ${weights.thresholds.join.toFixed(2)}.`,
    '',
    '| what a pair has | weight |',
    '|---|---|',
    ...rows,
  ].join('\n');
}
