import * as v from 'valibot';
import { canonicalAddress } from '../articles/address';
import type { Article } from '../articles/article';
import { articleFromItem } from '../articles/article-from-item';
import { MOST_SUBSCRIPTIONS, newSubscription } from '../refresh-signal-feeds';
import { NEWS } from '../signals/news-of-story';
import { publisherName } from '../signals/published-story';
import { PUBLIC_KEY } from '../signals/signal-feed-key';
import { isListing } from '../sources/news-indexes';
import type { Registry } from '../sources/registry';
import type { Source } from '../sources/source';
import { repairSettings } from '../store/settings';
import type { Store } from '../store/store';
import {
  LEAST_TERMS,
  LONGEST_NAME,
  LONGEST_TERM,
  MOST_STANDING,
  MOST_TERMS,
  readTerms,
  sameTerms,
  writeTerms,
} from '../stories/standing-story';
import type { Context } from './context';
import type { Handlers } from './receive';
import { Refused } from './refused';
import { putStanding } from './standing';

/** Version of the reader's export; raised when its shape changes. */
const EXPORT_VERSION = 1;
/** Epoch ms beyond which JavaScript has no dates (ECMA-262, 21.4.1.1). */
const LAST_MOMENT = 8.64e15;

type DataHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `data/${string}` | `settings/${string}` | `mode/${string}` | `refresh/${string}` | `words/${string}`>
>;

/** What options ask about settings and the reader's data. */
export function dataHandlers(context: Context): DataHandlers {
  const { store } = context;
  return {
    'settings/get': () => context.settings(),
    'settings/change': (change) => context.change(change),
    'mode/apply': () => context.pages.applyMode(),
    'refresh/start': () => context.startRefresh(),
    'refresh/progress': () => context.progress(),
    'words/catalogue': () => context.catalogue(),

    async 'data/size'() {
      const [size, estimate] = await Promise.all([store.size(), navigator.storage?.estimate?.().catch(() => undefined)]);
      return { ...size, bytes: estimate?.usage ?? null };
    },

    async 'data/export'({ as }) {
      return as === 'csv' ? storiesCsv(context) : everythingJson(context);
    },

    async 'data/import'({ text }) {
      const read = readExport(text);
      const { settings } = repairSettings(read.settings);
      // The mode is not taken over: it goes with permissions, which a file cannot bring.
      const { mode: _, ...rest } = settings;
      await context.change(rest);
      await subscribeTo(read.signalFeeds, store);
      const { registry } = await context.chosen();
      const articles = read.articles.flatMap((row) => articleOf(row, registry, context.now()) ?? []);
      const added = await store.acceptArticles(articles);
      await context.groupInbox();
      await takeStanding(context, read.standing);
      await takeLooks(store, read.looks);
      await context.refreshSignalFeeds();
      return { articles: added };
    },

    async 'data/wipe'() {
      await context.wipe();
      return null;
    },
  };
}

async function everythingJson({ store, settings, now }: Context): Promise<string> {
  const [articles, stories, looks, subscriptions, standing] = await Promise.all([
    store.allArticles(),
    store.allStories(),
    store.looks(),
    store.subscriptions(),
    store.standingStories(),
  ]);
  return JSON.stringify({
    secondSource: EXPORT_VERSION,
    exportedAt: new Date(now()).toISOString(),
    settings: await settings(),
    // With the keys that were pinned: what feeds tell is fetched again, whom to believe is not.
    signalFeeds: subscriptions.map(({ address, publisher, key }) => ({ address, publisher, key })),
    articles: articles.map(({ postings: _, ...article }) => article),
    stories: stories.map(({ story, signals }) => ({ ...story, signals })),
    looks,
    standing,
  });
}

async function storiesCsv({ store }: Context): Promise<string> {
  const columns =
    'id,title,opened,updated,articles,verified_by,standing,impact,regulatory,financial,operational,sentiment,confidence'.split(
      ',',
    );
  const rows = (await store.stories('updated', Number.MAX_SAFE_INTEGER)).map(({ story, signals: s }) => [
    story.id,
    story.title,
    new Date(story.opened).toISOString(),
    new Date(story.updated).toISOString(),
    story.articles.length,
    s.verified.n,
    s.verified.standing,
    s.impact.score,
    s.impact.regulatory,
    s.impact.financial,
    s.impact.operational,
    s.sentiment.tier,
    s.confidence.level,
  ]);
  return `${[columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** RFC 4180; a title that a spreadsheet would run as a formula is kept text by a leading apostrophe. */
function csvCell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Epoch ms. */
const MOMENT = v.pipe(v.number(), v.minValue(-LAST_MOMENT), v.maxValue(LAST_MOMENT));
const COUNT = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

const exported = v.object({
  secondSource: v.pipe(v.number(), v.minValue(1), v.maxValue(EXPORT_VERSION)),
  settings: v.optional(v.unknown()),
  signalFeeds: v.optional(
    v.array(
      v.object({
        address: v.pipe(v.string(), v.maxLength(2_000), v.url(), v.regex(/^https?:/i)),
        publisher: v.string(),
        key: v.nullable(v.pipe(v.string(), v.regex(PUBLIC_KEY))),
      }),
    ),
    [],
  ),
  articles: v.array(
    v.object({
      address: v.string(),
      title: v.string(),
      summary: v.string(),
      text: v.string(),
      authors: v.array(v.string()),
      published: MOMENT,
      language: v.string(),
      source: v.string(),
      via: v.optional(v.string()),
    }),
  ),
  standing: v.optional(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.maxLength(100)),
        name: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
        terms: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TERM))), v.maxLength(MOST_TERMS)),
        since: MOMENT,
        page: v.nullable(v.string()),
      }),
    ),
    [],
  ),
  looks: v.optional(
    v.array(
      v.object({
        story: v.pipe(v.string(), v.maxLength(200)),
        followedSince: v.nullable(MOMENT),
        seen: v.object({ at: MOMENT, n: COUNT, impact: COUNT, articles: COUNT }),
        by: v.optional(v.pipe(v.string(), v.maxLength(100))),
        told: v.optional(v.array(v.picklist(NEWS))),
      }),
    ),
    [],
  ),
});

type Exported = v.InferOutput<typeof exported>;

/** Subscribes to the signal feeds of a file. Those that are known keep the key that was pinned here. */
async function subscribeTo(feeds: Exported['signalFeeds'], store: Store): Promise<void> {
  const known = new Set((await store.subscriptions()).map(({ address }) => address));
  for (const { address, publisher, key } of feeds) {
    const { href } = new URL(address);
    if (known.size >= MOST_SUBSCRIPTIONS) return;
    if (known.has(href)) continue;
    known.add(href);
    await store.subscribe(newSubscription(href, publisherName(publisher), key));
  }
}

/** Standing stories of a file: the reader's own of the same id or terms stay as they are. */
async function takeStanding({ store, now }: Context, rows: Exported['standing']): Promise<void> {
  const own = [...(await store.standingStories())];
  for (const row of rows) {
    const terms = readTerms(writeTerms(row.terms));
    const isKnown = own.some(({ id, terms: theirs }) => id === row.id || sameTerms(theirs, terms));
    if (isKnown || terms.length < LEAST_TERMS || own.length >= MOST_STANDING) continue;
    const page = row.page === null ? null : canonicalAddress(row.page);
    const standing = { ...row, terms, page, articles: [] };
    own.push(standing);
    await putStanding(store, standing, now());
  }
}

/** What the reader followed and had seen, of the stories that are here. What they did here themselves stays. */
async function takeLooks(store: Store, rows: Exported['looks']): Promise<void> {
  for (const { by, told, ...row } of rows) {
    const record = await store.story(row.story);
    const own = record && (await store.lookAt(record.ids));
    // What is followed through a standing story only, as since a moment ago through one of the file, gives way.
    if (!record || (own && own.by === undefined)) continue;
    await store.look({ ...row, ...(by !== undefined && { by }), ...(told && { told }), story: record.id }, record.ids);
  }
}

function readExport(text: string): Exported {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refused('error_import_not_json');
  }
  const read = v.safeParse(exported, parsed);
  if (!read.success) throw new Refused('error_import_not_ours');
  return read.output;
}

/** An exported article goes the way of a feed's item again: nothing in a file is trusted to be clean. */
function articleOf(row: Exported['articles'][number], registry: Registry, now: number): Article | null {
  // What an index listed is that index's word of another's report: only a list can say it again.
  if (isListing(row.via)) return null;
  const source: Source | undefined = registry.byId(row.source);
  if (!source && !URL.canParse(row.address)) return null;
  const host = source ? '' : new URL(row.address).hostname;
  const item = {
    link: row.address,
    title: row.title,
    summary: row.summary,
    content: row.text,
    authors: row.authors,
    published: new Date(row.published).toISOString(),
    language: row.language,
    categories: [],
  };
  return articleFromItem(item, source ?? importedSource(host), now, registry);
}

/** A publisher of which the file holds articles and the reader has no feed. */
const importedSource = (host: string): Source => ({
  id: `host:${host}`,
  name: host,
  newsroom: host,
  owner: '',
  kind: 'outlet',
  country: 'ZZ',
  language: 'und',
  hosts: [host],
  feeds: [],
  why: '',
});
