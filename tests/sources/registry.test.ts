import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsrooms } from '../../lib/beats/cybersecurity/newsrooms';
import { cybersecuritySources } from '../../lib/beats/cybersecurity/sources';
import { hostOf, registrableDomain } from '../../lib/sources/host';
import { foldName, makeRegistry } from '../../lib/sources/registry';
import type { Source, SourceKind } from '../../lib/sources/source';

const sources = cybersecuritySources;
const registry = makeRegistry(sources);
const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

/** Where a source's feed is served from a host that is not its own; each known to be its publisher's choice. */
const FEED_HOSTS = ['feeds.feedburner.com', 'feeds.content.dowjones.io', 'feeds.washingtonpost.com'];

describe('the sources of the beat', () => {
  it('have unique kebab-case ids and are sorted by them, the newsrooms without feeds after the others', () => {
    expect(repeated(sources.map((source) => source.id))).toEqual([]);
    for (const { id, newsroom } of sources)
      expect([id, newsroom].join(' ')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)* [a-z0-9]+(-[a-z0-9]+)*$/);
    const ids = sources.map((source) => source.id);
    const first = ids.slice(0, -newsrooms.length);
    expect(first).toEqual([...first].sort());
    expect(newsrooms.map((source) => source.id)).toEqual(newsrooms.map((source) => source.id).sort());
  });

  it('have unique bare host names', () => {
    const hosts = sources.flatMap((source) => source.hosts);
    expect(repeated(hosts)).toEqual([]);
    for (const host of hosts) expect(hostOf(`https://${host}/`)).toBe(host);
    for (const source of sources) expect(source.hosts.length, source.id).toBeGreaterThan(0);
  });

  it('have unique https feeds on their own hosts or a known feed host', () => {
    const feeds = sources.flatMap((source) => source.feeds);
    expect(repeated(feeds)).toEqual([]);
    for (const source of sources) {
      for (const feed of source.feeds) {
        expect(new URL(feed).href).toBe(feed);
        expect(new URL(feed).protocol).toBe('https:');
        const host = hostOf(feed) ?? '';
        const own = source.hosts.some((known) => registrableDomain(known) === registrableDomain(host));
        expect(own || FEED_HOSTS.includes(host), feed).toBe(true);
      }
    }
  });

  it('have countries, languages and a reason that can be shown', () => {
    const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const { id, country, language, why, name } of sources) {
      expect(country === 'ZZ' || countries.of(country) !== undefined, id).toBe(true);
      expect(Intl.getCanonicalLocales(language), id).toEqual([language]);
      expect(name.trim(), id).toBe(name);
      expect(why, id).toMatch(/^[A-Z].{10,140}\.$/);
    }
  });

  it.each<[SourceKind, number, number]>([
    ['outlet', 70, 70],
    ['agency', 25, 6],
    ['authority', 30, 20],
    ['party', 40, 30],
    ['aggregator', 8, 5],
  ])('count, of kind %s, at least %i, and %i with feeds', (kind, count, withFeeds) => {
    const those = sources.filter((source) => source.kind === kind);
    expect(those.length).toBeGreaterThanOrEqual(count);
    expect(those.filter((source) => source.feeds.length > 0).length).toBeGreaterThanOrEqual(withFeeds);
  });

  it('hold the authorities that the beat cannot do without, with a feed each', () => {
    for (const id of ['cisa', 'ncsc-uk', 'enisa', 'fbi', 'doj', 'ftc', 'sec', 'federal-register', 'pentagon']) {
      expect(registry.byId(id), id).toMatchObject({ kind: 'authority' });
      expect(registry.byId(id)?.feeds.length, id).toBeGreaterThan(0);
    }
    expect(registry.byId('cisa')?.feeds.some((feed) => feed.endsWith('known_exploited_vulnerabilities.json'))).toBe(true);
  });

  it('are each found by every name of their own', () => {
    const lost = sources.flatMap((source) =>
      [source.name, ...(source.aliases ?? [])]
        .filter((name) => registry.named(name) !== source)
        .map((name) => `${source.id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('byHost', () => {
  it.each([
    ['www.reuters.com', 'reuters'],
    ['REUTERS.com.', 'reuters'],
    ['uk.reuters.com', 'reuters'],
    ['go.theregister.com', 'the-register'],
    ['news.google.com', 'google-news'],
    ['cloud.google.com', 'google'],
    ['asia.nikkei.com', 'nikkei-asia'],
    ['news.sky.com', 'sky-news'],
    ['www.gov.uk', 'uk-government'],
    ['www.ncsc.gov.uk', 'ncsc-uk'],
    ['ca.finance.yahoo.com', 'yahoo'],
    ['economictimes.indiatimes.com', 'economic-times'],
  ])('knows %s as %s', (host, id) => expect(registry.byHost(host)?.id).toBe(id));

  it.each([
    'evil-reuters.com',
    'reuters.com.evil.net',
    'reuters.co',
    'xn--reuers-k8d.com',
    'com',
    '',
    'reuters',
    'google.com',
    'borough.gov.uk',
    'constructor',
    '__proto__',
  ])('knows nobody at %s', (host) => expect(registry.byHost(host)).toBeUndefined());
});

describe('named', () => {
  it.each([
    ['Bleeping Computer', 'bleepingcomputer'],
    ['the associated press', 'ap'],
    ['A.P.', 'ap'],
    ['KrebsOnSecurity', 'krebs-on-security'],
    ['El Pais', 'el-pais'],
    ['Wall  Street-Journal', 'wall-street-journal'],
    ['techcrunch.com', 'techcrunch'],
    ['Tom’s Hardware', 'toms-hardware'],
  ])('finds %s', (name, id) => expect(registry.named(name)?.id).toBe(id));

  it.each(['', '...', 'the', 'Nobody Gazette', 'constructor'])('finds nobody for %j', (name) =>
    expect(registry.named(name)).toBeUndefined(),
  );

  it('folds to the same whatever the case and punctuation', () => {
    fc.assert(
      fc.property(fc.string(), (name) => foldName(foldName(name)) === foldName(name) || foldName(name).startsWith('the')),
    );
  });
});

describe('newsroomOf', () => {
  it.each([
    ['bleepingcomputer', 'bleepingcomputer'],
    ['host:www.fedscoop.com', 'scoop-news-group'],
    ['dow-jones-newswires', 'dow-jones'],
    ['host:example.co.uk', 'example.co.uk'],
    ['a.example.co.uk', 'example.co.uk'],
    ['b.example.co.uk', 'example.co.uk'],
    ['own:feeds.example.org/1x2y', 'example.org'],
    ['https://blog.example.org/post', 'example.org'],
    ['alice.substack.com', 'alice.substack.com'],
    ['deep.alice.substack.com', 'alice.substack.com'],
    ['alice.github.io', 'alice.github.io'],
    ['127.0.0.1', '127.0.0.1'],
  ])('of %s is %s', (id, newsroom) => expect(registry.newsroomOf(id)).toBe(newsroom));
});

it('the first source keeps an id, host or name that a later one claims', () => {
  const one: Source = {
    ...(sources[0] as Source),
    id: 'one',
    name: 'One',
    hosts: ['one.example'],
    feeds: ['https://one.example/f'],
    aliases: [],
  };
  const two: Source = { ...one, name: 'Uno', hosts: ['two.example'] };
  const three: Source = { ...one, id: 'three', name: 'Three', aliases: ['ONE'] };
  const made = makeRegistry([three, one, two]);
  expect(made.all).toHaveLength(2);
  expect(made.byHost('one.example')?.id).toBe('three');
  expect(made.named('one')?.id).toBe('one');
  expect(made.byFeed('https://one.example/f')?.id).toBe('three');
  expect(made.byHost('two.example')).toBeUndefined();
});
