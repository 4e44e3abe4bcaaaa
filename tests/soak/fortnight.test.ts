/** `npm run soak` in small, without a browser: what a store has been through leaves no trace in its stories. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { BEATS } from '../../lib/beats/beats';
import { refresh, type World } from '../../lib/refresh';
import { sourceFromFeed } from '../../lib/sources/own-source';
import { makeRegistry } from '../../lib/sources/registry';
import { Store } from '../../lib/store/store';
import { soakFeed, soakHosts, soakItems } from '../../scripts/soak/stream';

const DAY = 86_400_000;
const DAYS = 14;
const KEEP_DAYS = 7;
const START = Date.UTC(2026, 10, 1);
const END = START + DAYS * DAY;
const ITEMS = soakItems(START, DAYS);
const SOURCES = soakHosts.map(
  (host) => sourceFromFeed(`https://${host}/feed`, { title: host, site: `https://${host}/` }, makeRegistry([]))!,
);
const beat = BEATS[0]!;

/** Refreshes twice a day from a day on. @returns each story of the last six days: its N and its articles' addresses. */
async function storiesFrom(day: number): Promise<string[]> {
  const store = new Store(`from day ${day}`);
  for (let now = START + (day + 0.5) * DAY; now <= END; now += DAY / 2) {
    const out = ITEMS.filter(({ at }) => at <= now && at > now - KEEP_DAYS * DAY);
    const world: World = {
      store,
      sources: SOURCES,
      grouping: beat.grouping,
      signals: { registry: makeRegistry(SOURCES), signalModel: beat.signals, lexicon: beat.lexicon },
      fetch: async (request) =>
        new Response(soakFeed(new URL(String(request)).hostname, out), { headers: { 'content-type': 'application/rss+xml' } }),
      granted: async () => true,
      now: () => now,
      random: () => 0.5,
      report: async () => {},
      keepDays: KEEP_DAYS,
    };
    await refresh(world, { all: true });
  }
  const articles = new Map((await store.allArticles()).map((article) => [article.id, article]));
  const stories = await store.allStories();
  await store.close();
  return stories
    .map(({ story, signals }) => ({ n: signals.verified.n, members: story.articles.map((id) => articles.get(id)!) }))
    .filter(({ members }) => members.every(({ published }) => published > END - (KEEP_DAYS - 1) * DAY))
    .map(({ n, members }) => `${n} ${members.map(({ address }) => address).join(' ')}`)
    .sort();
}

it('the stories of a fortnight and their N are those of who came for its last week', { timeout: 60_000 }, async () => {
  const stories = await storiesFrom(0);
  expect(stories.length).toBeGreaterThan(30);
  expect(await storiesFrom(DAYS - KEEP_DAYS)).toEqual(stories);
});
