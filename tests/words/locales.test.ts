import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPTIONAL_HOSTS, REQUIRED, REQUIRED_CHROMIUM } from '../../lib/permissions';
import { LANGUAGES } from '../../lib/store/settings';
import type { WordFile } from '../../lib/words/word-file';

const ROOT = new URL('../..', import.meta.url).pathname;
const LOCALES = join(ROOT, 'public/_locales');
const PLURAL = /_(zero|one|two|few|many|other)$/;

const read = (locale: string) => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as WordFile;
const placesOf = (message: string) => [...new Set(message.match(/\{\w+\}/g) ?? [])].sort();
const stem = (key: string) => key.replace(PLURAL, '');

function* codeFiles(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* codeFiles(path);
    else if (/\.(ts|tsx)$/.test(name)) yield path;
  }
}

const english = read('en');
const keys = Object.keys(english);
const code = ['lib', 'components', 'entrypoints', 'scripts', 'wxt.config.ts']
  .flatMap((part) => {
    const path = join(ROOT, part);
    return statSync(path).isDirectory() ? [...codeFiles(path)] : [path];
  })
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Quoted strings of the code: a key counts as used where it stands whole in one. */
const quoted = new Set(code.match(/(?<=['"`])[a-zA-Z0-9_-]+(?=['"`])/g));
/** Beginnings of keys that are put together at run time: reason_, fault_, and the like. */
const beginnings = [...new Set(code.match(/(?<=`)[a-zA-Z0-9_]+_(?=\$\{)/g))];

/**
 * What follows such a beginning must stand in the code as a word of its own ("copies" for reason_copies, found as such
 * or put together in turn), so that a reason that nobody gives is found too.
 */
function isUsed(key: string): boolean {
  if (quoted.has(key) || quoted.has(stem(key)) || quoted.has(key.replaceAll('_', '-')) || code.includes(`__MSG_${key}__`))
    return true;
  return beginnings.some((begin) => key.length > begin.length && key.startsWith(begin) && isUsed(key.slice(begin.length)));
}

describe('the English words', () => {
  it('are all used', () => expect(keys.filter((key) => !isUsed(key))).toEqual([]));

  it('have a description each, for translators', () =>
    expect(keys.filter((key) => !english[key]?.description && !key.startsWith('extension_'))).toEqual([]));

  it('have a form for every number', () => {
    // reason_confidence_one is about one source, not the form of a number: what has no form for "other" has no forms.
    const plural = keys.filter((key) => key.endsWith('_other')).map(stem);
    expect(plural.filter((key) => !english[`${key}_one`])).toEqual([]);
    expect(plural.length).toBeGreaterThan(10);
  });

  it('give every permission its reason', () => {
    const reasons = [...REQUIRED, ...REQUIRED_CHROMIUM, ...OPTIONAL_HOSTS].map(({ reason }) => reason);
    expect(reasons.filter((key) => !english[key])).toEqual([]);
  });
});

describe('every key that the code asks for by name', () => {
  it('is in the English file', () => {
    const asked = [...code.matchAll(/\bwords(?:\.say)?\(\s*'([a-zA-Z0-9_]+)'/g)].map((match) => match[1] as string);
    const counted = [...code.matchAll(/\bwords\.count\(\s*'([a-zA-Z0-9_]+)'/g)].map((match) => `${match[1]}_other`);
    expect([...new Set([...asked, ...counted])].filter((key) => !english[key])).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
  });
});

const others = LANGUAGES.filter((tag) => tag !== 'auto' && tag !== 'en');

describe.each(others)('the words of %s', (locale) => {
  const file = read(locale);
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const stems = new Set(keys.filter((key) => PLURAL.test(key) && english[`${stem(key)}_other`]).map(stem));
  /** Plural keys in this language's forms, all others as in English. */
  const wanted = [
    ...keys.filter((key) => !(PLURAL.test(key) && stems.has(stem(key)))),
    ...[...stems].flatMap((key) => forms.map((form) => `${key}_${form}`)),
  ];

  it('are complete', () => expect(wanted.filter((key) => !file[key]?.message)).toEqual([]));

  it('hold nothing that English does not have', () => {
    const known = new Set([...wanted, ...keys]);
    expect(Object.keys(file).filter((key) => !known.has(key))).toEqual([]);
  });

  it('have the places that English has', () => {
    const wrong = Object.keys(file).filter((key) => {
      const model = english[key] ?? english[`${stem(key)}_other`];
      const own = placesOf(file[key]?.message ?? '');
      const theirs = placesOf(model?.message ?? '');
      // "One source" and "two sources" may say the number as a word.
      const may = PLURAL.test(key) && !key.endsWith('_other') ? theirs.filter((place) => place !== '{n}') : theirs;
      return own.some((place) => !theirs.includes(place)) || may.some((place) => !own.includes(place));
    });
    expect(wrong).toEqual([]);
  });

  it('name their language', () => expect(file.language_tag?.message).toBe(locale));
});

describe.each(['en', ...others])('the file of %s', (locale) => {
  it('holds no $, which browsers would take for a place of theirs', () => {
    const file = read(locale);
    expect(Object.keys(file).filter((key) => file[key]?.message.includes('$'))).toEqual([]);
  });
});
