/** What goes wrong around us, fault by fault: nothing is lost, and the reader is told in words. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BEATS } from '../lib/beats/beats';
import { STALE_AFTER, verdictOf } from '../lib/messages/page-verdict';
import { refresh, type World } from '../lib/refresh';
import { makeRegistry } from '../lib/sources/registry';
import { MAX_BACK_OFF } from '../lib/sources/timetable';
import { openDatabase } from '../lib/store/database';
import { defaultSettings } from '../lib/store/settings';
import { Store } from '../lib/store/store';
import { storeFault } from '../lib/store/store-fault';
import { UPGRADES } from '../lib/store/upgrades';
import { source } from './signals/article';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const English = JSON.parse(readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<
  string,
  { message: string }
>;

const feedSource = (id: string) => source(id, id, `${id}.example`, { feeds: [`https://${id}.example/feed`] });
const SOURCES = ['harbor', 'meridian', 'lantern'].map(feedSource);
const feedOf = (host: string, items = 3): string =>
  `<rss version="2.0"><channel><title>${host}</title>${Array.from(
    { length: items },
    (_, i) =>
      `<item><title>Matter ${i} of ${host}: the council met about bridge ${i}</title><link>https://${host}/news/${i}</link><description>Bridge ${i} near ${host} will be closed for repairs.</description><pubDate>${new Date(NOW - (i + 1) * HOUR).toUTCString()}</pubDate></item>`,
  ).join('')}</channel></rss>`;
const answer = async (request: RequestInfo | URL): Promise<Response> =>
  new Response(feedOf(new URL(String(request)).hostname), { headers: { 'content-type': 'application/rss+xml' } });

const stores: Store[] = [];
const opened: { close(): void }[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const db of opened.splice(0)) db.close();
});
function storeNamed(name: string): Store {
  const store = new Store(name);
  stores.push(store);
  return store;
}
const beat = BEATS[0]!;
function worldOf(store: Store, more: Partial<World> = {}): World {
  const sources = more.sources ?? SOURCES;
  return {
    store,
    sources,
    grouping: beat.grouping,
    signals: { registry: makeRegistry(sources), signalModel: beat.signals, lexicon: beat.lexicon },
    fetch: answer,
    granted: async () => true,
    now: () => NOW,
    random: () => 0.5,
    report: async () => {},
    keepDays: 60,
    ...more,
  };
}
const fullError = () => new DOMException('no room', 'QuotaExceededError');

describe('a database that', () => {
  it('another window holds at an old version is reported as blocked, not waited for without end', async () => {
    const holder = await openDB('held', 1, {
      upgrade(db) {
        UPGRADES[0]!(db as never, null as never);
      },
    });
    opened.push(holder);
    // It hears that a newer version wants in, and does not go: as a window that hangs.
    await expect(openDatabase('held')).rejects.toMatchObject({ key: 'error_store_blocked' });
    holder.close();
    opened.push(await openDatabase('held'));
  });

  it('two windows upgrade at once is upgraded once, and both have it', async () => {
    const old = await openDB('both', 1, {
      upgrade(db) {
        UPGRADES[0]!(db as never, null as never);
      },
    });
    old.close();
    const [one, two] = await Promise.all([openDatabase('both'), openDatabase('both')]);
    opened.push(one, two);
    expect([...one.objectStoreNames]).toEqual([...two.objectStoreNames]);
    expect(one.version).toBe(UPGRADES.length);
  });

  it('a newer version has upgraded is left alone, with words for the reader', async () => {
    (await openDB('downgraded', UPGRADES.length + 3)).close();
    const failure = await storeNamed('downgraded')
      .size()
      .catch((error: unknown) => error);
    expect(storeFault(failure)).toBe('error_store_newer');
    expect(English.error_store_newer?.message).toMatch(/newer version/);
  });

  it('is corrupt is reported, and asked again the next time', async () => {
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const store = storeNamed('corrupt');
    expect(storeFault(await store.size().catch((error: unknown) => error))).toBe('error_store_failed');
    spy.mockRestore();
    expect(await store.size()).toMatchObject({ articles: 0 });
  });

  it.each([1, 2, 4, 7, 11, 15])(
    'is full at its write number %i loses nothing that it held, and goes on when there is room',
    async (nth) => {
      const store = storeNamed(`full-${nth}`);
      await refresh(worldOf(store, { sources: SOURCES.slice(0, 1) }));
      const before = await store.allArticles();
      let writes = 0;
      const put = IDBObjectStore.prototype.put;
      const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
        const request = put.apply(this, args);
        // As a browser does that runs out of room: the whole transaction is taken back.
        if (++writes === nth) request.addEventListener('success', () => this.transaction.abort());
        return request;
      });
      const failure = await refresh(worldOf(store), { all: true }).then(
        () => null,
        (error: unknown) => error,
      );
      spy.mockRestore();
      expect(failure, 'the write was reached').not.toBeNull();
      expect(await store.allArticles()).toEqual(expect.arrayContaining(before.map(({ id }) => expect.objectContaining({ id }))));
      await refresh(worldOf(store), { all: true });
      expect(await store.allArticles()).toHaveLength(9);
      expect(await store.inbox()).toEqual([]);
      expect(await store.refresh()).toBeNull();
    },
  );

  it('is full is said in words', () => {
    expect(storeFault(fullError())).toBe('error_store_full');
    expect(English.error_store_full?.message).toMatch(/full/);
    expect(storeFault(new TypeError('other'))).toBeNull();
  });
});

describe('a clock that', () => {
  it.each([
    ['a day back', -DAY],
    ['a year back', -365 * DAY],
    ['back to 1970', 1000 - NOW],
    ['a day ahead', DAY],
  ])('jumps %s leaves the stories, and feeds are still asked', async (name, jump) => {
    const store = storeNamed(`clock-${name}`);
    await refresh(worldOf(store));
    const asked: string[] = [];
    await refresh(
      worldOf(store, {
        now: () => NOW + jump,
        fetch: (request) => {
          asked.push(String(request));
          return answer(request);
        },
      }),
    );
    expect(asked).toHaveLength(SOURCES.length);
    expect((await store.size()).articles).toBe(9);
    expect(await store.refresh()).toBeNull();
  });

  it('jumped years ahead and came back finds its stories again in the feeds', async () => {
    const store = storeNamed('clock-years');
    await refresh(worldOf(store));
    await refresh(worldOf(store, { now: () => NOW + 900 * DAY }));
    await refresh(worldOf(store), { all: true });
    expect((await store.size()).articles).toBe(9);
  });
});

describe('a reader who', () => {
  it('is offline for weeks loses nothing, is told how old it is, and hears again within a day', { timeout: 60_000 }, async () => {
    const store = storeNamed('offline');
    await refresh(worldOf(store));
    let asked = 0;
    const dead: typeof fetch = async () => {
      asked++;
      throw new TypeError('Failed to fetch');
    };
    let now = NOW;
    for (let hour = 1; hour <= 24 * 21; hour++) {
      now = NOW + hour * HOUR;
      await refresh(worldOf(store, { fetch: dead, now: () => now }));
    }
    expect((await store.size()).articles).toBe(9);
    // Asked ever less often, but still asked: three feeds, three weeks.
    expect(asked).toBeGreaterThan(3 * 14);
    expect(asked).toBeLessThan(3 * 40);
    const [article] = await store.allArticles();
    const verdict = await verdictOf(
      {
        url: article!.address,
        canonical: null,
        title: article!.title,
        lead: '',
        text: '',
        authors: [],
        published: null,
        language: 'en',
        outlet: '',
        marks: {},
      } as never,
      { store, registry: makeRegistry(SOURCES), grouping: beat.grouping, settings: defaultSettings(), now },
    );
    expect(verdict).toMatchObject({ is: 'story', staleSince: NOW });
    expect(now - NOW).toBeGreaterThan(STALE_AFTER);
    await refresh(worldOf(store, { now: () => now + MAX_BACK_OFF * 1.3 }));
    expect(await store.lastRefresh()).toBe(now + MAX_BACK_OFF * 1.3);
  });

  it('reads 500 sources has them all read, six at a time', { timeout: 120_000 }, async () => {
    const sources = Array.from({ length: 500 }, (_, i) => feedSource(`paper-${i}`));
    const store = storeNamed('many');
    let now = 0;
    let most = 0;
    await refresh(
      worldOf(store, {
        sources,
        fetch: async (request) => {
          most = Math.max(most, ++now);
          await Promise.resolve();
          now--;
          return new Response(feedOf(new URL(String(request)).hostname, 2));
        },
      }),
    );
    expect(most).toBeLessThanOrEqual(6);
    expect((await store.size()).articles).toBe(1000);
    expect(await store.inbox()).toEqual([]);
  });
});

describe('a permission', () => {
  it('taken back while a refresh runs stops what is left of it', async () => {
    const asked: string[] = [];
    const store = storeNamed('revoked');
    const sources = Array.from({ length: 20 }, (_, i) => feedSource(`paper-${i}`));
    let granted = true;
    await refresh(
      worldOf(store, {
        sources,
        granted: async () => granted,
        fetch: async (request) => {
          asked.push(String(request));
          granted = asked.length < 3;
          return answer(request);
        },
      }),
    );
    // Those that were under way already; none after.
    expect(asked.length).toBeLessThan(9);
    expect(await store.refresh()).toBeNull();
  });

  it('taken back before a refresh is taken up again is respected', async () => {
    const store = storeNamed('revoked-between');
    await store.beginRefresh({ startedAt: NOW, pending: ['https://harbor.example/feed'], total: 1, failed: 0, articles: 0 });
    const fetch = vi.fn(answer);
    await refresh(worldOf(store, { granted: async () => false, fetch }));
    expect(fetch).not.toHaveBeenCalled();
    expect(await store.refresh()).toBeNull();
  });

  it('is needed for the host that a redirect leads to: else its answer is thrown away', async () => {
    const store = storeNamed('redirected');
    await refresh(
      worldOf(store, {
        sources: SOURCES.slice(0, 1),
        granted: async (address) => !address.includes('elsewhere'),
        fetch: async () =>
          Object.defineProperty(new Response(feedOf('elsewhere.example')), 'url', { value: 'https://elsewhere.example/feed' }),
      }),
    );
    expect((await store.size()).articles).toBe(0);
    expect((await store.feedStates())[0]).toMatchObject({ failures: 1, lastFault: { is: 'network' } });
  });
});

describe('every refusal and fault that the code names', () => {
  it('has words for the reader', () => {
    const root = new URL('..', import.meta.url).pathname;
    const files = function* (folder: string): Generator<string> {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) yield* files(path);
        else if (/\.tsx?$/.test(name)) yield path;
      }
    };
    const code = ['lib', 'components', 'entrypoints'].flatMap((part) =>
      [...files(join(root, part))].map((path) => readFileSync(path, 'utf8')),
    );
    const named = new Set(code.join('\n').match(/(?<=')(?:error|fault)_[a-z_]+(?=')/g));
    expect(named.size).toBeGreaterThan(15);
    expect([...named].filter((key) => !English[key])).toEqual([]);
  });
});
