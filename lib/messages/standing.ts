/** Standing stories over the store: what joined them is followed through them, and listed under them. */
import { newsHolding } from '../signals/news-of-story';
import type { LookRecord, StoryRecord } from '../store/records';
import type { Store } from '../store/store';
import type { StandingStory } from '../stories/standing-story';
import type { StandingLine } from './protocol';
import { seenNow, storyLine } from './story-line';

/** How far back stored articles are looked through for new terms, ms: as far as a page's story is looked for. */
const REACH = 21 * 86_400_000;

/** The stories that hold an article which joined, newest first. */
async function storiesOf(store: Store, standing: StandingStory): Promise<readonly StoryRecord[]> {
  const ids = new Set((await store.articles(standing.articles)).map(({ story }) => story));
  const records = await Promise.all([...ids].map((id) => store.story(id)));
  const found = new Map(records.flatMap((record) => (record ? [[record.id, record] as const] : [])));
  return [...found.values()].sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1));
}

/** Whether the reader has let a story go that joined this standing story: it is not followed again behind their back. */
const isLetGo = (look: LookRecord | null, standing: StandingStory) => look?.by === standing.id && look.followedSince === null;

/**
 * Follows the stories that have joined standing stories.
 * @param isNews that they are here is news to the reader; not so where the reader sees them at once.
 */
export async function followJoined(store: Store, now: number, isNews: boolean): Promise<void> {
  for (const standing of await store.standingStories()) {
    for (const record of await storiesOf(store, standing)) {
      const look = await store.lookAt(record.ids);
      if ((look && look.followedSince !== null) || isLetGo(look, standing)) continue;
      const seen = isNews ? (look?.seen ?? { at: 0, n: 0, impact: 0, articles: 0 }) : seenNow(record, now);
      const told = isNews ? [] : (['found', ...newsHolding(record.signals)] as const);
      await store.look({ story: record.id, followedSince: now, seen, told, by: standing.id }, record.ids);
    }
  }
}

/** Stores a standing story anew, with what has joined it so far, and lets go what its terms hold no more. */
export async function putStanding(store: Store, standing: StandingStory, now: number): Promise<StandingLine> {
  await store.putStanding([standing], now - REACH);
  const stored = (await store.standingStory(standing.id))!;
  await letGo(store, standing.id, await storiesOf(store, stored));
  await followJoined(store, now, false);
  return lineOf(store, stored);
}

export async function dropStanding(store: Store, id: string): Promise<void> {
  await store.dropStanding(id);
  await letGo(store, id, []);
}

/** What is followed through a standing story is so no more, but for what still belongs to it. */
async function letGo(store: Store, id: string, kept: readonly StoryRecord[]): Promise<void> {
  const stays = new Set(kept.flatMap(({ ids }) => ids));
  for (const look of await store.looks()) {
    if (look.by !== id || stays.has(look.story)) continue;
    const { by: _, ...rest } = look;
    await store.look({ ...rest, followedSince: null }, [look.story]);
  }
}

export async function lineOf(store: Store, standing: StandingStory): Promise<StandingLine> {
  const { id, name, terms, since } = standing;
  const stories = await Promise.all(
    (await storiesOf(store, standing)).map(async (record) => ({ record, look: await store.lookAt(record.ids) })),
  );
  const shown = stories.filter(({ look }) => !isLetGo(look, standing)).map(({ record, look }) => storyLine(record, look));
  return { id, name, terms, since, stories: shown };
}
