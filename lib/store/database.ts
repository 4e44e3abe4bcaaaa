import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Article } from '../articles/article';
import type { FeedState } from '../sources/feed-state';
import type { StandingStory } from '../stories/standing-story';
import type { PublishedRecord, SubscriptionRecord } from './published-records';
import type { ArticleRecord, LastRefresh, LookRecord, RefreshRecord, StoryRecord } from './records';
import { UPGRADES } from './upgrades';

export interface Schema extends DBSchema {
  /** Grouped articles. */
  articles: {
    key: string;
    value: ArticleRecord;
    indexes: { postings: string; published: number; story: string; addresses: string };
  };
  /** Articles that have come and are not grouped yet. */
  inbox: { key: string; value: Article };
  stories: { key: string; value: StoryRecord; indexes: { addresses: string; ids: string; updated: number; impact: number } };
  feeds: { key: string; value: FeedState };
  /** The refresh under way and the last one. */
  journal: { key: 'refresh' | 'last'; value: RefreshRecord | LastRefresh };
  looks: { key: string; value: LookRecord };
  /** Stories that the reader follows by words of their own. */
  standing: { key: string; value: StandingStory };
  /** Signal feeds that the reader has subscribed to. */
  subscriptions: { key: string; value: SubscriptionRecord };
  /** What they tell. */
  published: {
    key: [feed: string, id: string];
    value: PublishedRecord;
    indexes: { feed: string; addresses: string; ids: string; updated: number };
  };
}

export type Database = IDBPDatabase<Schema>;

export const DATABASE = 'second-source';

/** What went wrong when the database was opened; each has its own message for the reader (`error_store_...`). */
export class StoreUnavailable extends Error {
  constructor(
    readonly key: 'error_store_newer' | 'error_store_blocked' | 'error_store_failed',
    cause?: unknown,
  ) {
    super(key, { cause });
  }
}

/** An upgrade that another context holds up is given up after this long, ms; the next message tries again. */
const BLOCKED_AFTER = 5000;

/**
 * Opens the database, upgraded to the newest version.
 * A connection that a newer version wants closed closes itself: two windows upgrading at once do not block each other.
 * @throws StoreUnavailable where the database is of a newer version, blocked by another context, or broken.
 */
export async function openDatabase(name = DATABASE, onClosed: () => void = () => {}): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Some browsers throw at once where storage is switched off: then this is a refusal like the others.
  const open = async () =>
    openDB<Schema>(name, UPGRADES.length, {
      upgrade(db, from, _to, transaction) {
        for (const upgrade of UPGRADES.slice(from)) upgrade(db as unknown as IDBPDatabase, transaction as never);
      },
      blocking(_from, _to, event) {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
  const opening = open();
  const blocked = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new StoreUnavailable('error_store_blocked')), BLOCKED_AFTER);
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      // What was given up may still open; then it must not hold the next upgrade up.
      opening.then(
        (db) => db.close(),
        () => {},
      );
      throw error;
    }
    const newer = error instanceof DOMException && error.name === 'VersionError';
    throw new StoreUnavailable(newer ? 'error_store_newer' : 'error_store_failed', error);
  } finally {
    clearTimeout(timer);
  }
}
