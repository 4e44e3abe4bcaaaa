import { mentionOf } from './signals/entity';
import { type News, newsHolding, newsOfStory } from './signals/news-of-story';
import type { LookRecord, StoryRecord } from './store/records';
import type { Settings } from './store/settings';
import type { Store } from './store/store';

/** Newest stories that are looked through for followed names: several refreshes' worth. */
const RECENT = 300;

/** What there is to tell a reader of one story. */
export interface StoryNews {
  readonly story: string;
  readonly title: string;
  readonly news: readonly News[];
  readonly n: number;
  readonly impact: number;
  /** The followed name through which it comes, where the story itself is not followed. */
  readonly name: string | null;
}

/**
 * Decides after a refresh what is news to the reader, and writes down that it was told, before it is shown: a worker that
 * dies in between tells it no second time. What happens while notifications are off is not made up for later.
 */
export async function tellNews(
  store: Store,
  settings: Pick<Settings, 'notify' | 'entities'>,
  tell: (news: StoryNews) => Promise<void>,
): Promise<void> {
  for (const look of await store.looks()) {
    if (look.followedSince === null) continue;
    const record = await store.story(look.story);
    if (record) await decide(record, look, null);
  }
  if (settings.entities.length === 0) return;
  for (const record of await store.stories('updated', RECENT)) {
    const followed = settings.entities.find(
      ({ name, since }) => record.story.opened >= since && mentionOf(name, record.signals) !== null,
    );
    if (!followed) continue;
    const look = await store.lookAt(record.ids);
    if (look && look.followedSince !== null) continue;
    await decide(record, look ?? unseen(record), followed.name);
  }

  async function decide(record: StoryRecord, look: LookRecord, name: string | null): Promise<void> {
    // A look that says nothing of what was told is of a reader who was not told anything yet: only changes are news.
    const before = look.told ?? newsHolding(record.signals, look.by !== undefined);
    const { tell: fresh, told } = newsOfStory(record.signals, before, look.by !== undefined);
    if (look.told === undefined || fresh.length > 0) await store.look({ ...look, story: record.id, told }, record.ids);
    if (fresh.length === 0 || !settings.notify) return;
    const { story, signals } = record;
    await tell({
      story: story.id,
      title: story.title,
      news: fresh,
      n: signals.verified.n,
      impact: Math.round(signals.impact.score),
      name,
    });
  }
}

/** A story about a followed name that the reader has not opened: everything that holds of it is news. */
const unseen = ({ id, story, signals }: StoryRecord): LookRecord => ({
  story: id,
  followedSince: null,
  seen: { at: 0, n: signals.verified.n, impact: signals.impact.score, articles: story.articles.length },
  told: [],
});
