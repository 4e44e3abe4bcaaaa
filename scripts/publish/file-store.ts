import { closeSync, existsSync, fdatasyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { Article } from '../../lib/articles/article';
import type { RefreshStore } from '../../lib/refresh';
import type { FeedState } from '../../lib/sources/feed-state';
import { type ArticleRecord, type LastRefresh, posting, type RefreshRecord, type StoryRecord } from '../../lib/store/records';
import type { GroupingCommit, StoredNeighbourhood } from '../../lib/store/store';
import { MEMBERS_PER_STORY, nearest, POSTINGS_PER_KEY } from '../../lib/stories/shelf';
import { writeAtomic } from './atomic-file';

interface Tables {
  articles: ArticleRecord;
  inbox: Article;
  stories: StoryRecord;
  feeds: FeedState;
  journal: RefreshRecord | LastRefresh;
}
type Table = keyof Tables;
/** One change: a record put, or taken away (null). */
type Change = { readonly [T in Table]: readonly [table: T, key: string, value: Tables[T] | null] }[Table];

/** The file is written anew once so much was appended to it, bytes, and at least as much as it held. */
const APPENDED = 16_000_000;
const LINE = 10;

/**
 * The store of a publisher: everything in memory, and every transaction appended to a file as one line before it takes
 * effect. A process that is killed leaves whole lines and at most one torn one, which never happened.
 * Does what lib/store/store.ts does for the reader; a test holds the two together.
 */
export class FileStore implements RefreshStore {
  readonly #tables: { readonly [T in Table]: Map<string, Tables[T]> } = {
    articles: new Map(),
    inbox: new Map(),
    stories: new Map(),
    feeds: new Map(),
    journal: new Map(),
  };
  /** Address -> article. */
  readonly #addresses = new Map<string, string>();
  /** Key of grouping -> "time\0article", in order. */
  readonly #postings = new Map<string, string[]>();
  #file: number;
  #appended = 0;
  #held = 0;

  /** @throws where the file is not of ours, or broken in the middle. */
  constructor(private readonly path: string) {
    if (existsSync(path)) {
      for (const line of wholeLines(path)) for (const change of JSON.parse(line) as Change[]) this.#apply(change);
    }
    this.#file = this.#rewrite();
  }

  close(): void {
    closeSync(this.#file);
  }

  // -- writing ---------------------------------------------------------------------------------------------------

  #write(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const line = Buffer.from(`${JSON.stringify(changes)}\n`);
    for (let at = 0; at < line.length; ) at += writeSync(this.#file, line, at);
    fdatasyncSync(this.#file);
    for (const change of changes) this.#apply(change);
    this.#appended += line.length;
    if (this.#appended > Math.max(APPENDED, this.#held)) {
      closeSync(this.#file);
      this.#file = this.#rewrite();
    }
  }

  /** Puts what is there now in place of all that led to it. @returns the file, open to append. */
  #rewrite(): number {
    this.#held = 0;
    const tables = this.#tables;
    const lines = function* (): Generator<string> {
      for (const table of Object.keys(tables) as Table[])
        for (const [key, value] of tables[table]) yield `${JSON.stringify([[table, key, value]])}\n`;
    };
    const counted = function* (count: (bytes: number) => void): Generator<string> {
      for (const line of lines()) {
        count(line.length);
        yield line;
      }
    };
    writeAtomic(
      this.path,
      counted((bytes) => {
        this.#held += bytes;
      }),
    );
    this.#appended = 0;
    return openSync(this.path, 'a');
  }

  #apply([table, key, value]: Change): void {
    if (table === 'articles') this.#index(key, value);
    if (value === null) this.#tables[table].delete(key);
    else (this.#tables[table] as Map<string, unknown>).set(key, value);
  }

  #index(id: string, next: ArticleRecord | null): void {
    const before = this.#tables.articles.get(id);
    for (const address of before?.addresses ?? []) if (this.#addresses.get(address) === id) this.#addresses.delete(address);
    for (const address of next?.addresses ?? []) this.#addresses.set(address, id);
    for (const [key, entry] of entriesOf(before)) {
      const list = this.#postings.get(key);
      const at = list ? placeOf(list, entry) : -1;
      if (list?.[at] === entry) list.splice(at, 1);
      if (list?.length === 0) this.#postings.delete(key);
    }
    for (const [key, entry] of entriesOf(next)) {
      const list = this.#postings.get(key);
      if (list) list.splice(placeOf(list, entry), 0, entry);
      else this.#postings.set(key, [entry]);
    }
  }

  // -- what a refresh asks ---------------------------------------------------------------------------------------

  async feedStates(): Promise<readonly FeedState[]> {
    return [...this.#tables.feeds.values()];
  }

  async acceptFeed(
    state: FeedState,
    articles: readonly Article[],
    refresh: (added: number) => RefreshRecord | null,
  ): Promise<number> {
    const fresh = new Map<string, Article>();
    for (const article of articles) {
      const known =
        fresh.get(article.id) ??
        this.#tables.inbox.get(article.id) ??
        article.addresses.map((address) => this.#byAddress(address)).find((one) => one !== undefined);
      const isClaim = known?.id === article.id && known.via !== undefined && article.via === undefined;
      if (!known || isClaim) fresh.set(article.id, article);
    }
    const record = refresh(fresh.size);
    this.#write([
      ...[...fresh].map(([id, article]) => ['inbox', id, article] as const),
      ['feeds', state.address, state],
      ...(record ? [['journal', 'refresh', record] as const] : []),
    ]);
    return fresh.size;
  }

  async inbox(): Promise<readonly Article[]> {
    return [...this.#tables.inbox.values()].sort(byTime);
  }

  async neighbours(keys: readonly (readonly string[])[], from: number, to: number): Promise<StoredNeighbourhood> {
    const found = new Map<string, ArticleRecord>();
    const load = (ids: Iterable<string>) => {
      for (const id of ids) {
        const article = this.#tables.articles.get(id);
        if (article) found.set(id, article);
      }
    };
    const [first, last] = [timeOf(from), `${timeOf(to)}\u0001`];
    load(keys.flatMap((one) => nearest(one.map((key) => this.#newest(key, first, last)))));
    const ids = [...new Set([...found.values()].map((article) => article.story))].sort();
    const stories = ids.flatMap((id) => this.#tables.stories.get(id)?.story ?? []);
    load(stories.flatMap((story) => story.articles.slice(-MEMBERS_PER_STORY)));
    return { articles: [...found.values()].sort(byTime), stories };
  }

  #newest(key: string, first: string, last: string): string[] {
    const list = this.#postings.get(key) ?? [];
    const ids: string[] = [];
    for (let at = placeOf(list, last) - 1; at >= 0 && ids.length < POSTINGS_PER_KEY && list[at]! >= first; at--)
      ids.push(list[at]!.slice(list[at]!.indexOf('\0') + 1));
    return ids;
  }

  async articles(ids: readonly string[]): Promise<readonly ArticleRecord[]> {
    return ids.flatMap((id) => this.#tables.articles.get(id) ?? []);
  }

  async commitGrouping({ articles, stories, gone }: GroupingCommit): Promise<void> {
    this.#write([
      ...articles.flatMap((article) => [['articles', article.id, article] as const, ['inbox', article.id, null] as const]),
      ...gone.map((id) => ['stories', id, null] as const),
      ...stories.map((record) => ['stories', record.id, record] as const),
    ]);
  }

  async refresh(): Promise<RefreshRecord | null> {
    return (this.#tables.journal.get('refresh') as RefreshRecord | undefined) ?? null;
  }

  async beginRefresh(record: RefreshRecord): Promise<void> {
    this.#write([['journal', 'refresh', record]]);
  }

  async endRefresh(last: LastRefresh | null): Promise<void> {
    this.#write([['journal', 'refresh', null], ...(last ? [['journal', 'last', last] as const] : [])]);
  }

  /** As the reader's store, but for the stories that a reader follows. */
  async prune(before: number, most = Number.POSITIVE_INFINITY): Promise<number> {
    let over = this.#tables.articles.size - most;
    const changes: Change[] = [];
    let forgotten = 0;
    for (const { id, story, updated } of [...this.#tables.stories.values()].sort((a, b) => a.updated - b.updated)) {
      if (updated >= before && over <= 0) break;
      changes.push(...story.articles.map((article) => ['articles', article, null] as const), ['stories', id, null]);
      over -= story.articles.length;
      forgotten++;
    }
    this.#write(changes);
    return forgotten;
  }

  // -- what a publisher asks -------------------------------------------------------------------------------------

  allStories(): readonly StoryRecord[] {
    return [...this.#tables.stories.values()];
  }

  allArticles(): readonly ArticleRecord[] {
    return [...this.#tables.articles.values()];
  }

  get lastRefresh(): number | null {
    return (this.#tables.journal.get('last') as LastRefresh | undefined)?.at ?? null;
  }

  #byAddress(address: string): ArticleRecord | undefined {
    const id = this.#addresses.get(address);
    return id === undefined ? undefined : this.#tables.articles.get(id);
  }
}

const byTime = (a: Article, b: Article) => a.published - b.published || (a.id < b.id ? -1 : 1);
const timeOf = (at: number) => posting('', at).slice(1);

/** The key of each posting, and its entry in the list of that key. */
function entriesOf(article: ArticleRecord | null | undefined): (readonly [key: string, entry: string])[] {
  return (article?.postings ?? []).map((one) => {
    const end = one.lastIndexOf('\0');
    return [one.slice(0, end), `${one.slice(end + 1)}\0${article!.id}`];
  });
}

/** Where an entry stands, or would. */
function placeOf(list: readonly string[], entry: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines that end; in pieces, as the file may be larger than a string can be. */
function* wholeLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(1 << 20);
    let rest: Buffer[] = [];
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
      let from = 0;
      for (let end = piece.indexOf(LINE); end >= 0 && end < size; end = piece.indexOf(LINE, from)) {
        rest.push(Buffer.from(piece.subarray(from, end)));
        yield Buffer.concat(rest).toString('utf8');
        rest = [];
        from = end + 1;
      }
      rest.push(Buffer.from(piece.subarray(from, size)));
    }
  } finally {
    closeSync(file);
  }
}
