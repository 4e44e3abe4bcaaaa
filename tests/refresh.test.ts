import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BEATS } from '../lib/beats/beats';
import { refresh, type World } from '../lib/refresh';
import { makeRegistry } from '../lib/sources/registry';
import type { Source } from '../lib/sources/source';
import { Store } from '../lib/store/store';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

const source = (id: string, kind: Source['kind'] = 'outlet'): Source => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  newsroom: id,
  owner: id,
  kind,
  country: 'US',
  language: 'en',
  hosts: [`${id}.example`],
  feeds: [`https://${id}.example/feed`],
  why: 'A fixture.',
});
const SOURCES = ['harbor', 'meridian', 'lantern', 'quarry', 'tidewater', 'slate', 'ember', 'orchard'].map((id) => source(id));

/** Two stories told by several outlets and some matters told by one, in our own words. */
const TELLINGS: readonly [outlet: string, hours: number, title: string, summary: string][] = [
  [
    'harbor',
    30,
    'Port of Velden halts cranes after ransomware attack',
    'The port of Velden stopped its cranes on Thursday after ransomware locked the terminal system, harbour master Ilse Kroon said.',
  ],
  [
    'meridian',
    29,
    'Ransomware stops cranes at Port of Velden',
    'Ransomware has locked the terminal system of the port of Velden and its cranes stand still, officials said.',
  ],
  [
    'lantern',
    26,
    'Velden port still closed as ransomware crew demands 4 million',
    'The crew behind the ransomware attack on the port of Velden demands $4 million, two people close to the port said.',
  ],
  [
    'quarry',
    20,
    'Regulator fines Brightmail 12 million over lost backups',
    'The data regulator fined the mail provider Brightmail 12 million euros for backups that were lost in 2024.',
  ],
  [
    'tidewater',
    19,
    'Brightmail fined 12 million euros for losing backups',
    'Mail provider Brightmail must pay 12 million euros because its backups were lost, the data regulator ruled.',
  ],
  [
    'slate',
    15,
    'A guide to safer passwords for small firms',
    'What a bakery with four laptops can do about its passwords this weekend.',
  ],
  [
    'ember',
    12,
    'Satellite operator Corvane opens office in Lisbon',
    'Corvane will employ sixty engineers in Lisbon from next spring.',
  ],
  [
    'orchard',
    9,
    'Velden port reopens two cranes after ransomware attack',
    'Two of nine cranes run again at the port of Velden, three days after ransomware locked the terminal system.',
  ],
];

const feedOf = (id: string) =>
  `<rss version="2.0"><channel><title>${id}</title>${TELLINGS.filter(([outlet]) => outlet === id)
    .map(
      ([, hours, title, summary], n) =>
        `<item><title>${title}</title><link>https://${id}.example/news/${hours}-${n}</link><description>${summary}</description><pubDate>${new Date(NOW - hours * HOUR).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const answer = async (request: RequestInfo | URL): Promise<Response> => {
  const { hostname } = new URL(String(request));
  return new Response(feedOf(hostname.replace('.example', '')), { headers: { 'content-type': 'application/rss+xml' } });
};

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
function storeNamed(name: string): Store {
  const store = new Store(name);
  stores.push(store);
  return store;
}

const beat = BEATS[0]!;
function worldOf(store: Store, more: Partial<World> = {}): World {
  return {
    store,
    sources: SOURCES,
    grouping: beat.grouping,
    signals: { registry: makeRegistry(SOURCES), signalModel: beat.signals, lexicon: beat.lexicon },
    fetch: answer,
    granted: async () => true,
    now: () => NOW,
    random: () => 0.5,
    report: async () => {},
    keepDays: 60,
    ...more,
  };
}

/** Everything that is stored, in an order of its own. */
async function contentOf(store: Store) {
  const byId = <T extends { id: string }>(rows: readonly T[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    articles: byId(await store.allArticles()),
    stories: byId(await store.allStories()),
    feeds: [...(await store.feedStates())].sort((a, b) => (a.address < b.address ? -1 : 1)),
    inbox: await store.inbox(),
    pending: await store.refresh(),
    last: await store.lastRefresh(),
  };
}

describe('a refresh', () => {
  let whole: Awaited<ReturnType<typeof contentOf>>;
  beforeAll(async () => {
    const store = new Store('whole');
    await refresh(worldOf(store));
    whole = await contentOf(store);
    await store.close();
  });

  it('stores every article in exactly one story, with its signals, and leaves nothing undone', () => {
    expect(whole.articles).toHaveLength(TELLINGS.length);
    expect(whole.inbox).toEqual([]);
    expect(whole.pending).toBeNull();
    expect(whole.last).toBe(NOW);
    const members = whole.stories.flatMap(({ story }) => story.articles);
    expect(members.sort()).toEqual(whole.articles.map(({ id }) => id).sort());
    const port = whole.stories.find(({ story }) => /Velden/.test(story.title))!;
    expect(port.signals.verified.n).toBeGreaterThanOrEqual(3);
    expect(whole.stories.find(({ story }) => /passwords/.test(story.title))!.signals.verified.n).toBe(1);
  });

  it('answers a page by any of its addresses in one look-up', async () => {
    const store = storeNamed('whole');
    for (const article of whole.articles)
      for (const address of article.addresses) expect((await store.storyByAddress(address))?.id).toBe(article.story);
  });

  it('a second time, with nothing new, changes nothing but the feeds', async () => {
    const store = storeNamed('twice');
    await refresh(worldOf(store));
    await refresh(worldOf(store), { all: true });
    const again = await contentOf(store);
    expect({ ...again, feeds: [] }).toEqual({ ...whole, feeds: [] });
  });

  it('with nothing due says when the last one was, not that there was none', async () => {
    const store = storeNamed('nothing due');
    const reports: unknown[] = [];
    const report = async (progress: unknown) => void reports.push(progress);
    await refresh(worldOf(store, { granted: async () => false, report }));
    expect(reports.at(-1)).toMatchObject({ state: 'idle' });
    await refresh(worldOf(store));
    await refresh(worldOf(store, { report }));
    expect(reports.at(-1)).toMatchObject({ state: 'done', at: NOW, articles: 0 });
  });

  it('asks only for what was granted', async () => {
    const asked: string[] = [];
    const store = storeNamed('granted');
    await refresh(
      worldOf(store, {
        granted: async (address) => address.includes('harbor'),
        fetch: (request) => {
          asked.push(String(request));
          return answer(request);
        },
      }),
    );
    expect(asked).toEqual(['https://harbor.example/feed']);
  });

  it('goes on where feeds fail, and says how many did', async () => {
    const store = storeNamed('failures');
    const reports: { failed: number; state: string }[] = [];
    await refresh(
      worldOf(store, {
        fetch: async (request) => (String(request).includes('harbor') ? new Response('no', { status: 500 }) : answer(request)),
        report: async (progress) => void reports.push(progress),
      }),
    );
    expect(reports.at(-1)).toMatchObject({ state: 'done', failed: 1, total: SOURCES.length, done: SOURCES.length });
    expect((await contentOf(store)).articles).toHaveLength(TELLINGS.length - 1);
  });

  it('fetches at most six feeds at once', async () => {
    let now = 0;
    let most = 0;
    await refresh(
      worldOf(storeNamed('six'), {
        fetch: async (request) => {
          most = Math.max(most, ++now);
          await new Promise((resolve) => setTimeout(resolve, 5));
          now--;
          return answer(request);
        },
      }),
    );
    expect(most).toBe(6);
  });

  it('that dies at any of its steps is taken up again and ends with the same content', { timeout: 60_000 }, async () => {
    class Death extends Error {}
    /** Counts every call that leaves the engine, and dies at the n-th: nothing after it is done. */
    const mortal = (n: number) => {
      let calls = 0;
      const step = () => {
        if (++calls >= n) throw new Death();
      };
      const wrap = <T extends object>(target: T): T =>
        new Proxy(target, {
          get(object, name) {
            const value = Reflect.get(object, name, object) as unknown;
            if (typeof value !== 'function') return value;
            return async (...args: unknown[]) => {
              step();
              const result = await (value as (...args: unknown[]) => unknown).apply(object, args);
              step();
              return result;
            };
          },
        });
      return { wrap, calls: () => calls };
    };
    let steps = 0;
    for (let n = 1; ; n++) {
      const store = storeNamed(`death-${n}`);
      const { wrap, calls } = mortal(n);
      const world = worldOf(wrap(store));
      try {
        await refresh({ ...world, ...wrap({ fetch: world.fetch, report: world.report, granted: world.granted }) });
        steps = calls();
        break;
      } catch (error) {
        if (!(error instanceof Death)) throw error;
      }
      // What was under way when the worker died may still land in the database; then the next worker starts.
      await new Promise((resolve) => setTimeout(resolve, 2));
      await refresh(worldOf(store));
      expect(await contentOf(store), `died at step ${n}`).toEqual(whole);
      await store.close();
    }
    expect(steps).toBeGreaterThan(40);
  });
});
