import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, BadInput, readGrouping, readItems } from '../../scripts/items';
import { registry } from '../../scripts/world';

const FOLDER = mkdtempSync(join(tmpdir(), 'items-'));
let files = 0;
function file(...lines: (object | string)[]): string {
  const path = join(FOLDER, `${files++}.jsonl`);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}
const item = (id: string, more: object = {}) => ({
  id,
  outlet: 'Quayside Gazette',
  host: 'quayside.example',
  url: `https://quayside.example/${id}`,
  title: `Cranes of Elmford, part ${id}`,
  summary: 'Four cranes stand still.',
  published: '2026-02-25T12:00:00Z',
  ...more,
});
function problems(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
  return [];
}
const command = (...args: string[]) =>
  spawnSync('node_modules/.bin/tsx', ['scripts/second-source.ts', ...args], {
    encoding: 'utf8',
    cwd: new URL('../..', import.meta.url).pathname,
  });

describe('reading items', () => {
  const { title: _, ...untitled } = item('b');
  it.each<[string, object | string, string]>([
    ['no JSON', '{"id": "b", ', 'not a JSON object'],
    ['a list', '[1, 2]', 'not a JSON object'],
    ['a field that is missing', untitled, 'field "title" is missing'],
    ['a field that is no text', item('b', { title: 7 }), 'field "title" must be text'],
    ['an empty title', item('b', { title: ' ' }), 'field "title" is empty'],
    ['a byline that is no text', item('b', { byline: ['Jane'] }), 'field "byline" must be text'],
    ['no date', item('b', { published: 'yesterday' }), '"yesterday" is not a date (ISO 8601)'],
    ['an impossible date', item('b', { published: '2026-13-45T00:00:00Z' }), '"2026-13-45T00:00:00Z" is not a date (ISO 8601)'],
    ['no address', item('b', { url: 'javascript:alert(1)' }), '"javascript:alert(1)" is not an http(s) address of a page'],
    ['an id that is taken', item('a'), 'id "a" is that of line 1'],
    [
      'a date before the one above',
      item('b', { published: '2026-02-24T12:00:00Z' }),
      'is before that of line 1: items must be in order of time',
    ],
  ])('names the line that has %s', (_, line, problem) => {
    const path = file(item('a'), line, item('c'));
    const said = problems(() => readItems(path));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`${path}:2: `);
    expect(said[0]).toContain(problem);
  });

  it('says that there is no such file', () => {
    expect(problems(() => readItems('/nowhere/items.jsonl'))).toEqual(['/nowhere/items.jsonl: no such file']);
  });

  it('keeps the other lines when it is lenient, and puts late ones in their place', () => {
    const path = file(item('a'), 'nonsense', item('b', { published: '2026-02-24T12:00:00Z' }), item('c'));
    const { values, problems: said } = readItems(path, true);
    expect(values.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(said).toEqual([`${path}:2: not a JSON object`]);
  });

  it('fails even when lenient where no line can be read', () => {
    expect(problems(() => readItems(file('nonsense'), true))).toHaveLength(1);
  });

  it('takes an empty file for no items', () => {
    expect(readItems(file('')).values).toEqual([]);
  });

  it('reads a grouping with the same care', () => {
    const path = file({ id: 'a', story: 's' }, { id: 'b' }, { id: 'a', story: 't' });
    expect(problems(() => readGrouping(path))).toEqual([
      `${path}:2: field "story" is missing`,
      `${path}:3: id "a" is that of line 1`,
    ]);
  });

  it('makes articles under the ids of the items, with the newsroom of the address', () => {
    const article = articleOf(
      item('a', { outlet: 'Reuters', url: 'https://quayside.example/x?utm_source=rss', title: 'A & B' }),
      registry,
    )!;
    expect(article).toMatchObject({
      id: 'a',
      address: 'https://quayside.example/x',
      source: 'host:quayside.example',
      title: 'A & B',
    });
    expect(article.via).toBeUndefined();
  });
});

describe('the command line', () => {
  const path = file(
    item('a'),
    item('b', { url: 'https://quayside.example/a' }),
    item('c', { outlet: 'Harbour News', host: 'harbour.example', url: 'https://harbour.example/c' }),
  );

  it('writes a feed in which every item appears, those with one address too', () => {
    const { status, stdout } = command('feed', '--items', path, '--now', '2026-02-26T00:00:00Z');
    expect(status).toBe(0);
    const feed = JSON.parse(stdout);
    expect(feed.generatedAt).toBe('2026-02-26T00:00:00.000Z');
    const ids = feed.stories.flatMap((story: { articles: { id: string }[] }) => story.articles.map(({ id }) => id));
    expect(ids.sort()).toEqual(['a', 'b', 'c']);
  });

  it('writes a line of scores for every item', () => {
    const { status, stdout } = command('score', '--items', path);
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(lines[0])).toEqual(['id', 'sentiment', 'regulatory', 'financial', 'operational', 'impact']);
  });

  it.each<[string, string[], RegExp]>([
    ['bad input', ['feed', '--items', file(item('a'), 'nonsense')], /:2: not a JSON object/],
    ['no items', ['feed'], /--items is missing/],
    ['an option that it does not know', ['score', '--item', path], /--item/],
    ['a moment that is none', ['feed', '--items', path, '--now', 'noon'], /"noon" is not a date/],
    ['a grouping that is not there', ['feed', '--items', path, '--stories', '/nowhere'], /no such file/],
  ])('ends with 2 and says why for %s', (_, args, said) => {
    const { status, stderr, stdout } = command(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
    expect(stdout).toBe('');
  });

  it('goes on when lenient, and says what it left out', () => {
    const { status, stderr, stdout } = command('feed', '--items', file(item('a'), 'nonsense', item('c')), '--lenient');
    expect(status).toBe(0);
    expect(stderr).toMatch(/:2: not a JSON object/);
    expect(JSON.parse(stdout).stories.length).toBeGreaterThan(0);
  });
});
