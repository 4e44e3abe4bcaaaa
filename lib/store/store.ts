import type { Article } from '../articles/article';
import type { FeedState } from '../sources/feed-state';
import { MEMBERS_PER_STORY, type Neighbourhood, nearest, POSTINGS_PER_KEY } from '../stories/shelf';
import { joining, type StandingStory, withArticles } from '../stories/standing-story';
import type { Story } from '../stories/story';
import { type Database, openDatabase } from './database';
import type { PublishedCommit, PublishedRecord, SubscriptionRecord } from './published-records';
import { type ArticleRecord, type LastRefresh, type LookRecord, posting, type RefreshRecord, type StoryRecord } from './records';

/** Articles kept at most, whatever their age; about 150 MB with their texts. */
export const MOST_ARTICLES = 50_000;

/** As the grouping takes it (lib/stories/shelf.ts), with each article's story. */
export interface StoredNeighbourhood extends Neighbourhood {
  readonly articles: readonly ArticleRecord[];
}

/** What one step of grouping changed; written in one transaction. */
export interface GroupingCommit {
  readonly articles: readonly ArticleRecord[];
  readonly stories: readonly StoryRecord[];
  /** Ids of stories that are no more. */
  readonly gone: readonly string[];
}

/**
 * The reader's store. Every method is one transaction, so that a worker that dies leaves it whole.
 * Opened at the first use and again after it was closed (an upgrade, a wipe, the browser's own doing).
 */
export class Store {
  #open: Promise<Database> | null = null;

  constructor(private readonly name?: string) {}

  #db(): Promise<Database> {
    this.#open ??= openDatabase(this.name, () => {
      this.#open = null;
    }).catch((error) => {
      this.#open = null;
      throw error;
    });
    return this.#open;
  }

  async close(): Promise<void> {
    const opened = await this.#open?.catch(() => null);
    this.#open = null;
    opened?.close();
  }

  // -- feeds and the inbox ---------------------------------------------------------------------------------

  async feedStates(): Promise<readonly FeedState[]> {
    return (await this.#db()).getAll('feeds');
  }

  /**
   * Takes in what a feed brought, with its new state and the refresh that it is part of: all or nothing.
   * Articles that are known already, under any of their addresses, are left as they were; but what another's feed
   * claimed (`via`) gives way to what the publisher's own feed says, and is grouped anew.
   * @returns the number of new articles.
   */
  async acceptFeed(
    state: FeedState,
    articles: readonly Article[],
    refresh: (added: number) => RefreshRecord | null,
  ): Promise<number> {
    const tx = (await this.#db()).transaction(['feeds', 'inbox', 'articles', 'journal'], 'readwrite');
    // A write that fails is what is thrown; that its transaction fails too is no news.
    tx.done.catch(() => {});
    const inbox = tx.objectStore('inbox');
    const byAddress = tx.objectStore('articles').index('addresses');
    let added = 0;
    for (const article of articles) {
      const found = await Promise.all([inbox.get(article.id), ...article.addresses.map((address) => byAddress.get(address))]);
      const known = found.find((one) => one !== undefined);
      const isClaim = known?.id === article.id && known.via !== undefined && article.via === undefined;
      if (known && !isClaim) continue;
      await inbox.put(article);
      added++;
    }
    await tx.objectStore('feeds').put(state);
    const record = refresh(added);
    if (record) await tx.objectStore('journal').put(record, 'refresh');
    await tx.done;
    return added;
  }

  async forgetFeed(address: string): Promise<void> {
    await (await this.#db()).delete('feeds', address);
  }

  /** Puts articles into the inbox that did not come by feed (an import). @returns the number of new ones. */
  async acceptArticles(articles: readonly Article[]): Promise<number> {
    const tx = (await this.#db()).transaction(['inbox', 'articles'], 'readwrite');
    // A write that fails is what is thrown; that its transaction fails too is no news.
    tx.done.catch(() => {});
    let added = 0;
    for (const article of articles) {
      const known = article.addresses.map((address) => tx.objectStore('articles').index('addresses').getKey(address));
      if ((await Promise.all(known)).some((id) => id !== undefined)) continue;
      await tx.objectStore('inbox').put(article);
      added++;
    }
    await tx.done;
    return added;
  }

  /** Ungrouped articles, oldest first (then by id: the order must not depend on who came first). */
  async inbox(): Promise<readonly Article[]> {
    const all = await (await this.#db()).getAll('inbox');
    return all.sort(byTime);
  }

  // -- grouping --------------------------------------------------------------------------------------------

  /**
   * Stored articles nearest to fresh ones, with the newest members of their stories.
   * @param keys of each fresh article
   * @param from @param to epoch ms, bounds of `published`
   */
  async neighbours(keys: readonly (readonly string[])[], from: number, to: number): Promise<StoredNeighbourhood> {
    const tx = (await this.#db()).transaction(['articles', 'stories']);
    const store = tx.objectStore('articles');
    const index = store.index('postings');
    const postings = new Map<string, Promise<readonly string[]>>();
    for (const key of new Set(keys.flat())) {
      const range = IDBKeyRange.bound(posting(key, from), posting(key, to));
      postings.set(
        key,
        index.getAllKeys(range).then((byTime) => byTime.slice(-POSTINGS_PER_KEY).reverse()),
      );
    }
    const found = new Map<string, ArticleRecord>();
    const load = async (ids: Iterable<string>) => {
      const missing = [...new Set(ids)].filter((id) => !found.has(id));
      for (const article of await Promise.all(missing.map((id) => store.get(id)))) if (article) found.set(article.id, article);
    };
    const near = await Promise.all(keys.map(async (one) => nearest(await Promise.all(one.map((key) => postings.get(key)!)))));
    await load(near.flat());
    const ids = [...new Set([...found.values()].map((article) => article.story))].sort();
    const records = await Promise.all(ids.map((id) => tx.objectStore('stories').get(id)));
    const stories = records.flatMap((record) => (record ? [record.story] : []));
    await load(stories.flatMap((story) => story.articles.slice(-MEMBERS_PER_STORY)));
    await tx.done;
    return { articles: [...found.values()].sort(byTime), stories };
  }

  /** Stored articles by id; those that are not there are left out. */
  async articles(ids: readonly string[]): Promise<readonly ArticleRecord[]> {
    const store = (await this.#db()).transaction('articles').store;
    return (await Promise.all(ids.map((id) => store.get(id)))).flatMap((article) => article ?? []);
  }

  /** Writes a step of grouping: articles leave the inbox for their stories and the standing stories, stories change and go. */
  async commitGrouping({ articles, stories, gone }: GroupingCommit): Promise<void> {
    const tx = (await this.#db()).transaction(['articles', 'inbox', 'stories', 'standing'], 'readwrite');
    const standing = await tx.objectStore('standing').getAll();
    const joined = joining(articles, standing);
    await Promise.all([
      ...standing.flatMap((one) => {
        const ids = joined.get(one.id);
        return ids ? [tx.objectStore('standing').put(withArticles(one, ids))] : [];
      }),
      ...articles.flatMap((a) => [tx.objectStore('articles').put(a), tx.objectStore('inbox').delete(a.id)]),
      ...gone.map((id) => tx.objectStore('stories').delete(id)),
      ...stories.map((s) => tx.objectStore('stories').put(s)),
      tx.done,
    ]);
  }

  // -- the journal -----------------------------------------------------------------------------------------

  async refresh(): Promise<RefreshRecord | null> {
    return ((await (await this.#db()).get('journal', 'refresh')) as RefreshRecord | undefined) ?? null;
  }

  async beginRefresh(record: RefreshRecord): Promise<void> {
    await (await this.#db()).put('journal', record, 'refresh');
  }

  async endRefresh(last: LastRefresh | null): Promise<void> {
    const tx = (await this.#db()).transaction('journal', 'readwrite');
    await Promise.all([tx.store.delete('refresh'), last ? tx.store.put(last, 'last') : null, tx.done]);
  }

  async lastRefresh(): Promise<number | null> {
    return ((await (await this.#db()).get('journal', 'last')) as LastRefresh | undefined)?.at ?? null;
  }

  // -- asking ----------------------------------------------------------------------------------------------

  /** The story that holds an article of this address, in one look-up. */
  async storyByAddress(address: string): Promise<StoryRecord | null> {
    return (await (await this.#db()).getFromIndex('stories', 'addresses', address)) ?? null;
  }

  /** By id, or by the id of a story that it took in. */
  async story(id: string): Promise<StoryRecord | null> {
    return (await (await this.#db()).getFromIndex('stories', 'ids', id)) ?? null;
  }

  /** A story's articles, in its order. */
  async articlesOf(story: Story): Promise<readonly ArticleRecord[]> {
    const all = await (await this.#db()).getAllFromIndex('articles', 'story', story.id);
    const place = new Map(story.articles.map((id, n) => [id, n]));
    return all.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }

  /** Stories by impact or freshness, best first. */
  async stories(order: 'impact' | 'updated', limit: number): Promise<readonly StoryRecord[]> {
    const found: StoryRecord[] = [];
    const index = (await this.#db()).transaction('stories').store.index(order);
    for (let at = await index.openCursor(null, 'prev'); at && found.length < limit; at = await at.continue())
      found.push(at.value);
    return found;
  }

  /** Stories in the order of their ids, from the one after `after` on. */
  async storiesAfter(after: string | null, limit: number): Promise<readonly StoryRecord[]> {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    return (await this.#db()).getAll('stories', range, limit);
  }

  // -- what the reader looked at and follows ---------------------------------------------------------------

  async looks(): Promise<readonly LookRecord[]> {
    return (await this.#db()).getAll('looks');
  }

  /** The record of a story, whichever of its ids it was made under. */
  async lookAt(ids: readonly string[]): Promise<LookRecord | null> {
    const db = await this.#db();
    const found = (await Promise.all(ids.map((id) => db.get('looks', id)))).filter((look) => look !== undefined);
    return found.find((look) => look.followedSince !== null) ?? found[0] ?? null;
  }

  /** Writes what the reader did; records under the story's other ids go. */
  async look(record: LookRecord, ids: readonly string[]): Promise<void> {
    const tx = (await this.#db()).transaction('looks', 'readwrite');
    await Promise.all([
      ...ids.filter((id) => id !== record.story).map((id) => tx.store.delete(id)),
      tx.store.put(record),
      tx.done,
    ]);
  }

  // -- standing stories ------------------------------------------------------------------------------------

  /** Oldest first. */
  async standingStories(): Promise<readonly StandingStory[]> {
    const all = await (await this.#db()).getAll('standing');
    return all.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  }

  async standingStory(id: string): Promise<StandingStory | null> {
    return (await (await this.#db()).get('standing', id)) ?? null;
  }

  /** Writes standing stories with the stored articles of this time that join them: what was joined before by other terms goes. */
  async putStanding(stories: readonly StandingStory[], from: number): Promise<void> {
    const tx = (await this.#db()).transaction(['standing', 'articles'], 'readwrite');
    const found = new Map<string, string[]>(stories.map(({ id }) => [id, []]));
    const range = IDBKeyRange.lowerBound(from);
    for (let at = await tx.objectStore('articles').index('published').openCursor(range); at; at = await at.continue())
      for (const [id, ids] of joining([at.value], stories)) found.get(id)?.push(...ids);
    for (const story of stories)
      await tx.objectStore('standing').put(withArticles({ ...story, articles: [] }, found.get(story.id) ?? []));
    await tx.done;
  }

  async dropStanding(id: string): Promise<void> {
    await (await this.#db()).delete('standing', id);
  }

  // -- signal feeds ----------------------------------------------------------------------------------------

  async subscriptions(): Promise<readonly SubscriptionRecord[]> {
    return (await this.#db()).getAll('subscriptions');
  }

  async subscription(address: string): Promise<SubscriptionRecord | null> {
    return (await (await this.#db()).get('subscriptions', address)) ?? null;
  }

  async subscribe(record: SubscriptionRecord): Promise<void> {
    await (await this.#db()).put('subscriptions', record);
  }

  /** Makes every signal feed due: written down, so that a worker that dies is followed by one that fetches them. */
  async hastenSubscriptions(): Promise<void> {
    const { store, done } = (await this.#db()).transaction('subscriptions', 'readwrite');
    for (const record of await store.getAll()) await store.put({ ...record, state: { ...record.state, nextDue: 0 } });
    await done;
  }

  /** Forgets a signal feed and everything that it told. */
  async unsubscribe(address: string): Promise<void> {
    const tx = (await this.#db()).transaction(['subscriptions', 'published'], 'readwrite');
    const published = tx.objectStore('published');
    const keys = await published.index('feed').getAllKeys(address);
    await Promise.all([tx.objectStore('subscriptions').delete(address), ...keys.map((key) => published.delete(key)), tx.done]);
  }

  /**
   * Takes in what a signal feed brought, with its new state: all or nothing.
   * @returns false, and nothing is written, where the reader has unsubscribed or decided on another key meanwhile.
   */
  async acceptPublished(record: SubscriptionRecord, pinned: string | null, commit?: PublishedCommit): Promise<boolean> {
    const tx = (await this.#db()).transaction(['subscriptions', 'published'], 'readwrite');
    const now = await tx.objectStore('subscriptions').get(record.address);
    if (now?.key !== pinned) {
      await tx.done;
      return false;
    }
    const published = tx.objectStore('published');
    const gone = new Set<string>(commit?.gone);
    if (commit?.whole) for (const [, id] of await published.index('feed').getAllKeys(record.address)) gone.add(id);
    // Deletions first: what is told again stays.
    for (const id of gone) await published.delete([record.address, id]);
    for (const story of commit?.stories ?? []) await published.put(story);
    await tx.objectStore('subscriptions').put(record);
    await tx.done;
    return true;
  }

  /** What signal feeds tell of the stories that hold an article of one of these addresses. */
  async publishedByAddress(addresses: readonly string[]): Promise<readonly PublishedRecord[]> {
    const index = (await this.#db()).transaction('published').store.index('addresses');
    const found = (await Promise.all([...new Set(addresses)].map((address) => index.getAll(address)))).flat();
    return [...new Map(found.map((record) => [`${record.feed}\0${record.id}`, record])).values()];
  }

  /** The story of a signal feed by its id, or by one that it absorbed. */
  async publishedById(id: string): Promise<readonly PublishedRecord[]> {
    return (await this.#db()).getAllFromIndex('published', 'ids', id);
  }

  /**
   * Stories that only signal feeds tell, newest first: no article of theirs is in a story of the reader's own. Where several
   * tell one, the newest telling. Among the newest 1,000 that are here.
   */
  async publishedOnly(limit: number): Promise<readonly PublishedRecord[]> {
    const tx = (await this.#db()).transaction(['published', 'stories']);
    const own = tx.objectStore('stories').index('addresses');
    const met = new Set<string>();
    const found: PublishedRecord[] = [];
    let left = 1000;
    for (let at = await tx.objectStore('published').index('updated').openCursor(null, 'prev'); at; at = await at.continue()) {
      if (found.length >= limit || left-- === 0) break;
      const { addresses } = at.value;
      const isMet = addresses.some((address) => met.has(address));
      for (const address of addresses) met.add(address);
      if (isMet) continue;
      const keys = await Promise.all(addresses.map((address) => own.getKey(address)));
      if (keys.every((key) => key === undefined)) found.push(at.value);
    }
    return found;
  }

  /** Number of stories that are here of a signal feed. */
  async countPublished(address: string): Promise<number> {
    return (await this.#db()).countFromIndex('published', 'feed', address);
  }

  /** Forgets published stories that were not updated since `before`, and of each feed the oldest beyond `most`. */
  async prunePublished(before: number, most: number): Promise<void> {
    const tx = (await this.#db()).transaction('published', 'readwrite');
    const kept = new Map<string, number>();
    for (let at = await tx.store.index('updated').openCursor(null, 'prev'); at; at = await at.continue()) {
      const { feed, updated } = at.value;
      const newer = kept.get(feed) ?? 0;
      if (updated < before || newer >= most) await at.delete();
      else kept.set(feed, newer + 1);
    }
    await tx.done;
  }

  // -- the reader's data -----------------------------------------------------------------------------------

  async size(): Promise<{ articles: number; stories: number; oldest: number | null }> {
    const tx = (await this.#db()).transaction(['articles', 'inbox', 'stories']);
    const [grouped, waiting, stories, first] = await Promise.all([
      tx.objectStore('articles').count(),
      tx.objectStore('inbox').count(),
      tx.objectStore('stories').count(),
      tx.objectStore('articles').index('published').openCursor(),
    ]);
    return { articles: grouped + waiting, stories, oldest: first?.value.published ?? null };
  }

  async allArticles(): Promise<readonly ArticleRecord[]> {
    return (await this.#db()).getAll('articles');
  }

  async allStories(): Promise<readonly StoryRecord[]> {
    return (await this.#db()).getAll('stories');
  }

  /**
   * Forgets stories whose newest article is older than `before`, and beyond `most` articles the oldest ones. A story
   * goes whole or stays whole, and one that the reader follows stays.
   * @returns the number of stories forgotten.
   */
  async prune(before: number, most = MOST_ARTICLES): Promise<number> {
    const tx = (await this.#db()).transaction(['articles', 'stories', 'looks'], 'readwrite');
    const looks = await tx.objectStore('looks').getAll();
    const followed = new Set(looks.filter((look) => look.followedSince !== null).map((look) => look.story));
    let over = (await tx.objectStore('articles').count()) - most;
    let forgotten = 0;
    for (let at = await tx.objectStore('stories').index('updated').openCursor(); at; at = await at.continue()) {
      const { story, updated, ids } = at.value;
      if (updated >= before && over <= 0) break;
      if (ids.some((id) => followed.has(id))) continue;
      await Promise.all(story.articles.map((id) => tx.objectStore('articles').delete(id)));
      await Promise.all(ids.map((id) => tx.objectStore('looks').delete(id)));
      await at.delete();
      over -= story.articles.length;
      forgotten++;
    }
    await tx.done;
    return forgotten;
  }

  /** Empties every object store. */
  async wipe(): Promise<void> {
    const db = await this.#db();
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readwrite');
    await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done]);
  }
}

/** Oldest first, then by id: no order depends on who came first. */
const byTime = (a: Article, b: Article) => a.published - b.published || (a.id < b.id ? -1 : 1);
