import type { Article } from '../articles/article';
import type { Story } from '../stories/story';
import type { Editorial } from './published-story';
import type { Origin, Reason, Signals, TimelineEvent } from './signals';

/** Rises when a reader of the version before would misread a feed; new fields do not raise it. */
export const SIGNAL_FEED_VERSION = 1;

/** A story as the engine leaves it. */
export interface FeedStory {
  readonly story: Story;
  readonly signals: Signals;
  /** Those of `story.articles`. */
  readonly articles: readonly Article[];
  /** What the publisher's editors wrote about it. */
  readonly editorial?: Editorial;
}

/** What a publisher's feed says beside its stories. */
export interface FeedHead {
  readonly publisher?: string;
  /** Ids of stories written before that are no more. */
  readonly withdrawn?: readonly string[];
}

/**
 * Stories with their signals for others to read: a static JSON file (signal-feed.schema.json).
 * Every reason is there twice: as a sentence, and as key, values and quote, from which an extension makes its own language's.
 * @param generatedAt epoch ms
 * @param say a reason as a sentence in the publisher's language
 */
export function toSignalFeed(
  stories: readonly FeedStory[],
  generatedAt: number,
  say: (reason: Reason) => string,
  { publisher, withdrawn = [] }: FeedHead = {},
) {
  return {
    version: SIGNAL_FEED_VERSION,
    generatedAt: iso(generatedAt),
    ...(publisher !== undefined && { publisher }),
    stories: stories.map((one) => storyOf(one, say)),
    ...(withdrawn.length > 0 && { withdrawn }),
  };
}

export type SignalFeed = ReturnType<typeof toSignalFeed>;

const iso = (at: number): string => new Date(at).toISOString();

function storyOf({ story, signals, articles, editorial }: FeedStory, say: (reason: Reason) => string) {
  const { verified, impact, sentiment, confidence, timeline, sections } = signals;
  const explained = (reasons: readonly Reason[]) => ({ reasons: reasons.map(say), because: reasons });
  return {
    id: story.id,
    title: story.title,
    openedAt: iso(story.opened),
    updatedAt: iso(story.updated),
    absorbed: story.absorbed,
    articles: articles.map((article) => articleOf(article, signals.origins[article.id], say)),
    verifiedBy: verified.n,
    standing: verified.standing,
    independent: verified.independent,
    uncounted: verified.uncounted,
    unconfirmed: explained(verified.unconfirmed),
    confidence: { level: confidence.level, ...explained(confidence.reasons) },
    impact: {
      score: impact.score,
      regulatory: impact.regulatory,
      financial: impact.financial,
      operational: impact.operational,
      ...explained(impact.reasons),
    },
    sentiment: { tier: sentiment.tier, certainty: sentiment.certainty, ...explained(sentiment.reasons) },
    timeline: timeline.events.map(eventOf),
    coming: timeline.coming.map(eventOf),
    sections: {
      ...sections,
      watch: sections.watch.map(({ at, ...watch }) => ({ date: iso(at), ...watch })),
      coverage: explained(sections.coverage),
    },
    ...(editorial && { editorial }),
  };
}

function articleOf(article: Article, origin: Origin | undefined, say: (reason: Reason) => string) {
  const evidence = origin?.evidence ?? [];
  return {
    id: article.id,
    url: article.link ?? article.address,
    source: article.source,
    outlet: article.outlet,
    title: article.title,
    language: article.language,
    publishedAt: iso(article.published),
    origin: {
      kind: origin?.kind ?? ('own' as const),
      ...(origin?.name === undefined ? {} : { name: origin.name }),
      key: origin?.key ?? `article:${article.id}`,
      certainty: origin?.certainty ?? 0,
      evidence: evidence.map(say),
      because: evidence,
      ...(origin?.restsOn === undefined ? {} : { restsOn: origin.restsOn }),
    },
  };
}

const eventOf = ({ at, ...event }: TimelineEvent) => ({ date: iso(at), ...event });
