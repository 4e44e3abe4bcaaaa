import type { FeedState } from './feed-state';
import type { FetchOutcome } from './fetch-feed';

const MINUTE = 60_000;
/** How often a feed is asked where it does not say: news desks post a few items an hour, and a 304 costs little. */
export const BASE_INTERVAL = 15 * MINUTE;
/** A feed's own `ttl` is honoured within these: shorter burdens servers, longer hides news. */
export const MIN_INTERVAL = 10 * MINUTE;
export const MAX_INTERVAL = 6 * 60 * MINUTE;
/** A feed that keeps failing is still asked this often: outages end. */
export const MAX_BACK_OFF = 24 * 60 * MINUTE;
/** `Retry-After` beyond this is taken as this: a typing error must not silence a source for a year. */
export const MAX_RETRY_AFTER = 48 * 60 * MINUTE;
/** Share of an interval by which it is spread at random, so that feeds do not fall due together. */
const JITTER = 0.2;

/**
 * The feed's state after a fetch. A success is followed by the feed's own interval; each failure in a row doubles it
 * (up to MAX_BACK_OFF) and never undercuts Retry-After. A cancelled fetch says nothing about the feed and changes nothing.
 * @param random 0 to 1, from the caller, so that this stays pure
 */
export function afterFetch(state: FeedState, outcome: FetchOutcome, now: number, random: number): FeedState {
  if (outcome.is === 'failed') {
    if (outcome.why.is === 'cancelled') return state;
    const failures = state.failures + 1;
    const backOff = Math.min(intervalOf(state) * 2 ** Math.min(failures, 10), MAX_BACK_OFF);
    // Jitter only adds after a failure: a struggling server is not asked earlier than announced.
    const own = now + backOff * (1 + JITTER * random);
    const asked = Math.min(outcome.retryAfter ?? 0, now + MAX_RETRY_AFTER);
    return { ...state, lastTried: now, failures, nextDue: Math.round(Math.max(own, asked)), lastFault: outcome.why };
  }
  const { lastFault: _, ...healthy } = state;
  if (outcome.is === 'unchanged') {
    return { ...healthy, lastTried: now, lastSuccess: now, failures: 0, nextDue: due(intervalOf(state), now, random) };
  }
  const { etag: _etag, lastModified: _modified, ttlMinutes: _ttl, movedTo: _moved, problems: _problems, ...kept } = healthy;
  const next: FeedState = {
    ...kept,
    ...(outcome.etag === null ? {} : { etag: outcome.etag }),
    ...(outcome.lastModified === null ? {} : { lastModified: outcome.lastModified }),
    ...(outcome.feed.ttlMinutes === undefined ? {} : { ttlMinutes: outcome.feed.ttlMinutes }),
    ...(outcome.moved ? { movedTo: outcome.finalAddress } : {}),
    ...(outcome.feed.problems.length === 0 ? {} : { problems: outcome.feed.problems }),
    lastTried: now,
    lastSuccess: now,
    lastNew: now,
    failures: 0,
    nextDue: 0,
    itemsLast: outcome.feed.items.length,
  };
  return { ...next, nextDue: due(intervalOf(next), now, random) };
}

/**
 * Whether a feed is to be fetched now. A time further ahead than any that we ever set was set by a clock that has been
 * put back since: it is due. So is a feed that was "last tried" in the future.
 */
export function isDue(state: FeedState, now: number): boolean {
  if (state.nextDue <= now) return true;
  if (state.nextDue - now > MAX_RETRY_AFTER + MINUTE) return true;
  return (state.lastTried ?? 0) > now + MINUTE;
}

/** Ms between two fetches of a healthy feed. */
export function intervalOf(state: FeedState): number {
  if (state.ttlMinutes === undefined || !Number.isFinite(state.ttlMinutes)) return BASE_INTERVAL;
  return Math.min(Math.max(state.ttlMinutes * MINUTE, MIN_INTERVAL), MAX_INTERVAL);
}

function due(interval: number, now: number, random: number): number {
  return Math.round(now + interval * (1 + JITTER * (random - 0.5)));
}
