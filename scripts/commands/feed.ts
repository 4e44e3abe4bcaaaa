import { parseArgs } from 'node:util';
import type { Article } from '../../lib/articles/article';
import { computeSignals } from '../../lib/signals/compute';
import { type SignalFeed, toSignalFeed } from '../../lib/signals/signal-feed';
import { buildStories } from '../../lib/stories/build';
import type { Story } from '../../lib/stories/story';
import { sayReason } from '../english';
import { articleOf, BadInput, readGrouping, readItems } from '../items';
import { registry, shippedGrouping, signalWorld } from '../world';

export const usage = `second-source feed --items FILE.jsonl [--stories FILE.jsonl] [--now ISO] [--lenient]
  Reads items {id, outlet, host, url, title, summary, published, byline?}, one a line in order of time, as if they came
  from feeds, and writes a signal feed (lib/signals/signal-feed.schema.json) to the standard output.
  --stories  a grouping {id, story} to be taken as given; story "none" is an item alone
  --now      the moment of writing, ISO 8601; the clock's otherwise
  --lenient  leaves out lines that cannot be read, and says which; exit code 0`;

/** @returns exit code: 0, or 2 where the input is bad. */
export async function run(args: string[]): Promise<number> {
  try {
    const options = optionsOf(args);
    if (options === null) {
      console.log(usage);
      return 0;
    }
    const { feed, problems } = feedOf(options);
    for (const problem of problems) console.error(problem);
    process.stdout.write(`${JSON.stringify(feed)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const problem of error.problems) console.error(problem);
    return 2;
  }
}

export interface FeedOptions {
  /** Path of a file of items. */
  readonly items: string;
  readonly stories?: string;
  /** Epoch ms. */
  readonly now: number;
  readonly lenient: boolean;
}

/** The signal feed of a file of items. @throws BadInput */
export function feedOf({ items: path, stories: groupingPath, now, lenient }: FeedOptions): {
  feed: SignalFeed;
  problems: readonly string[];
} {
  const items = readItems(path, lenient);
  const grouping = groupingPath === undefined ? null : readGrouping(groupingPath, lenient);
  const problems = [...items.problems, ...(grouping?.problems ?? [])];
  const articles = items.values.flatMap((item) => {
    const article = articleOf(item, registry);
    if (article === null) problems.push(`${path}: item "${item.id}" has a title without words and is left out`);
    return article ?? [];
  });
  const stories = grouping
    ? givenStories(articles, new Map(grouping.values.map(({ id, story }) => [id, story])))
    : buildStories(articles, shippedGrouping(), now);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const world = signalWorld();
  const computed = stories.map((story) => {
    const own = story.articles.flatMap((id) => byId.get(id) ?? []);
    return { story, articles: own, signals: computeSignals(story, own, world, now) };
  });
  return { feed: toSignalFeed(computed, now, sayReason), problems };
}

function optionsOf(args: string[]): FeedOptions | null {
  let values: { items?: string; stories?: string; now?: string; lenient?: boolean; help?: boolean };
  try {
    values = parseArgs({
      args,
      options: {
        items: { type: 'string' },
        stories: { type: 'string' },
        now: { type: 'string' },
        lenient: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    throw new BadInput([`feed: ${(cause as Error).message}`, usage]);
  }
  if (values.help) return null;
  if (values.items === undefined) throw new BadInput(['feed: --items is missing', usage]);
  const now = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(now)) throw new BadInput([`feed: --now "${values.now}" is not a date (ISO 8601)`]);
  return {
    items: values.items,
    ...(values.stories === undefined ? {} : { stories: values.stories }),
    now,
    lenient: values.lenient ?? false,
  };
}

/** The stories of a grouping that is taken as given: held together by whoever made it. */
function givenStories(articles: readonly Article[], storyOf: ReadonlyMap<string, string>): Story[] {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const said = storyOf.get(article.id) ?? 'none';
    const id = said === 'none' ? `alone:${article.id}` : said;
    (groups.get(id) ?? groups.set(id, []).get(id)!).push(article);
  }
  return [...groups].map(([id, own]) => ({
    id,
    title: own[0]!.title,
    articles: own.map((article) => article.id),
    absorbed: [],
    opened: own[0]!.published,
    updated: own.at(-1)!.published,
    cohesion: 1,
    ties: [],
  }));
}
