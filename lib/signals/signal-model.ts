import { type CompiledLexicon, compileLexicon, type SignalLexicon } from './features';

/** What the model gives for a text, in this order. `class…` are shares of the five tiers, most negative first. */
export const OUTPUTS = [
  'sentiment',
  'regulatory',
  'financial',
  'operational',
  'impact',
  'class0',
  'class1',
  'class2',
  'class3',
  'class4',
] as const;

/**
 * The weights of a beat as stored (lib/beats/BEAT/signals-model.json), written by `npm run train`.
 * The lexicon that the weights were learned with is part of it, so that the two cannot drift apart.
 */
export interface SignalModelData {
  readonly version: 1;
  readonly lexicon: SignalLexicon;
  /** Names of rubric features and grams in the order of the weights, divided by line feeds; see features.ts. */
  readonly rubric: string;
  readonly grams: string;
  /** Per output: value for a text without any feature, and the size of one step of its weights. */
  readonly base: readonly number[];
  readonly step: readonly number[];
  /** Base64 of signed bytes, output after output, rubric before grams. */
  readonly weights: string;
  /** What one rubric feature counts; a text's grams share `gramMass` as gramMass / sqrt(number of known grams). */
  readonly rubricMass: number;
  readonly gramMass: number;
  /** Cuts between the five tiers on the sentiment scale, ascending: four numbers. */
  readonly cuts: readonly number[];
}

/** The weights made ready for use. */
export interface SignalModel {
  readonly lexicon: CompiledLexicon;
  /** Row of the weights by feature name. */
  readonly rubric: ReadonlyMap<string, number>;
  readonly grams: ReadonlyMap<string, number>;
  readonly base: readonly number[];
  /** Row after row, `OUTPUTS.length` numbers each. */
  readonly weights: Float32Array;
  readonly rubricMass: number;
  readonly gramMass: number;
  readonly cuts: readonly number[];
}

/** @throws TypeError where the data is not a model of this version: weights are ours, so that is a fault of the build. */
export function decodeSignalModel(json: unknown): SignalModel {
  const data = json as SignalModelData;
  if (data?.version !== 1 || data.cuts?.length !== 4) throw new TypeError('not a signal model of version 1');
  const rubricNames = data.rubric.split('\n');
  const gramNames = data.grams.split('\n');
  const rows = rubricNames.length + gramNames.length;
  const bytes = bytesOf(data.weights);
  const outputs = OUTPUTS.length;
  if (bytes.length !== rows * outputs) throw new TypeError('a signal model whose weights do not fit its features');
  const weights = new Float32Array(rows * outputs);
  for (let k = 0; k < outputs; k++)
    for (let row = 0; row < rows; row++) weights[row * outputs + k] = bytes[k * rows + row]! * data.step[k]!;
  return {
    lexicon: compileLexicon(data.lexicon),
    rubric: new Map(rubricNames.map((name, row) => [name, row])),
    grams: new Map(gramNames.map((name, i) => [name, rubricNames.length + i])),
    base: data.base,
    weights,
    rubricMass: data.rubricMass,
    gramMass: data.gramMass,
    cuts: data.cuts,
  };
}

function bytesOf(base64: string): Int8Array {
  const text = atob(base64);
  const bytes = new Int8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
