import { type Entity, entityOf, mentionOf } from '../signals/entity';
import { toSignalFeed } from '../signals/signal-feed';
import type { Mention } from '../signals/signals';
import { TrendCount, trendStory } from '../signals/trends';
import type { StoryRecord } from '../store/records';
import type { Store } from '../store/store';
import { browserWords } from '../words/browser-words';
import type { Context } from './context';
import { publishedLines } from './published';
import type { Handlers } from './receive';
import { Refused } from './refused';
import { lookFinder, storyLine } from './story-line';

/** Stories read from the store at a time: bounds the worker's memory, and lets it answer others in between. */
const BATCH = 250;
/** Names that a reader may follow (lib/store/settings.ts). */
const MOST_NAMES = 500;

type DeskHandlers = Pick<Handlers, 'stories/page' | 'story/feed' | 'trends/get' | 'entity/get' | 'entity/follow'>;

/** What the desk asks beyond single stories. */
export function deskHandlers(context: Context): DeskHandlers {
  const { store } = context;
  return {
    async 'stories/page'({ after, limit }) {
      const [records, looks] = await Promise.all([store.storiesAfter(after, limit), store.looks()]);
      const lookOf = lookFinder(looks);
      const next = records.length < limit ? null : (records.at(-1)?.id ?? null);
      const lines = records.map((record) => storyLine(record, lookOf(record.ids)));
      return { lines: next === null ? [...lines, ...(await publishedLines(store))] : lines, next };
    },

    async 'story/feed'({ id }) {
      const record = await store.story(id);
      if (!record) throw new Refused('error_no_story');
      const [articles, catalogue] = await Promise.all([store.articlesOf(record.story), context.catalogue()]);
      const { story, signals } = record;
      return JSON.stringify(toSignalFeed([{ story, signals, articles }], context.now(), browserWords(catalogue).reason), null, 2);
    },

    async 'trends/get'({ weeks }) {
      const count = new TrendCount(context.now(), weeks);
      for await (const record of everyStory(store)) count.add(trendStory(record.story, record.signals));
      return count.trends();
    },

    async 'entity/get'({ name }) {
      const found: (StoryRecord & { readonly mention: Mention })[] = [];
      for await (const record of everyStory(store)) {
        const mention = mentionOf(name, record.signals);
        if (mention) found.push({ ...record, mention });
      }
      const entity: Entity | null = entityOf(found);
      if (!entity) return null;
      const lookOf = lookFinder(await store.looks());
      const { entities } = await context.settings();
      const order = new Map(entity.stories.map((id, at) => [id, at]));
      const lines = found.map((record) => storyLine(record, lookOf(record.ids)));
      return {
        entity,
        lines: lines.sort((a, b) => order.get(a.id)! - order.get(b.id)!),
        followed: entities.some((one) => one.name === entity.name),
      };
    },

    async 'entity/follow'({ name, on }) {
      const { entities } = await context.settings();
      const others = entities.filter((one) => one.name !== name);
      if (on && others.length >= MOST_NAMES) throw new Refused('error_too_many_names', { most: MOST_NAMES });
      await context.change({ entities: on ? [...others, { name, since: context.now() }] : others });
      return null;
    },
  };
}

/** All stories, batch by batch, in the order of their ids. */
async function* everyStory(store: Store): AsyncGenerator<StoryRecord> {
  let after: string | null = null;
  do {
    const batch: readonly StoryRecord[] = await store.storiesAfter(after, BATCH);
    yield* batch;
    after = batch.length < BATCH ? null : (batch.at(-1)?.id ?? null);
  } while (after !== null);
}
