import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedState, newFeedState } from '../../lib/sources/feed-state';
import type { FetchOutcome } from '../../lib/sources/fetch-feed';
import {
  afterFetch,
  BASE_INTERVAL,
  isDue,
  MAX_BACK_OFF,
  MAX_INTERVAL,
  MAX_RETRY_AFTER,
  MIN_INTERVAL,
} from '../../lib/sources/timetable';

const NOW = Date.UTC(2026, 0, 10);
const HALF = 0.5;
const fresh = newFeedState('https://paper.example/feed', 'paper');
const answer = (ttlMinutes?: number): FetchOutcome => ({
  is: 'new',
  feed: {
    title: 'Paper',
    site: null,
    language: null,
    items: [],
    problems: [],
    ...(ttlMinutes === undefined ? {} : { ttlMinutes }),
  },
  etag: '"1"',
  lastModified: null,
  finalAddress: fresh.address,
  moved: false,
  size: 10,
});
const fault = (retryAfter?: number): FetchOutcome => ({
  is: 'failed',
  why: { is: 'http', status: 503 },
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const wait = (state: FeedState) => state.nextDue - NOW;

describe('a feed that answers', () => {
  it.each([
    ['says nothing of a ttl', undefined, BASE_INTERVAL],
    ['asks for an hour', 60, 60 * 60_000],
    ['asks for every minute', 1, MIN_INTERVAL],
    ['asks for a year', 525_600, MAX_INTERVAL],
  ])('and %s is asked again at the right time', (_, ttl, expected) => {
    expect(wait(afterFetch(fresh, answer(ttl), NOW, HALF))).toBe(expected);
  });

  it('loses its failures and keeps its validators when unchanged', () => {
    const failed = afterFetch(afterFetch(fresh, answer(), NOW, HALF), fault(), NOW, HALF);
    expect(failed).toMatchObject({ failures: 1, lastFault: { is: 'http', status: 503 }, etag: '"1"' });
    const well = afterFetch(failed, { is: 'unchanged' }, NOW, HALF);
    expect(well).toMatchObject({ failures: 0, etag: '"1"', lastSuccess: NOW });
    expect(well.lastFault).toBeUndefined();
  });

  it('loses validators that it no longer sends', () => {
    const first = afterFetch(fresh, answer(), NOW, HALF);
    expect(afterFetch(first, { ...answer(), etag: null } as FetchOutcome, NOW, HALF).etag).toBeUndefined();
  });
});

describe('a feed that fails', () => {
  it('is asked ever more rarely, but at least daily and a little', () => {
    let state = fresh;
    let before = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      state = afterFetch(state, fault(), NOW, 0);
      expect(wait(state)).toBeGreaterThanOrEqual(before);
      before = wait(state);
    }
    expect(before).toBe(MAX_BACK_OFF);
  });

  it('is not asked before Retry-After, within a cap', () => {
    expect(wait(afterFetch(fresh, fault(NOW + 5 * 3_600_000), NOW, 0))).toBe(5 * 3_600_000);
    expect(wait(afterFetch(fresh, fault(NOW + 900 * 86_400_000), NOW, 0))).toBe(MAX_RETRY_AFTER);
  });

  it('is as it was when the fetch was cancelled', () => {
    expect(afterFetch(fresh, { is: 'failed', why: { is: 'cancelled' } }, NOW, HALF)).toBe(fresh);
  });
});

describe('isDue', () => {
  it.each([
    ['never fetched', fresh, true],
    ['due in a minute', { ...fresh, nextDue: NOW + 60_000 }, false],
    ['due a moment ago', { ...fresh, nextDue: NOW - 1 }, true],
    ['due in ten years, by a clock that was wrong', { ...fresh, nextDue: NOW + 3_650 * 86_400_000 }, true],
    [
      'last tried tomorrow, by a clock that was wrong',
      { ...fresh, lastTried: NOW + 86_400_000, nextDue: NOW + 86_400_000 },
      true,
    ],
  ] as const)('is right of a feed %s', (_, state, due) => expect(isDue(state, NOW)).toBe(due));

  it('comes true within two days after any outcome, and never at once', () => {
    const outcomes = fc.oneof(
      fc.constant<FetchOutcome>({ is: 'unchanged' }),
      fc.double().map((ttl) => answer(ttl)),
      fc.integer({ min: 0, max: 2 ** 52 }).map((at) => fault(at)),
    );
    fc.assert(
      fc.property(
        fc.array(outcomes, { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, random) => {
          const state = all.reduce((current, outcome) => afterFetch(current, outcome, NOW, random), fresh);
          expect(isDue(state, NOW + 60_000)).toBe(false);
          expect(isDue(state, NOW + MAX_RETRY_AFTER)).toBe(true);
        },
      ),
    );
  });
});
