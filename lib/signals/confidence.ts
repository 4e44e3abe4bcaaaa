import type { Article } from '../articles/article';
import type { Story } from '../stories/story';
import type { Confidence, Origin, Reason, Verified } from './signals';

const HOUR = 3_600_000;
/** Links this sure hold a story together beyond doubt, or leave doubt (Story.cohesion; the grouping joins at about 0.5). */
const COHESION = { firm: 0.75, loose: 0.6 } as const;
/** Mean certainty of the findings of origin (Origin.certainty): own reporting without any mark is 0.7. */
const ORIGINS = { firm: 0.68, loose: 0.6 } as const;
/** A story this young still changes: later reports often turn out to rest on the first. */
const YOUNG = 3 * HOUR;
/** Points of which the level is made: each reason gives or takes one or two. */
const HIGH = 4;
const MEDIUM = 2;

/**
 * How sure we are that these articles are one story and that its origins are independent.
 * Points from cohesion, certainty of the origins, a primary document, the number of origins and the story's age; each point is a reason.
 * @param now epoch ms
 */
export function confidenceOf(
  story: Story,
  articles: readonly Article[],
  origins: Readonly<Record<string, Origin>>,
  verified: Verified,
  now: number,
): Confidence {
  let points = 0;
  const reasons: Reason[] = [];
  const give = (worth: number, reason: Reason): void => {
    points += worth;
    reasons.push(reason);
  };

  if (articles.length > 1) {
    const values = { percent: Math.round(100 * story.cohesion) };
    if (story.cohesion >= COHESION.firm) give(1, { key: 'confidence_cohesion_firm', values });
    else if (story.cohesion < COHESION.loose) give(-1, { key: 'confidence_cohesion_loose', values });
  }
  const found = articles.flatMap((article) => origins[article.id] ?? []);
  const certainty = found.reduce((sum, origin) => sum + origin.certainty, 0) / Math.max(1, found.length);
  const values = { percent: Math.round(100 * certainty) };
  if (certainty >= ORIGINS.firm) give(1, { key: 'confidence_origins_firm', values });
  else if (certainty < ORIGINS.loose) give(-1, { key: 'confidence_origins_loose', values });

  const primary = verified.independent.find(({ kind }) => kind === 'primary');
  if (primary) give(2, { key: 'confidence_primary', values: { name: primary.name }, article: primary.articles[0]! });
  if (verified.n >= 3) give(2, { key: 'confidence_several', values: { count: verified.n } });
  else if (verified.n === 2) give(1, { key: 'confidence_two', values: { count: 2 } });
  else give(-1, { key: 'confidence_one', values: { count: 1 } });
  if (now - story.opened < YOUNG)
    give(-1, { key: 'confidence_young', values: { hours: Math.max(0, Math.floor((now - story.opened) / HOUR)) } });
  if (verified.standing === 'unconfirmed') give(-2, { key: 'confidence_unconfirmed' });
  return { level: points >= HIGH ? 'high' : points >= MEDIUM ? 'medium' : 'low', reasons };
}
