import type { FeedProblem } from './feed';
import type { FetchFault } from './fetch-feed';

/** What we remember of one feed between fetches: its validators, its health (shown in options) and when it is due. */
export interface FeedState {
  /** The feed's address: the key. */
  readonly address: string;
  /** Id of the source that it belongs to. */
  readonly source: string;
  /** Validators of the last answer, sent back with the next request. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Epoch ms. */
  readonly lastTried?: number;
  /** Epoch ms of the last answer that was a feed or "unchanged". */
  readonly lastSuccess?: number;
  /** Epoch ms of the last answer that was a feed. */
  readonly lastNew?: number;
  /** Failures since the last success. */
  readonly failures: number;
  /** Epoch ms from which it may be fetched again; 0: at once. */
  readonly nextDue: number;
  /** Why the last try failed; absent after a success. */
  readonly lastFault?: FetchFault;
  /** What was wrong with the last feed that was read all the same. */
  readonly problems?: readonly FeedProblem[];
  /** As the feed asks, in minutes. */
  readonly ttlMinutes?: number;
  /** Items in the last feed that was read. */
  readonly itemsLast: number;
  /** Where the last answer came from, where redirects led to another host than the feed's. */
  readonly movedTo?: string;
}

/** A feed that was never fetched: due at once. */
export function newFeedState(address: string, source: string): FeedState {
  return { address, source, failures: 0, nextDue: 0, itemsLast: 0 };
}
