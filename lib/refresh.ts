/**
 * The whole journey on one page: sources -> articles -> stories -> signals -> store.
 *
 * A refresh is written down before it begins (RefreshRecord) and each step is one transaction, so that a worker that
 * dies anywhere is followed by one that goes on from there, with the same result: the `now` of every step is the
 * refresh's own, feeds are grouped only when all are in, and in an order that does not depend on who answered first.
 */
import type { Article } from './articles/article';
import { articleFromItem } from './articles/article-from-item';
import type { RefreshProgress } from './messages/protocol';
import { computeSignals, type SignalWorld } from './signals/compute';
import { type FeedState, newFeedState } from './sources/feed-state';
import { type FetchOutcome, fetchFeed } from './sources/fetch-feed';
import { speakerOf } from './sources/own-source';
import type { Source } from './sources/source';
import { afterFetch, isDue } from './sources/timetable';
import { posting, type StoryRecord } from './store/records';
import type { Store } from './store/store';
import { groupArticles } from './stories/group';
import type { GroupingModel } from './stories/grouping-model';
import { keysOf } from './stories/keys';
import { WINDOW } from './stories/shelf';
import type { Story } from './stories/story';

/** Requests under way at once (the limit; a browser allows six to one host). */
const AT_ONCE = 6;
/** Articles grouped in one step: bounds memory and what a dying worker has to do again. */
const BATCH = 100;

/** What a refresh needs of a store: the reader's own in IndexedDB, or a publisher's in a file (scripts/publish/file-store.ts). */
export type RefreshStore = Pick<
  Store,
  | 'feedStates'
  | 'acceptFeed'
  | 'inbox'
  | 'neighbours'
  | 'articles'
  | 'commitGrouping'
  | 'refresh'
  | 'beginRefresh'
  | 'endRefresh'
  | 'prune'
>;

/** What a refresh needs of the world outside; the engine itself has no clock, no chance and no network. */
export interface World {
  readonly store: RefreshStore;
  /** The sources that are switched on, with those that the reader added. */
  readonly sources: readonly Source[];
  readonly grouping: GroupingModel;
  readonly signals: SignalWorld;
  readonly fetch: typeof fetch;
  /** Whether the reader has granted the host of this address: nothing is fetched without. */
  readonly granted: (address: string) => Promise<boolean>;
  readonly now: () => number;
  /** 0-1; spreads requests over time. */
  readonly random: () => number;
  readonly report: (progress: RefreshProgress) => Promise<void>;
  /** Articles older than this are forgotten, days. */
  readonly keepDays: number;
}

/**
 * Fetches the feeds that are due, or goes on with a refresh that was cut off.
 * @param all every feed, due or not: the reader asked for it.
 */
export async function refresh(
  world: World,
  { all = false, signal }: { all?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  const { store } = world;
  const states = new Map((await store.feedStates()).map((state) => [state.address, state]));
  const sourceOf = new Map(world.sources.flatMap((source) => source.feeds.map((address) => [address, source] as const)));

  let record = await store.refresh();
  if (!record) {
    const now = world.now();
    const due: string[] = [];
    for (const address of sourceOf.keys()) {
      const state = states.get(address);
      if ((all || !state || isDue(state, now)) && (await world.granted(address))) due.push(address);
    }
    if (due.length === 0 && (await store.inbox()).length === 0) {
      // A browser that was closed forgot that it is up to date.
      const last = Math.max(0, ...[...states.values()].map(({ lastSuccess }) => lastSuccess ?? 0));
      const none = { done: 0, total: 0, failed: 0, articles: 0 };
      await world.report(last > 0 && !all ? { ...none, state: 'done', at: last } : { ...none, state: 'idle', at: now });
      return;
    }
    record = { startedAt: now, pending: due.sort(), total: due.length, failed: 0, articles: 0 };
    await store.beginRefresh(record);
  }
  const now = record.startedAt;
  const queue = [...record.pending];
  const pending = new Set(queue);
  let { failed, articles } = record;
  const { total } = record;
  const report = (state: RefreshProgress['state']) =>
    world.report({ state, done: total - pending.size, total, failed, articles, at: world.now() });

  await report('fetching');
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let address = queue.shift(); address !== undefined && !signal?.aborted; address = queue.shift()) {
        const source = sourceOf.get(address);
        const state = states.get(address) ?? newFeedState(address, source?.id ?? '');
        // Asked for each feed anew: a permission may be taken back while the refresh runs, or before it is taken up again.
        const outcome =
          source && (await world.granted(address))
            ? await fetchGranted(address, state, world, { now, ...(signal && { signal }) })
            : null;
        if (signal?.aborted) return;
        const fresh = outcome?.is === 'new' && source ? articlesOf(outcome, source, world, now) : [];
        const next = outcome ? afterFetch(state, outcome, now, world.random()) : state;
        const failures = outcome?.is === 'failed' ? 1 : 0;
        // Called within the transaction that keeps the articles: a feed is ticked off only together with what it brought,
        // and here only once that is written, for another feed's transaction may succeed where this one fails.
        const added = await store.acceptFeed(next, fresh, (count) => ({
          startedAt: now,
          pending: [...pending].filter((other) => other !== address).sort(),
          total,
          failed: failed + failures,
          articles: articles + count,
        }));
        pending.delete(address);
        failed += failures;
        articles += added;
        await report('fetching');
      }
    }),
  );
  if (signal?.aborted) return;

  await report('grouping');
  await groupInbox(world, now);
  await store.prune(now - world.keepDays * 86_400_000);
  await store.endRefresh(failed < total || total === 0 ? { at: now } : null);
  await report('done');
}

/** Puts every waiting article into its story and computes the signals of the stories that changed. */
export async function groupInbox(world: Pick<World, 'store' | 'grouping' | 'signals'>, now: number): Promise<void> {
  const { store, grouping } = world;
  for (let waiting = await store.inbox(); waiting.length > 0; waiting = await store.inbox()) {
    const batch = waiting.slice(0, BATCH);
    const keys = new Map(batch.map((article) => [article.id, keysOf(article, grouping)]));
    const times = batch.map((article) => article.published);
    const around = await store.neighbours([...keys.values()], Math.min(...times) - WINDOW, Math.max(...times) + WINDOW);
    const { stories, gone, of } = groupArticles(batch, around, grouping, now);

    const known = new Map<string, Article>([...around.articles, ...batch].map((article) => [article.id, article]));
    // Of a long saga the grouping needs the newest members only; its signals need all.
    const others = stories.flatMap((story) => story.articles.filter((id) => !known.has(id)));
    const members = await store.articles(others);
    for (const article of members) known.set(article.id, article);
    // An article is written when it is new, and when its story is another one than before.
    const storyOf = new Map(of);
    for (const story of stories) for (const id of story.articles) storyOf.set(id, story.id);
    const moved = [...around.articles, ...members].flatMap((article) => {
      const story = storyOf.get(article.id) ?? article.story;
      return story === article.story ? [] : { ...article, story };
    });
    const added = batch.map((article) => ({
      ...article,
      story: storyOf.get(article.id)!,
      postings: keys.get(article.id)!.map((key) => posting(key, article.published)),
    }));
    await store.commitGrouping({
      articles: [...moved, ...added],
      stories: stories.map((story) => recordOf(story, known, world.signals, now)),
      gone,
    });
  }
}

/** A story with its signals, as it is stored. */
export function recordOf(story: Story, known: ReadonlyMap<string, Article>, world: SignalWorld, now: number): StoryRecord {
  const articles = story.articles.flatMap((id) => known.get(id) ?? []);
  const signals = computeSignals(story, articles, world, now);
  return {
    id: story.id,
    story,
    signals,
    addresses: [...new Set(articles.flatMap((article) => article.addresses))],
    ids: [story.id, ...story.absorbed],
    sources: [...new Set(articles.map((article) => article.source))],
    updated: story.updated,
    impact: signals.impact.score,
  };
}

/**
 * Redirects are followed by the browser, without cookies and referrer, before we hear of them; but what a host says
 * that the reader did not grant is thrown away, as if it had not answered.
 */
export async function fetchGranted(
  address: string,
  state: FeedState,
  { fetch, granted }: Pick<World, 'fetch' | 'granted'>,
  more: { now: number; signal?: AbortSignal },
): Promise<FetchOutcome> {
  const outcome = await fetchFeed(address, state, { fetch, ...more });
  if (outcome.is !== 'new' || !outcome.moved || (await granted(outcome.finalAddress))) return outcome;
  return { is: 'failed', why: { is: 'network' } };
}

function articlesOf(outcome: FetchOutcome & { is: 'new' }, source: Source, world: World, now: number): readonly Article[] {
  const { registry } = world.signals;
  // A feed that redirects to another publisher speaks for that one from now on.
  const speaker = speakerOf(source, outcome.finalAddress, registry);
  // Nobody chose a stranger: what it says is passed on by the feed that was, which else would count anew at every move.
  const via = speaker === source || registry.byId(speaker.id) ? {} : { via: source.id };
  const made = outcome.feed.items
    .flatMap((item) => articleFromItem(item, speaker, now, registry) ?? [])
    .map((article) => ({ ...article, ...via }));
  const oldest = now - world.keepDays * 86_400_000;
  return [...new Map(made.filter((article) => article.published >= oldest).map((article) => [article.id, article])).values()];
}
