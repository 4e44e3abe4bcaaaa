/** A page of Playwright's or of puppeteer's. */
interface Evaluates {
  evaluate<T>(work: () => Promise<T>): Promise<T>;
}

/** Number of records in all of the extension's databases, read from one of its own pages past the extension's code. */
export function storedRecords(extensionPage: Evaluates): Promise<number> {
  return extensionPage.evaluate(async () => {
    let records = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      for (const store of database.objectStoreNames)
        records += await new Promise<number>((done, fail) => {
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => done(counting.result);
          counting.onerror = () => fail(counting.error);
        });
      database.close();
    }
    return records;
  });
}

/** The match patterns that the browser grants the extension. */
export function grantedOrigins(extensionPage: Evaluates): Promise<string[]> {
  return extensionPage.evaluate(async () => {
    type Api = { permissions: { getAll(): Promise<{ origins?: string[] }> } };
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (await (browser ?? chrome).permissions.getAll()).origins ?? [];
  });
}
