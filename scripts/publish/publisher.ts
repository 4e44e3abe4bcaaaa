import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalAddress } from '../../lib/articles/address';
import type { Beat } from '../../lib/beats/beat';
import { BEATS } from '../../lib/beats/beats';
import { refresh, type World } from '../../lib/refresh';
import type { Editorial } from '../../lib/signals/published-story';
import type { FeedStory } from '../../lib/signals/signal-feed';
import type { OpmlFeed } from '../../lib/sources/opml';
import { isDue } from '../../lib/sources/timetable';
import { chosenSources } from '../../lib/store/chosen-sources';
import { FileStore } from './file-store';
import { type Publication, Site, type SiteOptions } from './site';

/** Articles are kept for so long beyond what is told, days: a story that goes on is recognised. */
const KEPT_BEYOND = 30;

export interface PublisherOptions extends SiteOptions {
  /** Folder of what is remembered between runs; not to be served. */
  readonly state: string;
  /** Feeds to be read; the beat's own sources where there are none. */
  readonly feeds: readonly OpmlFeed[] | null;
  readonly beat: Beat;
  /** By canonical address of one of the story's articles. */
  readonly editorial: () => ReadonlyMap<string, Editorial>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
}

/** One round of a publisher. */
export interface Round extends Publication {
  readonly feeds: number;
  readonly failed: number;
  /** New articles. */
  readonly articles: number;
}

/** Reads feeds with the engine that readers have, remembers, and tells. One per state folder. */
export class Publisher {
  readonly #store: FileStore;
  readonly #site: Site;
  readonly #unlock: () => void;

  /** @throws where another publisher works on the same state. */
  constructor(private readonly options: PublisherOptions) {
    mkdirSync(options.state, { recursive: true });
    this.#unlock = lock(join(options.state, 'lock'));
    this.#store = new FileStore(join(options.state, 'state.jsonl'));
    this.#site = new Site(options);
  }

  close(): void {
    this.#store.close();
    this.#unlock();
  }

  async round(): Promise<Round> {
    const { feeds, beat, days, fetch, now, random } = this.options;
    const store = this.#store;
    const ownFeeds = (feeds ?? []).map(({ address, title, site = '', kind }) => ({
      address,
      title,
      site,
      ...(kind && { kind }),
    }));
    const { on, registry } = chosenSources(BEATS, { beats: feeds ? [] : [beat.id], sourcesOff: [], ownFeeds });
    // A healthy feed is asked in every round: how often is the publisher's word. One that fails waits for its time.
    const states = new Map((await store.feedStates()).map((state) => [state.address, state]));
    const isAsked = (address: string): boolean => {
      const state = states.get(address);
      return !state || state.failures === 0 || isDue(state, now());
    };
    let last = { total: 0, failed: 0, articles: 0 };
    const world: World = {
      store,
      sources: on.map((source) => ({ ...source, feeds: source.feeds.filter(isAsked) })),
      grouping: beat.grouping,
      signals: { registry, signalModel: beat.signals, lexicon: beat.lexicon },
      fetch,
      granted: async () => true,
      now,
      random,
      report: async (progress) => {
        last = progress;
      },
      keepDays: days + KEPT_BEYOND,
    };
    await refresh(world, { all: true });
    const { total, failed, articles } = last;
    return { feeds: total, failed, articles, ...(await this.#site.publish(await this.#stories(), now())) };
  }

  async #stories(): Promise<readonly FeedStory[]> {
    const editorials = this.options.editorial();
    return Promise.all(
      this.#store.allStories().map(async ({ story, signals, addresses }) => {
        const editorial = addresses.map((address) => editorials.get(address)).find((one) => one !== undefined);
        return { story, signals, articles: await this.#store.articles(story.articles), ...(editorial && { editorial }) };
      }),
    );
  }
}

/** What the editors wrote, a line {url, author, analysis?, watch?} for each story. @throws with the line's number */
export function readEditorial(path: string): ReadonlyMap<string, Editorial> {
  const found = new Map<string, Editorial>();
  for (const [n, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const wrong = () => new Error(`${path}:${n + 1}: not a line {"url", "author", "analysis"?, "watch"?}`);
    let read: Record<string, unknown>;
    try {
      read = JSON.parse(line) as Record<string, unknown>;
    } catch {
      throw wrong();
    }
    const { url, author, analysis, watch } = read;
    const address = typeof url === 'string' ? canonicalAddress(url) : null;
    const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
    if (address === null || typeof author !== 'string' || !isText(analysis) || !isText(watch)) throw wrong();
    found.set(address, { author, ...(analysis !== undefined && { analysis }), ...(watch !== undefined && { watch }) });
  }
  return found;
}

/** Two publishers on one state would each undo the other. A lock that its process left behind holds nobody up. */
function lock(path: string): () => void {
  for (let tries = 0; ; tries++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 2) throw error;
      const holder = Number(readFileSync(path, 'utf8')) || 0;
      if (isAlive(holder)) throw new Error(`another publisher (process ${holder}) works here: ${path}`);
      rmSync(path, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
