import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ASKS } from '../../lib/messages/asks';
import { type Handlers, receive, type Sender } from '../../lib/messages/receive';
import { Refused } from '../../lib/messages/refused';
import { StoreUnavailable } from '../../lib/store/database';

const SELF = { id: 'us', root: 'chrome-extension://us/' };
const OPTIONS: Sender = { id: 'us', url: 'chrome-extension://us/options.html', tab: { id: 3 } };
const POPUP: Sender = { id: 'us', url: 'chrome-extension://us/popup.html' };
const PAGE: Sender = { id: 'us', url: 'https://news.example/a', tab: { id: 7 }, frameId: 0 };

/** Handlers that answer with their own name. */
const handlers = () =>
  Object.fromEntries(Object.keys(ASKS).map((name) => [name, vi.fn(async () => name)])) as unknown as Handlers &
    Record<string, () => void>;

describe('who may ask what', () => {
  it.each<[string, unknown, Sender, boolean]>([
    ['settings/get', null, OPTIONS, true],
    ['settings/get', null, POPUP, true],
    ['settings/get', null, PAGE, false],
    ['data/wipe', null, PAGE, false],
    ['data/export', { as: 'json' }, { ...PAGE, url: 'https://chrome-extension.example/us/options.html' }, false],
    ['page/overlay', null, PAGE, true],
    ['page/overlay', null, { ...PAGE, frameId: 4 }, false],
    ['page/overlay', null, { id: 'us', url: 'https://news.example/a' }, false],
    ['page/mute', null, OPTIONS, false],
  ])('%s with %j from %j: %s', async (name, ask, sender, allowed) => {
    const all = handlers();
    const reply = await receive({ name, ask }, sender, all, SELF);
    expect(reply).toEqual(allowed ? { ok: true, value: name } : { ok: false, error: 'error_not_allowed' });
    expect(all[name]).toHaveBeenCalledTimes(allowed ? 1 : 0);
  });

  it('another extension gets no answer at all', async () => {
    expect(await receive({ name: 'settings/get', ask: null }, { ...OPTIONS, id: 'them' }, handlers(), SELF)).toBeNull();
  });

  it('a page gets its own tab and address with the message, not what it claims', async () => {
    const all = handlers();
    await receive({ name: 'page/overlay', ask: null, tab: 1, url: 'https://bank.example/' }, PAGE, all, SELF);
    expect(all['page/overlay']).toHaveBeenCalledWith(null, { tab: 7, url: 'https://news.example/a' });
  });
});

describe('a message that does not fit', () => {
  it.each([
    ['tab/verdict', { tab: '1' }],
    ['tab/verdict', { tab: -1 }],
    ['settings/change', { mode: 'always' }],
    ['settings/change', { __proto__: { polluted: true }, toString: 1 }],
    ['stories/list', { limit: 1e9 }],
    ['story/get', { id: 'x'.repeat(101) }],
  ])('%s with %j is refused before a handler sees it', async (name, ask) => {
    const all = handlers();
    expect(await receive({ name, ask }, OPTIONS, all, SELF)).toEqual({ ok: false, error: 'error_bad_message' });
    expect(all[name]).not.toHaveBeenCalled();
  });

  it.each(['toString', '__proto__', 'constructor', 'no/such', '', 1, null, undefined])(
    'the name %s is no message',
    async (name) => {
      expect(await receive({ name, ask: null }, OPTIONS, handlers(), SELF)).toBeNull();
    },
  );

  it('never makes it reject, whatever it is', async () => {
    const names = fc.constantFrom(...Object.keys(ASKS), 'nope');
    await fc.assert(
      fc.asyncProperty(names, fc.anything(), fc.constantFrom(OPTIONS, PAGE), async (name, ask, sender) => {
        const reply = await receive({ name, ask }, sender, handlers(), SELF);
        expect(reply === null || typeof reply.ok === 'boolean').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a handler that fails', () => {
  it.each([
    [new Refused('error_feed_known', { n: 1 }), { ok: false, error: 'error_feed_known', values: { n: 1 } }],
    [new StoreUnavailable('error_store_newer'), { ok: false, error: 'error_store_newer' }],
    [new DOMException('full', 'QuotaExceededError'), { ok: false, error: 'error_store_full' }],
    [new TypeError('unexpected'), { ok: false, error: 'error_unexpected', values: { detail: 'TypeError' } }],
  ])('with %s is answered with words for the reader', async (error, reply) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const all = { ...handlers(), 'settings/get': () => Promise.reject(error) } as Handlers;
    expect(await receive({ name: 'settings/get', ask: null }, OPTIONS, all, SELF)).toEqual(reply);
  });
});
