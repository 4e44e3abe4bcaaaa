import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { newFeedState } from '../../lib/sources/feed-state';
import { type ArticleRecord, posting, type StoryRecord } from '../../lib/store/records';
import { Store } from '../../lib/store/store';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);

let store: Store;
let count = 0;
const fresh = () => {
  store = new Store(`store-${++count}`);
  return store;
};
afterEach(() => store.close());

const article = (id: string, published = NOW, addresses = [`https://news.example/${id}`]): Article => ({
  id,
  address: addresses[0]!,
  addresses,
  source: 'news',
  outlet: 'News',
  host: 'news.example',
  title: `Title ${id}`,
  summary: '',
  text: '',
  authors: [],
  published,
  dated: 'stated',
  seen: NOW,
  language: 'en',
  fingerprint: [],
  marks: {},
});
const stored = (id: string, story: string, published: number, keys: readonly string[]): ArticleRecord => ({
  ...article(id, published),
  story,
  postings: keys.map((key) => posting(key, published)),
});
const record = (id: string, articles: readonly ArticleRecord[], impact = 3): StoryRecord => ({
  id,
  story: {
    id,
    title: id,
    articles: articles.map((a) => a.id),
    absorbed: [],
    opened: Math.min(...articles.map((a) => a.published)),
    updated: Math.max(...articles.map((a) => a.published)),
    cohesion: 1,
    ties: [],
  },
  signals: {} as StoryRecord['signals'],
  addresses: articles.flatMap((a) => a.addresses),
  ids: [id],
  sources: ['news'],
  updated: Math.max(...articles.map((a) => a.published)),
  impact,
});
async function put(...stories: readonly (readonly [id: string, articles: readonly ArticleRecord[]])[]) {
  await store.commitGrouping({
    articles: stories.flatMap(([, articles]) => articles),
    stories: stories.map(([id, articles]) => record(id, articles)),
    gone: [],
  });
}

describe('what a feed brings', () => {
  it('is kept with the state of the feed and the refresh, and known articles stay as they were', async () => {
    fresh();
    const state = newFeedState('https://news.example/feed', 'news');
    const refresh = (articles: number) => ({ startedAt: NOW, pending: [], total: 1, failed: 0, articles });
    expect(await store.acceptFeed(state, [article('a'), article('b')], refresh)).toBe(2);
    const changed = { ...article('a'), title: 'Another title' };
    expect(await store.acceptFeed(state, [changed, article('c')], refresh)).toBe(1);
    expect((await store.inbox()).map(({ id, title }) => [id, title])).toEqual([
      ['a', 'Title a'],
      ['b', 'Title b'],
      ['c', 'Title c'],
    ]);
    expect(await store.refresh()).toMatchObject({ articles: 1 });
  });

  it('takes the place of what another feed claimed, but a claim takes nobody’s place', async () => {
    fresh();
    const state = newFeedState('https://news.example/feed', 'news');
    const claim = { ...article('a'), title: 'As an aggregator has it', via: 'aggregator' };
    await store.acceptFeed(state, [claim], () => null);
    expect(await store.acceptFeed(state, [article('a')], () => null)).toBe(1);
    expect(await store.acceptFeed(state, [claim], () => null)).toBe(0);
    expect((await store.inbox()).map(({ title }) => title)).toEqual(['Title a']);
  });

  it('is known again under any address of a grouped article', async () => {
    fresh();
    await put(['s', [{ ...stored('a', 's', NOW, []), addresses: ['https://news.example/a', 'https://news.example/amp/a'] }]]);
    const again = article('other-id', NOW, ['https://news.example/amp/a']);
    expect(await store.acceptFeed(newFeedState('f', 'news'), [again], () => null)).toBe(0);
  });
});

describe('the neighbours of fresh articles', () => {
  it('are those with a key of theirs, within the time, with the members of their stories', async () => {
    fresh();
    const near = stored('near', 's1', NOW - DAY, ['k:velden']);
    const member = stored('member', 's1', NOW - 2 * DAY, ['k:other']);
    const far = stored('far', 's2', NOW - 40 * DAY, ['k:velden']);
    const alien = stored('alien', 's3', NOW, ['k:veldenia']);
    await put(['s1', [member, near]], ['s2', [far]], ['s3', [alien]]);
    const around = await store.neighbours([['k:velden']], NOW - 30 * DAY, NOW + DAY);
    expect(around.articles.map(({ id }) => id)).toEqual(['member', 'near']);
    expect(around.stories.map(({ id }) => id)).toEqual(['s1']);
  });

  it('are the newest where a key has very many', async () => {
    fresh();
    const many = Array.from({ length: 300 }, (_, n) => stored(`a${n}`, `s${n}`, NOW - n * 60_000, ['k:common']));
    await put(...many.map((a) => [a.story, [a]] as const));
    const around = await store.neighbours([['k:common']], NOW - DAY, NOW);
    expect(around.articles.length).toBeLessThanOrEqual(16);
    expect(around.articles.every((a) => a.published >= NOW - 40 * 60_000)).toBe(true);
  });
});

describe('forgetting', () => {
  it('takes whole stories that are too old, but none that the reader follows', async () => {
    fresh();
    const old = stored('old', 'old', NOW - 90 * DAY, []);
    const followed = stored('kept', 'kept', NOW - 80 * DAY, []);
    const young = stored('young', 'young', NOW - DAY, []);
    await put(['old', [old]], ['kept', [followed]], ['young', [young]]);
    await store.look({ story: 'kept', followedSince: NOW, seen: { at: NOW, n: 1, impact: 1, articles: 1 } }, ['kept']);
    expect(await store.prune(NOW - 60 * DAY)).toBe(1);
    expect((await store.allArticles()).map(({ id }) => id).sort()).toEqual(['kept', 'young']);
  });

  it('takes the oldest where there are too many', async () => {
    fresh();
    await put(...Array.from({ length: 10 }, (_, n) => [`s${n}`, [stored(`a${n}`, `s${n}`, NOW - n * DAY, [])]] as const));
    expect(await store.prune(0, 4)).toBe(6);
    expect((await store.allStories()).map(({ id }) => id).sort()).toEqual(['s0', 's1', 's2', 's3']);
  });

  it('leaves nothing after a wipe', async () => {
    fresh();
    await put(['s', [stored('a', 's', NOW, ['k'])]]);
    await store.acceptArticles([article('b')]);
    await store.endRefresh({ at: NOW });
    await store.wipe();
    expect(await store.size()).toEqual({ articles: 0, stories: 0, oldest: null });
    expect(await store.lastRefresh()).toBeNull();
  });
});

describe('following', () => {
  it('survives that the story is taken in by another', async () => {
    fresh();
    const seen = { at: NOW, n: 1, impact: 2, articles: 1 };
    await store.look({ story: 'old-id', followedSince: NOW, seen }, ['old-id']);
    expect((await store.lookAt(['new-id', 'old-id']))?.followedSince).toBe(NOW);
    await store.look({ story: 'new-id', followedSince: NOW, seen }, ['new-id', 'old-id']);
    expect((await store.looks()).map(({ story }) => story)).toEqual(['new-id']);
  });
});

describe('a posting', () => {
  it('sorts by key, then by time', () => {
    const sorted = [posting('a', 5_000), posting('a', 40_000), posting('a', NOW), posting('ab', 0), posting('b', -DAY)];
    expect([...sorted].sort()).toEqual(sorted);
  });
});
