import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, type StoreUnavailable } from '../../lib/store/database';
import { UPGRADES } from '../../lib/store/upgrades';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

/** The database as a reader of version `version` has it. */
async function databaseOf(version: number, name: string): Promise<IDBPDatabase> {
  const db = await openDB(name, version, {
    upgrade(database, from, _to, transaction) {
      for (const upgrade of UPGRADES.slice(from, version)) upgrade(database, transaction as never);
    },
  });
  opened.push(db);
  return db;
}

const shapeOf = (db: IDBPDatabase) =>
  Object.fromEntries(
    [...db.objectStoreNames].map((store) => [store, [...db.transaction(store).objectStore(store).indexNames].sort()]),
  );

describe('the upgrades of the database', () => {
  it('give version 1 its shape', async () => {
    expect(shapeOf(await databaseOf(1, 'v1'))).toEqual({
      articles: ['postings', 'published', 'story'],
      inbox: [],
      stories: ['addresses', 'ids', 'impact', 'updated'],
      feeds: [],
      journal: [],
    });
  });

  it('lead from version 1 to 2 and keep what is stored, found by its addresses now', async () => {
    const before = await databaseOf(1, 'v1-to-v2');
    const article = {
      id: 'a',
      addresses: ['https://a.example/1', 'https://a.example/1?amp'],
      published: 1,
      story: 's',
      postings: [],
    };
    await before.put('articles', article);
    before.close();
    const after = await databaseOf(2, 'v1-to-v2');
    expect(shapeOf(after)).toMatchObject({ articles: ['addresses', 'postings', 'published', 'story'], looks: [] });
    expect(await after.getFromIndex('articles', 'addresses', 'https://a.example/1?amp')).toEqual(article);
  });

  it('lead from version 2 to 3: room for signal feeds, and what is stored stays', async () => {
    const before = await databaseOf(2, 'v2-to-v3');
    await before.put('looks', { story: 's', followedSince: 1 });
    before.close();
    const after = await databaseOf(3, 'v2-to-v3');
    expect(shapeOf(after)).toMatchObject({ subscriptions: [], published: ['addresses', 'feed', 'ids', 'updated'] });
    expect(await after.get('looks', 's')).toEqual({ story: 's', followedSince: 1 });
  });

  it('lead from version 3 to 4: room for standing stories, and what is stored stays', async () => {
    const before = await databaseOf(3, 'v3-to-v4');
    await before.put('looks', { story: 's', followedSince: 1 });
    await before.put('subscriptions', { address: 'https://desk.example/index.json' });
    before.close();
    const after = await databaseOf(4, 'v3-to-v4');
    expect(shapeOf(after)).toMatchObject({ standing: [], looks: [] });
    expect(await after.get('looks', 's')).toEqual({ story: 's', followedSince: 1 });
    expect(await after.count('subscriptions')).toBe(1);
  });

  it('lead from every version to the newest, which is the same whatever it came from', async () => {
    const shapes = [];
    for (let version = 0; version <= UPGRADES.length; version++) {
      const name = `from-${version}`;
      if (version > 0) (await databaseOf(version, name)).close();
      const db = await openDatabase(name);
      opened.push(db);
      shapes.push(shapeOf(db as unknown as IDBPDatabase));
    }
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });
});

describe('opening the database', () => {
  it('says so where a newer version of the extension has been here', async () => {
    const newer = await openDB('newer', UPGRADES.length + 1);
    newer.close();
    await expect(openDatabase('newer')).rejects.toMatchObject({ key: 'error_store_newer' } satisfies Partial<StoreUnavailable>);
  });

  it('lets a newer version through by closing itself', async () => {
    let closed = false;
    await openDatabase('two-windows', () => {
      closed = true;
    });
    const newer = await openDB('two-windows', UPGRADES.length + 1);
    opened.push(newer);
    expect(closed).toBe(true);
  });
});
