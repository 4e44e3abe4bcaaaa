import { type Features, featuresOf, type Part, type ScoredText } from './features';
import { predict } from './predict';
import type { SignalModel, TierRule } from './signal-model';
import type { Tier } from './signals';
import { type TextReasons, textReasons } from './text-reasons';

/** Sentiment before it is made a tier; what stories average. */
export interface Mood {
  /** -2 to 2. */
  readonly leaning: number;
  /** Shares of the tiers -2, -1, 0 and above 0; they sum to 1. */
  readonly shares: readonly [number, number, number, number];
}

/** What one text says by the rubric of the beat (GUIDE.md of the labelled data). */
export interface TextScore {
  readonly sentiment: Tier;
  readonly mood: Mood;
  /** 0-1: the share that the model gives to the tier, lowered where it knows few of the words. */
  readonly sentimentCertainty: number;
  /** 0-10 each, one decimal. */
  readonly regulatory: number;
  readonly financial: number;
  readonly operational: number;
  /** 1-10, two decimals: near the whole number that the rubric would give, the rest keeps the order within it. */
  readonly impact: number;
  /** 0-1: how much of the text the model can read. 0 for empty and foreign texts. */
  readonly legible: number;
  readonly reasons: TextReasons;
}

/** Impact of a text that says nothing: the rubric's "trivial". */
const SILENT_IMPACT = 1;
/** Known words, of two letters or more, from which a text is taken at its word; with fewer the answer is drawn to the neutral one. */
const LEGIBLE_FROM = 5;
/** How much of the distance from a whole score is kept: labels are whole numbers, so a score between two is always wrong. */
const BETWEEN_SCORES = 0.3;

/** What the model makes of a text before it is rounded and made a tier: what can be averaged. */
export interface Measured extends Readonly<Record<Part, number>> {
  readonly mood: Mood;
  readonly impact: number;
}

/** Never throws: empty, foreign, enormous and hostile texts give a neutral answer of low certainty. */
export function scoreText(text: ScoredText, model: SignalModel): TextScore {
  const features = featuresOf(text, model.lexicon);
  const legible = legibility(features, model);
  const score = scoreOf(measured(features, legible, model), model.tiers);
  return {
    ...score,
    sentimentCertainty: Math.round(100 * shareOf(score.mood, score.sentiment) * legible) / 100,
    legible,
    reasons: textReasons(features, model),
  };
}

/** As `scoreText`, without reasons and before anything is rounded. */
export function measureText(text: ScoredText, model: SignalModel): Measured {
  const features = featuresOf(text, model.lexicon);
  return measured(features, legibility(features, model), model);
}

function measured(features: Features, legible: number, model: SignalModel): Measured {
  const [leaning, regulatory, financial, operational, impact, severe, neutral, good] = predict(features, model);
  const toward = (value: number, silent: number) => silent + (value - silent) * legible;
  const shares = normal([severe!, 1 - severe! - neutral! - good!, neutral!, good! * model.tiers.goodTimes]);
  return {
    mood: {
      leaning: clamp(toward(leaning!, 0), -2, 2),
      shares: normal([toward(shares[0], 0), toward(shares[1], 0), toward(shares[2], 1), toward(shares[3], 0)]),
    },
    regulatory: toward(regulatory!, 0),
    financial: toward(financial!, 0),
    operational: toward(operational!, 0),
    impact: toward(impact!, SILENT_IMPACT),
  };
}

/** The figures as they are told. */
export function scoreOf({ mood, regulatory, financial, operational, impact }: Measured, tiers: TierRule) {
  return {
    sentiment: tierOf(mood, tiers),
    mood,
    regulatory: tenth(regulatory, 0),
    financial: tenth(financial, 0),
    operational: tenth(operational, 0),
    impact: settled(impact),
  };
}

/**
 * The tier that is expected to cost least: the square of its distance, as quadratic kappa counts it, plus a price for any miss.
 */
export function tierOf({ leaning, shares }: Mood, rule: TierRule): Tier {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let tier = -2; tier <= 1; tier++) {
    let cost = rule.lean * (tier - leaning) ** 2;
    for (let truth = -2; truth <= 1; truth++)
      cost += shares[truth + 2]! * ((1 - rule.lean) * (tier - truth) ** 2 + (tier === truth ? 0 : rule.miss));
    if (cost < least) {
      least = cost;
      best = tier;
    }
  }
  return (best === 1 && leaning >= rule.veryGoodFrom ? 2 : best) as Tier;
}

/** The share of the texts of this mood that have this tier. */
export function shareOf({ shares }: Mood, tier: Tier): number {
  return shares[Math.min(tier, 1) + 2]!;
}

/** A score of 1-10 drawn towards its whole number; two decimals, since the order of stories is in them. */
export function settled(score: number): number {
  const whole = Math.round(score);
  return Math.round(100 * clamp(whole + BETWEEN_SCORES * (score - whole), 1, 10)) / 100;
}

function legibility(features: Features, model: SignalModel): number {
  let known = 0;
  for (const words of [features.titleWords, features.summaryWords])
    for (const { word } of words) {
      if (/^\p{L}\p{L}/u.test(word) && model.grams.has(`a:${word}`)) known++;
      if (known === LEGIBLE_FROM) return 1;
    }
  return known / LEGIBLE_FROM;
}

function normal(shares: [number, number, number, number]): [number, number, number, number] {
  const sure = shares.map((share) => Math.max(0.01, share));
  const sum = sure.reduce((total, share) => total + share, 0);
  return sure.map((share) => share / sum) as [number, number, number, number];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** One decimal, from `low` to 10. */
function tenth(value: number, low: number): number {
  return Math.round(clamp(value, low, 10) * 10) / 10;
}
