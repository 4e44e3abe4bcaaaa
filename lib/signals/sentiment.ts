import type { Article } from '../articles/article';
import { isSamePhrase } from './phrase';
import { type Mood, scoreText, shareOf, type TextScore, tierOf } from './score-text';
import type { SignalModel } from './signal-model';
import type { Origin, Reason, Sentiment } from './signals';
import { meanOfVoices, voicesOf } from './weighing';

/** Phrases kept as reasons. */
const MOST_REASONS = 4;
/** Below this certainty the reader is told that the tier is unclear. */
const UNCLEAR_BELOW = 0.4;

/**
 * Sentiment of a story: the mean leaning of its independent origins, copies left out, cut into tiers as single texts are.
 * Reasons: `sentiment_worse` and `sentiment_better` (value: phrase; quote: the sentence), `sentiment_unclear`.
 */
export function sentimentOf(
  articles: readonly Article[],
  origins: Readonly<Record<string, Origin>>,
  model: SignalModel,
): Sentiment {
  const voices = voicesOf(articles, origins);
  const scores = new Map<string, TextScore>();
  for (const { articles: own } of voices) for (const article of own) scores.set(article.id, scoreText(article, model));
  const mean = (of: (score: TextScore) => number) => meanOfVoices(voices, (article) => of(scores.get(article.id)!));
  const share = (i: 0 | 1 | 2 | 3) => mean((score) => score.mood.shares[i]);
  const mood: Mood = { leaning: mean((score) => score.mood.leaning), shares: [share(0), share(1), share(2), share(3)] };
  const tier = voices.length === 0 ? 0 : tierOf(mood, model.tiers);
  const certainty = Math.round(100 * shareOf(mood, tier) * mean((score) => score.legible)) / 100;
  const found: { reason: Reason; weight: number; phrase: string }[] = [];
  for (const { articles: own } of voices)
    for (const { id } of own)
      for (const { phrase, quote, weight } of scores.get(id)!.reasons.sentiment)
        found.push({
          reason: { key: weight < 0 ? 'sentiment_worse' : 'sentiment_better', values: { phrase }, quote, article: id },
          weight: Math.abs(weight),
          phrase: phrase.toLowerCase(),
        });
  found.sort((a, b) => b.weight - a.weight);
  const distinct: typeof found = [];
  for (const one of found) {
    if (distinct.length === MOST_REASONS) break;
    if (!distinct.some((other) => isSamePhrase(other.phrase, one.phrase))) distinct.push(one);
  }
  // What speaks for the tier comes first: a reader asks why it is so, then what is against it.
  const speaks = ({ reason }: (typeof found)[number]): number =>
    tier !== 0 && (reason.key === 'sentiment_better') === tier > 0 ? 1 : 0;
  const reasons = distinct.sort((a, b) => speaks(b) - speaks(a)).map(({ reason }) => reason);
  if (certainty < UNCLEAR_BELOW) reasons.push({ key: 'sentiment_unclear' });
  return { tier, certainty, reasons };
}
