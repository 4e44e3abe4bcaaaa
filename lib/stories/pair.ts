import type { Outline } from './outline';

/** Logistic regression over the standardised features of a pair. Learned by scripts/train/stories.ts. */
export interface PairWeights {
  /** Names of the features, in order: a model of other features is refused when it is loaded. */
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** What two outlines have in common, as numbers. The order is part of the model. */
export const PAIR_FEATURES = [
  'cosine',
  'titleCosine',
  'titleCovered',
  'otherTitleCovered',
  'sharedRarity',
  'rarestShared',
  'secondShared',
  'sharedNames',
  'titleNames',
  'namesApart',
  'sharedNumbers',
  'sharedPhrases',
  'cveShared',
  'cveApart',
  'gap',
  'sameSource',
  'sameSourceCosine',
  'strongShared',
] as const;

const DAY = 86_400_000;
/** Beyond this rarity a term is one in a thousand texts: it counts by how far it is beyond. */
const COMMON_RARITY = 4;
/** From this rarity on (one in 150 texts) a shared term is a witness of its own. */
const STRONG_RARITY = 5;

/** @returns the features in the order of PAIR_FEATURES; symmetric in its arguments. */
export function pairFeatures(a: Outline, b: Outline): number[] {
  const [small, large] = a.all.size <= b.all.size ? [a, b] : [b, a];
  let dot = 0;
  let sharedRarity = 0;
  let rarest = 0;
  let second = 0;
  let strong = 0;
  let sharedNames = 0;
  let numbers = 0;
  let cveShared = 0;
  for (const [term, own] of small.all) {
    const other = large.all.get(term);
    if (other === undefined) continue;
    // They differ where one text is in a language that the statistics do not know.
    const rare = Math.min(own, other);
    dot += small.vector.get(term)! * large.vector.get(term)!;
    if (term.startsWith('#')) numbers += rare;
    if (term.startsWith('cve-')) cveShared++;
    if (rare > COMMON_RARITY) sharedRarity += rare - COMMON_RARITY;
    if (rare > STRONG_RARITY) strong++;
    if (rare > rarest) {
      second = rarest;
      rarest = rare;
    } else if (rare > second) second = rare;
    if (small.names.has(term) || large.names.has(term)) sharedNames += rare;
  }
  let titleDot = 0;
  let titleNames = 0;
  for (const [term, own] of a.title) {
    const other = b.title.get(term);
    if (other !== undefined) {
      const rare = Math.min(own, other);
      titleDot += own * other;
      if (a.names.has(term) || b.names.has(term)) titleNames += rare;
    }
  }
  const covered = [cover(a, b), cover(b, a)] as const;
  let phrases = 0;
  for (const phrase of a.phrases)
    if (b.phrases.has(phrase)) {
      const space = phrase.indexOf(' ');
      phrases += Math.max(
        0,
        (a.title.get(phrase.slice(0, space)) ?? 0) + (a.title.get(phrase.slice(space + 1)) ?? 0) - COMMON_RARITY,
      );
    }
  const cosine = a.norm * b.norm === 0 ? 0 : dot / (a.norm * b.norm);
  const sameSource = a.source === b.source ? 1 : 0;
  return [
    cosine,
    a.titleNorm * b.titleNorm === 0 ? 0 : titleDot / (a.titleNorm * b.titleNorm),
    Math.max(...covered),
    Math.min(...covered),
    Math.log1p(sharedRarity),
    rarest,
    second,
    Math.log1p(sharedNames),
    Math.log1p(titleNames),
    Math.log1p(namesApart(a, b) + namesApart(b, a)),
    Math.log1p(numbers),
    Math.log1p(phrases),
    cveShared > 0 ? 1 : 0,
    cveShared === 0 && a.cves.size > 0 && b.cves.size > 0 ? 1 : 0,
    Math.log1p(Math.abs(a.published - b.published) / DAY),
    sameSource,
    // One outlet's templates (a law firm's notices, an agency's advisories) are alike without being on one matter.
    sameSource * cosine,
    strong,
  ];
}

/** Share of the first title's rarity that the second article has anywhere. */
function cover(title: Outline, other: Outline): number {
  let all = 0;
  let found = 0;
  for (const [term, rare] of title.title) {
    all += rare;
    if (other.all.has(term)) found += rare;
  }
  return all === 0 ? 0 : found / all;
}

/** Rarity of the names in the first title that the other article never has: another victim, another vendor. */
function namesApart(a: Outline, b: Outline): number {
  let apart = 0;
  for (const [term, rare] of a.title) if (a.names.has(term) && !b.all.has(term)) apart += rare;
  return apart;
}

/** @returns log-odds that the two articles are on one story. */
export function pairOdds(features: readonly number[], model: PairWeights): number {
  let odds = model.bias;
  for (let f = 0; f < features.length; f++) odds += (model.weights[f]! * (features[f]! - model.mean[f]!)) / model.scale[f]!;
  return odds;
}

/** Log-odds of two texts of an unknown language that nothing but common words join: far below every threshold. */
const UNWITNESSED = -3;
/** Two texts as alike as this need no name in common. */
const ALIKE = 0.6;

/**
 * Log-odds that two articles are on one story. The model was learned where the term statistics know the language;
 * elsewhere names, numbers or long words in common must bear it out, or nearly the same text.
 */
export function articleOdds(a: Outline, b: Outline, model: PairWeights): number {
  const features = pairFeatures(a, b);
  const odds = pairOdds(features, model);
  return features[0]! >= ALIKE || (isWitnessed(a, b) && isWitnessed(b, a)) ? odds : Math.min(odds, UNWITNESSED);
}

function isWitnessed({ witnesses }: Outline, other: Outline): boolean {
  if (!witnesses) return true;
  let sum = 0;
  for (const [term, weight] of witnesses) if (other.all.has(term)) sum += weight;
  return sum >= 1;
}

/** Log-odds to 0-1. */
export const certaintyOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** @returns terms that both have, strongest first, as written in the first. */
export function sharedTerms(a: Outline, b: Outline, most: number): string[] {
  return [...a.all]
    .filter(([term, rare]) => rare >= COMMON_RARITY / 2 && b.all.has(term))
    .sort(([s, x], [t, y]) => y - x || (s < t ? -1 : 1))
    .slice(0, most)
    .map(([term]) => a.surfaces.get(term) ?? term);
}
