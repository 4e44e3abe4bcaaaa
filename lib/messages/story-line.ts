import type { LookRecord, StoryRecord } from '../store/records';
import type { StoryLine } from './protocol';

/** Names shown with a story in a list, at most. */
const ENTITIES = 8;

/** A story in a list, with what changed since the reader last looked at it. */
export function storyLine({ story, signals, sources }: StoryRecord, look: LookRecord | null): StoryLine {
  const { verified, impact, sentiment, sections } = signals;
  const followed = look !== null && look.followedSince !== null;
  const news: StoryLine['news'][number][] = [];
  if (look) {
    const { n, impact: score, articles } = look.seen;
    if (verified.n > n) news.push({ key: 'news_sources', values: { from: n, to: verified.n } });
    if (impact.score !== score) news.push({ key: 'news_impact', values: { from: score, to: impact.score } });
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
    entities: sections.mentioned.slice(0, ENTITIES).map((mention) => mention.name),
    sources,
    unread: look === null || look.seen.at < story.updated,
  };
}

/** How a story stands now, to be compared with later. */
export function seenNow({ story, signals }: StoryRecord, now: number): LookRecord['seen'] {
  return { at: now, n: signals.verified.n, impact: signals.impact.score, articles: story.articles.length };
}
