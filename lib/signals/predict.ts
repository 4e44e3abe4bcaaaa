import { type Features, gramsOf } from './features';
import { OUTPUTS, type SignalModel } from './signal-model';

/** The model's raw outputs for a text, in the order of `OUTPUTS`. */
export function predict(features: Features, model: SignalModel): Float64Array {
  const outputs = Float64Array.from(model.base);
  const { length } = OUTPUTS;
  const add = (row: number, mass: number) => {
    for (let k = 0; k < length; k++) outputs[k]! += mass * model.weights[row * length + k]!;
  };
  for (const name of features.rubric) {
    const row = model.rubric.get(name);
    if (row !== undefined) add(row, model.rubricMass);
  }
  const known: number[] = [];
  for (const gram of gramsOf(features)) {
    const row = model.grams.get(gram);
    if (row !== undefined) known.push(row);
  }
  const mass = model.gramMass / Math.sqrt(Math.max(1, known.length));
  for (const row of known) add(row, mass);
  return outputs;
}
