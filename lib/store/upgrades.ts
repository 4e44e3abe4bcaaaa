import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * UPGRADES[n] leads from version n to n + 1. Never edited after a release: what is stored on readers' machines was
 * made by them. Untyped on purpose: each writes the shape of its own time, not today's Schema.
 */
export const UPGRADES: readonly ((db: IDBPDatabase, transaction: IDBPTransaction<unknown, string[], 'versionchange'>) => void)[] =
  [
    (db) => {
      const articles = db.createObjectStore('articles', { keyPath: 'id' });
      articles.createIndex('postings', 'postings', { multiEntry: true });
      articles.createIndex('published', 'published');
      articles.createIndex('story', 'story');
      db.createObjectStore('inbox', { keyPath: 'id' });
      const stories = db.createObjectStore('stories', { keyPath: 'id' });
      stories.createIndex('addresses', 'addresses', { multiEntry: true });
      stories.createIndex('ids', 'ids', { multiEntry: true });
      stories.createIndex('updated', 'updated');
      stories.createIndex('impact', 'impact');
      db.createObjectStore('feeds', { keyPath: 'address' });
      db.createObjectStore('journal');
    },
    (db, transaction) => {
      db.createObjectStore('looks', { keyPath: 'story' });
      // An address may be an article's without being its canonical one: "is it known already" asks by all of them.
      transaction.objectStore('articles').createIndex('addresses', 'addresses', { multiEntry: true });
    },
    (db) => {
      db.createObjectStore('subscriptions', { keyPath: 'address' });
      const published = db.createObjectStore('published', { keyPath: ['feed', 'id'] });
      published.createIndex('feed', 'feed');
      published.createIndex('addresses', 'addresses', { multiEntry: true });
      published.createIndex('ids', 'ids', { multiEntry: true });
      published.createIndex('updated', 'updated');
    },
    (db) => {
      db.createObjectStore('standing', { keyPath: 'id' });
    },
  ];
