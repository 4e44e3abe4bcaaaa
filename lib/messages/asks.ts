import * as v from 'valibot';
import type { ShownPage } from '../articles/page-look';
import { readChange, type Settings } from '../store/settings';
import { LONGEST_NAME, LONGEST_TERM, MOST_TERMS } from '../stories/standing-story';
import type { Ask, MessageName } from './protocol';

/** Any text of at most so many characters. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const texts = (most: number, each: number) => v.pipe(v.array(text(each)), v.maxLength(most));
const address = text(2000);
const tab = v.object({ tab: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const storyId = v.object({ id: text(100) });
const nothing = v.null();
const terms = texts(MOST_TERMS, LONGEST_TERM);

/** Limits a little above what lib/articles/page-gather.ts sends, so that only what it cannot have sent is refused. */
const gathered = v.object({
  url: address,
  head: text(300_000),
  language: text(2500),
  tab: text(2500),
  lead: text(2500),
  stated: v.boolean(),
});

/** The same for what lib/articles/page-look.ts gives back: it ran in the page's process. */
export const SHOWN = v.object({
  url: address,
  times: texts(50, 2500),
  bylines: texts(20, 2500),
  items: v.number(),
  passwords: v.number(),
  framed: v.boolean(),
  timed: v.boolean(),
  start: text(2500),
  text: text(7000),
}) satisfies v.GenericSchema<unknown, ShownPage>;

/** The largest file of the reader's own that is taken in, characters: an export of 50,000 articles. */
const FILE = 200_000_000;

/** The shape of every ask. What does not fit is refused before any handler sees it; unknown fields are dropped. */
export const ASKS: { readonly [N in MessageName]: v.GenericSchema<unknown, Ask<N>> } = {
  'page/ask': gathered,
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
  'signal-feeds/list': nothing,
  'signal-feeds/subscribe': v.object({ address }),
  'signal-feeds/remove': v.object({ address }),
  'signal-feeds/accept-key': v.object({ address, key: v.nullable(text(100)) }),
  'stories/list': v.object({
    followed: v.exactOptional(v.boolean()),
    limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
    query: v.exactOptional(text(200)),
    order: v.exactOptional(v.picklist(['impact', 'fresh'])),
  }),
  'stories/glance': v.object({ top: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
  'story/get': storyId,
  'story/follow': v.object({ id: text(100), on: v.boolean() }),
  'story/seen': storyId,
  'stories/page': v.object({
    after: v.nullable(text(100)),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  'standing/list': nothing,
  'standing/propose': tab,
  'standing/start': v.object({ ...tab.entries, terms }),
  'standing/edit': v.object({ id: text(100), name: text(LONGEST_NAME), terms }),
  'standing/remove': storyId,
  'index/intend': v.object({ standing: text(100), index: text(40), language: text(20), held: v.boolean() }),
  'index/ask': nothing,
  'index/drop': nothing,
  'trends/get': v.object({ weeks: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(52)) }),
  'entity/get': v.object({ name: text(200) }),
  'entity/follow': v.object({ name: text(200), on: v.boolean() }),
  'story/feed': storyId,
  'data/size': nothing,
  'data/export': v.object({ as: v.picklist(['json', 'csv']) }),
  'data/import': v.object({ text: text(FILE) }),
  'data/wipe': nothing,
  'words/catalogue': nothing,
};
