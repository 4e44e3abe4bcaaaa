import { describe, expect, it } from 'vitest';
import { articleFromListing } from '../../lib/articles/article-from-listing';
import { findOrigins } from '../../lib/signals/origins';
import { verify } from '../../lib/signals/verified';
import type { FeedItem } from '../../lib/sources/feed';
import { askAddress, isListing, NEWS_INDEXES } from '../../lib/sources/news-indexes';
import { makeRegistry } from '../../lib/sources/registry';
import { article, source } from '../signals/article';

const NOW = Date.UTC(2026, 10, 20, 12);
const registry = makeRegistry([source('harbor', 'Harbor Ledger', 'harborledger.example')]);
const index = (id: string) => NEWS_INDEXES.find((one) => one.id === id)!;
const item = (more: Partial<FeedItem>): FeedItem => ({
  link: 'https://harborledger.example/osk/ransom',
  title: 'Osk pays a ransom',
  summary: '<ol><li><a href="https://other.example/x">Something else</a></li></ol>',
  content: '',
  authors: [],
  categories: [],
  published: new Date(NOW - 3_600_000).toISOString(),
  ...more,
});

describe('the news indexes', () => {
  it.each(NEWS_INDEXES.map((one) => [one.id, one] as const))(
    '%s is asked by https at its one host, for the terms alone',
    (_, one) => {
      const url = new URL(askAddress(one, ['port authority', 'Osk&key=1'], 'de'));
      expect(url.protocol).toBe('https:');
      expect(url.host).toBe(one.host);
      expect([...url.searchParams.values()]).toContain('port authority Osk&key=1');
      expect([...url.searchParams.keys()].sort()).toEqual([...new URL(one.address).searchParams.keys()].sort());
    },
  );

  it('are sorted, and no two alike', () => {
    const ids = NEWS_INDEXES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe('an item of an index’s list', () => {
  it.each<[string, string, Partial<FeedItem>, { source: string; host: string; outlet: string; address: string } | null]>([
    [
      'by the publisher’s own address',
      'gdelt',
      {},
      {
        source: 'harbor',
        host: 'harborledger.example',
        outlet: 'Harbor Ledger',
        address: 'https://harborledger.example/osk/ransom',
      },
    ],
    [
      'by a redirector that holds the address',
      'bing-news',
      { link: 'http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fharborledger.example%2fosk%2fransom&c=1' },
      {
        source: 'harbor',
        host: 'harborledger.example',
        outlet: 'Harbor Ledger',
        address: 'https://harborledger.example/osk/ransom',
      },
    ],
    [
      'by a redirector and the publisher’s site',
      'google-news',
      {
        link: 'https://news.google.com/rss/articles/CBMiAbc?oc=5',
        title: 'Osk pays a ransom - The Lantern',
        source: { name: 'The Lantern', url: 'https://www.lantern.example' },
      },
      {
        source: 'host:lantern.example',
        host: 'lantern.example',
        outlet: 'The Lantern',
        address: 'https://news.google.com/rss/articles/CBMiAbc?oc=5',
      },
    ],
    ['by a redirector alone is nobody’s', 'google-news', { link: 'https://news.google.com/rss/articles/CBMiAbc' }, null],
    [
      'by a redirector that names the index as its publisher is nobody’s',
      'google-news',
      { link: 'https://news.google.com/rss/articles/CBMiAbc', source: { name: 'Google', url: 'https://news.google.com' } },
      null,
    ],
  ])('%s', (_, id, more, wanted) => {
    const made = articleFromListing(item(more), index(id), NOW, registry);
    if (wanted === null) expect(made).toBeNull();
    else {
      expect(made).toMatchObject({ ...wanted, title: 'Osk pays a ransom', summary: '', text: '', via: `index:${id}` });
      expect(isListing(made?.via)).toBe(true);
    }
  });
});

describe('what an index lists', () => {
  const listed = (n: number, id = 'google-news') =>
    articleFromListing(
      item({
        link: `https://news.google.com/rss/articles/${id}${n}`,
        source: { name: `Paper ${n}`, url: `https://paper${n}.example` },
      }),
      index(id),
      NOW,
      registry,
    )!;
  const count = (articles: readonly ReturnType<typeof listed>[]) => verify(articles, findOrigins(articles, registry));
  const own = article({ id: 'own', host: 'harborledger.example', outlet: 'Harbor Ledger' });

  it('adds nothing to what was read, however many it lists', () => {
    expect(count([own]).n).toBe(1);
    expect(count([own, listed(1), listed(2), listed(3)]).n).toBe(1);
  });

  it('is one word of one stranger where nothing was read, though two indexes say it', () => {
    expect(count([listed(1), listed(2), listed(3, 'gdelt')])).toMatchObject({ n: 1, standing: 'single-source' });
  });

  it('lends no second newsroom to one that cites another', () => {
    const cites = article({
      id: 'cites',
      host: 'harborledger.example',
      outlet: 'Harbor Ledger',
      title: 'Paper 1 reports on Osk',
      text: 'Paper 1 first reported that the port of Osk paid a ransom, Paper 1 reports.',
    });
    expect(count([own, cites, listed(1)]).n).toBe(1);
  });

  it('says in its evidence who lists it', () => {
    expect(findOrigins([listed(1)], registry)[listed(1).id]?.evidence[0]).toMatchObject({
      key: 'origin_listed',
      values: { via: 'Google News', outlet: 'Paper 1' },
      quote: 'paper1.example',
    });
  });
});
