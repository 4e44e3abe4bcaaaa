import { readFileSync } from 'node:fs';
import type { Article } from '../../lib/articles/article';
import { articleFromItem } from '../../lib/articles/article-from-item';
import { escapeHtml } from '../../lib/sources/feed';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source } from '../../lib/sources/source';

/** An item of ../shared/eval (eval/README.md). */
export interface Item {
  readonly id: string;
  readonly outlet: string;
  readonly host: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** ISO 8601 */
  readonly published: string;
}

/** Story of an item by those who read it; `none` is an item alone. */
export interface Label {
  readonly id: string;
  readonly story: string;
}

/** Items in order of time, with their stories and as the articles that the engine sees. */
export interface Stream {
  readonly name: string;
  readonly items: readonly Item[];
  readonly labels: readonly Label[];
  /** Beside `items`; ids are the items' own. */
  readonly articles: readonly Article[];
}

/** Share of each stream, the latest, that is never trained or tuned on. */
export const HELD_OUT = 0.3;

/** Items come from many publishers as through one aggregator: each is its own host's. */
const AGGREGATOR: Source = {
  id: 'evaluation',
  name: 'Evaluation',
  newsroom: 'evaluation',
  owner: 'none',
  kind: 'aggregator',
  country: 'ZZ',
  language: 'en',
  hosts: ['evaluation.invalid'],
  feeds: [],
  why: 'Carries the labelled items.',
};
const REGISTRY = makeRegistry([]);

/** @returns the article that the engine makes of an item; null without a usable address or title */
export function articleOf(item: Item): Article | null {
  const seen = Date.parse(item.published);
  const made = articleFromItem(
    {
      link: item.url,
      title: escapeHtml(item.title),
      summary: escapeHtml(item.summary ?? ''),
      content: '',
      authors: [],
      categories: [],
      published: item.published,
    },
    AGGREGATOR,
    seen,
    REGISTRY,
  );
  return made === null ? null : { ...made, id: item.id };
}

export function readLines<T>(file: URL): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The labelled streams. @param shared folder ../shared */
export function readStreams(shared: URL): Stream[] {
  return ['wide', 'specialist'].map((name) =>
    streamOf(
      name,
      readLines<Item>(new URL(`eval/stream-${name}.items.jsonl`, shared)),
      readLines<Label>(new URL(`eval/stream-${name}.stories.jsonl`, shared)),
    ),
  );
}

/** @throws Error where an item has no label */
export function streamOf(name: string, items: readonly Item[], labels: readonly Label[]): Stream {
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  const ordered = [...items].sort((a, b) => Date.parse(a.published) - Date.parse(b.published) || (a.id < b.id ? -1 : 1));
  const kept = ordered.map((item) => ({ item, article: articleOf(item) })).filter((one) => one.article !== null);
  return {
    name,
    items: kept.map(({ item }) => item),
    labels: kept.map(({ item }) => {
      const label = labelOf.get(item.id);
      if (label === undefined) throw new Error(`${name}: item ${item.id} has no label`);
      return label;
    }),
    articles: kept.map(({ article }) => article!),
  };
}

/** Unlabelled items, for word statistics and load. */
export function readBackground(shared: URL): Item[] {
  return readLines<Item>(new URL('eval/background.items.jsonl', shared));
}
