/**
 * Pages matched to stories: with a store filled from both labelled streams, pages of other matters get no badge, and pages
 * replayed from stories get the right one; harder, and without a floor, though their own report is in no feed.
 */
import 'fake-indexeddb/auto';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Article, PageReading } from '../../lib/articles/article';
import { articleFromReading } from '../../lib/articles/article-from-reading';
import { readPage } from '../../lib/articles/page';
import { verdictOf } from '../../lib/messages/page-verdict';
import { groupInbox } from '../../lib/refresh';
import { makeRegistry } from '../../lib/sources/registry';
import { defaultSettings } from '../../lib/store/settings';
import { Store } from '../../lib/store/store';
import { buildStories } from '../../lib/stories/build';
import type { GroupingModel } from '../../lib/stories/grouping-model';
import { keysOf } from '../../lib/stories/keys';
import { type Match, matchArticle } from '../../lib/stories/match';
import { MemoryShelf } from '../../lib/stories/shelf';
import { documentOf, indexOf } from '../commands/pages';
import { articleOf } from '../items';
import { learn } from '../train/stories';
import { shippedGrouping, signalWorld } from '../world';
import { HELD_OUT, type Item, type Label, readBackground, readLines, readStreams, type Stream, streamOf } from './items';
import type { Part } from './part';

/** Issue 5, point 2: of a hundred replayed pages. */
const FLOOR_RIGHT = 90;
const CEILING_WRONG = 1;
const REPLAYED = 100;
/** As lib/messages/page-verdict.ts looks around a page's date, ms. */
const REACH = 21 * 86_400_000;
const NOWHERE = makeRegistry([]);

/** What was stored: articles of both streams in the stories that the engine makes of them. */
interface Stored {
  readonly shelf: MemoryShelf;
  /** Story of each article by those who read them. */
  readonly labelOf: ReadonlyMap<string, string>;
}

export const evaluate: Part = async (shared) => {
  const streams = shared ? readStreams(shared) : [ownWords()];
  const rows: string[] = [];
  const belowFloor: string[] = [];
  const row = (what: string, model: string, asked: number, right: number | string, wrong: number, silent: number) =>
    rows.push(`| ${what} | ${model} | ${asked} | ${right} | ${wrong} | ${silent} |`);
  if (shared) {
    const { pages, others } = await acceptance(shared, streams);
    row('replayed from stories', 'as shipped', pages.asked, pages.right, pages.wrong, pages.silent);
    row('real pages of other matters', 'as shipped', others.asked, '', others.wrong, others.silent);
    if (pages.right < FLOOR_RIGHT)
      belowFloor.push(`matching: ${pages.right} of ${pages.asked} pages right, floor ${FLOOR_RIGHT}`);
    if (pages.wrong > CEILING_WRONG)
      belowFloor.push(`matching: ${pages.wrong} of ${pages.asked} pages wrong, at most ${CEILING_WRONG}`);
    if (others.wrong > 0) belowFloor.push(`matching: ${others.wrong} real pages of other matters get a badge, floor 0`);
  }
  const late = new Set(streams.flatMap((stream) => heldOut(stream)).map(({ id }) => id));
  const models: { name: string; model: GroupingModel }[] = [{ name: 'as shipped', model: shippedGrouping() }];
  if (shared)
    models.push({
      name: 'never saw these pages',
      model: learn(
        streams.map((stream) => ({ stream, share: 1 - HELD_OUT })),
        readBackground(shared).filter(({ id }) => !late.has(id)),
      ).model,
    });
  for (const { name, model } of models) {
    const pages = replayed(streams, REPLAYED, 1 - HELD_OUT);
    const { right, wrong, silent } = replay(streams, pages, model);
    row('replayed, their own report in no feed', name, pages.length, right, wrong, silent);
    if (!shared) continue;
    const strangers = await otherPages(shared);
    const stored = store(streams, new Set(), model);
    const moments = momentsOf(streams);
    let badges = 0;
    for (const { article } of strangers)
      for (const published of moments) if (matchOf({ ...article, published }, stored, model)) badges++;
    const asked = strangers.length * moments.length;
    row(`real pages of other matters, on ${moments.length} days each`, name, asked, '', badges, asked - badges);
    if (badges > 0) belowFloor.push(`matching, ${name}: ${badges} real pages of other matters get a badge, floor 0`);
  }
  const markdown = [
    'A store filled from both streams, step by step, as a reader’s is. Replayed pages are made by ../shared/tools/replay.mjs in all its markups, read and matched as shipped: by address, else by content; right is a badge whose story holds the page and is, for the most part, on its matter. Harder, by content alone: their own report is left out; each real page is asked for in every week of the streams, so that its date does not give it away.',
    '',
    '| pages | model | asked | right | wrong | no badge |',
    '|---|---|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
  return { markdown, belowFloor };
};

interface Tally {
  readonly asked: number;
  right: number;
  wrong: number;
  silent: number;
}

const DAY = 86_400_000;

/** Issue 5's own measure: the reader's store, the page's reader, the worker's verdict. */
async function acceptance(shared: URL, streams: readonly Stream[]): Promise<{ pages: Tally; others: Tally }> {
  const grouping = shippedGrouping();
  const signals = signalWorld();
  const { registry } = signals;
  const reader = new Store('evaluation');
  const items = streams.flatMap((stream) => stream.items);
  const byTime = [...items].sort((a, b) => Date.parse(a.published) - Date.parse(b.published));
  const articles = byTime.flatMap((item) => articleOf(item, registry) ?? []);
  const last = articles.at(-1)!.published;
  for (let at = 0, until = articles[0]!.published + DAY; at < articles.length; until += DAY) {
    const day = articles.slice(at).filter(({ published }) => published < until);
    at += day.length;
    if (day.length === 0) continue;
    await reader.acceptArticles(day);
    await groupInbox({ store: reader, grouping, signals }, until);
  }
  const settings = defaultSettings();
  const verdict = (reading: PageReading) => verdictOf(reading, { store: reader, registry, grouping, settings, now: last });

  const labelOf = labelsOf(streams);
  const tally: Tally = { asked: REPLAYED, right: 0, wrong: 0, silent: 0 };
  const wanted = new Set(replayed(streams, REPLAYED, 0));
  for await (const { id, url, html } of replayedPages(shared, streams, wanted)) {
    const reading = readPage(parseHTML(html).document as unknown as Document, url);
    const told = reading && (await verdict(reading));
    if (told?.is !== 'story') tally.silent++;
    else tally[isMostly(labelOf, told.view.story.articles, labelOf.get(id)) ? 'right' : 'wrong']++;
  }
  const strangers = await otherPages(shared);
  const others: Tally = { asked: strangers.length, right: 0, wrong: 0, silent: 0 };
  for (const { reading } of strangers) others[(await verdict(reading)).is === 'story' ? 'wrong' : 'silent']++;
  await reader.close();
  return { pages: tally, others };
}

interface Replay {
  readonly http: number;
  close(): Promise<void>;
}

/** The pages of some items as the replay tool writes them. */
async function* replayedPages(
  shared: URL,
  streams: readonly Stream[],
  wanted: ReadonlySet<string>,
): AsyncGenerator<{ readonly id: string; readonly url: string; readonly html: string }> {
  const tool = (await import(new URL('tools/replay.mjs', shared).href)) as { replay(what: { items: string }): Promise<Replay> };
  for (const { name, items } of streams) {
    const newsroom = await tool.replay({ items: fileURLToPath(new URL(`eval/stream-${name}.items.jsonl`, shared)) });
    for (const { id, url } of items) if (wanted.has(id)) yield { id, url, html: await fetched(url, newsroom.http) };
    await newsroom.close();
  }
}

/** The page at an address, from a server of this machine that answers for every host. */
function fetched(address: string, port: number): Promise<string> {
  const { hostname, pathname, search } = new URL(address);
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path: pathname + search, headers: { host: hostname } }, (response) => {
      let html = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        html += text;
      });
      response.on('end', () => done(html)).on('error', fail);
    }).on('error', fail);
  });
}

/** Two streams may have a story of one name; items alone are stories of their own. */
const labelsOf = (streams: readonly Stream[]): ReadonlyMap<string, string> =>
  new Map(
    streams.flatMap((stream) =>
      stream.labels.map(({ id, story }) => [id, story === 'none' ? `none ${id}` : `${stream.name} ${story}`] as const),
    ),
  );

/** A story is what most of its reports are on. */
function isMostly(labelOf: ReadonlyMap<string, string>, articles: readonly string[], label: string | undefined): boolean {
  return articles.filter((id) => labelOf.get(id) === label).length * 2 > articles.length;
}

const heldOut = (stream: Stream): readonly Item[] => stream.items.slice(Math.floor(stream.items.length * (1 - HELD_OUT)));

function ownWords(): Stream {
  const lines = readLines<Item & Label>(new URL('../../tests/fixtures/stories-small.jsonl', import.meta.url));
  return streamOf('own words', lines, lines);
}

/** Pages of stories that have another report, spread evenly over each stream from a share of it on. */
function replayed(streams: readonly Stream[], most: number, after: number): readonly string[] {
  return streams.flatMap((stream) => {
    const count = new Map<string, number>();
    for (const { story } of stream.labels) count.set(story, (count.get(story) ?? 0) + 1);
    const fit = stream.labels
      .slice(Math.floor(stream.items.length * after))
      .filter(({ story }) => story !== 'none' && (count.get(story) ?? 0) > 1)
      .map(({ id }) => id);
    const wanted = Math.min(fit.length, Math.floor(most / streams.length));
    return Array.from({ length: wanted }, (_, i) => fit[Math.floor((i * fit.length) / wanted)]!);
  });
}

function store(streams: readonly Stream[], without: ReadonlySet<string>, model: GroupingModel): Stored {
  const articles = streams.flatMap((stream) => stream.articles).filter(({ id }) => !without.has(id));
  const shelf = new MemoryShelf(model);
  shelf.keep(articles, buildStories(articles, model, Infinity), []);
  return { shelf, labelOf: labelsOf(streams) };
}

const matchOf = (page: Article, { shelf }: Stored, model: GroupingModel): Match | null =>
  matchArticle(page, shelf.neighbours([keysOf(page, model)], page.published - REACH, page.published + REACH), model);

/** A few pages of different stories are left out at a time: for each of them the same as leaving out that page alone. */
function replay(
  streams: readonly Stream[],
  pages: readonly string[],
  model: GroupingModel,
): { right: number; wrong: number; silent: number } {
  const storyOf = new Map(
    streams.flatMap((stream) => stream.labels.map(({ id, story }) => [id, `${stream.name} ${story}`] as const)),
  );
  const articles = new Map(streams.flatMap((stream) => stream.articles.map((article) => [article.id, article] as const)));
  const folds: string[][] = [];
  for (const page of pages) {
    const story = storyOf.get(page);
    const fold = folds.find((others) => others.length < AT_ONCE && !others.some((other) => storyOf.get(other) === story));
    if (fold) fold.push(page);
    else folds.push([page]);
  }
  const tally = { right: 0, wrong: 0, silent: 0 };
  for (const fold of folds) {
    const stored = store(streams, new Set(fold), model);
    for (const id of fold) {
      const match = matchOf(pageOf(articles.get(id)!), stored, model);
      if (!match) {
        tally.silent++;
        continue;
      }
      tally[isMostly(stored.labelOf, match.story.articles, stored.labelOf.get(id)) ? 'right' : 'wrong']++;
    }
  }
  return tally;
}

/** Pages left out at a time. */
const AT_ONCE = 10;

/** An article as the page's reader would see it: its text is title and summary. */
function pageOf(article: Article): Article {
  const { address, title, summary, published } = article;
  const reading: PageReading = {
    url: address,
    canonical: address,
    title,
    authors: [],
    published: new Date(published).toISOString(),
    language: null,
    outlet: article.outlet,
    lead: summary,
    text: `${title}\n${summary}`,
    marks: {},
  };
  return articleFromReading(reading, NOWHERE, published) ?? article;
}

/** The real pages, as they are read and as articles. */
async function otherPages(shared: URL): Promise<readonly { readonly reading: PageReading; readonly article: Article }[]> {
  const folder = fileURLToPath(new URL('pages/', shared));
  const pages: { reading: PageReading; article: Article }[] = [];
  for (const page of await indexOf<{ file: string; url: string }>(folder)) {
    const reading = readPage(await documentOf(folder, page), page.url);
    const article = reading && articleFromReading(reading, NOWHERE, Date.now());
    if (article) pages.push({ reading, article });
  }
  return pages;
}

/** A moment in each week of the streams, epoch ms. */
function momentsOf(streams: readonly Stream[]): readonly number[] {
  const weeks = new Set(streams.flatMap(({ articles }) => articles.map(({ published }) => Math.floor(published / WEEK))));
  return [...weeks].map((week) => (week + 0.5) * WEEK);
}

const WEEK = 7 * DAY;
