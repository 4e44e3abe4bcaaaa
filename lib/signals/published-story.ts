import { canonicalAddress } from '../articles/address';
import type { Article } from '../articles/article';
import type { Story } from '../stories/story';
import type { ReadStory } from './signal-feed-read';
import type { Reason, Signals } from './signals';

/** The part of an article that a signal feed carries and screens show. */
export interface PublishedArticle
  extends Pick<Article, 'id' | 'address' | 'link' | 'title' | 'outlet' | 'source' | 'published' | 'language'> {}

/** Written by the publisher's editors; shown as written. */
export interface Editorial {
  readonly author: string;
  readonly analysis?: string;
  readonly watch?: string;
}

/** A story as a signal feed tells it, in the engine's own shape: the screens that show ours show it. */
export interface PublishedStory {
  readonly story: Story;
  readonly signals: Signals;
  readonly articles: readonly PublishedArticle[];
  readonly editorial?: Editorial;
}

/** As `Article.title`. */
const TITLE = 300;
/** Longest name, sentence and editorial text that is shown, characters. */
const NAME = 120;
const SENTENCE = 1_000;
const EDITORIAL = 6_000;
/** Articles of one story that are taken in. */
const MOST_ARTICLES = 500;

/** One line of clean text: control characters and line ends would let a name pose as more than a name. */
const line = (text: string, most: number): string => plainLine(text.slice(0, most * 2)).slice(0, most);
const plainLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
/** Text of several paragraphs; markup in it is shown as it stands, never as markup. */
const paragraphs = (text: string): string =>
  text
    .slice(0, EDITORIAL)
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();

/**
 * A publisher's story as the engine would have it. What contradicts itself is refused (null): a count that is not that
 * of its origins, or no article with a web address. What points nowhere is left out.
 */
export function publishedStoryOf(read: ReadStory): PublishedStory | null {
  if (read.independent.length !== read.verifiedBy) return null;
  const articles = new Map<string, PublishedArticle>();
  for (const one of read.articles.slice(0, MOST_ARTICLES)) {
    const address = canonicalAddress(one.url);
    if (address === null) continue;
    const { id, url, source, outlet, title, language } = one;
    articles.set(id, {
      id,
      address,
      ...(url !== address && { link: url }),
      title: line(title, TITLE),
      outlet: line(outlet, NAME),
      source,
      published: Date.parse(one.publishedAt),
      language,
    });
  }
  if (articles.size === 0) return null;

  const known = (ids: readonly string[]) => ids.filter((id) => articles.has(id));
  const reasons = ({ because }: { readonly because: readonly ReadReason[] }): readonly Reason[] => because.map(reasonOf);
  const origins = (list: ReadStory['independent']) =>
    list.map(({ key, name, kind, articles: ids }) => ({ key, name: line(name, NAME), kind, articles: known(ids) }));
  const quoted = <T extends { readonly text: string; readonly article: string }>(list: readonly T[]): readonly T[] =>
    list.filter((one) => articles.has(one.article)).map((one) => ({ ...one, text: line(one.text, SENTENCE) }));
  const events = (list: ReadStory['timeline']) =>
    list
      .filter((one) => articles.has(one.article))
      .map(({ date, title, articles: ids, ...event }) => ({
        at: Date.parse(date),
        ...event,
        title: line(title, TITLE),
        articles: known(ids),
      }));
  const { sections } = read;

  return {
    story: {
      id: read.id,
      title: line(read.title, TITLE),
      articles: [...articles.keys()],
      absorbed: read.absorbed,
      opened: Date.parse(read.openedAt),
      updated: Date.parse(read.updatedAt),
      cohesion: 1,
      ties: [],
    },
    articles: [...articles.values()],
    signals: {
      origins: Object.fromEntries(
        read.articles.flatMap(({ id, origin: { evidence: _, because, ...origin } }) =>
          articles.has(id) ? [[id, { ...origin, evidence: because.map(reasonOf) }]] : [],
        ),
      ),
      verified: {
        n: read.verifiedBy,
        independent: origins(read.independent),
        uncounted: origins(read.uncounted),
        standing: read.standing,
        unconfirmed: reasons(read.unconfirmed),
      },
      impact: {
        score: read.impact.score,
        regulatory: read.impact.regulatory,
        financial: read.impact.financial,
        operational: read.impact.operational,
        reasons: reasons(read.impact),
      },
      sentiment: { tier: read.sentiment.tier, certainty: read.sentiment.certainty, reasons: reasons(read.sentiment) },
      confidence: { level: read.confidence.level, reasons: reasons(read.confidence) },
      timeline: { events: events(read.timeline), coming: events(read.coming) },
      sections: {
        takeaways: quoted(sections.takeaways),
        mentioned: sections.mentioned.map((one) => ({ ...one, name: line(one.name, NAME), articles: known(one.articles) })),
        facts: quoted(sections.facts),
        affected: sections.affected.map((one) => ({ ...one, name: line(one.name, NAME) })),
        analysis: quoted(sections.analysis),
        watch: quoted(sections.watch).map(({ date, ...watch }) => ({ at: Date.parse(date), ...watch })),
        coverage: reasons(sections.coverage),
      },
    },
    ...(read.editorial && { editorial: editorialOf(read.editorial) }),
  };
}

type ReadReason = ReadStory['impact']['because'][number];

const reasonOf = ({ key, values, quote, article }: ReadReason): Reason => ({
  key,
  ...(values && { values }),
  ...(quote !== undefined && { quote: line(quote, SENTENCE) }),
  ...(article !== undefined && { article }),
});

const editorialOf = ({ author, analysis, watch }: NonNullable<ReadStory['editorial']>): Editorial => ({
  author: line(author, NAME),
  ...(analysis !== undefined && { analysis: paragraphs(analysis) }),
  ...(watch !== undefined && { watch: paragraphs(watch) }),
});

/** A publisher's name as shown: clean, one line. */
export const publisherName = (name: string): string => line(name, NAME) || '?';
