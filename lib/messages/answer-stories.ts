import { fold } from '../articles/fold';
import { follow } from './answer-pages';
import type { Context } from './context';
import { viewOf, withPublished } from './page-verdict';
import { publishedView } from './published';
import type { Handlers } from './receive';
import { lookFinder, seenNow, storyLine } from './story-line';

/** Stories in a list where the screen does not say how many. */
const LISTED = 200;

type StoryHandlers = Pick<Handlers, 'stories/list' | 'story/get' | 'story/follow' | 'story/seen'>;

/** What the extension's screens ask about stories. */
export function storyHandlers(context: Context): StoryHandlers {
  const { store } = context;
  return {
    async 'stories/list'({ followed = false, limit = LISTED, query = '', order = 'impact' }) {
      const looks = await store.looks();
      const lookOf = lookFinder(looks);
      const records = followed
        ? (await Promise.all(looks.filter((look) => look.followedSince !== null).map((look) => store.story(look.story)))).flatMap(
            (r) => r ?? [],
          )
        : await store.stories(order === 'impact' ? 'impact' : 'updated', query === '' ? limit : Number.MAX_SAFE_INTEGER);
      const words = fold(query).split(' ').filter(Boolean);
      const lines = records.map((record) => storyLine(record, lookOf(record.ids)));
      const found = words.length === 0 ? lines : lines.filter((line) => matches(line, words));
      const unique = [...new Map(found.map((line) => [line.id, line])).values()];
      if (followed) unique.sort((a, b) => (order === 'impact' ? b.impact - a.impact : 0) || b.updated - a.updated);
      return unique.slice(0, limit);
    },

    async 'story/get'({ id }) {
      const record = await store.story(id);
      if (!record) {
        const view = await publishedView(store, id);
        return view && { ...view, followed: false };
      }
      const [articles, look] = await Promise.all([store.articlesOf(record.story), store.lookAt(record.ids)]);
      const view = await withPublished(viewOf(record, articles), store, record.addresses);
      return { ...view, followed: look !== null && look.followedSince !== null };
    },

    async 'story/follow'({ id, on }) {
      await follow(context, id, on);
      return null;
    },

    async 'story/seen'({ id }) {
      const record = await store.story(id);
      if (!record) return null;
      const look = await store.lookAt(record.ids);
      const seen = seenNow(record, context.now());
      await store.look({ ...look, story: record.id, followedSince: look?.followedSince ?? null, seen }, record.ids);
      return null;
    },
  };
}

function matches(
  line: { title: string; entities: readonly string[]; sources: readonly string[] },
  words: readonly string[],
): boolean {
  const text = fold([line.title, ...line.entities, ...line.sources].join(' '));
  return words.every((word) => text.includes(word));
}
