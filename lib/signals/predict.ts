import { type Features, gramsOf, pairsOf } from './features';
import { OUTPUTS, type SignalModel } from './signal-model';

/** The model's raw outputs for a text, in the order of `OUTPUTS`. */
export function predict(features: Features, model: SignalModel): Float64Array {
  const outputs = Float64Array.from(model.base);
  const { length } = OUTPUTS;
  eachActiveRow(features, model, (row, mass) => {
    for (let k = 0; k < length; k++) outputs[k]! += mass * model.weights[row * length + k]!;
  });
  return outputs;
}

/** What `eachActiveRow` needs to know of a model; training has it before there are weights. */
export type Vocabulary = Pick<SignalModel, 'rubric' | 'pairs' | 'grams' | 'mass'>;

/** Calls `use` for each row of the weights that a text calls on, with how much it counts. */
export function eachActiveRow(
  features: Features,
  { rubric, pairs, grams, mass }: Vocabulary,
  use: (row: number, mass: number) => void,
): void {
  for (const name of features.rubric) {
    const row = rubric.get(name);
    if (row !== undefined) use(row, mass.rubric);
  }
  for (const name of pairsOf(features.rubric)) {
    const row = pairs.get(name);
    if (row !== undefined) use(row, mass.pair);
  }
  const known: number[] = [];
  for (const gram of gramsOf(features)) {
    const row = grams.get(gram);
    if (row !== undefined) known.push(row);
  }
  const share = mass.gram / Math.sqrt(Math.max(1, known.length));
  for (const row of known) use(row, share);
}
