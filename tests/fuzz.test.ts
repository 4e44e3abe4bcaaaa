/** What has no fuzzing of its own beside its unit: a reader's files, whole pages, and long strings against time. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalAddress } from '../lib/articles/address';
import { saneDate } from '../lib/articles/dates';
import { readPage } from '../lib/articles/page';
import { plainText } from '../lib/articles/text';
import { dataHandlers } from '../lib/messages/answer-data';
import type { Context } from '../lib/messages/context';
import { type Handlers, receive } from '../lib/messages/receive';
import { Refused } from '../lib/messages/refused';
import { MOST_SUBSCRIPTIONS } from '../lib/refresh-signal-feeds';
import { readSignalFeed } from '../lib/signals/signal-feed-read';
import { parseFeed } from '../lib/sources/feed';
import { readOpml } from '../lib/sources/opml';
import { makeRegistry } from '../lib/sources/registry';
import { defaultSettings, readChange, repairSettings } from '../lib/store/settings';
import { Store } from '../lib/store/store';
import { source } from './signals/article';

const NOW = Date.UTC(2026, 10, 20, 12);
/** Ms for one input of a megabyte, on a busy machine; a quadratic step takes minutes. */
const PATIENCE = 8_000;

const store = new Store('fuzz-import');
afterAll(() => store.close());
const changed: unknown[] = [];
const context = {
  store,
  now: () => NOW,
  settings: async () => defaultSettings(),
  change: async (change: unknown) => {
    changed.push(change);
    return defaultSettings();
  },
  chosen: async () => ({ registry: makeRegistry([source('harbor', 'Harbor', 'harbor.example')]) }),
  groupInbox: async () => {},
  refreshSignalFeeds: async () => {},
} as unknown as Context;
const imported = dataHandlers(context)['data/import'];

describe('a reader’s file', () => {
  const anyArticle = fc.record({
    address: fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom('javascript:alert(1)', 'https://[', 'data:,x', 'https://a.example/'.padEnd(9000, 'x')),
    ),
    title: fc.oneof(fc.string(), fc.constantFrom('<script>1</script>', 'x'.repeat(10_000), '\u0000')),
    summary: fc.string(),
    text: fc.string(),
    authors: fc.array(fc.string(), { maxLength: 3 }),
    published: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(8.64e15, -8.64e15, 1e300),
    ),
    language: fc.string(),
    source: fc.constantFrom('harbor', '__proto__', 'nobody'),
  });

  const anyFeed = fc.record({
    address: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'https://[', 'HTTPS://a.example')),
    publisher: fc.oneof(fc.string(), fc.constant('x'.repeat(10_000))),
    key: fc.oneof(fc.constant(null), fc.string(), fc.constant('k'.repeat(43))),
  });

  it('an import never throws but a refusal in words, and stores only what its type says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .record({
              secondSource: fc.constantFrom(1, 0, 2, '1'),
              settings: fc.anything(),
              articles: fc.array(anyArticle, { maxLength: 4 }),
              signalFeeds: fc.oneof(fc.constant(undefined), fc.anything(), fc.array(anyFeed, { maxLength: 4 })),
            })
            .map(
              (made) => JSON.stringify(made, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? '',
            ),
        ),
        async (text) => {
          const failure = await imported({ text }).then(
            () => null,
            (error: unknown) => error,
          );
          if (failure !== null) expect(failure).toBeInstanceOf(Refused);
        },
      ),
      { numRuns: 200 },
    );
    for (const { id, address, title, published } of await store.inbox()) {
      expect([typeof id, typeof title, Number.isFinite(published)]).toEqual(['string', 'string', true]);
      expect(address).toMatch(/^https:\/\//);
      expect(title.length).toBeLessThanOrEqual(300);
    }
    const subscriptions = await store.subscriptions();
    expect(subscriptions.length).toBeLessThanOrEqual(MOST_SUBSCRIPTIONS);
    for (const { address, publisher, key } of subscriptions) {
      expect(address).toMatch(/^https?:\/\//);
      expect(publisher.length).toBeLessThanOrEqual(120);
      if (key !== null) expect(key).toHaveLength(43);
    }
    // What it brings of settings has the shape of settings, whatever stood in the file.
    for (const change of changed) expect(readChange(change)).not.toBeNull();
  });
});

describe('a whole page', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<article>',
      '</article>',
      '<h1>',
      '<p>',
      '<meta property="og:title" content="',
      '">',
      '<script type="application/ld+json">',
      '</script>',
      '{"@type":"NewsArticle",',
      '"headline":[{}],',
      '<time datetime="',
      '<base href="javascript:',
      '<link rel="canonical" href="',
    ),
    fc.json(),
  );

  it('never breaks its reader, and gives what its type says', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { document } = parseHTML(`<!doctype html><html><head></head><body>${pieces.join('')}</body></html>`);
        const reading = readPage(document as unknown as Document, 'https://a.example/news/a-long-enough-path');
        if (reading)
          expect([typeof reading.title, typeof reading.url, reading.lead.length <= 600]).toEqual(['string', 'string', true]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a megabyte of the same', () => {
  const SEEDS = [
    '<',
    '&',
    '"',
    '[',
    '{"a":',
    '<a ',
    '<![CDATA[',
    'https://',
    '\u202e',
    ' a',
    '1.',
    'é',
    '%',
    '?a=b&',
    '/../',
    '–',
    '<item>',
    '<outline ',
  ];
  /** Put in as text: markup is the browser's to read, and it bounds how deep that nests. */
  const pageWith = (long: string) => {
    const { document } = parseHTML(
      '<!doctype html><html><head><title></title><meta property="og:title"><script type="application/ld+json"></script></head>' +
        '<body><article><h1></h1><p></p></article></body></html>',
    );
    for (const name of ['title', 'h1', 'p']) document.querySelector(name)!.textContent = long;
    document.querySelector('meta')!.setAttribute('content', long);
    document.querySelector('script')!.textContent = JSON.stringify({ '@type': 'NewsArticle', headline: long });
    return document as unknown as Document;
  };
  it.each(SEEDS)('%s costs no reader more than its time', { timeout: 120_000 }, async (seed) => {
    const long = seed.repeat(Math.ceil(1_000_000 / seed.length));
    const page = pageWith(long);
    const readers: readonly [string, () => unknown][] = [
      [
        'feed',
        () =>
          parseFeed(
            `<rss><channel><item><title>${long}</title><link>https://a.example/1</link></item></channel></rss>`,
            null,
            'https://a.example/',
          ),
      ],
      ['bare feed', () => parseFeed(long, null, 'https://a.example/')],
      ['text', () => plainText(long, 300)],
      ['address', () => canonicalAddress(`https://a.example/${long}`)],
      ['date', () => saneDate(long, NOW)],
      ['OPML', () => readOpml(`<opml><body><outline text="${long}" xmlUrl="https://a.example/feed"/></body></opml>`)],
      ['settings', () => readChange({ muted: [long] })],
      ['stored settings', () => repairSettings({ muted: [long], ownFeeds: [{ address: long, title: long, site: long }] })],
      ['page', () => readPage(page, 'https://a.example/news/a-long-enough-path')],
      [
        'JSON feed',
        () =>
          parseFeed(
            JSON.stringify({
              version: 'https://jsonfeed.org/version/1.1',
              items: [{ id: long, title: long, content_html: long }],
            }),
            null,
            'https://a.example/',
          ),
      ],
      ['signal feed', () => readSignalFeed(JSON.stringify({ version: 1, generatedAt: long, stories: [{ id: long }] }))],
      ['bare signal feed', () => readSignalFeed(long)],
      ['import', () => imported({ text: long })],
      [
        'message',
        () =>
          receive(
            { name: 'stories/list', ask: { query: long } },
            { id: 'us', url: 'https://us.example/options.html' },
            {} as Handlers,
            { id: 'us', root: 'https://us.example/' },
          ),
      ],
    ];
    for (const [name, run] of readers) {
      const started = performance.now();
      await Promise.resolve(run()).catch((error: unknown) => expect(error, name).toBeInstanceOf(Refused));
      expect(performance.now() - started, name).toBeLessThan(PATIENCE);
    }
  });
});
