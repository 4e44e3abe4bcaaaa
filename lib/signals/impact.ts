import type { Article } from '../articles/article';
import type { Part } from './features';
import { isSamePhrase } from './phrase';
import { scoreText, type TextScore } from './score-text';
import type { SignalModel } from './signal-model';
import type { Impact, Origin, Reason } from './signals';
import { meanOfVoices, voicesOf, weightOfVoices } from './weighing';

/** From this score on an experienced operator acts on it (GUIDE.md, "Impact"). */
export const ACT_FROM = 8;

const PARTS: readonly Part[] = ['operational', 'regulatory', 'financial'];
/** Reasons per part that are kept, from different articles where there are several. */
const REASONS_PER_PART = 2;

/**
 * Impact of a story from the texts of its independent origins; how many carry it has no part in it.
 * Reasons have the keys `impact_regulatory`, `impact_financial`, `impact_operational` (values: part, points 0-10, phrase) and `impact_act`.
 */
export function impactOf(articles: readonly Article[], origins: Readonly<Record<string, Origin>>, model: SignalModel): Impact {
  const voices = voicesOf(articles, origins);
  const scores = new Map<string, TextScore>();
  for (const { articles: own } of voices) for (const article of own) scores.set(article.id, scoreText(article, model));
  const mean = (of: (score: TextScore) => number) => tenth(meanOfVoices(voices, (article) => of(scores.get(article.id)!)));
  const parts = {
    regulatory: mean((score) => score.regulatory),
    financial: mean((score) => score.financial),
    operational: mean((score) => score.operational),
  };
  const score = Math.max(1, Math.round(100 * weightOfVoices(voices, (article) => scores.get(article.id)!.impact)) / 100);
  const reasons: Reason[] = [];
  for (const part of [...PARTS].sort((a, b) => parts[b] - parts[a])) {
    const found: { reason: Reason; weight: number; phrase: string }[] = [];
    for (const { articles: own } of voices)
      for (const { id } of own)
        for (const { phrase, quote, weight } of scores.get(id)!.reasons[part])
          found.push({
            reason: { key: `impact_${part}`, values: { part, points: Math.round(parts[part]), phrase }, quote, article: id },
            weight,
            phrase: phrase.toLowerCase(),
          });
    found.sort((a, b) => b.weight - a.weight);
    const distinct: typeof found = [];
    for (const one of found)
      if (!distinct.some((other) => isSamePhrase(other.phrase, one.phrase) || other.reason.quote === one.reason.quote))
        distinct.push(one);
    if (parts[part] >= 1) reasons.push(...distinct.slice(0, REASONS_PER_PART).map(({ reason }) => reason));
  }
  if (Math.round(score) >= ACT_FROM)
    reasons.unshift({ key: 'impact_act', values: { part: 'operational', points: Math.round(score) } });
  return { score, ...parts, reasons };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
