import { type Features, gramsOf, pairsOf } from './features';
import { OUTPUTS, type SignalModel } from './signal-model';

/** The model's raw outputs for a text, in the order of `OUTPUTS`. */
export function predict(features: Features, model: SignalModel): Float64Array {
  const outputs = Float64Array.from(model.base);
  for (const { row, mass } of activeRows(features, model)) {
    const from = row * OUTPUTS.length;
    for (let k = 0; k < OUTPUTS.length; k++) outputs[k]! += mass * model.weights[from + k]!;
  }
  return outputs;
}

/** What `activeRows` needs to know of a model; training has it before there are weights. */
export type Vocabulary = Pick<SignalModel, 'rubric' | 'pairs' | 'grams' | 'mass'>;

/** The rows of the weights that a text calls on, and how much each counts. */
export function activeRows(features: Features, { rubric, pairs, grams, mass }: Vocabulary): { row: number; mass: number }[] {
  const active: { row: number; mass: number }[] = [];
  for (const name of features.rubric) {
    const row = rubric.get(name);
    if (row !== undefined) active.push({ row, mass: mass.rubric });
  }
  for (const name of pairsOf(features.rubric)) {
    const row = pairs.get(name);
    if (row !== undefined) active.push({ row, mass: mass.pair });
  }
  const known: number[] = [];
  for (const gram of gramsOf(features)) {
    const row = grams.get(gram);
    if (row !== undefined) known.push(row);
  }
  const share = mass.gram / Math.sqrt(Math.max(1, known.length));
  for (const row of known) active.push({ row, mass: share });
  return active;
}
