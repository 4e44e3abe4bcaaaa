import type { PublishedRecord } from '../store/published-records';
import type { Store } from '../store/store';
import type { StoryLine } from './protocol';
import { storyLine } from './story-line';
import type { PublishedSignals, StoryView } from './verdict';

/** Stories of signal feeds in a list of the reader's own. */
const MOST_LISTED = 500;

/** What the reader's signal feeds tell of the story that holds these addresses: signed ones first, then by name. */
export async function publishedOf(store: Store, addresses: readonly string[]): Promise<readonly PublishedSignals[]> {
  return named(store, await store.publishedByAddress(addresses));
}

/** A story that only signal feeds tell, by its id; null where none has it. */
export async function publishedView(store: Store, id: string): Promise<StoryView | null> {
  const told = await named(store, await store.publishedById(id));
  const [first] = told;
  if (!first) return null;
  // Others tell the same story under ids of their own.
  const others = await publishedOf(
    store,
    first.articles.map(({ address }) => address),
  );
  return viewOfPublished([first, ...others.filter((one) => one.feed !== first.feed)]);
}

/** The first publisher's figures, named as such. */
export function viewOfPublished(published: readonly [PublishedSignals, ...PublishedSignals[]]): StoryView {
  const [{ story, signals, articles, publisher }] = published;
  return { story, signals, articles, published, publishedBy: publisher };
}

/** Stories in a list that only signal feeds tell, newest first, with the publisher whose figures they are. */
export async function publishedLines(store: Store): Promise<readonly StoryLine[]> {
  const told = await store.publishedOnly(MOST_LISTED);
  const publishers = new Map((await store.subscriptions()).map(({ address, publisher }) => [address, publisher]));
  return told.flatMap(({ feed, told: { story, signals, articles } }) => {
    const publishedBy = publishers.get(feed);
    if (publishedBy === undefined) return [];
    const sources = [...new Set(articles.map(({ source }) => source))];
    // What the reader has seen of a story is kept for their own stories only.
    return [{ ...storyLine({ story, signals, sources }, null), unread: false, publishedBy }];
  });
}

export const isSome = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

async function named(store: Store, records: readonly PublishedRecord[]): Promise<readonly PublishedSignals[]> {
  if (records.length === 0) return [];
  const byFeed = new Map((await store.subscriptions()).map((one) => [one.address, one]));
  return records
    .flatMap(({ feed, told }): PublishedSignals[] => {
      const subscription = byFeed.get(feed);
      if (!subscription) return [];
      const { publisher, key, state } = subscription;
      return [{ ...told, publisher, feed, signed: key !== null, heard: state.lastSuccess ?? null }];
    })
    .sort((a, b) => Number(b.signed) - Number(a.signed) || a.publisher.localeCompare(b.publisher) || (a.feed < b.feed ? -1 : 1));
}
