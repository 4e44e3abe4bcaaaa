import type { Article } from '../articles/article';
import { buildStories } from '../stories/build';
import type { GroupingModel } from '../stories/grouping-model';
import { type Measured, type Mood, measureText, scoreOf, type TextScore } from './score-text';
import type { SignalModel } from './signal-model';
import { distinctTexts } from './weighing';

/** What a report says, read together with the others of its story. */
export type ItemScore = Pick<TextScore, 'sentiment' | 'regulatory' | 'financial' | 'operational' | 'impact'>;

/**
 * What each other report of the story counts, where the report's own words count 1, and how many of them count at the most.
 * Sentiment is the report's own more than impact is: an arrest and the breach that it ends are one story of two tiers.
 * Chosen on time blocks of the development weeks; the mood's was then lowered from 0.3, as among stories that the weights
 * know a report's own words tell its tier better (`npm run evaluate -- signals`, every fifth item).
 */
const OTHERS_COUNT = { mood: 0.1, weight: 0.3 } as const;
const MOST_OTHERS = 6;

/**
 * Scores reports that are there together. A headline alone often says little of what its development means; the other
 * reports of the same story, as the engine groups them, say the rest: each score leans to theirs. Copies of one text count
 * once, so how often a text is printed moves nothing.
 *
 * @param now epoch ms
 * @returns by article id
 */
export function scoreItems(
  articles: readonly Article[],
  model: SignalModel,
  grouping: GroupingModel,
  now: number,
): Map<string, ItemScore> {
  const known = new Map(articles.map((article) => [article.id, { article, measured: measureText(article, model) }]));
  const scores = new Map<string, ItemScore>();
  for (const story of buildStories(articles, grouping, now)) {
    const own = story.articles.flatMap((id) => known.get(id) ?? []);
    const distinct = distinctTexts(own.map(({ article }) => article));
    for (const { article, measured } of own) {
      // A copy stands for its text: it does not lean to itself.
      const others = [...distinct.values()]
        .filter((members) => !members.includes(article))
        .map(([first]) => known.get(first!.id)!);
      const { mood: _, ...score } = scoreOf(
        leaning(
          measured,
          others.map((other) => other.measured),
        ),
        model.tiers,
      );
      scores.set(article.id, score);
    }
  }
  return scores;
}

/** One report's measures, drawn to the mean of the others'. */
function leaning(own: Measured, others: readonly Measured[]): Measured {
  if (others.length === 0) return own;
  const mean = (count: number, value: (one: Measured) => number) => {
    const pull = count * Math.min(others.length, MOST_OTHERS);
    return (value(own) + (pull * others.reduce((sum, one) => sum + value(one), 0)) / others.length) / (1 + pull);
  };
  const { mood, weight } = OTHERS_COUNT;
  return {
    mood: {
      leaning: mean(mood, (one) => one.mood.leaning),
      shares: own.mood.shares.map((_, tier) => mean(mood, (one) => one.mood.shares[tier]!)) as unknown as Mood['shares'],
    },
    regulatory: mean(weight, (one) => one.regulatory),
    financial: mean(weight, (one) => one.financial),
    operational: mean(weight, (one) => one.operational),
    impact: mean(weight, (one) => one.impact),
  };
}
