import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../lib/articles/article';
import { articleFromItem } from '../../lib/articles/article-from-item';
import { articleFromReading } from '../../lib/articles/article-from-reading';
import { cybersecuritySources } from '../../lib/beats/cybersecurity/sources';
import { makeRegistry } from '../../lib/sources/registry';

const NOW = Date.UTC(2026, 0, 10);
const registry = makeRegistry(cybersecuritySources);
const page = (parts: Partial<PageReading> = {}): PageReading => ({
  url: 'https://www.village.example/port?utm_source=x#top',
  canonical: null,
  title: 'Port closes two berths',
  authors: ['By Ann Reed'],
  published: '2026-01-05T10:00:00Z',
  language: 'en-GB',
  outlet: 'The Village Paper',
  lead: 'A crane failed.',
  text: 'The control system of a crane failed on Friday.',
  marks: {},
  ...parts,
});
const make = (parts: Partial<PageReading>) => articleFromReading(page(parts), registry, NOW);

describe('articleFromReading', () => {
  it('makes a clean article, the same as the feed of that page would', () => {
    const article = make({});
    expect(article).toMatchObject({
      address: 'https://village.example/port',
      source: 'host:village.example',
      outlet: 'The Village Paper',
      host: 'village.example',
      authors: ['Ann Reed'],
      published: Date.UTC(2026, 0, 5, 10),
      language: 'en',
      marks: {},
      link: 'https://www.village.example/port?utm_source=x',
    });
    const listed = articleFromItem(
      { link: 'http://village.example/port/', title: 'Port', summary: '', content: '', authors: [], categories: [] },
      cybersecuritySources[0] as (typeof cybersecuritySources)[number],
      NOW,
      registry,
    );
    expect(listed?.id).toBe(article?.id);
  });

  it.each([
    ['on its own domain names the page', 'https://village.example/news/port-1', 'https://village.example/news/port-1', undefined],
    ['that is relative names the page', '/news/port-1', 'https://village.example/news/port-1', undefined],
    ['on another domain is a mark only', 'https://www.reuters.com/x', 'https://village.example/port', 'https://reuters.com/x'],
    [
      'of a look-alike is a mark only',
      'https://village.example.evil.net/x',
      'https://village.example/port',
      'https://village.example.evil.net/x',
    ],
    ['that is the front page is a mistake', 'https://village.example/', 'https://village.example/port', undefined],
    ['that is a script is nothing', 'javascript:alert(1)', 'https://village.example/port', undefined],
  ])('a canonical address %s', (_, canonical, address, syndication) => {
    const article = make({ canonical });
    expect(article?.address).toBe(address);
    expect(article?.addresses).toContain('https://village.example/port');
    expect(article?.marks.syndication).toBe(syndication);
    expect(article?.source).toBe('host:village.example');
  });

  it('the address bar decides whose it is, and the registry its name', () => {
    expect(make({ url: 'https://www.bbc.co.uk/news/x', outlet: 'Reuters' })).toMatchObject({ source: 'bbc', outlet: 'BBC News' });
    expect(make({ url: 'https://reuters.com.evil.example/x', outlet: 'Reuters' })).toMatchObject({ source: 'host:evil.example' });
  });

  it('keeps marks, clean and few', () => {
    const many = Array.from({ length: 50 }, (_, n) => `https://a${n}.example/x`);
    expect(
      make({
        marks: {
          source: { name: '<b>Agency</b>', url: 'https://agency.example/x?utm_id=1' },
          basedOn: many,
          original: ['javascript:0', '/y'],
          syndication: 'https://first.example/z',
          credit: ['Agency', ''],
        },
      })?.marks,
    ).toEqual({
      source: { name: 'Agency', url: 'https://agency.example/x' },
      basedOn: many.slice(0, 8),
      original: ['https://village.example/y'],
      syndication: 'https://first.example/z',
      credit: ['Agency'],
    });
  });

  it.each([
    ['another scheme', { url: 'file:///home/reader/x.html' }],
    ['no title', { title: ' \u200b ' }],
  ])('makes none of a page with %s', (_, parts) => expect(make(parts)).toBeNull());

  it('never throws, and gives what its type says, whatever it is sent', () => {
    const anything = fc.oneof(fc.anything(), fc.constant('x'.repeat(1_000_000)), fc.webUrl());
    const keys = Object.keys(page()) as (keyof PageReading)[];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        anything,
        fc.constantFrom('source', 'basedOn', 'syndication', 'original', 'credit'),
        anything,
        (key, value, mark, marked) => {
          const sent = { ...page(), marks: { [mark]: marked }, [key]: value } as unknown as PageReading;
          const article = articleFromReading(sent, registry, NOW);
          if (article === null) return;
          expect(article.title.length).toBeLessThanOrEqual(300);
          expect(article.text.length).toBeLessThanOrEqual(6_000);
          expect(article.outlet.length).toBeLessThanOrEqual(120);
          expect(article.published).toBeLessThanOrEqual(NOW + 600_000);
          expect(article.addresses.every((address) => address.startsWith('https://'))).toBe(true);
          expect(JSON.stringify(article).length).toBeLessThan(60_000);
          for (const list of [
            article.authors,
            article.marks.basedOn ?? [],
            article.marks.original ?? [],
            article.marks.credit ?? [],
          ]) {
            expect(list.every((entry) => typeof entry === 'string')).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
