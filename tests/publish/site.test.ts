import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedStory } from '../../lib/signals/signal-feed';
import { isSigned } from '../../lib/signals/signal-feed-key';
import { readSignalFeed, type SignalFeedIndex } from '../../lib/signals/signal-feed-read';
import { mergedFeed, toMerge } from '../../scripts/publish/shards';
import { readKey, writeNewKey } from '../../scripts/publish/signing-key';
import { Site, type SiteOptions } from '../../scripts/publish/site';
import { toldStory } from '../fixtures/told-story';

const NOW = Date.UTC(2026, 10, 20, 8);
const MINUTE = 60_000;
const DAY = 86_400_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const siteAt = (more: Partial<SiteOptions> = {}) => new Site({ folder, publisher: 'The Harbor Desk', days: 14, ...more });

function indexOf(): SignalFeedIndex {
  const read = readSignalFeed(readFileSync(join(folder, 'index.json'), 'utf8'));
  if (read.is !== 'index') throw new Error('no index');
  return read.index;
}

/** What a reader has who fetches everything, or what came after `seen`: id -> N. */
function toldAfter(seen = 0): Record<string, number> {
  const stories = new Map<string, number>();
  for (const { name, until } of indexOf().shards) {
    if (Date.parse(until) <= seen) continue;
    const read = readSignalFeed(readFileSync(join(folder, 'shards', name), 'utf8'));
    if (read.is !== 'feed') throw new Error(`${name} is no feed`);
    for (const id of [...(read.feed.withdrawn ?? []), ...read.feed.stories.flatMap(({ absorbed }) => absorbed)])
      stories.delete(id);
    for (const { id, verifiedBy } of read.feed.stories) stories.set(id, verifiedBy);
  }
  return Object.fromEntries([...stories].sort());
}

const single = (id: string, at: number): FeedStory => {
  const one = toldStory(id, at);
  const { verified } = one.signals;
  return { ...one, signals: { ...one.signals, verified: { ...verified, n: 1, independent: verified.independent.slice(0, 1) } } };
};

describe('a published folder', () => {
  it('tells each story once, and again only when it has changed', async () => {
    const site = siteAt();
    const stories = [toldStory('a', NOW), single('b', NOW)];
    expect(await site.publish(stories, NOW)).toMatchObject({ stories: 2, shards: 1 });
    const first = readFileSync(join(folder, 'index.json'), 'utf8');
    expect(await site.publish(stories, NOW + MINUTE)).toMatchObject({ stories: 0, shards: 0, bytes: 0 });
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe(first);
    const seen = Date.parse(indexOf().generatedAt);
    expect(await site.publish([stories[0]!, toldStory('b', NOW + MINUTE)], NOW + 2 * MINUTE)).toMatchObject({ stories: 1 });
    expect(toldAfter(seen)).toEqual({ b: 2 });
    expect(toldAfter()).toEqual({ a: 2, b: 2 });
  });

  it('takes back what is no more, but not what has merely grown old', async () => {
    const site = siteAt();
    await site.publish([toldStory('a', NOW), toldStory('b', NOW), toldStory('c', NOW), toldStory('old', NOW - 13.9 * DAY)], NOW);
    // a was found to be part of d; b was wrong; old is beyond what is told now.
    const d = toldStory('d', NOW + DAY, { absorbed: ['a'] });
    expect(await site.publish([d, toldStory('c', NOW)], NOW + DAY)).toMatchObject({ stories: 1, withdrawn: 1 });
    expect(toldAfter()).toEqual({ c: 2, d: 2, old: 2 });
  });

  it('goes on from the folder itself: a new publisher tells nothing twice', async () => {
    await siteAt().publish([toldStory('a', NOW)], NOW);
    expect(await siteAt().publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + MINUTE)).toMatchObject({ stories: 1 });
  });

  it('killed before the index was written tells the same again, and leaves no half index', async () => {
    const site = siteAt();
    await site.publish([toldStory('a', NOW)], NOW);
    const before = mkdtempSync(join(tmpdir(), 'publish-before-'));
    cpSync(join(folder, 'index.json'), join(before, 'index.json'));
    await site.publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + MINUTE);
    // As if killed: the shard is there, the index is the one before, and a file was being written.
    cpSync(join(before, 'index.json'), join(folder, 'index.json'));
    writeFileSync(join(folder, '.index.json.abcd.tmp'), '{"version":1,"publis');
    rmSync(before, { recursive: true });
    expect(toldAfter()).toEqual({ a: 2 });
    expect(await siteAt().publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + 2 * MINUTE)).toMatchObject({ stories: 1 });
    expect(toldAfter()).toEqual({ a: 2, b: 2 });
  });

  it('tells again what a damaged shard held', async () => {
    await siteAt().publish([toldStory('a', NOW)], NOW);
    writeFileSync(join(folder, 'shards', indexOf().shards[0]!.name), '{}');
    await siteAt().publish([toldStory('a', NOW)], NOW + MINUTE);
    expect(toldAfter()).toEqual({ a: 2 });
  });

  it('names shards by their content, with their true size and hash', async () => {
    await siteAt().publish([toldStory('a', NOW)], NOW);
    const [entry] = indexOf().shards;
    const text = readFileSync(join(folder, 'shards', entry!.name));
    expect(text.length).toBe(entry!.bytes);
    expect(entry!.name).toBe(`2026-11-20-${entry!.sha256.slice(0, 16)}.json`);
  });

  it('never dates anything before what it said last, whatever its clock does', async () => {
    const site = siteAt();
    await site.publish([toldStory('a', NOW)], NOW);
    const seen = Date.parse(indexOf().generatedAt);
    await site.publish([toldStory('a', NOW), toldStory('b', NOW)], NOW - DAY);
    expect(toldAfter(seen)).toEqual({ b: 2 });
    expect(Date.parse(indexOf().generatedAt)).toBeGreaterThan(seen);
  });

  it('keeps shards that left the index for a day, then sweeps them away', async () => {
    const site = siteAt();
    await site.publish([toldStory('a', NOW)], NOW);
    await site.publish([toldStory('a', NOW), toldStory('b', NOW)], NOW + MINUTE);
    const names = indexOf().shards.map(({ name }) => name);
    await site.publish([toldStory('a', NOW), toldStory('b', NOW), toldStory('c', NOW)], NOW + DAY);
    expect(indexOf().shards).toHaveLength(2);
    for (const name of names) expect(existsSync(join(folder, 'shards', name))).toBe(true);
    for (const name of names) utimesSync(join(folder, 'shards', name), NOW / 1000, NOW / 1000);
    await site.publish([toldStory('a', NOW), toldStory('b', NOW), toldStory('c', NOW)], NOW + 2.5 * DAY);
    expect(readdirSync(join(folder, 'shards')).filter((name) => names.includes(name))).toEqual([]);
  });

  it('signs its index, and a changed key or name is written though no story changed', async () => {
    const path = join(folder, 'key');
    const name = await writeNewKey(path);
    await expect(writeNewKey(path)).rejects.toThrow(/EEXIST/);
    await siteAt().publish([toldStory('a', NOW)], NOW);
    expect(indexOf().key).toBeUndefined();
    await siteAt({ sign: await readKey(path) }).publish([toldStory('a', NOW)], NOW + MINUTE);
    expect(indexOf().key).toBe(name);
    expect(await isSigned(indexOf())).toBe(true);
    await siteAt({ sign: await readKey(path), publisher: 'Renamed' }).publish([toldStory('a', NOW)], NOW + 2 * MINUTE);
    expect(indexOf().publisher).toBe('Renamed');
  });
});

describe('a day of rounds', () => {
  it('leaves few shards, one for each day that is over, and every reader the same stories whenever they look', {
    timeout: 60_000,
  }, async () => {
    const site = siteAt();
    const stories: FeedStory[] = [];
    const readers = [1, 3, 17, 40].map((every) => ({ every, seen: 0, has: {} as Record<string, number>, fetched: 0, bytes: 0 }));
    let told = 0;
    let most = 0;
    for (let round = 0; round < 120; round++) {
      const at = NOW + round * 15 * MINUTE;
      stories.push(round % 2 ? toldStory(`s${round}`, at) : single(`s${round}`, at));
      if (round > 5) stories[round - 5] = toldStory(`s${round - 5}`, at);
      told += (await site.publish(stories, at)).bytes;
      const { shards, generatedAt } = indexOf();
      most = Math.max(most, shards.length);
      const whole = toldAfter();
      for (const reader of readers) {
        if (round % reader.every) continue;
        const fresh = shards.filter(({ until }) => Date.parse(until) > reader.seen);
        reader.fetched += fresh.length;
        reader.bytes += fresh.reduce((sum, { bytes }) => sum + bytes, 0);
        Object.assign(reader.has, toldAfter(reader.seen));
        reader.seen = Date.parse(generatedAt);
        expect(reader.has).toEqual(whole);
      }
    }
    expect(most).toBeLessThanOrEqual(3 + 3 * 7);
    const days = indexOf().shards.map(({ day }) => day);
    expect(days.filter((day) => day === '2026-11-20')).toHaveLength(1);
    // A reader who looks in every round fetches one shard a round, never a merged one again.
    expect(readers[0]).toMatchObject({ fetched: 120, bytes: told });
    expect(readers[3]!.fetched).toBeLessThanOrEqual(3 * 14);
    expect(readers[3]!.bytes).toBeLessThan(2 * told);
  });
});

describe('merging', () => {
  it('keeps of each story the last version, and what is no more', async () => {
    const feed = (generatedAt: string, ids: readonly string[], withdrawn: readonly string[] = []) =>
      ({ version: 1, generatedAt, stories: ids.map((id) => ({ id, absorbed: [], n: generatedAt })), withdrawn }) as never;
    const merged = mergedFeed([feed('1', ['a', 'b']), feed('2', ['b', 'c'], ['a']), feed('3', ['d'], ['c'])]);
    expect(merged.stories.map(({ id, ...rest }) => [id, (rest as unknown as { n: string }).n])).toEqual([
      ['b', '2'],
      ['d', '3'],
    ]);
    expect(merged.withdrawn).toEqual(['a', 'c']);
    expect(merged.generatedAt).toBe('3');
  });

  it('never makes a shard that is too large', () => {
    const shard = (day: string, bytes: number) => ({ entry: { day, bytes, name: '', until: '', sha256: '' }, feed: {} as never });
    expect(toMerge([shard('2026-11-19', 1_500_000), shard('2026-11-19', 1_500_000)], NOW)).toBeNull();
    expect(toMerge([shard('2026-11-19', 1_500_000), shard('2026-11-19', 1_500_000), shard('2026-11-19', 9)], NOW)).toEqual([
      1, 3,
    ]);
    expect(
      toMerge(
        Array.from({ length: 9 }, () => shard('2026-11-20', 400_000)),
        NOW,
      ),
    ).toBeNull();
    expect(
      toMerge(
        Array.from({ length: 9 }, () => shard('2026-11-20', 400)),
        NOW,
      ),
    ).toEqual([0, 8]);
  });
});
