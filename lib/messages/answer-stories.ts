import { fold } from '../articles/fold';
import type { LookRecord, StoryRecord } from '../store/records';
import { follow } from './answer-pages';
import type { Context } from './context';
import { viewOf, withPublished } from './page-verdict';
import type { Ask, StoryLine } from './protocol';
import { publishedLines, publishedView } from './published';
import type { Handlers } from './receive';
import { lookFinder, seenNow, storyLine } from './story-line';

/** Stories in a list where the screen does not say how many. */
const LISTED = 200;

type StoryHandlers = Pick<Handlers, 'stories/list' | 'stories/glance' | 'story/get' | 'story/follow' | 'story/seen'>;

/** What the extension's screens ask about stories. */
export function storyHandlers(context: Context): StoryHandlers {
  const { store } = context;
  const recordsFollowed = async (looks: readonly LookRecord[]): Promise<readonly StoryRecord[]> => {
    const followed = looks.filter((look) => look.followedSince !== null);
    return (await Promise.all(followed.map((look) => store.story(look.story)))).flatMap((record) => record ?? []);
  };

  return {
    async 'stories/list'({ followed = false, limit = LISTED, query = '', order = 'impact' }) {
      const looks = await store.looks();
      const lookOf = lookFinder(looks);
      const records = followed
        ? await recordsFollowed(looks)
        : await store.stories(order === 'impact' ? 'impact' : 'updated', query === '' ? limit : Number.MAX_SAFE_INTEGER);
      const words = fold(query).split(' ').filter(Boolean);
      const lines = [...linesOf(records, lookOf), ...(followed ? [] : await publishedLines(store))];
      const found = words.length === 0 ? lines : lines.filter((line) => matches(line, words));
      return found.toSorted(by(order)).slice(0, limit);
    },

    async 'stories/glance'({ top }) {
      const [looks, first, told] = await Promise.all([store.looks(), store.stories('impact', top), publishedLines(store)]);
      const lookOf = lookFinder(looks);
      const followed = linesOf(await recordsFollowed(looks), lookOf).toSorted(by('impact'));
      return { followed, top: [...linesOf(first, lookOf), ...told].toSorted(by('impact')).slice(0, top) };
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

type Order = NonNullable<Ask<'stories/list'>['order']>;

/** The best first: of the greatest impact, then the newest. */
const by = (order: Order) => (a: StoryLine, b: StoryLine) =>
  (order === 'impact' ? b.impact - a.impact : 0) || b.updated - a.updated;

/** A story that is followed under two of its ids stands once. */
function linesOf(records: readonly StoryRecord[], lookOf: ReturnType<typeof lookFinder>): readonly StoryLine[] {
  const lines = records.map((record) => storyLine(record, lookOf(record.ids)));
  return [...new Map(lines.map((line) => [line.id, line])).values()];
}

function matches(
  line: { title: string; entities: readonly string[]; sources: readonly string[] },
  words: readonly string[],
): boolean {
  const text = fold([line.title, ...line.entities, ...line.sources].join(' '));
  return words.every((word) => text.includes(word));
}
