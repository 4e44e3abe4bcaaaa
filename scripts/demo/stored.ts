/** A page of Playwright's or of puppeteer's. */
interface Evaluates {
  evaluate<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * All records in the extension's databases, read from one of its own pages past the extension's code: how many, and how many
 * bytes as JSON.
 */
export function stored(extensionPage: Evaluates): Promise<{ records: number; bytes: number }> {
  return extensionPage.evaluate(async () => {
    const found = { records: 0, bytes: 0 };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const records = await new Promise<unknown[]>((done, fail) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => done(reading.result);
          reading.onerror = () => fail(reading.error);
        });
        found.records += records.length;
        for (const record of records) found.bytes += JSON.stringify(record).length;
      }
      database.close();
    }
    return found;
  });
}

export const storedRecords = async (extensionPage: Evaluates): Promise<number> => (await stored(extensionPage)).records;

/** The match patterns that the browser grants the extension. */
export function grantedOrigins(extensionPage: Evaluates): Promise<string[]> {
  return extensionPage.evaluate(async () => {
    type Api = { permissions: { getAll(): Promise<{ origins?: string[] }> } };
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (await (browser ?? chrome).permissions.getAll()).origins ?? [];
  });
}
