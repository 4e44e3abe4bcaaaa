import { PAIR_FEATURES, type PairWeights } from './pair';

/** What the beat's texts say of a term, learned once and shipped: results never depend on what a reader has stored. */
export interface TermStatistic {
  /** In how many texts of 100,000 it occurs. */
  readonly frequency: number;
  /** 0-1: share of its occurrences inside sentences that are written as a name. */
  readonly name: number;
}

/** All that grouping knows of a beat: word statistics, the pair model's weights and the clustering's thresholds. */
export interface GroupingModel {
  readonly terms: ReadonlyMap<string, TermStatistic>;
  /** Texts that the statistics were learned from. */
  readonly documents: number;
  readonly pair: PairWeights;
  readonly thresholds: Thresholds;
}

/** Learned by scripts/train/stories.ts on the development part of the labelled streams. */
export interface Thresholds {
  /** Two groups become one story from this certainty on, 0-1. */
  readonly join: number;
  /** How much of a link between groups is its strongest pairs, the rest being the mean of all, 0-1. */
  readonly strongest: number;
  /** A page that is in no feed belongs to a story from this certainty on: at most one wrong in a hundred. */
  readonly match: number;
}

/** `term-statistics.json`: terms in one string, their numbers beside them, both in order of the term. */
export interface TermStatisticsData {
  readonly documents: number;
  /** Separated by spaces. */
  readonly terms: string;
  /** Number of texts, base 36, separated by spaces. */
  readonly counts: string;
  /** One digit a term: share as a name, in ninths. */
  readonly names: string;
}

/** `pair-model.json` */
export interface PairModelData {
  readonly pair: PairWeights;
  readonly thresholds: Thresholds;
}

/** @throws Error where the data was damaged, edited by hand or made by another version: a wrong model groups wrongly in silence. */
export function groupingModel(statistics: TermStatisticsData, weights: PairModelData): GroupingModel {
  const terms = statistics.terms === '' ? [] : statistics.terms.split(' ');
  const counts = statistics.counts === '' ? [] : statistics.counts.split(' ');
  if (terms.length !== counts.length || terms.length !== statistics.names.length)
    throw new Error(`term statistics: ${terms.length} terms, ${counts.length} counts, ${statistics.names.length} names`);
  if (weights.pair.features.join() !== PAIR_FEATURES.join())
    throw new Error('pair model: learned from other features; run `npm run train -- stories`');
  const decoded = new Map<string, TermStatistic>();
  terms.forEach((term, i) => {
    decoded.set(term, {
      frequency: (Number.parseInt(counts[i]!, 36) * 100_000) / Math.max(1, statistics.documents),
      name: Number(statistics.names[i]) / 9,
    });
  });
  return { terms: decoded, documents: statistics.documents, pair: weights.pair, thresholds: weights.thresholds };
}

/** The inverse of the decoding; terms seen in fewer than `least` texts are left out. */
export function encodeStatistics(
  documents: number,
  seen: ReadonlyMap<string, { texts: number; inside: number; asName: number }>,
  least: number,
): TermStatisticsData {
  const kept = [...seen].filter(([, count]) => count.texts >= least).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    documents,
    terms: kept.map(([term]) => term).join(' '),
    counts: kept.map(([, count]) => count.texts.toString(36)).join(' '),
    names: kept.map(([, count]) => String(count.inside === 0 ? 5 : Math.round((count.asName / count.inside) * 9))).join(''),
  };
}
