import { type Features, featuresOf, type ScoredText } from './features';
import { predict } from './predict';
import type { SignalModel } from './signal-model';
import type { Tier } from './signals';
import { type TextReasons, textReasons } from './text-reasons';

/** What one text says by the rubric of the beat (GUIDE.md of the labelled data). */
export interface TextScore {
  readonly sentiment: Tier;
  /** Sentiment before it is cut into tiers, -2 to 2: what stories average. */
  readonly leaning: number;
  /** 0-1: the share that the model gives to the tier, lowered where it knows few of the words. */
  readonly sentimentCertainty: number;
  /** 0-10 each, one decimal. */
  readonly regulatory: number;
  readonly financial: number;
  readonly operational: number;
  /** 1-10, one decimal. */
  readonly impact: number;
  /** 0-1: share of the text that the model can read. 0 for empty, one-word or foreign texts. */
  readonly legible: number;
  readonly reasons: TextReasons;
}

/** Impact of a text that says nothing: the rubric's "niche", without any part. */
const SILENT_IMPACT = 1;
/** Fewer known words and phrases than these and the answer is drawn to the neutral one. */
const LEGIBLE_AT = 8;

/** Never throws: empty, foreign, enormous and hostile texts give a neutral answer of low certainty. */
export function scoreText(text: ScoredText, model: SignalModel): TextScore {
  const features = featuresOf(text, model.lexicon);
  const legible = legibility(features, model);
  const raw = predict(features, model);
  const toward = (value: number, neutral: number) => neutral + (value - neutral) * Math.min(1, legible * 2);
  const leaning = clamp(toward(raw[0]!, 0), -2, 2);
  const sentiment = tierOf(leaning, model.cuts);
  return {
    sentiment,
    leaning,
    sentimentCertainty: Math.round(100 * clamp(raw[5 + sentiment + 2]!, 0.05, 0.98) * legible) / 100,
    regulatory: tenth(toward(raw[1]!, 0), 0),
    financial: tenth(toward(raw[2]!, 0), 0),
    operational: tenth(toward(raw[3]!, 0), 0),
    impact: tenth(toward(raw[4]!, SILENT_IMPACT), 1),
    legible,
    reasons: textReasons(features, model),
  };
}

function legibility(features: Features, model: SignalModel): number {
  let known = 0;
  for (const { word } of [...features.titleWords, ...features.summaryWords]) if (model.grams.has(`a:${word}`)) known++;
  return Math.min(1, known / LEGIBLE_AT);
}

/** The tier whose cuts enclose a leaning. */
export function tierOf(leaning: number, cuts: readonly number[]): Tier {
  return (cuts.filter((cut) => leaning > cut).length - 2) as Tier;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function tenth(value: number, low: number): number {
  return Math.round(clamp(value, low, 10) * 10) / 10;
}
