import { readFileSync } from 'node:fs';
import { canonicalAddress } from '../lib/articles/address';
import type { Article } from '../lib/articles/article';
import { articleFromItem } from '../lib/articles/article-from-item';
import { escapeHtml } from '../lib/sources/feed';
import { hostOf } from '../lib/sources/host';
import type { Registry } from '../lib/sources/registry';
import type { Source } from '../lib/sources/source';

/** An item of a file for the command line: what a feed would have said of one report. */
export interface Item {
  /** Unique in its file; the feed that is written uses it for the article. */
  readonly id: string;
  readonly outlet: string;
  readonly host: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** ISO 8601. */
  readonly published: string;
  readonly byline?: string;
}

/** What is wrong with the input, each with file and line, for the one who gave it. Exit code 2. */
export class BadInput extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** What could be read, and what could not. */
export interface Reading<T> {
  readonly values: readonly T[];
  /** One line each, "FILE:LINE: what is wrong". */
  readonly problems: readonly string[];
}

/** Beyond this a file of problems is cut: the first tell. */
const MOST_PROBLEMS = 20;
/** ISO 8601, a day or a moment. Others are guessed differently by every engine. */
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const TEXTS = ['id', 'outlet', 'host', 'url', 'title', 'summary', 'published'] as const;
const NEVER_EMPTY: ReadonlySet<string> = new Set(['id', 'host', 'url', 'title', 'published']);

/**
 * The items of a file, in order of time.
 * @throws BadInput where there is no such file, or a line is no item: without `lenient` at all, with it where no line is one.
 */
export function readItems(path: string, lenient = false): Reading<Item> {
  const ids = new Map<string, number>();
  let latest = { at: Number.NEGATIVE_INFINITY, line: 0 };
  const reading = readLines(path, lenient, (line, number): Item | string => {
    const item = itemOf(line);
    if (typeof item === 'string') return item;
    const twice = ids.get(item.id);
    if (twice !== undefined) return `id "${item.id}" is that of line ${twice}`;
    ids.set(item.id, number);
    const at = Date.parse(item.published);
    const late =
      latest.at > at && `published ${item.published} is before that of line ${latest.line}: items must be in order of time`;
    if (late && !lenient) return late;
    if (!late) latest = { at, line: number };
    return item;
  });
  // With --lenient an item out of order is put where it belongs: it is late, not wrong.
  return { ...reading, values: [...reading.values].sort((a, b) => Date.parse(a.published) - Date.parse(b.published)) };
}

/** A grouping given from outside: story by item id; "none" is an item alone. Throws as `readItems`. */
export function readGrouping(path: string, lenient = false): Reading<{ readonly id: string; readonly story: string }> {
  const ids = new Map<string, number>();
  return readLines(path, lenient, (line, number) => {
    const { id, story } = line;
    if (typeof id !== 'string' || id === '') return missing('id');
    if (typeof story !== 'string' || story === '') return missing('story');
    const twice = ids.get(id);
    if (twice !== undefined) return `id "${id}" is that of line ${twice}`;
    ids.set(id, number);
    return { id, story };
  });
}

/** The article that the engine makes of an item, under the item's own id; null where its title is nothing but markup. */
export function articleOf(item: Item, registry: Registry): Article | null {
  const made = articleFromItem(
    {
      link: item.url,
      title: escapeHtml(item.title),
      summary: escapeHtml(item.summary),
      content: '',
      authors: item.byline ? [item.byline] : [],
      categories: [],
      published: item.published,
    },
    sourceOf(item, registry),
    Date.parse(item.published),
    registry,
  );
  if (made === null) return null;
  return { ...made, id: item.id, outlet: registry.byHost(made.host)?.name ?? item.outlet };
}

/** Each item came by its own outlet's feed; a publisher that nobody lists is its domain, whatever it calls itself. */
function sourceOf({ url, outlet }: Item, registry: Registry): Source {
  const host = hostOf(url) ?? '';
  const newsroom = registry.newsroomOf(host);
  return (
    registry.byHost(host) ?? {
      id: `host:${newsroom}`,
      name: outlet,
      newsroom,
      owner: '',
      kind: 'outlet',
      country: 'ZZ',
      language: 'und',
      hosts: [host],
      feeds: [],
      why: '',
    }
  );
}

function itemOf(line: Readonly<Record<string, unknown>>): Item | string {
  for (const field of TEXTS) {
    const value = line[field];
    if (value === undefined || value === null) return missing(field);
    if (typeof value !== 'string') return `field "${field}" must be text`;
    if (value.trim() === '' && NEVER_EMPTY.has(field)) return `field "${field}" is empty`;
  }
  const item = line as unknown as Item;
  if (item.byline !== undefined && item.byline !== null && typeof item.byline !== 'string') return 'field "byline" must be text';
  if (!ISO.test(item.published) || Number.isNaN(Date.parse(item.published)))
    return `"${item.published}" is not a date (ISO 8601)`;
  if (canonicalAddress(item.url) === null) return `"${item.url.slice(0, 80)}" is not an http(s) address of a page`;
  return item;
}

const missing = (field: string): string => `field "${field}" is missing`;

/** @param read the value of a line, or what is wrong with it. */
function readLines<T extends object>(
  path: string,
  lenient: boolean,
  read: (line: Readonly<Record<string, unknown>>, number: number) => T | string,
): Reading<T> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BadInput([
      `${path}: ${(cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (cause as Error).message}`,
    ]);
  }
  const values: T[] = [];
  const problems: string[] = [];
  for (const [index, text] of source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (text.trim() === '') continue;
    const value = parsed(text);
    const found = value === null ? 'not a JSON object' : read(value, index + 1);
    if (typeof found === 'string') problems.push(`${path}:${index + 1}: ${found}`);
    else values.push(found);
  }
  if (problems.length > MOST_PROBLEMS) problems.splice(MOST_PROBLEMS, problems.length, `${path}: and more`);
  if (problems.length > 0 && !(lenient && values.length > 0)) throw new BadInput(problems);
  return { values, problems };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
