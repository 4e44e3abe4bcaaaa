/** What PRIVACY.md and THREATS.md promise is held against the code. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) yield* filesIn(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}
const CODE = ['lib', 'components', 'entrypoints']
  .flatMap((folder) => [...filesIn(folder)])
  .map((path) => ({
    path,
    // Comments may speak of what the code does not do.
    text: read(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));
const filesWith = (wanted: RegExp) => CODE.filter(({ text }) => wanted.test(text)).map(({ path }) => path);

describe('PRIVACY.md says where to look, and', () => {
  it('what fetches is the worker, the reading of an answer and that of our own file of words', () =>
    expect(filesWith(/\bfetch\(/).sort()).toEqual(['lib/catalogue.ts', 'lib/sources/fetch-bytes.ts', 'lib/worker.ts']));
  it('a news index is asked in one place, for one reader’s click', () => {
    expect(filesWith(/\baskNewsIndex\(/).sort()).toEqual(['lib/ask-news-index.ts', 'lib/worker.ts']);
    expect(filesWith(/'index\/intend'/).sort()).toEqual([
      'lib/messages/answer-standing.ts',
      'lib/messages/asks.ts',
      'lib/messages/protocol.ts',
      'lib/standing-actions.ts',
    ]);
  });
  it.each([
    'XMLHttpRequest',
    'WebSocket',
    'sendBeacon',
    'EventSource',
    'RTCPeerConnection',
    'innerHTML',
    'eval\\(',
    'new Function',
    'importScripts',
  ])('%s is nowhere', (word) => expect(filesWith(new RegExp(`\\b${word}`))).toEqual([]));
  it('requests carry no cookies and no referrer', () => {
    expect(filesWith(/credentials:/)).toEqual(['lib/sources/fetch-bytes.ts']);
    expect(read('lib/sources/fetch-bytes.ts')).toMatch(/credentials: 'omit',\s+referrerPolicy: 'no-referrer'/);
  });
  it('no permission reaches into cookies, requests, history or identity', () =>
    expect(read('lib/permissions.ts')).not.toMatch(/permission: '(?:cookies|webRequest|history|identity|tabs|management)/));
  it('the manifest says that nothing is collected', () =>
    expect(read('wxt.config.ts')).toMatch(/data_collection_permissions: \{ required: \['none'\] \}/));
});

describe('THREATS.md', () => {
  const named = [...read('THREATS.md').matchAll(/`(tests\/[^`]+\.tsx?)` "([^"]+)"/g)].map(
    ([, file, name]) => [file!, name!] as const,
  );

  it('names a test for every threat', () => {
    const rows = read('THREATS.md')
      .split('\n')
      .filter((line) => /^\| (?!threat|---)/.test(line));
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((row) => !/`tests\/[^`]+` "[^"]+"/.test(row))).toEqual([]);
  });

  it.each(named)('%s has "%s"', (file, name) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    const quoted = new RegExp(`['"\`][^'"\`\\n]*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    expect(read(file), `${file}: ${name}`).toMatch(quoted);
  });
});
