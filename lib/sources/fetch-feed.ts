import { type FeedFault, MAX_FEED_SIZE, type ParsedFeed, parseFeed } from './feed';
import type { FeedState } from './feed-state';
import { hostOf } from './host';

/** A feed that has not answered in full by then counts as failed. */
export const FETCH_TIMEOUT = 20_000;

/** Why a fetch brought no feed. `network` covers names that do not resolve, refused connections and redirect loops. */
export type FetchFault =
  | { readonly is: FeedFault | 'network' | 'timeout' | 'cancelled' | 'bad-address' }
  | { readonly is: 'http'; readonly status: number };

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

export interface FetchWorld {
  readonly fetch: typeof globalThis.fetch;
  /** Epoch ms, to read Retry-After. */
  readonly now: number;
  /** Ends the fetch early: the outcome is `cancelled`. */
  readonly signal?: AbortSignal;
  /** Ms; FETCH_TIMEOUT where absent. */
  readonly timeout?: number;
}

/**
 * Fetches a feed if it has changed since `state`. Never throws: every failure is an outcome.
 *
 * `cache: 'no-store'` is deliberate: with 'default' or 'no-cache' the browser may answer from a cache of its own and
 * turn a 304 into a 200; with it our own validators reach the server, its 304 reaches us, and feeds leave no trace in
 * the browser's cache. The price is that the browser adds `Cache-Control: no-cache` to the request.
 */
export async function fetchFeed(address: string, state: FeedState, world: FetchWorld): Promise<FetchOutcome> {
  const host = hostOf(address);
  if (host === null) return failed({ is: 'bad-address' });
  if (world.signal?.aborted) return failed({ is: 'cancelled' });
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, world.timeout ?? FETCH_TIMEOUT);
  const cancel = () => stop.abort();
  world.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const { fetch } = world;
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      headers: requestHeaders(state),
      signal: stop.signal,
    });
    return await outcomeOf(response, address, host, world.now, stop);
  } catch {
    if (late) return failed({ is: 'timeout' });
    return failed({ is: world.signal?.aborted ? 'cancelled' : 'network' });
  } finally {
    clearTimeout(timer);
    world.signal?.removeEventListener('abort', cancel);
  }
}

function requestHeaders(state: FeedState): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  };
  if (state.etag !== undefined) headers['If-None-Match'] = state.etag;
  if (state.lastModified !== undefined) headers['If-Modified-Since'] = state.lastModified;
  return headers;
}

async function outcomeOf(
  response: Response,
  address: string,
  host: string,
  now: number,
  stop: AbortController,
): Promise<FetchOutcome> {
  if (response.status === 304) return { is: 'unchanged' };
  if (!response.ok) {
    stop.abort();
    const until = retryAfter(response.headers.get('retry-after'), now);
    return { is: 'failed', why: { is: 'http', status: response.status }, ...(until === null ? {} : { retryAfter: until }) };
  }
  // Content-Length is of the compressed body and may lie: it can only tell early that the body is too large.
  if (Number(response.headers.get('content-length') ?? 0) > MAX_FEED_SIZE) {
    stop.abort();
    return failed({ is: 'too-large' });
  }
  const body = await readCapped(response, MAX_FEED_SIZE);
  if (body === null) {
    stop.abort();
    return failed({ is: 'too-large' });
  }
  const finalAddress = response.url === '' ? address : response.url;
  const finalHost = hostOf(finalAddress);
  if (finalHost === null) return failed({ is: 'bad-address' });
  const reading = parseFeed(body, response.headers.get('content-type'), finalAddress);
  if (!reading.ok) return failed({ is: reading.why });
  return {
    is: 'new',
    feed: reading.feed,
    etag: validator(response.headers.get('etag')),
    lastModified: validator(response.headers.get('last-modified')),
    finalAddress,
    moved: finalHost !== host,
    size: body.length,
  };
}

/** The body, or null as soon as it is larger than `cap` bytes. */
async function readCapped(response: Response, cap: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > cap) {
      // Not awaited: a body that never ends must not hold us.
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** Epoch ms of a Retry-After header, seconds or a date; null where absent or unreadable. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000;
  const at = /[a-z]/i.test(text) ? Date.parse(text.slice(0, 60)) : Number.NaN;
  return Number.isNaN(at) || at < now ? null : at;
}

/** A validator as it may be sent back: header values beyond 500 characters are kept by nobody. */
function validator(value: string | null): string | null {
  return value !== null && value.length <= 500 ? value : null;
}

function failed(why: FetchFault): FetchOutcome {
  return { is: 'failed', why };
}
