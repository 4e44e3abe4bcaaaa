import type { SignalFeed } from '../../lib/signals/signal-feed';
import type { ShardEntry } from '../../lib/signals/signal-feed-read';

/** A story as it stands in a feed. */
export type ToldStory = SignalFeed['stories'][number];

/** A shard as the publisher holds it. */
export interface Shard {
  readonly entry: ShardEntry;
  readonly feed: SignalFeed;
}

/**
 * Shards of today that are merged when so many of the same size stand at the end: a reader who looks in every quarter of
 * an hour fetches only the last one, one who was away for hours fetches few, and no story is written more than three times a day.
 */
export const MERGED_AT_ONCE = 8;
/** Shards that would be larger stay apart, bytes: a phone should hold one in memory with ease. */
export const LARGEST = 2_000_000;

const DAY = 86_400_000;

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const partsOf = ({ entry }: Shard): number => entry.parts ?? 1;
const bytesOf = (shards: readonly Shard[]): number => shards.reduce((sum, { entry }) => sum + entry.bytes, 0);

/** The shards that are still told, oldest first: what is older than `days` goes. */
export function fresh(shards: readonly Shard[], now: number, days: number): Shard[] {
  return shards.filter(({ entry }) => Date.parse(entry.until) >= now - days * DAY);
}

/**
 * Which neighbours are to become one shard: all of a day that is over, and of today MERGED_AT_ONCE of one size before the last.
 * @returns start and end of the first run to merge, or null where nothing is to be done
 */
export function toMerge(shards: readonly Shard[], now: number): readonly [start: number, end: number] | null {
  const today = dayOf(now);
  for (let start = 0; start < shards.length; ) {
    const { day } = shards[start]!.entry;
    let end = start + 1;
    while (end < shards.length && shards[end]!.entry.day === day) end++;
    // Of a day that is over as many together as are not too large.
    for (let from = start; day !== today && from < end - 1; from++) {
      let to = from + 1;
      while (to < end && bytesOf(shards.slice(from, to + 1)) <= LARGEST) to++;
      if (to - from > 1) return [from, to];
    }
    start = end;
  }
  // The newest stays apart: whoever looks often has the others already.
  const end = shards.length - 1;
  const start = end - MERGED_AT_ONCE;
  const last = start < 0 ? [] : shards.slice(start, end);
  const [first] = last;
  if (!first || last.some((one) => partsOf(one) !== partsOf(first) || one.entry.day !== today)) return null;
  return bytesOf(last) <= LARGEST ? [start, end] : null;
}

/** One feed that says what several said one after the other: of each story its last version, and none that is no more. */
export function mergedFeed(feeds: readonly SignalFeed[]): SignalFeed {
  const stories = new Map<string, ToldStory>();
  const withdrawn = new Set<string>();
  for (const feed of feeds) {
    for (const id of [...(feed.withdrawn ?? []), ...feed.stories.flatMap(({ absorbed }) => absorbed)]) {
      stories.delete(id);
      withdrawn.add(id);
    }
    for (const story of feed.stories) {
      stories.set(story.id, story);
      withdrawn.delete(story.id);
    }
  }
  const last = feeds.at(-1)!;
  const { withdrawn: _, ...head } = last;
  return { ...head, stories: [...stories.values()], ...(withdrawn.size > 0 && { withdrawn: [...withdrawn] }) };
}
