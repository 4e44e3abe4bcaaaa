import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedLines, publishedOf, publishedView } from '../lib/messages/published';
import { newSubscription, offerAt, refreshSignalFeeds, type SignalFeedWorld } from '../lib/refresh-signal-feeds';
import { type FeedStory, toSignalFeed } from '../lib/signals/signal-feed';
import type { SubscriptionRecord } from '../lib/store/published-records';
import { Store } from '../lib/store/store';
import { serve } from '../scripts/publish/serve';
import { readKey, type SigningKey, writeNewKey } from '../scripts/publish/signing-key';
import { Site } from '../scripts/publish/site';
import { toldStory } from './fixtures/told-story';

const NOW = Date.UTC(2026, 10, 20, 8);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let folder: string;
let server: Server;
let address: string;
let store: Store;
/** Paths that were asked for, and what came. */
let asked: string[];
let stores = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signal-feeds-'));
  const served = await serve(folder, 0);
  server = served.server;
  address = `http://127.0.0.1:${served.port}/index.json`;
  store = new Store(`signal-feeds-${stores++}`);
  asked = [];
});
afterEach(async () => {
  await store.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const worldAt = (now: number, more: Partial<SignalFeedWorld> = {}): SignalFeedWorld => ({
  store,
  fetch: async (request, init) => {
    const response = await fetch(request, init);
    asked.push(`${new URL(String(request)).pathname.replace(/-[0-9a-f]{16}\.json/, '-*.json')} ${response.status}`);
    return response;
  },
  granted: async () => true,
  now: () => now,
  random: () => 0.5,
  keepDays: 60,
  ...more,
});
const siteWith = (sign?: SigningKey) => new Site({ folder, publisher: 'The Harbor Desk', days: 14, ...(sign && { sign }) });
const keyOf = async (name: string) => {
  const path = join(folder, name);
  await writeNewKey(path);
  return readKey(path);
};
async function subscribe(key: string | null = null): Promise<void> {
  await store.subscribe(newSubscription(address, 'The Harbor Desk', key));
}
const subscription = async (): Promise<SubscriptionRecord> => (await store.subscription(address))!;
const shardPath = () =>
  join(folder, 'shards', (JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as IndexFile).shards[0]!.name);
interface IndexFile {
  generatedAt: string;
  shards: { name: string }[];
}
/** What is told of the story with this id in its addresses: N of each publisher. */
const toldOf = async (id: string) =>
  (await publishedOf(store, [`https://harbor.example/${id}/cranes`])).map((one) => one.signals.verified.n);
const refreshAt = async (now: number, more?: Partial<SignalFeedWorld>) => {
  await store.hastenSubscriptions();
  await refreshSignalFeeds(worldAt(now, more));
};

describe('a reader of a signal feed', () => {
  it('is offered its name and key before anything is kept', async () => {
    const key = await keyOf('key');
    await siteWith(key).publish([toldStory('a', NOW)], NOW);
    expect(await offerAt(address, worldAt(NOW))).toEqual({ ok: true, publisher: 'The Harbor Desk', key: key.name });
    expect(await store.subscriptions()).toEqual([]);
  });

  it('fetches what is new, and nothing twice', async () => {
    const site = siteWith();
    await site.publish([toldStory('a', NOW)], NOW);
    await subscribe();
    await refreshAt(NOW);
    expect(await toldOf('a')).toEqual([2]);
    await refreshAt(NOW + HOUR);
    await site.publish([toldStory('a', NOW), toldStory('b', NOW + HOUR)], NOW + HOUR);
    await refreshAt(NOW + 2 * HOUR);
    expect(await toldOf('b')).toEqual([2]);
    expect(asked).toEqual([
      '/index.json 200',
      '/shards/2026-11-20-*.json 200',
      '/index.json 304',
      '/index.json 200',
      '/shards/2026-11-20-*.json 200',
    ]);
  });

  it('who was away for days fetches the days that are missing, each in one piece', async () => {
    const site = siteWith();
    const stories: FeedStory[] = [];
    const publish = async (at: number) => {
      stories.push(toldStory(`s${stories.length}`, at));
      await site.publish(stories, at);
    };
    await publish(NOW);
    await subscribe();
    await refreshAt(NOW);
    asked.length = 0;
    for (let at = NOW + 2 * HOUR; at < NOW + 3 * DAY; at += 2 * HOUR) await publish(at);
    await refreshAt(NOW + 3 * DAY);
    expect(asked.filter((one) => one.startsWith('/shards/2026-11-21'))).toEqual(['/shards/2026-11-21-*.json 200']);
    expect(asked.length).toBeLessThan(10);
    for (let n = 0; n < stories.length; n++) expect(await toldOf(`s${n}`), `s${n}`).toEqual([2]);
    expect(await store.countPublished(address)).toBe(stories.length);
  });

  it('loses what the publisher took back, and what it absorbed', async () => {
    const site = siteWith();
    await site.publish([toldStory('a', NOW), toldStory('b', NOW)], NOW);
    await subscribe();
    await refreshAt(NOW);
    await site.publish([toldStory('c', NOW + HOUR, { absorbed: ['a'] })], NOW + HOUR);
    await refreshAt(NOW + HOUR);
    expect([await toldOf('a'), await toldOf('b'), await toldOf('c')]).toEqual([[], [], [2]]);
    expect((await publishedView(store, 'a'))?.story.id).toBe('c');
  });

  it('that dies in the midst of the shards goes on with the next', async () => {
    const site = siteWith();
    await site.publish([toldStory('a', NOW)], NOW);
    await site.publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + HOUR);
    await subscribe();
    let fetched = 0;
    const dying = worldAt(NOW + HOUR, {
      fetch: async (request, init) => {
        if (++fetched > 2) throw new Error('the worker is gone');
        return fetch(request, init);
      },
    });
    await refreshSignalFeeds(dying);
    expect([await toldOf('a'), await toldOf('b')]).toEqual([[2], []]);
    await refreshAt(NOW + HOUR);
    expect(asked).toEqual(['/index.json 200', '/shards/2026-11-20-*.json 200']);
    expect(await toldOf('b')).toEqual([2]);
  });

  it('asks nothing of a host that was not granted, and nothing before it is due', async () => {
    await siteWith().publish([toldStory('a', NOW)], NOW);
    await subscribe();
    await refreshAt(NOW, { granted: async () => false });
    expect(asked).toEqual([]);
    await refreshAt(NOW);
    await refreshSignalFeeds(worldAt(NOW + 60_000));
    expect(asked).toHaveLength(2);
  });

  it('reads a single file as the whole feed: what left it is gone', async () => {
    const write = (ids: readonly string[], at: number) =>
      writeFileSync(
        join(folder, 'index.json'),
        JSON.stringify(
          toSignalFeed(
            ids.map((id) => toldStory(id, NOW)),
            at,
            () => 'x',
            { publisher: 'One File' },
          ),
        ),
      );
    write(['a', 'b'], NOW);
    await subscribe();
    await refreshAt(NOW);
    expect((await subscription()).publisher).toBe('One File');
    write(['b', 'c'], NOW + HOUR);
    await refreshAt(NOW + HOUR);
    expect([await toldOf('a'), await toldOf('b'), await toldOf('c')]).toEqual([[], [2], [2]]);
  });

  it('sees feeds that disagree side by side, signed ones first', async () => {
    const key = await keyOf('key');
    const site = siteWith(key);
    await site.publish([toldStory('a', NOW)], NOW);
    await subscribe(key.name);
    await refreshAt(NOW);
    const { verified } = toldStory('a', NOW).signals;
    const told = toldStory('a', NOW);
    await store.subscribe(newSubscription('https://other.example/', 'A Rumour Mill', null));
    await store.acceptPublished(newSubscription('https://other.example/', 'A Rumour Mill', null), null, {
      stories: [
        {
          feed: 'https://other.example/',
          id: 'x',
          ids: ['x'],
          addresses: ['https://harbor.example/a/cranes'],
          updated: NOW,
          told: { ...told, signals: { ...told.signals, verified: { ...verified, n: 9 } } },
        },
      ],
      gone: [],
      whole: false,
    });
    const both = await publishedOf(store, ['https://harbor.example/a/cranes']);
    expect(both.map(({ publisher, signed, signals }) => [publisher, signed, signals.verified.n])).toEqual([
      ['The Harbor Desk', true, 2],
      ['A Rumour Mill', false, 9],
    ]);
    await store.unsubscribe('https://other.example/');
    expect(await toldOf('a')).toEqual([2]);
  });
});

describe('what is refused, with nothing of it kept', () => {
  const faultAfter = async (spoil: () => void | Promise<void>, at = NOW) => {
    await spoil();
    await refreshAt(at);
    return (await subscription()).fault;
  };

  it('a shard that is not what the index says; and it is taken in once it is right again', async () => {
    await siteWith().publish([toldStory('a', NOW)], NOW);
    await subscribe();
    const path = shardPath();
    const right = readFileSync(path, 'utf8');
    expect(await faultAfter(() => writeFileSync(path, right.replace('"verifiedBy":2', '"verifiedBy":3')))).toBe('tampered');
    expect(await faultAfter(() => writeFileSync(path, `${right} `))).toBe('tampered');
    expect(await toldOf('a')).toEqual([]);
    writeFileSync(path, right);
    await refreshAt(NOW + HOUR);
    expect((await subscription()).fault).toBeUndefined();
    expect(await toldOf('a')).toEqual([2]);
  });

  it('an index that was changed after it was signed', async () => {
    const key = await keyOf('key');
    await siteWith(key).publish([toldStory('a', NOW)], NOW);
    await subscribe(key.name);
    const path = join(folder, 'index.json');
    const text = readFileSync(path, 'utf8');
    expect(await faultAfter(() => writeFileSync(path, text.replace('The Harbor Desk', 'The Harbor Disk')))).toBe('bad-signature');
    expect(await toldOf('a')).toEqual([]);
  });

  it.each(['another key', 'no key'])('an index with %s than the pinned one, until the reader decides', async (what) => {
    const key = await keyOf('key');
    const site = siteWith(key);
    await site.publish([toldStory('a', NOW)], NOW);
    await subscribe(key.name);
    await refreshAt(NOW);
    const other = what === 'no key' ? undefined : await keyOf('other');
    await siteWith(other).publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + HOUR);
    await refreshAt(NOW + HOUR);
    expect(await subscription()).toMatchObject({ fault: 'key-changed', refused: { key: other?.name ?? null }, key: key.name });
    expect([await toldOf('a'), await toldOf('b')]).toEqual([[2], []]);
    // The reader's decision.
    const { refused: _, ...kept } = await subscription();
    await store.subscribe({ ...kept, key: other?.name ?? null, generatedAt: 0, seen: 0 });
    await refreshAt(NOW + 2 * HOUR);
    expect(await toldOf('b')).toEqual([2]);
    expect(await subscription()).not.toHaveProperty('refused');
  });

  it('a key that comes later is offered, and not pinned unasked', async () => {
    await siteWith().publish([toldStory('a', NOW)], NOW);
    await subscribe();
    await refreshAt(NOW);
    const key = await keyOf('key');
    await siteWith(key).publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + HOUR);
    await refreshAt(NOW + HOUR);
    expect(await subscription()).toMatchObject({ key: null, refused: { key: key.name } });
    expect((await subscription()).fault).toBeUndefined();
    expect(await toldOf('b')).toEqual([2]);
    // It stays offered while nothing changes, and goes with the signature.
    await refreshAt(NOW + 2 * HOUR);
    expect((await subscription()).refused).toEqual({ key: key.name });
    await siteWith().publish([toldStory('c', NOW)], NOW + 3 * HOUR);
    await refreshAt(NOW + 3 * HOUR);
    expect((await subscription()).refused).toBeUndefined();
  });

  it('an older index than the last one: no fault, and nothing taken back', async () => {
    const site = siteWith();
    await site.publish([toldStory('a', NOW)], NOW);
    const older = readFileSync(join(folder, 'index.json'), 'utf8');
    await site.publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + HOUR);
    await subscribe();
    await refreshAt(NOW + HOUR);
    writeFileSync(join(folder, 'index.json'), older);
    await refreshAt(NOW + 2 * HOUR);
    expect((await subscription()).fault).toBeUndefined();
    expect(await toldOf('b')).toEqual([2]);
    expect((await subscription()).generatedAt).toBeGreaterThan(NOW);
  });

  it.each<[string, string, string]>([
    ['a page', '<!doctype html>', 'not-a-signal-feed'],
    ['a later version', '{"version":2,"shards":[]}', 'newer'],
    ['a feed from the future', `{"version":1,"publisher":"x","generatedAt":"2036-01-01T00:00:00Z","shards":[]}`, 'future'],
    [
      'an index too large',
      `{"version":1,"publisher":"x","generatedAt":"2026-01-01T00:00:00Z","shards":[],"more":"${'x'.repeat(300_000)}"}`,
      'too-large',
    ],
    ['a file too large', `{"version":1,"stories":[${' '.repeat(8_100_000)}]}`, 'too-large'],
    [
      'shards too large in all',
      JSON.stringify({
        version: 1,
        publisher: 'x',
        generatedAt: '2026-11-20T08:00:00Z',
        shards: Array.from({ length: 9 }, (_, n) => ({
          day: '2026-11-20',
          name: `${n}.json`,
          until: `2026-11-20T07:00:0${n}Z`,
          bytes: 8_000_000,
          sha256: 'a'.repeat(64),
        })),
      }),
      'too-large',
    ],
  ])('%s', async (_, body, fault) => {
    await subscribe();
    expect(await faultAfter(() => writeFileSync(join(folder, 'index.json'), body))).toBe(fault);
  });

  it('a host other than the one that was subscribed to', async () => {
    await siteWith().publish([toldStory('a', NOW)], NOW);
    await subscribe();
    const elsewhere = Object.defineProperty(new Response(readFileSync(join(folder, 'index.json'))), 'url', {
      value: 'https://elsewhere.example/index.json',
    });
    await refreshAt(NOW, { fetch: async () => elsewhere });
    expect((await subscription()).fault).toBe('moved');
  });

  it('a failure backs off, and a reader who left meanwhile stays left', async () => {
    await subscribe();
    await refreshAt(NOW);
    expect(await subscription()).toMatchObject({ fault: 'http 404', state: { failures: 1 } });
    await siteWith().publish([toldStory('a', NOW)], NOW);
    await refreshAt(NOW, {
      fetch: async (request, init) => {
        await store.unsubscribe(address);
        return fetch(request, init);
      },
    });
    expect(await store.subscriptions()).toEqual([]);
    expect(await store.countPublished(address)).toBe(0);
  });
});

describe('what is kept', () => {
  it('that nobody else tells stands in lists under its publisher’s name, once, and leaves them when the reader has it', async () => {
    await siteWith().publish([toldStory('a', NOW), toldStory('b', NOW)], NOW);
    await subscribe();
    await refreshAt(NOW);
    const lines = await publishedLines(store);
    expect(lines.map(({ id, publishedBy }) => [id, publishedBy]).sort()).toEqual([
      ['a', 'The Harbor Desk'],
      ['b', 'The Harbor Desk'],
    ]);
    // The same story from another feed is no second line.
    const [record] = await store.publishedById('a');
    const other = { ...record!, feed: 'https://quay.example/index.json' };
    await store.subscribe(newSubscription(other.feed, 'Quay', null));
    await store.acceptPublished(newSubscription(other.feed, 'Quay', null), null, { stories: [other], gone: [], whole: false });
    expect(await publishedLines(store)).toHaveLength(2);
    const { story, signals } = record!.told;
    const own = { id: 'own', story, signals, addresses: record!.addresses, ids: ['own'], sources: [], updated: NOW, impact: 5 };
    await store.commitGrouping({ articles: [], stories: [own], gone: [] });
    expect((await publishedLines(store)).map(({ id }) => id)).toEqual(['b']);
  });

  it('is forgotten when it is old', async () => {
    await siteWith().publish([toldStory('a', NOW - 10 * DAY), toldStory('b', NOW)], NOW);
    await subscribe();
    await refreshAt(NOW, { keepDays: 7 });
    expect([await toldOf('a'), await toldOf('b')]).toEqual([[], [2]]);
  });
});
