import * as v from 'valibot';
import { PUBLIC_KEY } from './signal-feed-key';

/** A file of stories that is larger is not read, bytes: about 1,500 stories. */
export const MAX_SIGNAL_FEED = 8_000_000;
/** An index that is larger is not read, bytes: MOST_SHARDS entries take half of it. */
export const MAX_INDEX = 256_000;
/** Shards of an index, at most: a year of days and the parts of today. */
export const MOST_SHARDS = 500;

/**
 * The same shapes as signal-feed.schema.json and signal-feed-index.schema.json (a test holds them together). Fields that
 * are not known are dropped; one that does not fit refuses the whole file: a publisher's program is wrong, or lies.
 */
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Engines take 30 February for 2 March. */
function isDay(parts: RegExpExecArray | null): boolean {
  if (!parts) return false;
  const [year = 0, month = 0, day = 0] = parts.slice(1, 4).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const text = v.string();
const filled = v.pipe(text, v.nonEmpty());
const moment = v.pipe(
  text,
  v.check((value) => isDay(MOMENT.exec(value))),
);
const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const texts = v.array(text);
const someTexts = v.pipe(texts, v.nonEmpty());
const isPlain = v.check((value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value));
/** For valibot a list is an object too, where nothing in it is required. */
const values = v.pipe(v.unknown(), isPlain, v.record(text, v.union([text, v.number()])));

const kind = v.picklist(['own', 'wire', 'cites', 'pr', 'primary']);
const precision = v.picklist(['minute', 'day', 'month']);
const reason = v.object({
  key: v.pipe(text, v.regex(/^[A-Za-z0-9_]+$/)),
  values: v.exactOptional(values),
  quote: v.exactOptional(text),
  article: v.exactOptional(text),
});
const explained = { reasons: texts, because: v.array(reason) };
const origin = v.object({
  kind,
  name: v.exactOptional(text),
  key: filled,
  certainty: within(0, 1),
  evidence: someTexts,
  because: v.pipe(v.array(reason), v.nonEmpty()),
  restsOn: v.exactOptional(text),
});
const article = v.object({
  id: filled,
  url: v.pipe(text, v.regex(/^https?:\/\//)),
  source: text,
  outlet: text,
  title: text,
  language: text,
  publishedAt: moment,
  origin,
});
const independent = v.object({ key: text, name: text, kind, articles: someTexts });
const event = v.object({
  date: moment,
  precision,
  title: filled,
  article: text,
  articles: someTexts,
  dateWords: v.exactOptional(text),
});
const quote = { text, article: text };
const sections = v.object({
  takeaways: v.array(v.object({ ...quote, origins: texts })),
  mentioned: v.array(
    v.object({
      name: text,
      kind: v.picklist(['person', 'organisation', 'product', 'place', 'vulnerability', 'law']),
      count: v.pipe(v.number(), v.integer(), v.minValue(1)),
      aliases: texts,
      articles: texts,
    }),
  ),
  facts: v.array(
    v.object({
      ...quote,
      origins: texts,
      figures: v.exactOptional(v.array(v.object({ value: text, articles: texts }))),
    }),
  ),
  affected: v.array(v.object({ name: text, direction: v.picklist(['harmed', 'helped', 'mixed']), why: v.object(quote) })),
  analysis: v.array(v.object(quote)),
  watch: v.array(v.object({ ...quote, date: moment, precision, dateWords: text })),
  coverage: v.object(explained),
});
const editorial = v.object({ author: text, analysis: v.exactOptional(text), watch: v.exactOptional(text) });
const story = v.object({
  id: filled,
  title: text,
  openedAt: moment,
  updatedAt: moment,
  absorbed: texts,
  articles: v.pipe(v.array(article), v.nonEmpty()),
  verifiedBy: v.pipe(v.number(), v.integer(), v.minValue(1)),
  standing: v.picklist(['verified', 'single-source', 'unconfirmed', 'party-statement']),
  independent: v.pipe(v.array(independent), v.nonEmpty()),
  uncounted: v.array(independent),
  unconfirmed: v.object(explained),
  confidence: v.object({ level: v.picklist(['low', 'medium', 'high']), ...explained }),
  impact: v.object({
    score: within(1, 10),
    regulatory: within(0, 10),
    financial: within(0, 10),
    operational: within(0, 10),
    ...explained,
  }),
  sentiment: v.object({ tier: v.picklist([-2, -1, 0, 1, 2]), certainty: within(0, 1), ...explained }),
  timeline: v.array(event),
  coming: v.array(event),
  sections,
  editorial: v.exactOptional(editorial),
});
/** A whole feed, or one shard of it. */
export const signalFeed = v.object({
  version: v.literal(1),
  generatedAt: moment,
  publisher: v.exactOptional(filled),
  stories: v.array(story),
  withdrawn: v.exactOptional(texts),
});
const shard = v.object({
  day: v.pipe(
    text,
    v.check((value) => isDay(DAY.exec(value))),
  ),
  name: v.pipe(text, v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/)),
  until: moment,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SIGNAL_FEED)),
  parts: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
});
export const signalFeedIndex = v.pipe(
  v.object({
    version: v.literal(1),
    publisher: v.pipe(
      filled,
      v.check((name) => Array.from(name.slice(0, 401)).length <= 200),
    ),
    generatedAt: moment,
    everyMinutes: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
    shards: v.pipe(v.array(shard), v.maxLength(MOST_SHARDS)),
    key: v.exactOptional(v.pipe(text, v.regex(PUBLIC_KEY))),
    signature: v.exactOptional(v.pipe(text, v.regex(/^[A-Za-z0-9_-]{86}$/))),
  }),
  v.check((index) => (index.key === undefined) === (index.signature === undefined)),
);

/** A signal feed that fits. */
export type ReadSignalFeed = v.InferOutput<typeof signalFeed>;
export type ReadStory = ReadSignalFeed['stories'][number];
/** An index that fits; whether its signature holds is another question (signal-feed-key.ts). */
export type SignalFeedIndex = v.InferOutput<typeof signalFeedIndex>;
export type ShardEntry = SignalFeedIndex['shards'][number];

/** Why a file is not read. `newer`: a version that this extension does not know. */
export type SignalFeedFault = 'not-json' | 'newer' | 'not-a-signal-feed';

export type SignalFeedReading =
  | { readonly is: 'feed'; readonly feed: ReadSignalFeed }
  | { readonly is: 'index'; readonly index: SignalFeedIndex }
  | { readonly is: 'refused'; readonly why: SignalFeedFault };

/** Reads what stands at the address of a signal feed: the feed itself, or the index of its shards. Never throws. */
export function readSignalFeed(body: string): SignalFeedReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { is: 'refused', why: 'not-json' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { is: 'refused', why: 'not-a-signal-feed' };
  const { version } = parsed as { version?: unknown };
  if (typeof version === 'number' && version > 1) return { is: 'refused', why: 'newer' };
  if ('shards' in parsed) {
    const read = v.safeParse(signalFeedIndex, parsed, { abortEarly: true });
    return read.success ? { is: 'index', index: read.output } : { is: 'refused', why: 'not-a-signal-feed' };
  }
  const read = v.safeParse(signalFeed, parsed, { abortEarly: true });
  return read.success ? { is: 'feed', feed: read.output } : { is: 'refused', why: 'not-a-signal-feed' };
}
