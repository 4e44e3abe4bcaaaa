import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { LEXICON } from '../../lib/beats/cybersecurity/lexicon-signals';
import { compileLexicon, type Features, featuresOf, gramsOf, type SignalLexicon } from '../../lib/signals/features';
import { OUTPUTS, type SignalModelData } from '../../lib/signals/signal-model';
import { type Labelled, labelledItems } from './labelled';
import { ridge, type SparseRow, times } from './ridge';

const RUBRIC_MASS = 0.4;
const GRAM_MASS = 3;
const PENALTY = 4;
/** A gram or rubric feature seen in fewer texts is left out. */
const GRAM_MIN = 6;
const RUBRIC_MIN = 3;

export async function train(shared: URL): Promise<string> {
  const items = labelledItems(shared);
  const model = fitSignals(items, LEXICON);
  const file = new URL('../../lib/beats/cybersecurity/signals-model.json', import.meta.url);
  const json = `${JSON.stringify(model, null, 1)}\n`;
  writeFileSync(file, json);
  return `Learned from ${items.length} items; ${gzipSync(json).length} bytes compressed.`;
}

/** Learns a model from labelled items. Deterministic. */
export function fitSignals(items: readonly Labelled[], lexicon: SignalLexicon): SignalModelData {
  const compiled = compileLexicon(lexicon);
  const features = items.map((item) => featuresOf(item, compiled));
  const rubric = frequent(
    features.map((one) => one.rubric),
    RUBRIC_MIN,
  );
  const grams = frequent(features.map(gramsOf), GRAM_MIN);
  const rows = features.map((one) => rowOf(one, rubric, grams));
  const width = rubric.size + grams.size;
  const base: number[] = [];
  const step: number[] = [];
  const bytes = new Int8Array(width * OUTPUTS.length);
  const leanings = new Float64Array(items.length);
  OUTPUTS.forEach((output, k) => {
    const target = Float64Array.from(items, (item) => targetOf(item, output));
    const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
    const weights = ridge(
      rows,
      target.map((value) => value - mean),
      new Float64Array(items.length).fill(1),
      width,
      PENALTY,
    );
    const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
    base.push(Math.round(mean * 1e4) / 1e4);
    step.push(Number(scale.toPrecision(4)));
    weights.forEach((weight, j) => {
      bytes[k * width + j] = Math.round(weight / scale);
    });
    if (output === 'sentiment')
      rows.forEach((row, i) => {
        leanings[i] = mean + times(row, weights);
      });
  });
  return {
    version: 1,
    lexicon,
    rubric: [...rubric.keys()].join('\n'),
    grams: [...grams.keys()].join('\n'),
    base,
    step,
    weights: Buffer.from(bytes.buffer).toString('base64'),
    rubricMass: RUBRIC_MASS,
    gramMass: GRAM_MASS,
    cuts: [-1.4, -0.4, 0.45, 1.6],
  };
}

function targetOf(item: Labelled, output: (typeof OUTPUTS)[number]): number {
  if (output.startsWith('class')) return item.labels.sentiment === Number(output.slice(5)) - 2 ? 1 : 0;
  return item.labels[output as keyof Labelled['labels']];
}

function frequent(sets: readonly ReadonlySet<string>[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const name of set) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  return new Map(names.sort().map((name, row) => [name, row]));
}

function rowOf(features: Features, rubric: ReadonlyMap<string, number>, grams: ReadonlyMap<string, number>): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  for (const name of features.rubric) {
    const row = rubric.get(name);
    if (row !== undefined) {
      columns.push(row);
      values.push(RUBRIC_MASS);
    }
  }
  const known: number[] = [];
  for (const gram of gramsOf(features)) {
    const row = grams.get(gram);
    if (row !== undefined) known.push(rubric.size + row);
  }
  for (const row of known) {
    columns.push(row);
    values.push(GRAM_MASS / Math.sqrt(known.length));
  }
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) };
}
