import { expect, test } from 'vitest';
import { lexicon } from '../../../lib/beats/cybersecurity/lexicon';
import { agreementOf } from '../../../lib/signals/sections/agreement';
import { sentencesOf } from '../../../lib/signals/sections/sentences';
import { watchOf } from '../../../lib/signals/sections/watch';
import { NOW } from '../../fixtures/sections-reference';
import { reported } from './reported';

/** The articles are of Wednesday, 25 February 2026. */
const watched = (now: number, ...texts: string[]): string[] => {
  const articles = texts.map((text, i) => reported(`a${i}`, { text }));
  const sentences = sentencesOf(articles, {});
  return watchOf(articles, sentences, agreementOf(sentences), lexicon, now).map(({ at }) =>
    new Date(at).toISOString().slice(0, 10),
  );
};

test.each([
  ['a deadline by the day of the week', 'The company has until Friday to answer the letter of the ministry.', ['2026-02-27']],
  ['a hearing with its date', 'A hearing in the case is scheduled for March 12 in the district court.', ['2026-03-12']],
  ['nothing that is past', 'The hearing was held on February 3, 2026 in the district court.', []],
  ['nothing that nobody waits for', 'The company was founded in a garage on a Friday a long time ago.', []],
  ['nothing without a date', 'The company must answer the letter of the ministry very soon.', []],
])('to watch: %s', (_, text, days) => {
  expect(watched(NOW, text)).toEqual(days);
});

test('soonest first, and one deadline once', () => {
  expect(
    watched(
      NOW,
      'A hearing in the case is scheduled for March 12 in the district court. The company has until Friday to answer the ministry.',
      'The ministry gave the firm a deadline of Friday to hand over its records.',
    ),
  ).toEqual(['2026-02-27', '2026-03-12']);
});

test('what has passed since it was written is dropped', () => {
  expect(watched(NOW + 5 * 86_400_000, 'The company has until Friday to answer the letter of the ministry.')).toEqual([]);
});
