import { hostOf } from './host';

/** What has not answered in full by then counts as failed, ms. */
export const FETCH_TIMEOUT = 20_000;

/** `network` covers names that do not resolve, refused connections and redirect loops. */
export type BytesFault =
  | { readonly is: 'network' | 'timeout' | 'cancelled' | 'bad-address' | 'too-large' }
  | { readonly is: 'http'; readonly status: number };

export type BytesOutcome =
  | {
      readonly is: 'new';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** The address that answered, after redirects. */
      readonly finalAddress: string;
      /** Whether redirects led to another host. */
      readonly moved: boolean;
    }
  | { readonly is: 'unchanged' }
  | {
      readonly is: 'failed';
      readonly why: BytesFault;
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

/** The validators of the last answer, and what is to be asked for. */
export interface FetchWish {
  readonly accept: string;
  /** Largest body, bytes, after decompression. */
  readonly cap: number;
  readonly etag?: string;
  readonly lastModified?: string;
}

/**
 * Fetches a body if it has changed. Never throws: every failure is an outcome.
 *
 * `cache: 'no-store'` is deliberate: with 'default' or 'no-cache' the browser may answer from a cache of its own and
 * turn a 304 into a 200; with it our own validators reach the server, its 304 reaches us, and feeds leave no trace in
 * the browser's cache. The price is that the browser adds `Cache-Control: no-cache` to the request.
 */
export async function fetchBytes(address: string, wish: FetchWish, world: FetchWorld): Promise<BytesOutcome> {
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
      headers: requestHeaders(wish),
      signal: stop.signal,
    });
    return await outcomeOf(response, address, host, wish.cap, world.now, stop);
  } catch {
    if (late) return failed({ is: 'timeout' });
    return failed({ is: world.signal?.aborted ? 'cancelled' : 'network' });
  } finally {
    clearTimeout(timer);
    world.signal?.removeEventListener('abort', cancel);
  }
}

function requestHeaders({ accept, etag, lastModified }: FetchWish): Record<string, string> {
  const headers: Record<string, string> = { Accept: accept };
  if (etag !== undefined) headers['If-None-Match'] = etag;
  if (lastModified !== undefined) headers['If-Modified-Since'] = lastModified;
  return headers;
}

async function outcomeOf(
  response: Response,
  address: string,
  host: string,
  cap: number,
  now: number,
  stop: AbortController,
): Promise<BytesOutcome> {
  if (response.status === 304) return { is: 'unchanged' };
  if (!response.ok) {
    stop.abort();
    const until = retryAfter(response.headers.get('retry-after'), now);
    return { is: 'failed', why: { is: 'http', status: response.status }, ...(until === null ? {} : { retryAfter: until }) };
  }
  // Content-Length is of the compressed body and may lie: it can only tell early that the body is too large.
  if (Number(response.headers.get('content-length') ?? 0) > cap) {
    stop.abort();
    return failed({ is: 'too-large' });
  }
  const bytes = await readCapped(response, cap);
  if (bytes === null) {
    stop.abort();
    return failed({ is: 'too-large' });
  }
  const finalAddress = response.url === '' ? address : response.url;
  const finalHost = hostOf(finalAddress);
  if (finalHost === null) return failed({ is: 'bad-address' });
  return {
    is: 'new',
    bytes,
    contentType: response.headers.get('content-type'),
    etag: validator(response.headers.get('etag')),
    lastModified: validator(response.headers.get('last-modified')),
    finalAddress,
    moved: finalHost !== host,
  };
}

/** The body, or null as soon as it is larger than `cap` bytes. */
async function readCapped(response: Response, cap: number): Promise<Uint8Array<ArrayBuffer> | null> {
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

function failed(why: BytesFault): BytesOutcome {
  return { is: 'failed', why };
}
