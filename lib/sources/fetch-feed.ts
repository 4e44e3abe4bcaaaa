import type { FeedFault } from './feed';
import { MAX_FEED_SIZE, type ParsedFeed, parseFeed } from './feed';
import type { FeedState } from './feed-state';
import { type BytesFault, type BytesOutcome, type FetchWorld, fetchBytes } from './fetch-bytes';

/** Why a fetch brought no feed. */
export type FetchFault = BytesFault | { readonly is: FeedFault };

export type FetchOutcome =
  | {
      readonly is: 'new';
      readonly feed: ParsedFeed;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** The address that answered, after redirects: another host may be another publisher (see `speakerOf`). */
      readonly finalAddress: string;
      /** Whether redirects led to another host. */
      readonly moved: boolean;
      /** Body size in bytes. */
      readonly size: number;
    }
  | { readonly is: 'unchanged' }
  | {
      readonly is: 'failed';
      readonly why: FetchFault;
      /** Epoch ms before which the server does not want to be asked, from Retry-After. */
      readonly retryAfter?: number;
    };

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/** Fetches a feed if it has changed since `state`. Never throws: every failure is an outcome. */
export async function fetchFeed(address: string, state: FeedState, world: FetchWorld): Promise<FetchOutcome> {
  const { etag, lastModified } = state;
  const outcome: BytesOutcome = await fetchBytes(
    address,
    {
      accept: ACCEPT,
      cap: MAX_FEED_SIZE,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    },
    world,
  );
  if (outcome.is !== 'new') return outcome;
  const { bytes, contentType, ...answer } = outcome;
  const reading = parseFeed(bytes, contentType, answer.finalAddress);
  if (!reading.ok) return { is: 'failed', why: { is: reading.why } };
  return { ...answer, feed: reading.feed, size: bytes.length };
}
