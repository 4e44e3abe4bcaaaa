import { type CompiledLexicon, compileLexicon, type SignalLexicon } from './features';

/**
 * What the model gives for a text, in this order. `severe`, `neutral` and `good` are the shares of the tiers -2, 0 and above 0;
 * what they leave is the share of -1, the commonest tier.
 */
export const OUTPUTS = ['sentiment', 'regulatory', 'financial', 'operational', 'impact', 'severe', 'neutral', 'good'] as const;

/** How the shares of the tiers and the leaning make one tier; see `tierOf` in score-text.ts. Fitted on held-back folds. */
export interface TierRule {
  /** What the share of good news is multiplied by: regression gives rare tiers too small a share. */
  readonly goodTimes: number;
  /** What any miss costs, beside the square of its distance. */
  readonly miss: number;
  /** 0-1: how much the distance from the leaning counts against the shares. */
  readonly lean: number;
  /** From this leaning on a good text is very good: the labelled tier is too rare to have a share of its own. */
  readonly veryGoodFrom: number;
}

/**
 * The weights of a beat as stored (lib/beats/BEAT/signals-model.json), written by `npm run train`.
 * The lexicon that the weights were learned with is part of it, so that the two cannot drift apart.
 */
export interface SignalModelData {
  readonly version: 2;
  readonly lexicon: SignalLexicon;
  /** Names of rubric features, of their pairs and of grams in the order of the weights, divided by line feeds; see features.ts. */
  readonly rubric: string;
  readonly pairs: string;
  readonly grams: string;
  /** Per output: value for a text without any feature, and the size of one step of its weights. */
  readonly base: readonly number[];
  readonly step: readonly number[];
  /** One character per weight (see `weightChar`), output after output; rubric, then pairs, then grams. */
  readonly weights: string;
  /** What one feature or pair counts; a text's grams share `gram` as gram / sqrt(number of known grams). */
  readonly mass: { readonly rubric: number; readonly pair: number; readonly gram: number };
  readonly tiers: TierRule;
}

/** The weights made ready for use. */
export interface SignalModel {
  readonly lexicon: CompiledLexicon;
  /** Row of the weights by feature name. */
  readonly rubric: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly grams: ReadonlyMap<string, number>;
  readonly base: readonly number[];
  /** Row after row, `OUTPUTS.length` numbers each. */
  readonly weights: Float32Array;
  readonly mass: SignalModelData['mass'];
  readonly tiers: TierRule;
}

/** Most steps of a weight to each side of zero: the characters from '#' to '[' need no escape in JSON. */
export const WEIGHT_STEPS = 28;
/** Code of the character of a weight of zero. */
const ZERO = 35 + WEIGHT_STEPS;

/** The character of a weight of so many steps; one character each compresses to a third less than base64 of bytes. */
export function weightChar(steps: number): string {
  return String.fromCharCode(ZERO + steps);
}

/** @throws TypeError where the data is not a model of this version: weights are ours, so that is a fault of the build. */
export function decodeSignalModel(json: unknown): SignalModel {
  const data = json as SignalModelData;
  if (data?.version !== 2 || typeof data.weights !== 'string' || data.tiers === undefined)
    throw new TypeError('not a signal model of version 2');
  const names = [data.rubric, data.pairs, data.grams].map((text) => (text === '' ? [] : text.split('\n')));
  const starts = [0, names[0]!.length, names[0]!.length + names[1]!.length];
  const rows = starts[2]! + names[2]!.length;
  const outputs = OUTPUTS.length;
  if (data.weights.length !== rows * outputs) throw new TypeError('a signal model whose weights do not fit its features');
  const weights = new Float32Array(rows * outputs);
  for (let k = 0; k < outputs; k++)
    for (let row = 0; row < rows; row++)
      weights[row * outputs + k] = (data.weights.charCodeAt(k * rows + row) - ZERO) * data.step[k]!;
  const [rubric, pairs, grams] = names.map((list, kind) => new Map(list.map((name, i) => [name, starts[kind]! + i])));
  return {
    lexicon: compileLexicon(data.lexicon),
    rubric: rubric!,
    pairs: pairs!,
    grams: grams!,
    base: data.base,
    weights,
    mass: data.mass,
    tiers: data.tiers,
  };
}
