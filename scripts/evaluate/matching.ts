/**
 * Pages matched to stories: with a store filled from both labelled streams, pages of other matters get no badge, and pages
 * replayed from stories get the right one though their own report is in no feed.
 */
import { fileURLToPath } from 'node:url';
import type { Article, PageReading } from '../../lib/articles/article';
import { articleFromReading } from '../../lib/articles/article-from-reading';
import { readPage } from '../../lib/articles/page';
import { makeRegistry } from '../../lib/sources/registry';
import { buildStories } from '../../lib/stories/build';
import type { GroupingModel } from '../../lib/stories/grouping-model';
import { keysOf } from '../../lib/stories/keys';
import { type Match, matchArticle } from '../../lib/stories/match';
import { MemoryShelf } from '../../lib/stories/shelf';
import { documentOf, indexOf } from '../commands/pages';
import { learn } from '../train/stories';
import { shippedGrouping } from '../world';
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
  const late = new Set(streams.flatMap((stream) => heldOut(stream)).map(({ id }) => id));
  const models: { name: string; model: GroupingModel; judged: boolean }[] = [
    { name: 'as shipped', model: shippedGrouping(), judged: true },
  ];
  if (shared)
    models.push({
      name: 'never saw these pages',
      model: learn(
        streams.map((stream) => ({ stream, share: 1 - HELD_OUT })),
        readBackground(shared).filter(({ id }) => !late.has(id)),
      ).model,
      judged: true,
    });
  for (const { name, model, judged } of models) {
    const pages = replayed(streams, REPLAYED);
    const { right, wrong, silent } = replay(streams, pages, model);
    const least = Math.floor((FLOOR_RIGHT / REPLAYED) * pages.length);
    const most = Math.max(1, (CEILING_WRONG / REPLAYED) * pages.length);
    rows.push(`| replayed from stories | ${name} | ${pages.length} | ${right} | ${wrong} | ${silent} |`);
    if (judged && right < least) belowFloor.push(`matching, ${name}: ${right} of ${pages.length} pages right, floor ${least}`);
    if (judged && wrong > most) belowFloor.push(`matching, ${name}: ${wrong} of ${pages.length} pages wrong, at most ${most}`);
    if (!shared) continue;
    const strangers = await otherPages(shared);
    const stored = store(streams, new Set(), model);
    const moments = momentsOf(streams);
    let badges = 0;
    for (const page of strangers)
      for (const published of [page.published, ...moments]) if (matchOf({ ...page, published }, stored, model)) badges++;
    const asked = strangers.length * (moments.length + 1);
    rows.push(
      `| real pages of other matters, on ${moments.length + 1} days each | ${name} | ${asked} | | ${badges} | ${asked - badges} |`,
    );
    if (badges > 0) belowFloor.push(`matching, ${name}: ${badges} real pages of other matters get a badge, floor 0`);
  }
  const markdown = [
    'Pages whose own report is in no feed, by content alone. Each of the real pages is also asked for as if it had been published in every week of the streams, so that its date does not give it away.',
    '',
    '| pages | model | asked | right | wrong | no badge |',
    '|---|---|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
  return { markdown, belowFloor };
};

const heldOut = (stream: Stream): readonly Item[] => stream.items.slice(Math.floor(stream.items.length * (1 - HELD_OUT)));

function ownWords(): Stream {
  const lines = readLines<Item & Label>(new URL('../../tests/fixtures/stories-small.jsonl', import.meta.url));
  return streamOf('own words', lines, lines);
}

/** Pages spread evenly over the latest part of each stream, of stories that have another report. */
function replayed(streams: readonly Stream[], most: number): readonly string[] {
  return streams.flatMap((stream) => {
    const count = new Map<string, number>();
    for (const { story } of stream.labels) count.set(story, (count.get(story) ?? 0) + 1);
    const from = stream.items.length - heldOut(stream).length;
    const fit = stream.labels
      .slice(from)
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
  // Two streams may have a story of one name.
  const labelOf = new Map(
    streams.flatMap((stream) =>
      stream.labels.map(({ id, story }) => [id, story === 'none' ? `none ${id}` : `${stream.name} ${story}`] as const),
    ),
  );
  return { shelf, labelOf };
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
      // A story is what most of its reports are on.
      const labels = match.story.articles.map((member) => stored.labelOf.get(member));
      const same = labels.filter((label) => label === stored.labelOf.get(id)).length;
      tally[same * 2 > labels.length ? 'right' : 'wrong']++;
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

/** The real pages, as articles. */
async function otherPages(shared: URL): Promise<readonly Article[]> {
  const folder = fileURLToPath(new URL('pages/', shared));
  const pages: Article[] = [];
  for (const page of await indexOf<{ file: string; url: string }>(folder)) {
    const reading = readPage(await documentOf(folder, page), page.url);
    const article = reading && articleFromReading(reading, NOWHERE, Date.now());
    if (article) pages.push(article);
  }
  return pages;
}

/** A moment in each week of the streams, epoch ms. */
function momentsOf(streams: readonly Stream[]): readonly number[] {
  const weeks = new Set(streams.flatMap(({ articles }) => articles.map(({ published }) => Math.floor(published / WEEK))));
  return [...weeks].map((week) => (week + 0.5) * WEEK);
}

const WEEK = 7 * 86_400_000;
