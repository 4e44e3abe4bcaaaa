import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFromItem } from '../../lib/articles/article-from-item';
import { cybersecuritySources } from '../../lib/beats/cybersecurity/sources';
import { type FeedItem, parseFeed } from '../../lib/sources/feed';
import { sourceFromFeed } from '../../lib/sources/own-source';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source } from '../../lib/sources/source';

const NOW = Date.UTC(2026, 0, 10);
const registry = makeRegistry(cybersecuritySources);
const known = (id: string): Source => {
  const source = registry.byId(id);
  if (source === undefined) throw new Error(id);
  return source;
};
const village = sourceFromFeed(
  'https://village.example/feed',
  { title: 'The Village Paper', site: 'https://village.example/' },
  registry,
) as Source;
const item = (parts: Partial<FeedItem> = {}): FeedItem => ({
  link: 'https://village.example/port',
  title: 'Port closes two berths',
  summary: '<p>A crane&rsquo;s control system failed. [&#8230;]</p>',
  content: '',
  authors: [],
  categories: [],
  ...parts,
});
const make = (parts: Partial<FeedItem>, source: Source) => articleFromItem(item(parts), source, NOW, registry);

describe('articleFromItem', () => {
  it('makes a clean article', () => {
    expect(
      make(
        {
          link: 'http://www.village.example/port/?utm_source=rss#x',
          guid: 'https://village.example/?p=7',
          authors: ['desk@village.example (Ann Reed)', 'By Bo Lind', 'cy@village.example', 'Bo Lind'],
          published: 'Mon, 05 Jan 2026 10:00:00 GMT',
          source: { name: 'Coast <b>Agency</b>', url: 'https://agency.example/rss' },
          credit: ['Coast Agency', ' '],
          language: 'en-GB',
        },
        village,
      ),
    ).toEqual({
      id: expect.stringMatching(/-village\.example$/),
      address: 'https://village.example/port',
      addresses: ['https://village.example/port', 'https://village.example/?p=7'],
      source: village.id,
      outlet: 'The Village Paper',
      host: 'village.example',
      title: 'Port closes two berths',
      summary: 'A crane’s control system failed.',
      text: '',
      authors: ['Ann Reed', 'Bo Lind'],
      published: Date.UTC(2026, 0, 5, 10),
      dated: 'stated',
      seen: NOW,
      language: 'en',
      fingerprint: [],
      marks: { source: { name: 'Coast Agency', url: 'https://agency.example/rss' }, credit: ['Coast Agency'] },
      link: 'http://www.village.example/port/?utm_source=rss',
    });
  });

  it.each([
    ['without a title', { title: '<img src=x>' }],
    ['whose title is an undefined entity', { title: '&a9; &lol;' }],
    ['without a usable address', { link: 'javascript:alert(1)' }],
    ['with an endless address', { link: `https://village.example/${'x'.repeat(3_000)}` }],
  ])('makes none of an item %s', (_, parts) => expect(make(parts, village)).toBeNull());

  it('takes the summary from the body where there is none, and the date of the update', () => {
    expect(make({ summary: '', content: '<p>All of it.</p>', updated: '2026-01-06T00:00:00Z' }, village)).toMatchObject({
      summary: 'All of it.',
      text: 'All of it.',
      published: Date.UTC(2026, 0, 6),
    });
  });

  it('does not let a feed date itself into the future', () => {
    expect(make({ published: '2030-01-01T00:00:00Z' }, village)).toMatchObject({ published: NOW, dated: 'assumed' });
  });
});

describe('whose article it is', () => {
  it.each([
    ['an outlet, on its own host', 'bleepingcomputer', 'https://www.bleepingcomputer.com/news/x', 'bleepingcomputer', undefined],
    ['an outlet, on another host of its own', 'the-register', 'https://go.theregister.com/feed/x', 'the-register', undefined],
    ['an outlet at a feed service', 'the-hacker-news', 'https://thehackernews.com/2026/01/x.html', 'the-hacker-news', undefined],
    ["an outlet that claims another's host", 'gbhackers', 'https://www.reuters.com/x', 'reuters', 'gbhackers'],
    ['an outlet that points at a stranger', 'gbhackers', 'https://stranger.example/x', 'host:stranger.example', 'gbhackers'],
    ['an aggregator that points at an outlet', 'techmeme', 'https://www.wired.com/story/x', 'wired', 'techmeme'],
    [
      'an aggregator that points at a stranger',
      'hacker-news',
      'https://blog.stranger.example/x',
      'host:stranger.example',
      'hacker-news',
    ],
    ['an aggregator, on its own host', 'google-news', 'https://news.google.com/rss/articles/x', 'google-news', undefined],
    ['a look-alike', 'gbhackers', 'https://reuters.com.evil.example/x', 'host:evil.example', 'gbhackers'],
    ['a sister of one newsroom', 'cyberscoop', 'https://fedscoop.com/x', 'fedscoop', undefined],
  ])('is decided by the address: %s', (_, feed, link, source, via) => {
    const article = make({ link }, known(feed));
    expect(article?.source).toBe(source);
    expect(article?.via).toBe(via);
  });

  it('a reader may not make a stranger into another: its own feed speaks for its own domain only', () => {
    expect(make({}, village)?.via).toBeUndefined();
    expect(make({ link: 'https://www.reuters.com/x' }, village)).toMatchObject({ source: 'reuters', via: village.id });
    expect(make({ link: 'https://other.example/x' }, village)).toMatchObject({ source: 'host:other.example', via: village.id });
  });

  it('addresses of other domains are never taken over', () => {
    expect(make({ guid: 'https://www.reuters.com/world/real-story' }, village)?.addresses).toEqual([
      'https://village.example/port',
    ]);
  });

  it('a newsroom that floods under many subdomains is one newsroom still', () => {
    const rooms = new Set(
      Array.from({ length: 500 }, (_, n) =>
        registry.newsroomOf(make({ link: `https://s${n}.village.example/port` }, village)?.source ?? ''),
      ),
    );
    expect([...rooms]).toEqual(['village.example']);
  });

  it('whatever one feed sends, its own newsroom is all that it can speak for without "via"', () => {
    const host = fc.constantFrom(
      'reuters.com',
      'www.wired.com',
      'village.example',
      'a.village.example',
      'x.example',
      'evil-village.example',
      'village.example.evil.net',
      'alice.substack.com',
    );
    fc.assert(
      fc.property(host, fc.webPath(), fc.string(), fc.option(fc.webUrl()), (name, path, text, url) => {
        const article = make(
          {
            link: `https://${name}${path}`,
            title: `t${text}`,
            ...(url === null ? {} : { guid: url, source: { name: text, url } }),
          },
          village,
        );
        if (article === null || article.via !== undefined) return;
        expect(registry.newsroomOf(article.source)).toBe(village.newsroom);
        expect(article.addresses.every((address) => new URL(address).hostname.endsWith('village.example'))).toBe(true);
      }),
    );
  });
});

it('no article outgrows its type, from whatever feed', () => {
  const field = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constant('x '.repeat(20_000)),
    fc.constant('<p>'.repeat(20_000)),
    fc.constant('\u202e\ud800'),
  );
  fc.assert(
    fc.property(field, field, field, field, (title, description, date, author) => {
      const reading = parseFeed(
        `<rss><channel><item><title>t ${title}</title><link>/a</link><description>${description}</description><pubDate>${date}</pubDate><author>${author}</author></item></channel></rss>`,
        null,
        'https://village.example/feed',
      );
      if (!reading.ok) return;
      for (const entry of reading.feed.items) {
        const article = articleFromItem(entry, village, NOW, registry);
        if (article === null) continue;
        expect(article.title.length).toBeLessThanOrEqual(300);
        expect(article.summary.length).toBeLessThanOrEqual(1_000);
        expect(article.text.length).toBeLessThanOrEqual(6_000);
        expect(article.authors.every((name) => name.length <= 120)).toBe(true);
        expect(article.title + article.summary + article.text).not.toMatch(/<[a-z/]|\u202e|\ud800/i);
      }
    }),
    { numRuns: 60 },
  );
});
