import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signals } from '../lib/signals/signals';
import type { StoryRecord } from '../lib/store/records';
import { Store } from '../lib/store/store';
import { type StoryNews, tellNews } from '../lib/tell-news';
import { view } from './components/sample-story';

const NOW = Date.UTC(2026, 1, 26);
let store: Store;
let count = 0;
beforeEach(() => {
  store = new Store(`tell-${++count}`);
});
afterEach(() => store.close());

const record = (id: string, n: number, impact = 4, names: readonly string[] = []): StoryRecord => {
  const signals: Signals = {
    ...view.signals,
    verified: { ...view.signals.verified, n },
    impact: { ...view.signals.impact, score: impact },
    sections: {
      ...view.signals.sections,
      mentioned: names.map((name) => ({ name, kind: 'organisation', count: 1, aliases: [], articles: [] })),
    },
  };
  const story = { ...view.story, id, title: `Story ${id}`, opened: NOW, updated: NOW };
  return { id, story, signals, addresses: [], ids: [id], sources: [], updated: NOW, impact };
};
const put = (...stories: readonly StoryRecord[]) => store.commitGrouping({ articles: [], stories, gone: [] });
const followIt = (one: StoryRecord, told: StoryNews['news'] = []) =>
  store.look({ story: one.id, followedSince: NOW, seen: { at: NOW, n: 1, impact: 4, articles: 1 }, told }, one.ids);

/** What is told at a refresh. */
async function told(settings: Partial<Parameters<typeof tellNews>[1]> = {}): Promise<StoryNews[]> {
  const all: StoryNews[] = [];
  await tellNews(store, { notify: true, entities: [], ...settings }, async (news) => void all.push(news));
  return all;
}

describe('after a refresh the reader', () => {
  it('is told that a followed story has its second source, once', async () => {
    await put(record('a', 1));
    await followIt(record('a', 1));
    expect(await told()).toEqual([]);
    await put(record('a', 2));
    expect(await told()).toEqual([{ story: 'a', title: 'Story a', news: ['second-source'], n: 2, impact: 4, name: null }]);
    expect(await told()).toEqual([]);
  });

  it('is told nothing of stories that are not followed', async () => {
    await put(record('a', 5, 9));
    expect(await told()).toEqual([]);
  });

  it('is not told later what happened while notifications were off', async () => {
    await put(record('a', 2));
    await followIt(record('a', 1));
    expect(await told({ notify: false })).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('is told of a followed story under the id of one that took it in', async () => {
    await put({ ...record('b', 3), ids: ['b', 'a'] });
    await followIt(record('a', 1));
    expect((await told()).map(({ story }) => story)).toEqual(['b']);
    expect((await store.looks()).map(({ story }) => story)).toEqual(['b']);
    expect(await told()).toEqual([]);
  });

  it('is told of a new story that names what they follow, and of none from before', async () => {
    await put(record('a', 2, 4, ['KranTec']));
    expect(await told({ entities: [{ name: 'krantec', since: NOW + 1 }] })).toEqual([]);
    const entities = [{ name: 'krantec', since: NOW - 1 }];
    expect(await told({ entities })).toMatchObject([{ story: 'a', name: 'krantec', news: ['second-source'] }]);
    expect(await told({ entities })).toEqual([]);
    // It was told, not opened: it is still unread, and not followed.
    expect(await store.lookAt(['a'])).toMatchObject({ followedSince: null, seen: { at: 0 } });
  });

  it('follows on when one story cannot be shown', async () => {
    await put(record('a', 2));
    await followIt(record('a', 1));
    await expect(
      tellNews(store, { notify: true, entities: [] }, () => Promise.reject(new Error('no notifications here'))),
    ).rejects.toThrow();
    // What was to be told counts as told: a fault must not repeat it at every refresh.
    expect(await told()).toEqual([]);
  });
});
