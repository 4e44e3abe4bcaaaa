/** What a refresh costs: 100 new articles to stores of 1,000, 10,000 and 50,000, beside a TF-IDF centroid clusterer. */
import { existsSync } from 'node:fs';
import type { Article } from '../../lib/articles/article';
import { addToShelf, buildStories } from '../../lib/stories/build';
import { MemoryShelf } from '../../lib/stories/shelf';
import type { Story } from '../../lib/stories/story';
import { articleOf, type Item, readBackground } from '../evaluate/items';
import { generator, shippedModel } from '../evaluate/stories';
import { Centroids, type Text, tfidf, type Vector } from '../evaluate/story-baselines';
import { median } from './median';

const DAY = 86_400_000;
const FRESH = 100;
const SIZES = [1_000, 10_000, 50_000];
/** Runs of which the median counts: the machine has other work. */
const RUNS = 3;
/** Articles of the store that is built from nothing. */
const BUILT = 3_000;
const CENTROID_THRESHOLD = 0.2;

/** @param args `--quick` leaves out the largest store */
export async function bench(args: string[]): Promise<string> {
  const sizes = args.includes('--quick') ? SIZES.slice(0, 2) : SIZES;
  const shared = new URL('../../../shared/', import.meta.url);
  const items = existsSync(shared) ? readBackground(shared) : inventedItems(12_000);
  const load = articlesFrom(items, sizes[sizes.length - 1]! + FRESH * (RUNS + 1));
  const rows: string[] = [];
  for (const [name, spread] of [
    ['as they came (about 11,000 a year)', null],
    ['all within thirty days', 30 * DAY],
  ] as const) {
    const measured = sizes.map((size) => measure(load, size, spread));
    const [first] = measured;
    measured.forEach((one, i) => {
      rows.push(
        `| ${name} | ${sizes[i]!.toLocaleString('en')} | ${ms(one.ours)} | ${(one.ours / first!.ours).toFixed(2)} | ${ms(one.centroid)} | ${(one.ours / one.centroid).toFixed(3)} | ${one.megabytes.toFixed(0)} MB |`,
      );
    });
  }
  const built = load.slice(-BUILT);
  const start = processorTime();
  const stories = buildStories(built, shippedModel(), Infinity);
  const seconds = (processorTime() - start) / 1_000;
  return [
    `Adding ${FRESH} articles, processor time, median of ${RUNS}; ratios are within this run. Memory is what the store in memory holds beside the articles.`,
    '',
    '| load | stored | ours | to the smallest | TF-IDF centroid | ours to centroid | memory |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `From nothing: ${built.length.toLocaleString('en')} articles to ${stories.length.toLocaleString('en')} stories in ${seconds.toFixed(1)} s.`,
  ].join('\n');
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;

interface Measured {
  /** ms for FRESH articles. */
  readonly ours: number;
  readonly centroid: number;
  readonly megabytes: number;
}

function measure(load: readonly Article[], size: number, spread: number | null): Measured {
  const model = shippedModel();
  const chosen =
    spread === null ? load.slice(-size - FRESH * (RUNS + 1)) : packed(load.slice(0, size + FRESH * (RUNS + 1)), spread);
  const stored = chosen.slice(0, size);
  const before = used();
  const shelf = new MemoryShelf(model);
  // Each stored article in a story of its own: filling is not what is measured, and leaves a refresh more to compare, not less.
  shelf.keep(stored, stored.map(alone), []);
  const megabytes = Math.max(0, used() - before) / 1e6;
  const ours: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const fresh = chosen.slice(size + run * FRESH, size + (run + 1) * FRESH);
    const start = processorTime();
    addToShelf(shelf, fresh, model, fresh[fresh.length - 1]!.published);
    ours.push(processorTime() - start);
  }
  return { ours: median(ours.slice(1)), centroid: centroidTime(chosen, size), megabytes };
}

/** The baseline with the same silence after which a story is closed as ours has; vectors of the stored are at hand. */
function centroidTime(chosen: readonly Article[], size: number): number {
  const texts: Text[] = chosen.map(({ title, summary, published }) => ({ title, summary, published }));
  const vectors: Vector[] = tfidf(texts);
  const centroids = new Centroids(CENTROID_THRESHOLD, 30 * DAY);
  // As for ours: each stored article is a story of its own.
  for (let i = 0; i < size; i++) centroids.open(vectors[i]!, texts[i]!.published);
  const times: number[] = [];
  for (let run = 0; run <= 1; run++) {
    const start = processorTime();
    for (let i = size + run * FRESH; i < size + (run + 1) * FRESH; i++) centroids.add(vectors[i]!, texts[i]!.published);
    times.push(processorTime() - start);
  }
  return times[1]!;
}

/** ms of the processor: the machine's other work does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const alone = ({ id, title, published }: Article): Story => ({
  id,
  title,
  articles: [id],
  absorbed: [],
  opened: published,
  updated: published,
  cohesion: 1,
  ties: [],
});

function used(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Articles in order of time, as many as are asked for: the items again a year earlier, and a year before that. */
function articlesFrom(items: readonly Item[], count: number): Article[] {
  const own = items
    .map(articleOf)
    .filter((article) => article !== null)
    .sort((a, b) => a.published - b.published);
  const year = 365 * DAY;
  const found: Article[] = [];
  for (let copy = 0; found.length < count; copy++)
    found.push(
      ...own.map((article) =>
        copy === 0 ? article : { ...article, id: `${article.id}-${copy}`, published: article.published - copy * year },
      ),
    );
  return found.slice(0, count).sort((a, b) => a.published - b.published);
}

/** The same articles with their times squeezed into `spread`, in an order that mixes the years. */
function packed(articles: readonly Article[], spread: number): Article[] {
  const random = generator(1);
  return articles
    .map((article) => ({ article, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ article }, i) => ({ ...article, published: 1.7e12 + (spread * i) / articles.length }));
}

/** Texts of invented names and beat words, where ../shared is absent. */
function inventedItems(count: number): Item[] {
  const random = generator(2);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const syllables = 'ka lo mi ren tas vor del an sil bru que ost'.split(' ');
  const name = (): string => {
    const word = pick(syllables) + pick(syllables) + pick(syllables);
    return word[0]!.toUpperCase() + word.slice(1);
  };
  const what = ['data breach', 'ransomware attack', 'critical flaw', 'phishing campaign', 'privacy fine', 'outage'];
  const did = ['confirms', 'investigates', 'warns of', 'recovers from', 'is fined over', 'patches'];
  const events = Array.from({ length: Math.ceil(count / 3) }, () => ({
    who: `${name()} ${name()}`,
    where: name(),
    what: pick(what),
    day: random() * 365,
  }));
  return Array.from({ length: count }, (_, i) => {
    const event = pick(events);
    return {
      id: `invented-${i}`,
      outlet: `Outlet ${i % 40}`,
      host: `outlet-${i % 40}.example`,
      url: `https://outlet-${i % 40}.example/${i}`,
      title: `${event.who} ${pick(did)} ${event.what}`,
      summary: `${event.who} of ${event.where} said on Monday that the ${event.what} had been found by ${name()}. Customers in ${name()} were told.`,
      published: new Date(1.75e12 + (event.day + random() * 2) * DAY).toISOString(),
    };
  });
}
