import { NAMES_LISTED } from '../signals/entity';
import { topicsOf } from '../signals/trends';
import type { LookRecord, StoryRecord } from '../store/records';
import type { StoryLine } from './protocol';

/** A story in a list, with what changed since the reader last looked at it. */
export function storyLine(
  { story, signals, sources }: Pick<StoryRecord, 'story' | 'signals' | 'sources'>,
  look: LookRecord | null,
): StoryLine {
  const { verified, impact, sentiment, sections } = signals;
  const followed = look !== null && look.followedSince !== null;
  const news: StoryLine['news'][number][] = [];
  if (followed && look.seen.at === 0) news.push({ key: 'news_found', values: {} });
  else if (look) {
    const { n, impact: score, articles } = look.seen;
    if (verified.n > n) news.push({ key: 'news_sources', values: { from: n, to: verified.n } });
    // Shown in whole steps: a change within one is none to a reader.
    const [from, to] = [Math.round(score), Math.round(impact.score)];
    if (from !== to) news.push({ key: 'news_impact', values: { from, to } });
    if (story.articles.length > articles) news.push({ key: 'news_reports', values: { n: story.articles.length - articles } });
  }
  return {
    id: story.id,
    title: story.title,
    updated: story.updated,
    opened: story.opened,
    n: verified.n,
    standing: verified.standing,
    impact: impact.score,
    tier: sentiment.tier,
    articles: story.articles.length,
    followed,
    news,
    entities: sections.mentioned.slice(0, NAMES_LISTED).map((mention) => mention.name),
    topics: topicsOf(impact),
    sources,
    unread: look === null || look.seen.at < story.updated,
  };
}

/** Finds what the reader did with a story under whichever of its ids; a look that follows comes first. */
export function lookFinder(looks: readonly LookRecord[]): (ids: readonly string[]) => LookRecord | null {
  const byId = new Map(looks.map((look) => [look.story, look]));
  return (ids) => {
    const found = ids.flatMap((id) => byId.get(id) ?? []);
    return found.find((look) => look.followedSince !== null) ?? found[0] ?? null;
  };
}

/** How a story stands now, to be compared with later. */
export function seenNow({ story, signals }: StoryRecord, now: number): LookRecord['seen'] {
  return { at: now, n: signals.verified.n, impact: signals.impact.score, articles: story.articles.length };
}
