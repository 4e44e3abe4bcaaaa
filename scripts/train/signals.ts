import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { LEXICON } from '../../lib/beats/cybersecurity/lexicon-signals';
import { compileLexicon, type Features, featuresOf, gramsOf, pairsOf, type SignalLexicon } from '../../lib/signals/features';
import { eachActiveRow, type Vocabulary } from '../../lib/signals/predict';
import { OUTPUTS, type SignalModelData, type TierRule, weightChar } from '../../lib/signals/signal-model';
import { furtherItems, type Labelled, labelledItems, writtenItems } from './labelled';
import { ridge, type SparseRow } from './ridge';
import { type WordVectors, wordVectors } from './word-vectors-data';

/** All of these were chosen on time blocks of the development part; the loss is flat around them. */
const MASS = { rubric: 0.6, pair: 0.3, gram: 3 };
const PENALTY = 9;
/** How freely a word's weight follows those of words of like use, against a weight of its own. */
const KINSHIP = 0.07;
/** What a label counts: an editors', an AI model's of a real item, and of one that it wrote. */
const TRUST = { editors: 3, ai: 1, written: 0.8 } as const;
/** A feature, pair or gram seen in fewer texts is left out. */
const RUBRIC_MIN = 3;
const PAIR_MIN = 20;
const GRAM_MIN = 2;
/** Grams that are kept, by how far they move any output over the texts that have them: what fits 150 kB compressed. */
const GRAMS_KEPT = 16_000;
const TIERS: TierRule = { goodTimes: 2.2, miss: 3, lean: 0.3, veryGoodFrom: 1.5 };
/** Levels of a stored weight to each side of zero: fewer compress better, and the figures do not feel it. */
const LEVELS = 14;

/** Learns the shipped model from all labelled items, once every choice has been made on the development part. */
export async function train(shared: URL): Promise<string> {
  const real = [...labelledItems(shared), ...furtherItems(shared)];
  const items = [...real, ...writtenItems(real)];
  const json = `${JSON.stringify(fitSignals(items, LEXICON))}\n`;
  writeFileSync(new URL('../../lib/beats/cybersecurity/signals-model.json', import.meta.url), json);
  return `Learned from ${items.length} items; ${gzipSync(json).length} bytes compressed.`;
}

/** Learns a model from labelled items. Deterministic: the same items in the same order give the same bytes. */
export function fitSignals(items: readonly Labelled[], lexicon: SignalLexicon): SignalModelData {
  const compiled = compileLexicon(lexicon);
  const features = items.map((item) => featuresOf(item, compiled));
  const all = vocabularyOf(features, null);
  const first = fitAll(items, features, all);
  const worth = gramWorth(features, all, first.weights);
  const kept = [...worth].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, GRAMS_KEPT);
  const vocabulary = vocabularyOf(features, new Set(kept.map(([gram]) => gram)));
  const { base, weights } = fitAll(items, features, vocabulary);
  const step = weights.map((own) => own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LEVELS || 1);
  return {
    version: 2,
    lexicon,
    rubric: [...vocabulary.rubric.keys()].join('\n'),
    pairs: [...vocabulary.pairs.keys()].join('\n'),
    grams: [...vocabulary.grams.keys()].join('\n'),
    base: base.map((value) => Math.round(value * 1e4) / 1e4),
    step: step.map((size) => Number(size.toPrecision(4))),
    weights: weights.map((own, k) => Array.from(own, (weight) => weightChar(Math.round(weight / step[k]!))).join('')).join(''),
    mass: MASS,
    tiers: TIERS,
  };
}

/**
 * Ridge regression in which words of like use draw each other: beside its own weight, each word adds its vector to a few
 * columns that all words share. The weights of those columns are then added to each word's own, so that what is stored is
 * one weight per word, also for words that few labelled texts have.
 */
function fitAll(items: readonly Labelled[], features: readonly Features[], vocabulary: Vocabulary) {
  const { size, of } = wordVectors();
  const own = sizeOf(vocabulary);
  const kin = kinOf(vocabulary, of);
  const width = own + FIELDS.length * size;
  const rows: SparseRow[] = features.map((one) => {
    const columns: number[] = [];
    const values: number[] = [];
    const shared = new Float64Array(FIELDS.length * size);
    eachActiveRow(one, vocabulary, (row, mass) => {
      columns.push(row);
      values.push(mass);
      const word = kin.get(row);
      if (word) for (let d = 0; d < size; d++) shared[word.field * size + d]! += KINSHIP * mass * word.vector[d]!;
    });
    shared.forEach((value, d) => {
      columns.push(own + d);
      values.push(value);
    });
    return { columns: Int32Array.from(columns), values: Float32Array.from(values) };
  });
  const base: number[] = [];
  const trust = Float64Array.from(items, ({ labelledBy }) => TRUST[labelledBy ?? 'editors']);
  const allTrust = trust.reduce((sum, one) => sum + one, 0);
  const weights = OUTPUTS.map((output) => {
    const target = Float64Array.from(items, ({ labels }) => targetOf(labels, output));
    const mean = target.reduce((sum, value, i) => sum + trust[i]! * value, 0) / allTrust;
    base.push(mean);
    const fitted = ridge(
      rows,
      target.map((value) => value - mean),
      trust,
      width,
      PENALTY,
    );
    for (const [row, { field, vector }] of kin)
      for (let d = 0; d < size; d++) fitted[row]! += KINSHIP * vector[d]! * fitted[own + field * size + d]!;
    return fitted.slice(0, own);
  });
  return { base, weights };
}

/** The grams that take part in kinship: single words, of the title and of either field; see `gramsOf`. */
const FIELDS = ['t:', 'a:'] as const;

/** Vectors by row of the weights. */
function kinOf({ grams }: Vocabulary, vectors: WordVectors): Map<number, { field: number; vector: Float32Array }> {
  const kin = new Map<number, { field: number; vector: Float32Array }>();
  for (const [gram, row] of grams) {
    const field = FIELDS.findIndex((prefix) => gram.startsWith(prefix));
    const vector = vectors.get(gram.slice(2));
    if (field !== -1 && vector) kin.set(row, { field, vector });
  }
  return kin;
}

function targetOf(labels: Labelled['labels'], output: (typeof OUTPUTS)[number]): number {
  switch (output) {
    case 'severe':
      return labels.sentiment === -2 ? 1 : 0;
    case 'neutral':
      return labels.sentiment === 0 ? 1 : 0;
    case 'good':
      return labels.sentiment > 0 ? 1 : 0;
    default:
      return labels[output];
  }
}

/** The features, pairs and grams that are frequent enough, numbered in that order, each kind in alphabetical order. */
function vocabularyOf(features: readonly Features[], keptGrams: ReadonlySet<string> | null): Vocabulary {
  const rubric = frequent(
    features.map((one) => one.rubric),
    RUBRIC_MIN,
    0,
  );
  const pairs = frequent(
    features.map((one) => pairsOf(one.rubric)),
    PAIR_MIN,
    rubric.size,
  );
  const sets = features.map(gramsOf);
  const grams = frequent(
    keptGrams ? sets.map((set) => [...set].filter((gram) => keptGrams.has(gram))) : sets,
    GRAM_MIN,
    rubric.size + pairs.size,
  );
  return { rubric, pairs, grams, mass: MASS };
}

function frequent(sets: readonly Iterable<string>[], least: number, from: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const name of set) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  return new Map(names.sort().map((name, i) => [name, from + i]));
}

function sizeOf({ rubric, pairs, grams }: Vocabulary): number {
  return rubric.size + pairs.size + grams.size;
}

/** How far each gram moves the output that it moves most, in that output's own spread, over the texts that have it. */
function gramWorth(features: readonly Features[], { grams }: Vocabulary, weights: readonly Float64Array[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of features) for (const gram of gramsOf(one)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const spread = weights.map((own) => Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0) / own.length) || 1);
  return new Map(
    [...grams].map(([gram, row]) => [
      gram,
      Math.sqrt(counts.get(gram)!) * Math.max(...weights.map((own, k) => Math.abs(own[row]!) / spread[k]!)),
    ]),
  );
}
