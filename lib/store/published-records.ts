import type { PublishedStory } from '../signals/published-story';
import type { FeedState } from '../sources/feed-state';

/** A signal feed that the reader has subscribed to. */
export interface SubscriptionRecord {
  /** Of the feed or its index: the key. */
  readonly address: string;
  /** As the feed names itself, clean. */
  readonly publisher: string;
  /** The Ed25519 key that was pinned, base64url; null for a feed that is not signed. */
  readonly key: string | null;
  /**
   * The key that the feed came with last, where that is another than the pinned one: refused until the reader decides.
   * Of an unsigned feed, the key that it signs with: it is read on, and the reader may pin it.
   */
  readonly refused?: { readonly key: string | null };
  /** Epoch ms of the newest index or feed that was accepted: an older one is a replay, or a cache's. */
  readonly generatedAt: number;
  /** Epoch ms up to which its shards are here. */
  readonly seen: number;
  /** Validators, health and when it is due. */
  readonly state: FeedState;
  /** Why the last try failed, beyond what FeedState can say; absent after a success. */
  readonly fault?: string;
}

/** A story of a signal feed, as stored. */
export interface PublishedRecord {
  /** Address of the feed. */
  readonly feed: string;
  readonly id: string;
  /** Its own id and those that it absorbed. */
  readonly ids: readonly string[];
  /** Canonical addresses of its articles: a page is answered by one look-up in this index. */
  readonly addresses: readonly string[];
  /** Copy of story.updated, to forget by. */
  readonly updated: number;
  readonly told: PublishedStory;
}

/** What a signal feed brought; written in one transaction. */
export interface PublishedCommit {
  readonly stories: readonly PublishedRecord[];
  /** Ids of stories that are no more. */
  readonly gone: readonly string[];
  /** The stories are all that the feed has: what is not among them goes. */
  readonly whole: boolean;
}
