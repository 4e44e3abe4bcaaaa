/**
 * A public index of news is asked for reports that hold the reader's own words: only within the reader's click, which
 * names who is asked and what for. Its answer goes the way of a feed.
 */
import { articleFromListing } from './articles/article-from-listing';
import { browser } from './browser';
import type { IndexAnswer } from './messages/protocol';
import { Refused } from './messages/refused';
import { fetchGranted, type World } from './refresh';
import { newFeedState } from './sources/feed-state';
import { askAddress, hostPattern, NEWS_INDEXES, type NewsIndex } from './sources/news-indexes';
import type { Store } from './store/store';
import { searchableArticle } from './stories/standing-story';
import { holdsAll } from './stories/terms';

/** What the reader has agreed to, once. */
export interface Intent {
  /** Id of the index. */
  readonly index: string;
  readonly terms: readonly string[];
  /** BCP 47, of the interface. */
  readonly language: string;
  /** Whether the index's host was granted before: else the permission is given back after the answer. */
  readonly held: boolean;
  /** Epoch ms. */
  readonly at: number;
}

/** A browser's question is answered within this time, or the reader has turned to something else, ms. */
const VALID = 120_000;
/** In storage.session: the browser's question may close the popup that asked it, and outlive the worker. */
const KEY = 'index-intent';

/**
 * Asks an index, and puts into the inbox those of its reports that hold every term.
 * @throws Refused where the host is not granted, or gives no feed.
 */
export async function askNewsIndex(
  world: World & { readonly store: Pick<Store, 'acceptArticles'> },
  index: NewsIndex,
  { terms, language }: Pick<Intent, 'terms' | 'language'>,
): Promise<IndexAnswer> {
  const now = world.now();
  const address = askAddress(index, terms, language);
  if (!(await world.granted(address))) throw new Refused('error_no_permission');
  const outcome = await fetchGranted(address, newFeedState(address, ''), world, { now });
  if (outcome.is !== 'new') {
    const why = outcome.is === 'failed' ? outcome.why : ({ is: 'not-a-feed' } as const);
    throw new Refused(`fault_${why.is.replaceAll('-', '_')}`, 'status' in why ? { status: why.status } : {});
  }
  const oldest = now - world.keepDays * 86_400_000;
  const fitting = outcome.feed.items
    .flatMap((item) => articleFromListing(item, index, now, world.signals.registry) ?? [])
    .filter((article) => article.published >= oldest && holdsAll(searchableArticle(article), terms));
  const reports = new Map(fitting.map((article) => [article.id, article]));
  await world.store.acceptArticles([...reports.values()]);
  return { listed: outcome.feed.items.length, joined: reports.size };
}

/** One question at a time, from the reader's click to the answer. */
export class IndexAsks {
  #answer: Promise<IndexAnswer> | null = null;

  /** @param carryOut asks the index and shows what came of it */
  constructor(
    private readonly carryOut: (index: NewsIndex, intent: Intent) => Promise<IndexAnswer>,
    private readonly now: () => number,
  ) {}

  async intend(intent: Intent): Promise<void> {
    this.#answer = null;
    await browser.storage.session.set({ [KEY]: intent });
  }

  async drop(): Promise<void> {
    await browser.storage.session.remove(KEY);
  }

  /** Carries out what was intended; who asks again hears the same answer. */
  ask(): Promise<IndexAnswer> {
    this.#answer ??= this.#take();
    return this.#answer;
  }

  /** The reader has granted hosts: where that was the answer to our question, it is carried out though nobody may wait. */
  async granted(origins: readonly string[]): Promise<void> {
    const intent = await this.#intent();
    const index = intent && NEWS_INDEXES.find(({ id }) => id === intent.index);
    if (index && origins.includes(hostPattern(index))) await this.ask();
  }

  async #intent(): Promise<Intent | null> {
    const { [KEY]: intent } = (await browser.storage.session.get(KEY)) as { [KEY]?: Intent };
    return intent && this.now() - intent.at <= VALID ? intent : null;
  }

  async #take(): Promise<IndexAnswer> {
    const intent = await this.#intent();
    await this.drop();
    const index = intent && NEWS_INDEXES.find(({ id }) => id === intent.index);
    if (!index) throw new Refused('error_no_permission');
    try {
      return await this.carryOut(index, intent);
    } finally {
      // Each question is the reader's own: the permission for it does not outlive it.
      if (!intent.held) await browser.permissions.remove({ origins: [hostPattern(index)] }).catch(() => false);
    }
  }
}
