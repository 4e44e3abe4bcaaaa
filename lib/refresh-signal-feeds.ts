/**
 * The journey of signal feeds: index -> shards -> published stories. Others compute, we check and keep: what they tell is
 * stored beside the reader's own stories and never in their place. Each shard is one transaction, and the index is
 * believed to be read only when all its shards are here, so that a worker that dies is followed by one that goes on.
 */
import { publishedStoryOf, publisherName } from './signals/published-story';
import { isSigned, sha256Of } from './signals/signal-feed-key';
import {
  MAX_INDEX,
  MAX_SIGNAL_FEED,
  type ReadSignalFeed,
  readSignalFeed,
  type ShardEntry,
  type SignalFeedIndex,
  type SignalFeedReading,
} from './signals/signal-feed-read';
import { type FeedState, newFeedState } from './sources/feed-state';
import { type BytesFault, type BytesOutcome, fetchBytes } from './sources/fetch-bytes';
import { afterFetch, isDue } from './sources/timetable';
import type { PublishedCommit, SubscriptionRecord } from './store/published-records';
import type { Store } from './store/store';

const DAY = 86_400_000;
/** Signal feeds that a reader may subscribe to. */
export const MOST_SUBSCRIPTIONS = 20;
/** Shards fetched of one feed in one go, bytes: more is no feed for a browser. */
const MOST_BYTES = 64_000_000;
/** Stories kept of one feed: about 50 MB. */
const MOST_STORIES = 10_000;
/** A feed from further in the future, ms, would make every later one look old. Clocks differ; days they do not. */
const FUTURE = DAY;

/** What a refresh of signal feeds needs of the world outside. */
export interface SignalFeedWorld {
  readonly store: Store;
  readonly fetch: typeof fetch;
  readonly granted: (address: string) => Promise<boolean>;
  readonly now: () => number;
  /** 0-1; spreads requests over time. */
  readonly random: () => number;
  /** Stories older than this are forgotten, days. */
  readonly keepDays: number;
}

/**
 * Why a signal feed is refused. `tampered`: a shard is not what the index says. `bad-signature`: the index is not what its
 * key signed. `key-changed`: it comes with another key than the pinned one, or with none. `moved`: another host answers.
 */
export type SignalFeedProblem =
  | BytesFault
  | {
      readonly is: 'not-a-signal-feed' | 'newer' | 'tampered' | 'bad-signature' | 'key-changed' | 'moved' | 'future';
    };

/** What stands at an address, before it is subscribed to. */
export type Offer =
  | { readonly ok: true; readonly publisher: string; readonly key: string | null }
  | { readonly ok: false; readonly why: SignalFeedProblem };

/** Looks at a signal feed without keeping anything of it. */
export async function offerAt(address: string, { fetch, now }: Pick<SignalFeedWorld, 'fetch' | 'now'>): Promise<Offer> {
  const answer = await fetchBytes(address, { accept: ACCEPT, cap: MAX_SIGNAL_FEED }, { fetch, now: now() });
  const read = await readAnswer(answer);
  if (read.is === 'problem') return { ok: false, why: read.why };
  if (read.is === 'unchanged') return { ok: false, why: { is: 'not-a-signal-feed' } };
  const publisher = publisherName(
    read.is === 'index' ? read.index.publisher : (read.feed.publisher ?? new URL(address).hostname),
  );
  return { ok: true, publisher, key: read.is === 'index' ? (read.index.key ?? null) : null };
}

/** A subscription that nothing was fetched of yet. */
export function newSubscription(address: string, publisher: string, key: string | null): SubscriptionRecord {
  return { address, publisher, key, generatedAt: 0, seen: 0, state: newFeedState(address, '') };
}

/** Fetches what is new in the signal feeds that are due; `Store.hastenSubscriptions` makes all of them so. */
export async function refreshSignalFeeds(world: SignalFeedWorld): Promise<void> {
  const now = world.now();
  const due = (await world.store.subscriptions()).filter(({ state }) => isDue(state, now));
  if (due.length === 0) return;
  await Promise.all(
    due.map(async (subscription) => {
      if (await world.granted(subscription.address)) await refreshOne(subscription, world, now);
    }),
  );
  await world.store.prunePublished(now - world.keepDays * DAY, MOST_STORIES);
}

const ACCEPT = 'application/json';

async function refreshOne(subscription: SubscriptionRecord, world: SignalFeedWorld, now: number): Promise<void> {
  const { address, key: pinned, state } = subscription;
  const { etag, lastModified } = state;
  const wish = { accept: ACCEPT, cap: MAX_SIGNAL_FEED, ...(etag && { etag }), ...(lastModified && { lastModified }) };
  const answer = await fetchBytes(address, wish, { fetch: world.fetch, now });
  let record = subscription;
  let pinnedNow = pinned;
  const write = async (next: SubscriptionRecord, commit?: PublishedCommit): Promise<boolean> => {
    const written = await world.store.acceptPublished(next, pinnedNow, commit);
    if (written) {
      record = next;
      pinnedNow = next.key;
    }
    return written;
  };
  const fail = (why: SignalFeedProblem) =>
    write({
      ...record,
      state: afterFetch(record.state, { ...failureOf(answer, why) }, now, world.random()),
      fault: why.is === 'http' ? `http ${why.status}` : why.is,
    });
  const succeed = (more: Partial<SubscriptionRecord>, next: FeedState, commit?: PublishedCommit) => {
    const { fault: _fault, refused: _refused, ...kept } = record;
    return write({ ...kept, ...more, state: afterFetch(next, { is: 'unchanged' }, now, world.random()) }, commit);
  };

  const offeredBefore = pinned === null && subscription.refused ? { refused: subscription.refused } : {};
  const read = await readAnswer(answer);
  if (read.is === 'problem') {
    await fail(read.why);
    return;
  }
  // The validators are always those of what was accepted: "unchanged" is that again.
  if (read.is === 'unchanged') {
    await succeed(offeredBefore, state);
    return;
  }
  const { generatedAt: stated } = read.is === 'index' ? read.index : read.feed;
  const generatedAt = Date.parse(stated);
  if (generatedAt > now + FUTURE) {
    await fail({ is: 'future' });
    return;
  }
  const key = read.is === 'index' ? (read.index.key ?? null) : null;
  if (pinned !== null && key !== pinned) {
    record = { ...record, refused: { key } };
    await fail({ is: 'key-changed' });
    return;
  }
  // Whoever answers for an unsigned feed could sign it: read on as before, but only the reader pins a key.
  const offered = key === null ? {} : { refused: { key } };
  // Another machine of the publisher's, or a cache, that is behind: no fault, and nothing to learn.
  if (generatedAt < subscription.generatedAt) {
    await succeed(offeredBefore, state);
    return;
  }
  const validated = withValidators(state, answer);
  if (read.is === 'feed') {
    const publisher = publisherName(read.feed.publisher ?? subscription.publisher);
    await succeed({ publisher, generatedAt, seen: generatedAt }, validated, { ...commitOf(read.feed, address), whole: true });
    return;
  }

  const { index } = read;
  const wanted = wantedOf(index, subscription.seen, now - world.keepDays * DAY);
  if (wanted.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) {
    await fail({ is: 'too-large' });
    return;
  }
  for (const entry of wanted) {
    const shard = await readShard(address, entry, world, now);
    if ('is' in shard) {
      await fail(shard);
      return;
    }
    // The validators are kept only when all shards are here.
    const next = { ...record, publisher: publisherName(index.publisher), seen: Date.parse(entry.until) };
    if (!(await write(next, { ...commitOf(shard.feed, address), whole: false }))) return;
  }
  const { everyMinutes } = index;
  const timed = everyMinutes === undefined ? validated : { ...validated, ttlMinutes: everyMinutes };
  await succeed({ publisher: publisherName(index.publisher), generatedAt, ...(pinned === null && offered) }, timed);
}

/** Shards that are not here yet and whose stories would be kept, oldest first. */
function wantedOf({ shards }: SignalFeedIndex, seen: number, oldest: number): readonly ShardEntry[] {
  const until = (entry: ShardEntry) => Date.parse(entry.until);
  return shards
    .filter((entry) => until(entry) > seen && until(entry) >= oldest)
    .toSorted((a, b) => until(a) - until(b) || (a.name < b.name ? -1 : 1));
}

type Answered =
  | Exclude<SignalFeedReading, { is: 'refused' }>
  | { readonly is: 'unchanged' }
  | { readonly is: 'problem'; readonly why: SignalFeedProblem };

const problem = (why: SignalFeedProblem): Answered => ({ is: 'problem', why });

async function readAnswer(answer: BytesOutcome): Promise<Answered> {
  if (answer.is === 'failed') return problem(answer.why);
  if (answer.is === 'unchanged') return { is: 'unchanged' };
  // The reader subscribed to one host, and granted that one.
  if (answer.moved) return problem({ is: 'moved' });
  const read = readSignalFeed(new TextDecoder().decode(answer.bytes));
  if (read.is === 'refused') return problem({ is: read.why === 'newer' ? 'newer' : 'not-a-signal-feed' });
  if (read.is === 'feed') return read;
  if (answer.bytes.length > MAX_INDEX) return problem({ is: 'too-large' });
  if (read.index.key !== undefined && !(await isSigned(read.index))) return problem({ is: 'bad-signature' });
  return read;
}

async function readShard(
  index: string,
  { name, bytes, sha256 }: ShardEntry,
  { fetch }: SignalFeedWorld,
  now: number,
): Promise<{ readonly feed: ReadSignalFeed } | SignalFeedProblem> {
  const address = new URL(`shards/${name}`, index).href;
  const answer = await fetchBytes(address, { accept: ACCEPT, cap: bytes }, { fetch, now });
  if (answer.is === 'failed') return answer.why.is === 'too-large' ? { is: 'tampered' } : answer.why;
  if (answer.is === 'unchanged') return { is: 'tampered' };
  if (answer.moved) return { is: 'moved' };
  if (answer.bytes.length !== bytes || (await sha256Of(answer.bytes)) !== sha256) return { is: 'tampered' };
  const read = readSignalFeed(new TextDecoder().decode(answer.bytes));
  return read.is === 'feed' ? { feed: read.feed } : { is: 'not-a-signal-feed' };
}

/** What of a feed or shard is kept. Stories that contradict themselves are left out. */
function commitOf({ stories, withdrawn = [] }: ReadSignalFeed, feed: string): Omit<PublishedCommit, 'whole'> {
  const told = stories.flatMap((story) => publishedStoryOf(story) ?? []);
  return {
    gone: [...withdrawn, ...told.flatMap(({ story }) => story.absorbed)],
    stories: told.map((one) => ({
      feed,
      id: one.story.id,
      ids: [...new Set([one.story.id, ...one.story.absorbed])],
      addresses: [...new Set(one.articles.map(({ address }) => address))],
      updated: one.story.updated,
      told: one,
    })),
  };
}

function withValidators(state: FeedState, answer: BytesOutcome): FeedState {
  const { etag: _etag, lastModified: _modified, ttlMinutes: _ttl, ...kept } = state;
  if (answer.is !== 'new') return kept;
  const { etag, lastModified } = answer;
  return { ...kept, ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

/** For the timetable every refusal is a failure: it backs off. */
function failureOf(answer: BytesOutcome, why: SignalFeedProblem) {
  const known = answer.is === 'failed' ? answer : null;
  return {
    is: 'failed',
    why: known?.why ?? { is: why.is === 'network' || why.is === 'timeout' ? why.is : 'not-a-feed' },
    ...(known?.retryAfter !== undefined && { retryAfter: known.retryAfter }),
  } as const;
}
