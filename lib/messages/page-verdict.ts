import { canonicalAddress } from '../articles/address';
import type { Article, PageReading } from '../articles/article';
import { articleFromReading } from '../articles/article-from-reading';
import { confidenceOf } from '../signals/confidence';
import { findOrigins } from '../signals/origins';
import type { Signals } from '../signals/signals';
import { verify } from '../signals/verified';
import { registrableDomain } from '../sources/host';
import type { Registry } from '../sources/registry';
import type { ArticleRecord, StoryRecord } from '../store/records';
import { isMuted, type Settings } from '../store/settings';
import type { Store } from '../store/store';
import type { GroupingModel } from '../stories/grouping-model';
import { keysOf } from '../stories/keys';
import { isFirmlyHeld, matchArticle } from '../stories/match';
import { searchableArticle } from '../stories/standing-story';
import { holdsAll } from '../stories/terms';
import { isSome, publishedOf, viewOfPublished } from './published';
import type { ArticleBrief, PageReport, StoryView, Verdict } from './verdict';

/** What a verdict is made from. */
export interface Known {
  readonly store: Store;
  readonly registry: Registry;
  readonly grouping: GroupingModel;
  readonly settings: Pick<Settings, 'muted' | 'gateSources' | 'gateImpact'>;
  readonly now: number;
}

/** A story whose sources have not been heard for so long is shown as stale, ms: two nights without the browser. */
export const STALE_AFTER = 48 * 3_600_000;
/** How far from its own date a page's story is looked for, ms. */
const REACH = 21 * 86_400_000;

/**
 * What the page is told: by address first, in one look-up, where its story holds it firmly, else by content. Asks the store only; never the network.
 * The reading is the page's own word and is not kept: it raises no count. It may lower one, for its reader: a byline that no
 * feed carries can show that the page's report is a copy.
 */
export async function verdictOf(reading: PageReading, known: Known): Promise<Verdict> {
  const { store, settings, now } = known;
  const article = articleFromReading(reading, known.registry, now);
  if (!article) return { is: 'not-article' };
  if (isMuted(settings, article.host)) return { is: 'muted' };

  const found = (await byAddress(reading, article, known)) ?? (await byContent(article, known));
  if (!found) return publishedVerdict(reading, article, known);
  const { record, certainty, own } = found;
  const articles = await store.articlesOf(record.story);
  const { page, origins } = reportOf(article, articles, own, certainty, known.registry);
  const signals = heeding(page, origins, record, articles, now);
  const view = await withPublished({ ...viewOf(record, articles), signals }, store, [...record.addresses, ...article.addresses]);
  const { verified, impact } = signals;
  if (verified.n < settings.gateSources || impact.score < settings.gateImpact) return { is: 'below-gate', view, page };
  const last = await store.lastRefresh();
  const staleSince = last !== null && now - last > STALE_AFTER ? last : null;
  return { is: 'story', standing: verified.standing, view, page, staleSince };
}

/** Nothing of our own: the page may be one that a signal feed tells of, by its address; then the verdict is that publisher's. */
async function publishedVerdict(reading: PageReading, article: Article, { store, settings, now }: Known): Promise<Verdict> {
  const addresses = addressesOf(reading, article);
  const published = await publishedOf(store, addresses);
  if (!isSome(published)) return notCovered(addresses, article, store);
  const [first] = published;
  const view = viewOfPublished(published);
  const own = first.articles.find(({ address }) => addresses.includes(address));
  const origin = own && first.signals.origins[own.id];
  if (!origin) return notCovered(addresses, article, store);
  const page: PageReport = { origin, article: own.id, matched: 'address', certainty: 1 };
  const { verified, impact } = first.signals;
  if (verified.n < settings.gateSources || impact.score < settings.gateImpact) return { is: 'below-gate', view, page };
  const staleSince = first.heard !== null && now - first.heard > STALE_AFTER ? first.heard : null;
  return { is: 'story', standing: verified.standing, view, page, staleSince };
}

/** No story: a page that the reader follows by words of their own, if it is the one where they began or holds the words. */
async function notCovered(addresses: readonly string[], article: Article, store: Store): Promise<Verdict> {
  const all = await store.standingStories();
  const text = all.length > 0 ? searchableArticle(article) : '';
  const standing =
    all.find(({ page }) => page !== null && addresses.includes(page)) ?? all.find(({ terms }) => holdsAll(text, terms));
  if (!standing) return { is: 'not-covered' };
  return { is: 'following', id: standing.id, terms: standing.terms, found: standing.articles.length };
}

/** Our own view of a story, with what signal feeds tell of it beside. */
export async function withPublished(view: StoryView, store: Store, addresses: readonly string[]): Promise<StoryView> {
  const published = await publishedOf(store, addresses);
  return isSome(published) ? { ...view, published } : view;
}

/** A story and its articles, as screens show them. */
export function viewOf(record: StoryRecord, articles: readonly Article[]): StoryView {
  return { story: record.story, signals: record.signals, articles: articles.map(briefOf) };
}

const briefOf = ({ id, address, link, title, outlet, source, published, language }: Article): ArticleBrief => {
  return { id, address, ...(link !== undefined && { link }), title, outlet, source, published, language };
};

interface Found {
  readonly record: StoryRecord;
  readonly certainty: number;
  /** The id of the page's own article, where its address is known. */
  readonly own: string | null;
}

/**
 * The page's address, and its canonical one where that is of the same publisher: a page that names another
 * publisher's address as its own would otherwise wear that story's badge.
 */
function addressesOf(reading: PageReading, article: Article): readonly string[] {
  const canonical = reading.canonical === null ? null : canonicalAddress(reading.canonical, reading.url);
  const same = canonical !== null && registrableDomain(new URL(canonical).hostname) === registrableDomain(article.host);
  return [...new Set([...article.addresses, ...(same ? [canonical] : [])])];
}

async function byAddress(reading: PageReading, article: Article, { store, grouping }: Known): Promise<Found | null> {
  for (const address of addressesOf(reading, article)) {
    const record = await store.storyByAddress(address);
    if (!record) continue;
    const articles = await store.articlesOf(record.story);
    const own = articles.find((a) => a.addresses.includes(address));
    const others = articles.filter((a) => a !== own);
    return own && !isFirmlyHeld(own, others, grouping) ? null : { record, certainty: 1, own: own?.id ?? null };
  }
  return null;
}

async function byContent(article: Article, { store, grouping }: Known): Promise<Found | null> {
  const keys = keysOf(article, grouping);
  if (keys.length === 0) return null;
  const around = await store.neighbours([keys], article.published - REACH, article.published + REACH);
  const match = matchArticle(article, around, grouping);
  const record = match && (await store.story(match.story.id));
  return record ? { record, certainty: match.certainty, own: null } : null;
}

/**
 * What kind of report the page is, found among the story's articles; the page's own text says more than a feed did.
 * With the origins of all of them as they then stand.
 */
function reportOf(
  page: Article,
  articles: readonly ArticleRecord[],
  own: string | null,
  certainty: number,
  registry: Registry,
): { page: PageReport; origins: Signals['origins'] } {
  const stored = articles.find((a) => a.id === own);
  const asRead = { ...page, id: own ?? page.id, published: stored?.published ?? page.published };
  const origins = findOrigins([...articles.filter((a) => a.id !== own), asRead], registry);
  return { page: { origin: origins[asRead.id]!, article: own, matched: own ? 'address' : 'content', certainty }, origins };
}

/**
 * The story's signals, its sources counted by what the page says of its own report, where that says another thing than its
 * feed and makes no more of them than the feeds alone do.
 */
function heeding(
  { origin, article }: PageReport,
  origins: Signals['origins'],
  { story, signals }: StoryRecord,
  articles: readonly Article[],
  now: number,
): Signals {
  if (article === null || signals.origins[article]?.key === origin.key) return signals;
  const verified = verify(articles, origins);
  if (verified.n > signals.verified.n) return signals;
  return { ...signals, origins, verified, confidence: confidenceOf(story, articles, origins, verified, now) };
}
