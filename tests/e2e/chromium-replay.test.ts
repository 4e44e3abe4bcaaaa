/**
 * Real input: four weeks of a labelled stream, replayed at its real host names (../shared/tools/replay.mjs, which serves this
 * machine only). Skipped where ../shared is absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import type { Ports } from '../../scripts/demo/newsroom';
import { ask, badgeOn, launchReader, refreshAll, verdictOn } from '../../scripts/demo/reader';

const SHARED = new URL('../../../shared/', import.meta.url);
const TOOL = new URL('tools/replay.mjs', SHARED);
const ITEMS = fileURLToPath(new URL('eval/stream-specialist.items.jsonl', SHARED));
const LABELS = new URL('eval/stream-specialist.stories.jsonl', SHARED);
const isHere = existsSync(TOOL) && existsSync(ITEMS);
if (!isHere) console.log('skipped: the replay of a real stream needs ../shared, which is not there');

const DAY = 86_400_000;
/** A feed holds 50 items; the busiest outlet has 12 a day. */
const STEP = 2 * DAY;
const PAGES = 40;

interface Item {
  readonly id: string;
  readonly url: string;
  readonly published: string;
}
interface Replay extends Ports {
  opml(): string;
  setNow(iso: string): string;
  now(): string;
  log(): { requests: { url: string; referer?: string; origin?: string; body?: string }[] };
  clearLog(): void;
  close(): Promise<void>;
}

const lines = <T>(path: string | URL): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
/** So many of a list, evenly over its length. */
const drawn = <T>(list: readonly T[], most: number): T[] =>
  Array.from(
    { length: Math.min(most, list.length) },
    (_, n) => list[Math.floor((n * list.length) / Math.min(most, list.length))]!,
  );
/** As stored: without scheme, "www." and what follows the path. */
const plain = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').replace(/[?#].*$|\/$/g, '');

describe.skipIf(!isHere)('four weeks of a real stream', () => {
  let newsroom: Replay;
  let chromium: Chromium;
  let options: Page;
  let items: Item[];
  let storyOf: Map<string, string>;
  let labelAt: Map<string, string>;
  /** Pages that showed nothing, with what the toolbar says of them. */
  const silent: string[] = [];

  beforeAll(async () => {
    items = lines<Item>(ITEMS).sort((a, b) => (a.published < b.published ? -1 : 1));
    storyOf = new Map(lines<{ id: string; story: string }>(LABELS).map(({ id, story }) => [id, story]));
    labelAt = new Map(items.map(({ id, url }) => [plain(url), storyOf.get(id) ?? 'none']));
    const { replay } = (await import(TOOL.href)) as { replay(what: { items: string; today: boolean }): Promise<Replay> };
    newsroom = await replay({ items: ITEMS, today: true });
    ({ chromium, options } = await launchReader(newsroom.opml(), { newsroom }));
    const end = Date.parse(newsroom.now());
    const span = Date.parse(items.at(-1)!.published) - Date.parse(items[0]!.published);
    for (let at = end - span; at < end + STEP; at += STEP) {
      newsroom.setNow(new Date(Math.min(at, end)).toISOString());
      await refreshAll(options, 120_000);
    }
  }, 600_000);
  afterAll(async () => {
    await chromium?.close();
    await newsroom?.close();
  });

  /** Addresses in the story that a page shows in its badge; null where it shows none. */
  async function shown(address: string): Promise<readonly string[] | null> {
    const page = await chromium.context.newPage();
    try {
      await page.goto(address);
      const verdict = await verdictOn(options, page);
      if (verdict.is !== 'story' || !(await badgeOn(page))) {
        silent.push(`${verdict.is} ${address}`);
        return null;
      }
      return verdict.view.articles.map((article) => plain(article.address));
    } finally {
      await page.close();
    }
  }

  it('takes in nearly all of it', async () => {
    const { articles } = await ask(options, 'data/size', null);
    expect(articles).toBeGreaterThan(items.length * 0.97);
  });

  it(`shows on at least 36 of ${PAGES} pages of its stories a badge whose story holds the page`, async () => {
    newsroom.clearLog();
    const pages = drawn(
      items.filter(({ id }) => (storyOf.get(id) ?? 'none') !== 'none'),
      PAGES,
    );
    let held = 0;
    let together = 0;
    for (const { url, id } of pages) {
      const story = await shown(url);
      if (!story?.includes(plain(url))) continue;
      held++;
      // Stricter than the issue asks: most of what stands beside it is on the same matter.
      const others = story.filter((address) => address !== plain(url));
      const same = others.filter((address) => labelAt.get(address) === storyOf.get(id)).length;
      if (others.length > 0 && same * 2 > others.length) together++;
    }
    console.log(
      `${held} of ${pages.length} pages show a badge whose story holds them; ${together} with others of the same story`,
    );
    if (silent.length > 0) console.log(`without a badge:\n  ${silent.splice(0).join('\n  ')}`);
    expect(held).toBeGreaterThanOrEqual(36);
  });

  it(`shows a story of another matter on at most one of ${PAGES} pages outside any`, async () => {
    const pages = drawn(
      items.filter(({ id }) => storyOf.get(id) === 'none'),
      PAGES,
    );
    const wrong: string[] = [];
    for (const { url } of pages) {
      const story = await shown(url);
      if (story?.some((address) => address !== plain(url))) wrong.push(url);
    }
    console.log(`${wrong.length} of ${pages.length} pages outside any story show one of another matter`);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });

  it('told nobody of a page but the page’s own host', () => {
    const { requests } = newsroom.log();
    const paths = new Map(items.map(({ url }) => [new URL(url).pathname, new URL(url).hostname]));
    const visits = requests.filter(({ url }) => paths.has(new URL(url).pathname));
    expect(visits.length).toBeGreaterThanOrEqual(PAGES);
    const told = requests.flatMap(({ url, referer = '', origin = '', body = '' }) => {
      const { hostname, pathname, search } = new URL(url);
      const said = decodeURIComponent(`${pathname}${search} ${referer} ${origin} ${body}`.replace(/%(?![0-9a-f]{2})/gi, ''));
      return [...paths]
        .filter(([path, host]) => host !== hostname && said.includes(path))
        .map(([path]) => `${url} names ${path}`);
    });
    expect(told).toEqual([]);
  });
});
