import { describe, expect, it } from 'vitest';
import { browserWords } from '../../lib/words/browser-words';
import { catalogueOf, wordsOfFile } from '../../lib/words/word-file';
import { type MessageKey, makeWords } from '../../lib/words/words';

const file = {
  greet: { message: 'Read by {name} and {name}' },
  mice_zero: { message: 'no mice' },
  mice_one: { message: '{n} mouse' },
  mice_other: { message: '{n} mice' },
  moments_ago: { message: 'a moment ago' },
  reason_copies: { message: 'same text as {outlet}' },
  reason_days_one: { message: '{n} day' },
  reason_days_other: { message: '{n} days' },
};
const words = wordsOfFile('en', file);
const say = (key: string, values?: Record<string, string | number>) => words(key as MessageKey, values);
const count = (n: number) => words.count('mice' as never, n);
const HOUR = 3_600_000;

describe('words', () => {
  it.each([
    ['fills every place', say('greet', { name: 'Ada' }), 'Read by Ada and Ada'],
    ['leaves a place without a value as it stands', say('greet', {}), 'Read by {name} and {name}'],
    ['reads an unknown key as itself', say('nobody_knows'), 'nobody_knows'],
    ['does not fill places that a value brings', say('greet', { name: '{name}' }), 'Read by {name} and {name}'],
    ['takes $ in a value as text', say('greet', { name: '$&$1' }), 'Read by $&$1 and $&$1'],
    ['does not read the prototype', say('greet', JSON.parse('{"__proto__":{"name":"x"}}')), 'Read by {name} and {name}'],
    ['takes a key of the prototype for unknown', say('constructor'), 'constructor'],
    ['knows words for zero', count(0), 'no mice'],
    ['counts one', count(1), '1 mouse'],
    ['counts many as the locale writes numbers', count(12_345), '12,345 mice'],
    ['keeps years whole', say('greet', { name: 2026 }), 'Read by 2026 and 2026'],
    ['says a reason', words.reason({ key: 'copies', values: { outlet: 'Nordwire' } }), 'same text as Nordwire'],
    ['counts in a reason', words.reason({ key: 'days', values: { n: 1 } }), '1 day'],
    ['reads an unknown reason as its key', words.reason({ key: 'odd' }), 'reason_odd'],
    ['says how long ago', words.ago(0, 2 * HOUR), '2 hours ago'],
    ['says what is to come', words.ago(3 * HOUR, 0), 'in 3 hours'],
    ['calls less than a minute a moment', words.ago(0, 20_000), 'a moment ago'],
    ['calls what is due now', words.ago(20_000, 20_000), 'now'],
    ['dates a day by the calendar, not by the time zone', words.date(Date.UTC(2026, 1, 27), 'day'), 'Feb 27, 2026'],
    ['dates a month', words.date(Date.UTC(2026, 1, 1), 'month'), 'February 2026'],
    ['dates nothing that is no date', words.date(Number.NaN), ''],
    ['lists', words.list(['a', 'b', 'c']), 'a, b, and c'],
    ['says a size', words.bytes(41_200_000), '41.2 MB'],
  ])('%s', (_, said, expected) => expect(said).toBe(expected));

  it('uses the plural forms of the language', () => {
    const arabic = wordsOfFile('ar', { x_two: { message: 'two' }, x_few: { message: 'few' }, x_other: { message: 'other' } });
    expect([2, 3, 100].map((n) => arabic.count('x' as never, n))).toEqual(['two', 'few', 'other']);
  });

  it('isolates names inside right-to-left sentences', () => {
    const arabic = wordsOfFile('ar', { by: { message: '{name} :ب' } });
    expect(arabic.dir).toBe('rtl');
    expect(arabic('by' as MessageKey, { name: 'CISA' })).toBe('\u2068CISA\u2069 :ب');
  });

  it.each(['', 'xx-invalid-locale-tag', '../etc'])('takes the locale %j for English rather than throw', (locale) => {
    expect(makeWords(locale, () => undefined).date(0, 'month')).toMatch(/1970/);
  });

  it('falls back to English for a string that a catalogue does not have', () => {
    const { messages } = catalogueOf('de', { a: { message: 'Ja' } }, { a: { message: 'Yes' }, b: { message: 'No' } });
    expect(messages).toEqual({ a: 'Ja', b: 'No' });
  });

  it('speaks a catalogue, and without one the language of the browser’s file', () => {
    expect(browserWords({ locale: 'fr', messages: { close: 'Fermer' } })('close')).toBe('Fermer');
    const i18n = { getMessage: (key: string) => (key === 'language_tag' ? 'en' : ''), getUILanguage: () => 'ja' };
    Object.assign(globalThis, { chrome: { i18n }, browser: undefined });
    expect(browserWords(null).locale).toBe('en');
  });
});
