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
  [
    'a day that only words far away wait for',
    'The maker said that it will let go of every account of every customer of the old portal of its northern offices starting April 2.',
    ['2026-04-02'],
  ],
  ['a day that a word leads to', 'The port has named a chief of security, who joins on March 9 from a bank.', ['2026-03-09']],
  ['an end of service', 'The vendor gives its old portal up, its support ending April 1 in all lands.', ['2026-04-01']],
  ['a sentence in court', 'The two men will be sentenced Thursday for the theft of the list of members.', ['2026-02-26']],
  ['no day that nothing leads to', 'Sailors know that March 8 brings back the terns, whatever the wind.', []],
  ['nothing that was called off', 'The ministry cancelled the hearing scheduled for March 12 in the north.', []],
  [
    'nothing that was expected and came otherwise',
    'The maker said that the portal would open starting March 9, then changed its mind.',
    [],
  ],
  ['nothing that only may be', 'The report could be published in April with a list of demands.', []],
  ['no sale', 'The fair of the vendor sells its places at a discount until March 3.', []],
  ['not what markets do each morning', 'Shares are expected to open lower on Thursday, two brokers told the paper.', []],
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

test('who names the day says more than who names the month', () => {
  expect(
    watched(
      NOW,
      'The maker will shut its northern portal for good in April, the ministry said in a letter.',
      'The maker will shut its northern portal for good on April 9, said a plain notice to customers of the firm.',
    ),
  ).toEqual(['2026-04-09']);
});

test('what has passed since it was written is dropped', () => {
  expect(watched(NOW + 5 * 86_400_000, 'The company has until Friday to answer the letter of the ministry.')).toEqual([]);
});
