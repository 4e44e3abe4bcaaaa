import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedStory, type SignalFeed, toSignalFeed } from '../../lib/signals/signal-feed';
import { signIndex } from '../../lib/signals/signal-feed-key';
import { readSignalFeed, type ShardEntry, type SignalFeedIndex } from '../../lib/signals/signal-feed-read';
import { sayReason } from '../english';
import { isUnfinished, writeAtomic } from './atomic-file';
import { dayOf, fresh, LARGEST, mergedFeed, type Shard, type ToldStory, toMerge } from './shards';
import type { SigningKey } from './signing-key';

const DAY = 86_400_000;
/** A shard that left the index is kept for so long, ms: caches and readers may still hold the index that names it. */
const GRACE = DAY;

/** What is published, and how. */
export interface SiteOptions {
  readonly folder: string;
  readonly publisher: string;
  /** Days that the index reaches back. */
  readonly days: number;
  readonly everyMinutes?: number;
  readonly sign?: SigningKey;
}

/** What one publication wrote; zeros where nothing was new. */
export interface Publication {
  readonly stories: number;
  readonly withdrawn: number;
  /** Bytes of the new shards. */
  readonly bytes: number;
  readonly shards: number;
}

/**
 * The folder that is served: index.json and shards/. What has been told is read from the folder itself, so that nothing
 * can be out of step with it: a publisher that is killed before the index is written tells the same again, one that is
 * killed after has told it.
 */
export class Site {
  #shards: Shard[] = [];
  /** Story -> hash of what was told of it, and when it was updated. */
  readonly #told = new Map<string, { readonly hash: string; readonly updated: number }>();
  #generatedAt = 0;
  /** What the index on disk says beside its shards. */
  #head = '';

  constructor(private readonly options: SiteOptions) {
    mkdirSync(this.#path('shards'), { recursive: true });
    this.#load();
  }

  get index(): string {
    return this.#path('index.json');
  }

  /** Tells what is new. @param stories all that are to be told now; @param now epoch ms */
  async publish(stories: readonly FeedStory[], now: number): Promise<Publication> {
    const { publisher, days } = this.options;
    // A clock that was put back must not make news look old to readers.
    let until = Math.max(now, this.#generatedAt + 1);
    const oldest = until - days * DAY;
    const told = new Map<string, { hash: string; updated: number; one: FeedStory }>();
    for (const one of stories) {
      if (one.story.updated < oldest) continue;
      const {
        stories: [written],
      } = toSignalFeed([one], 0, sayReason);
      told.set(one.story.id, { hash: hashOf(JSON.stringify(written)), updated: one.story.updated, one });
    }
    const changed = [...told.values()].filter(({ hash, one }) => this.#told.get(one.story.id)?.hash !== hash);
    const absorbed = new Set(changed.flatMap(({ one }) => one.story.absorbed));
    // What has merely grown old is not taken back: readers forget it by themselves.
    const withdrawn = [...this.#told].flatMap(([id, { updated }]) =>
      told.has(id) || absorbed.has(id) || updated < oldest ? [] : [id],
    );

    const before = this.#shards;
    let shards = fresh(before, until, days);
    const added: Shard[] = [];
    for (const part of partsOf(changed.map(({ one }) => one))) {
      const first = added.length === 0;
      added.push(this.#made(toSignalFeed(part, until, sayReason, { publisher, ...(first && { withdrawn }) })));
      until++;
    }
    if (added.length === 0 && withdrawn.length > 0)
      added.push(this.#made(toSignalFeed([], until++, sayReason, { publisher, withdrawn })));
    shards = [...shards, ...added];
    for (let run = toMerge(shards, until - 1); run; run = toMerge(shards, until - 1)) {
      const parts = shards.slice(run[0], run[1]);
      shards.splice(run[0], parts.length, this.#made(mergedFeed(parts.map(({ feed }) => feed)), parts));
    }

    const head = headOf(this.options.publisher, this.options.everyMinutes, this.options.sign?.name);
    const same = shards.length === before.length && shards.every((one, n) => one.entry.name === before[n]!.entry.name);
    if (!same || !existsSync(this.index) || head !== this.#head) {
      await this.#write(shards, Math.max(until - 1, this.#generatedAt + 1));
      this.#head = head;
    }
    this.#shards = shards;
    for (const id of [...withdrawn, ...absorbed]) this.#told.delete(id);
    for (const [id, { hash, updated }] of told) this.#told.set(id, { hash, updated });
    for (const [id, { updated }] of this.#told) if (updated < oldest) this.#told.delete(id);
    this.#sweep(now);
    const bytes = added.reduce((sum, { entry }) => sum + entry.bytes, 0);
    return { stories: changed.length, withdrawn: withdrawn.length, bytes, shards: added.length };
  }

  /** Shards first, the index last: what it names is there. */
  async #write(shards: readonly Shard[], generatedAt: number): Promise<void> {
    const { publisher, everyMinutes, sign } = this.options;
    for (const { entry, feed } of shards) {
      const path = this.#path('shards', entry.name);
      if (!existsSync(path)) writeAtomic(path, [JSON.stringify(feed)]);
    }
    const index: Omit<SignalFeedIndex, 'key' | 'signature'> = {
      version: 1,
      publisher,
      generatedAt: new Date(generatedAt).toISOString(),
      ...(everyMinutes !== undefined && { everyMinutes }),
      shards: shards.map(({ entry }) => entry),
    };
    writeAtomic(this.index, [JSON.stringify(sign ? await signIndex(index, sign) : index)]);
    this.#generatedAt = generatedAt;
  }

  #made(feed: SignalFeed, merged: readonly Shard[] = []): Shard {
    const text = JSON.stringify(feed);
    const sha256 = hashOf(text);
    const until = feed.generatedAt;
    const day = merged[0]?.entry.day ?? dayOf(Date.parse(until));
    const parts = merged.reduce((sum, { entry }) => sum + (entry.parts ?? 1), 0);
    const entry: ShardEntry = {
      day,
      name: `${day}-${sha256.slice(0, 16)}.json`,
      until,
      bytes: Buffer.byteLength(text),
      ...(parts > 1 && { parts }),
      sha256,
    };
    return { entry, feed };
  }

  /** What was told before. A shard that is gone or changed is taken out: its stories will be told again. */
  #load(): void {
    if (!existsSync(this.index)) return;
    const read = readSignalFeed(readFileSync(this.index, 'utf8'));
    if (read.is !== 'index') throw new Error(`${this.index} is not an index of ours; move it away to begin anew`);
    this.#generatedAt = Date.parse(read.index.generatedAt);
    this.#head = headOf(read.index.publisher, read.index.everyMinutes, read.index.key);
    for (const entry of read.index.shards) {
      const path = this.#path('shards', entry.name);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (hashOf(text) !== entry.sha256) {
        rmSync(path, { force: true });
        continue;
      }
      const feed = JSON.parse(text) as SignalFeed;
      this.#shards.push({ entry, feed });
      for (const id of [...(feed.withdrawn ?? []), ...feed.stories.flatMap(({ absorbed }) => absorbed)]) this.#told.delete(id);
      for (const story of feed.stories) this.#told.set(story.id, toldOf(story));
    }
  }

  #sweep(now: number): void {
    const named = new Set(this.#shards.map(({ entry }) => entry.name));
    for (const folder of [this.#path('shards'), this.options.folder]) {
      for (const name of readdirSync(folder)) {
        const isOld = isUnfinished(name) || (folder.endsWith('shards') && name.endsWith('.json') && !named.has(name));
        const path = join(folder, name);
        if (isOld && now - statSync(path).mtimeMs > GRACE) rmSync(path, { force: true });
      }
    }
  }

  #path(...names: string[]): string {
    return join(this.options.folder, ...names);
  }
}

const headOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const toldOf = (story: ToldStory) => ({ hash: hashOf(JSON.stringify(story)), updated: Date.parse(story.updatedAt) });

/** Stories in parts of which none is too large for a shard. */
function* partsOf(stories: readonly FeedStory[]): Generator<readonly FeedStory[]> {
  let part: FeedStory[] = [];
  let size = 0;
  for (const one of stories) {
    const bytes = JSON.stringify(toSignalFeed([one], 0, sayReason)).length;
    if (part.length > 0 && size + bytes > LARGEST) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(one);
    size += bytes;
  }
  if (part.length > 0) yield part;
}
