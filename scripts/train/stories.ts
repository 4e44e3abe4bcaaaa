/** Learns what grouping knows of the beat: word statistics from unlabelled items, the pair model and thresholds from labelled streams. */
import { writeFileSync } from 'node:fs';
import {
  encodeStatistics,
  type GroupingModel,
  groupingModel,
  type TermStatisticsData,
  type Thresholds,
} from '../../lib/stories/grouping-model';
import { keysOfOutline } from '../../lib/stories/keys';
import { type Outline, outlineOf } from '../../lib/stories/outline';
import { PAIR_FEATURES, type PairWeights, pairFeatures } from '../../lib/stories/pair';
import { WINDOW } from '../../lib/stories/shelf';
import { wordsOf } from '../../lib/stories/words';
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

/** Pairs of a stream that grouping would compare, with what they have in common and whether they are on one story. */
interface Examples {
  readonly features: readonly (readonly number[])[];
  readonly same: readonly boolean[];
}

/** @param share of the stream, from its beginning, that may be learned from */
function examplesOf(stream: Stream, share: number, model: GroupingModel): Examples {
  const count = Math.floor(stream.items.length * share);
  const outlines = stream.articles.slice(0, count).map((article) => outlineOf(article, model));
  const pairs = comparedPairs(outlines);
  return {
    features: pairs.map(([i, j]) => pairFeatures(outlines[i]!, outlines[j]!)),
    same: pairs.map(([i, j]) => stream.labels[i]!.story !== 'none' && stream.labels[i]!.story === stream.labels[j]!.story),
  };
}

const NEWEST_PER_KEY = 40;

function comparedPairs(outlines: readonly Outline[]): [number, number][] {
  const postings = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  outlines.forEach((outline, j) => {
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
export function fitPairs(examples: readonly Examples[]): PairWeights {
  const rows = examples.flatMap((one) => one.features);
  const wanted = examples.flatMap((one) => one.same);
  // Each stream weighs the same, however many pairs it has.
  const weight = examples.flatMap((one) => one.features.map(() => 1 / one.features.length / examples.length));
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

/** Chosen on the development part of both streams (see README of the evaluation): one setting for both. */
export const THRESHOLDS: Thresholds = { join: 0.5, strongest: 0.7, match: 0.9 };

/**
 * @param streams to learn pairs from, each with the share of it that may be seen
 * @param items unlabelled, for word statistics
 */
export function learn(
  streams: readonly { readonly stream: Stream; readonly share: number }[],
  items: readonly Item[],
): { statistics: TermStatisticsData; pair: PairWeights; model: GroupingModel } {
  const statistics = learnStatistics(items);
  const bare = groupingModel(statistics, { pair: NO_WEIGHTS, thresholds: THRESHOLDS });
  const pair = fitPairs(streams.map(({ stream, share }) => examplesOf(stream, share, bare)));
  return { statistics, pair, model: { ...bare, pair } };
}

const NO_WEIGHTS: PairWeights = {
  features: [...PAIR_FEATURES],
  mean: PAIR_FEATURES.map(() => 0),
  scale: PAIR_FEATURES.map(() => 1),
  weights: PAIR_FEATURES.map(() => 0),
  bias: 0,
};

/** `npm run train -- stories` */
export async function train(shared: URL): Promise<string> {
  const { statistics, pair } = learn(
    readStreams(shared).map((stream) => ({ stream, share: 1 - HELD_OUT })),
    readBackground(shared),
  );
  const beat = new URL('../../lib/beats/cybersecurity/', import.meta.url);
  const statisticsText = `${JSON.stringify(statistics)}\n`;
  const pairText = `${JSON.stringify({ pair, thresholds: THRESHOLDS })}\n`;
  writeFileSync(new URL('term-statistics.json', beat), statisticsText);
  writeFileSync(new URL('pair-model.json', beat), pairText);
  const weights = PAIR_FEATURES.map((name, f) => `| ${name} | ${pair.weights[f]!.toFixed(2)} |`);
  return [
    `${statistics.terms.split(' ').length} terms of ${statistics.documents} texts: ${statisticsText.length} bytes; pair model: ${pairText.length} bytes.`,
    '',
    '| what a pair has | weight |',
    '|---|---|',
    ...weights,
  ].join('\n');
}
