import * as v from 'valibot';
import { readChange, type Settings } from '../store/settings';
import type { Ask, MessageName } from './protocol';

/** Any text of at most so many characters. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const texts = (most: number, each: number) => v.pipe(v.array(text(each)), v.maxLength(most));
const address = text(2000);
const tab = v.object({ tab: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const storyId = v.object({ id: text(100) });
const nothing = v.null();

/** Limits a little above what lib/articles/page.ts sends, so that only what it cannot have sent is refused. */
const reading = v.object({
  url: address,
  canonical: v.nullable(address),
  title: text(1000),
  authors: texts(50, 300),
  published: v.nullable(text(100)),
  language: v.nullable(text(50)),
  outlet: v.nullable(text(300)),
  lead: text(1000),
  text: text(5000),
  marks: v.object({
    source: v.exactOptional(v.object({ name: text(300), url: address })),
    basedOn: v.exactOptional(texts(50, 2000)),
    syndication: v.exactOptional(address),
    original: v.exactOptional(texts(50, 2000)),
    credit: v.exactOptional(texts(50, 500)),
  }),
});

/** The largest file of the reader's own that is taken in, characters: an export of 50,000 articles. */
const FILE = 200_000_000;

/** The shape of every ask. What does not fit is refused before any handler sees it; unknown fields are dropped. */
export const ASKS: { readonly [N in MessageName]: v.GenericSchema<unknown, Ask<N>> } = {
  'page/ask': reading,
  'page/overlay': nothing,
  'page/mute': nothing,
  'page/open-story': nothing,
  'page/follow': v.object({ on: v.boolean() }),
  'page/links': v.object({ addresses: texts(50, 2000) }),
  'tab/verdict': tab,
  'tab/check': tab,
  'refresh/start': nothing,
  'refresh/progress': nothing,
  'settings/get': nothing,
  'settings/change': v.pipe(
    v.custom<Partial<Settings>>((change) => readChange(change) !== null),
    v.transform((change) => readChange(change) ?? {}),
  ),
  'mode/apply': nothing,
  'sources/list': nothing,
  'feeds/add': v.object({ address }),
  'feeds/remove': v.object({ address }),
  'opml/import': v.object({ text: text(5_000_000) }),
  'opml/export': nothing,
  'stories/list': v.object({
    followed: v.exactOptional(v.boolean()),
    limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
    query: v.exactOptional(text(200)),
    order: v.exactOptional(v.picklist(['impact', 'fresh'])),
  }),
  'story/get': storyId,
  'story/follow': v.object({ id: text(100), on: v.boolean() }),
  'story/seen': storyId,
  'data/size': nothing,
  'data/export': v.object({ as: v.picklist(['json', 'csv']) }),
  'data/import': v.object({ text: text(FILE) }),
  'data/wipe': nothing,
  'words/catalogue': nothing,
};
