import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { BEATS } from '../../lib/beats/beats';
import { type RefreshStore, refresh, type World } from '../../lib/refresh';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source } from '../../lib/sources/source';
import { Store } from '../../lib/store/store';
import { FileStore } from '../../scripts/publish/file-store';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const ids = ['harbor', 'meridian', 'lantern'];
const SOURCES: readonly Source[] = ids.map((id) => ({
  id,
  name: id,
  newsroom: id,
  owner: id,
  kind: 'outlet',
  country: 'US',
  language: 'en',
  hosts: [`${id}.example`],
  feeds: [`https://${id}.example/feed`],
  why: 'A fixture.',
}));
const MATTERS = [
  [
    'Port of Velden halts cranes after ransomware attack',
    'Ransomware locked the terminal system of the port of Velden, its harbour master said.',
  ],
  [
    'Regulator fines Brightmail 12 million over lost backups',
    'Mail provider Brightmail must pay 12 million euros because its backups were lost.',
  ],
  ['Satellite operator Corvane opens office in Lisbon', 'Corvane will employ sixty engineers in Lisbon from next spring.'],
] as const;

/** Each outlet tells of every matter, in its turn; later rounds bring more. */
const feedOf = (host: string, round: number) =>
  `<rss version="2.0"><channel><title>${host}</title>${MATTERS.slice(0, round + 1)
    .map(
      ([title, summary], n) =>
        `<item><title>${title}, ${host} reports</title><link>https://${host}/news/${n}</link><description>${summary}</description><pubDate>${new Date(NOW - (9 - n) * HOUR).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const worldOf = (store: RefreshStore, round: number): World => ({
  store,
  sources: SOURCES,
  grouping: BEATS[0]!.grouping,
  signals: { registry: makeRegistry(SOURCES), signalModel: BEATS[0]!.signals, lexicon: BEATS[0]!.lexicon },
  fetch: async (request) => new Response(feedOf(new URL(String(request)).host, round)),
  granted: async () => true,
  now: () => NOW + round * HOUR,
  random: () => 0.5,
  report: async () => {},
  keepDays: 60,
});

const folder = mkdtempSync(join(tmpdir(), 'file-store-'));
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newPath = () => join(folder, `${files++}.jsonl`);
function open(path: string): FileStore {
  const store = new FileStore(path);
  opened.push(store);
  return store;
}

const byId = <T extends { id: string }>(rows: readonly T[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
const contentOf = async (store: FileStore) => ({
  articles: byId(store.allArticles()),
  stories: byId(store.allStories()),
  feeds: [...(await store.feedStates())].sort((a, b) => (a.address < b.address ? -1 : 1)),
  inbox: await store.inbox(),
  pending: await store.refresh(),
  last: store.lastRefresh,
});

describe('a publisher’s store in a file', () => {
  it('holds after some rounds what the reader’s store holds, also when it was shut and opened between them', async () => {
    const path = newPath();
    const reader = new Store('beside');
    opened.push(reader);
    for (const round of [0, 1, 2]) {
      await refresh(worldOf(reader, round), { all: true });
      const store = new FileStore(path);
      await refresh(worldOf(store, round), { all: true });
      store.close();
    }
    expect(await contentOf(open(path))).toEqual({
      articles: byId(await reader.allArticles()),
      stories: byId(await reader.allStories()),
      feeds: [...(await reader.feedStates())].sort((a, b) => (a.address < b.address ? -1 : 1)),
      inbox: [],
      pending: null,
      last: await reader.lastRefresh(),
    });
    const articles = await reader.allArticles();
    expect(articles).toHaveLength(9);
    const keys = articles.map(({ postings }) => postings.map((one) => one.slice(0, one.lastIndexOf('\0'))));
    const around = async (store: RefreshStore) => {
      const found = await store.neighbours(keys, NOW - 100 * HOUR, NOW);
      return { articles: byId(found.articles), stories: byId(found.stories) };
    };
    expect(await around(open(path))).toEqual(await around(reader));
    // Bounds are those of time, the last second included.
    const narrow = { from: NOW - 8 * HOUR, to: NOW - 8 * HOUR };
    const near = await open(path).neighbours(keys, narrow.from, narrow.to);
    expect(byId(near.articles)).toEqual(byId((await reader.neighbours(keys, narrow.from, narrow.to)).articles));
  });

  it('killed after any number of bytes goes on, and ends with the same', async () => {
    const path = newPath();
    const whole = new FileStore(path);
    const empty = readFileSync(path).length;
    await refresh(worldOf(whole, 2), { all: true });
    const expected = await contentOf(whole);
    whole.close();
    const written = readFileSync(path);
    const ends: number[] = [empty];
    for (let at = written.indexOf(10); at >= 0; at = written.indexOf(10, at + 1)) ends.push(at + 1);
    // At the end of each transaction, and in the midst of it.
    const cuts = ends.flatMap((end, n) => [end, Math.floor((end + (ends[n + 1] ?? end)) / 2)]);
    expect(new Set(cuts).size).toBeGreaterThan(10);
    for (const cut of new Set(cuts)) {
      const torn = newPath();
      writeFileSync(torn, written.subarray(0, cut));
      const store = new FileStore(torn);
      await refresh(worldOf(store, 2), { all: true });
      const content = await contentOf(store);
      store.close();
      expect({ ...content, feeds: [] }, `cut at ${cut}`).toEqual({ ...expected, feeds: [] });
    }
  });

  it('forgets the oldest, and their addresses with them', async () => {
    const store = open(newPath());
    await refresh(worldOf(store, 2), { all: true });
    const [first] = store.allArticles();
    const stories = store.allStories().length;
    expect(await store.prune(NOW + HOUR)).toBe(stories);
    expect(store.allArticles()).toEqual([]);
    const state = (await store.feedStates())[0]!;
    expect(await store.acceptFeed(state, [first!], () => null)).toBe(1);
  });

  it('says so where the file is broken in the middle', () => {
    const path = newPath();
    writeFileSync(path, '[["feeds","a",{}]]\nnot json\n[["feeds","b",{}]]\n');
    expect(() => new FileStore(path)).toThrow();
  });

  it('is written anew before what was appended outgrows what is there', async () => {
    const path = newPath();
    const store = open(path);
    const state = {
      address: 'https://a.example/',
      source: 'a',
      failures: 0,
      nextDue: 0,
      itemsLast: 0,
      etag: 'x'.repeat(400_000),
    };
    for (let n = 0; n < 60; n++) await store.acceptFeed(state, [], () => null);
    expect(readFileSync(path).length).toBeLessThan(17_000_000);
    expect(await store.feedStates()).toEqual([state]);
  });
});
