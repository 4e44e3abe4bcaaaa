import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { BEATS } from '../../lib/beats/beats';
import { dataHandlers } from '../../lib/messages/answer-data';
import type { Context } from '../../lib/messages/context';
import { groupInbox } from '../../lib/refresh';
import { newSubscription } from '../../lib/refresh-signal-feeds';
import { makeRegistry } from '../../lib/sources/registry';
import { defaultSettings } from '../../lib/store/settings';
import { Store } from '../../lib/store/store';

const KEY = 'k'.repeat(43);
const OTHER_KEY = 'o'.repeat(43);
const DESK = 'https://desk.example/index.json';

const NOW = Date.UTC(2026, 10, 20);
const beat = BEATS[0]!;
const registry = makeRegistry([]);
const signals = { registry, signalModel: beat.signals, lexicon: beat.lexicon };

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
let count = 0;
function reader() {
  const store = new Store(`answer-data-${count++}`);
  stores.push(store);
  const context = {
    store,
    now: () => NOW,
    settings: async () => defaultSettings(),
    change: async () => defaultSettings(),
    chosen: async () => ({ registry }),
    groupInbox: () => groupInbox({ store, grouping: beat.grouping, signals }, NOW),
    refreshSignalFeeds: async () => {},
  } as unknown as Context;
  return { store, handlers: dataHandlers(context) };
}

describe('the reader’s file', () => {
  it('carries signal feeds with their pinned keys to another browser, due at once', async () => {
    const old = reader();
    await old.store.subscribe({ ...newSubscription(DESK, 'The Harbor Desk', KEY), generatedAt: 5, seen: 5 });
    await old.store.subscribe(newSubscription('https://quay.example/feed.json', 'Quay', null));
    const text = await old.handlers['data/export']({ as: 'json' });
    const fresh = reader();
    await fresh.handlers['data/import']({ text });
    expect(await fresh.store.subscriptions()).toEqual([
      newSubscription(DESK, 'The Harbor Desk', KEY),
      newSubscription('https://quay.example/feed.json', 'Quay', null),
    ]);
  });

  it('never replaces a key that was pinned here', async () => {
    const { store, handlers } = reader();
    await store.subscribe(newSubscription(DESK, 'The Harbor Desk', KEY));
    const signalFeeds = [{ address: DESK, publisher: 'The Harbor Desk', key: OTHER_KEY }];
    await handlers['data/import']({ text: JSON.stringify({ secondSource: 1, articles: [], signalFeeds }) });
    expect((await store.subscription(DESK))?.key).toBe(KEY);
  });

  describe('with what is followed', () => {
    const LOOK = { followedSince: 5, seen: { at: 5, n: 1, impact: 2, articles: 1 }, told: ['act' as const] };
    const ARTICLE = {
      address: 'https://harborledger.example/osk',
      title: 'Port of Osk pays a ransom',
      summary: '',
      text: '',
      authors: [],
      published: NOW - 5,
      language: 'en',
      source: '',
    };
    const withStory = async () => {
      const made = reader();
      await made.handlers['data/import']({ text: JSON.stringify({ secondSource: 1, articles: [ARTICLE] }) });
      const [story] = await made.store.stories('updated', 1);
      await made.store.look({ ...LOOK, story: story!.id }, story!.ids);
      return made;
    };

    it('follows it in another browser too, and tells nothing twice', async () => {
      const text = await (await withStory()).handlers['data/export']({ as: 'json' });
      const fresh = reader();
      await fresh.handlers['data/import']({ text });
      const [story] = await fresh.store.stories('updated', 1);
      expect(await fresh.store.looks()).toEqual([{ ...LOOK, story: story!.id }]);
    });

    it('leaves what the reader did here, and stories that are not here', async () => {
      const { store, handlers } = await withStory();
      const [story] = await store.stories('updated', 1);
      const looks = [story!.id, 'nowhere'].map((id) => ({ ...LOOK, story: id, followedSince: null }));
      await handlers['data/import']({ text: JSON.stringify({ secondSource: 1, articles: [], looks }) });
      expect(await store.looks()).toEqual([{ ...LOOK, story: story!.id }]);
    });
  });

  it('from before there were signal feeds is taken in', async () => {
    const { handlers } = reader();
    const text = JSON.stringify({ secondSource: 1, articles: [] });
    expect(await handlers['data/import']({ text })).toEqual({ articles: 0 });
  });
});
