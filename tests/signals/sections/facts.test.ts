import { expect, test } from 'vitest';
import { lexicon } from '../../../lib/beats/cybersecurity/lexicon';
import { agreementOf } from '../../../lib/signals/sections/agreement';
import { factsOf, figuresOf } from '../../../lib/signals/sections/facts';
import { sentencesOf } from '../../../lib/signals/sections/sentences';
import { reported } from './reported';

const facts = (...texts: string[]) => {
  const sentences = sentencesOf(
    texts.map((text, i) => reported(`a${i}`, { text })),
    {},
  );
  const counted = new Set(texts.map((_, i) => `article:a${i}`));
  return factsOf(sentences, agreementOf(sentences), counted, lexicon, '', new Set());
};

test.each([
  ['It affects 2.4 million customers.', [['2.4 million customers', 'people', 2_400_000]]],
  ['A fine of £14m was set.', [['£14m', 'fine £', 18_900_000]]],
  ['It lost $3 million in sales.', [['$3 million', 'loss $', 3_000_000]]],
  ['It has 1,500 employees.', [['1,500 employees', 'staff', 1_500]]],
  ['Nothing is counted here in 2026.', []],
])('the figures of %j', (text, figures) => {
  expect(figuresOf(text).map(({ value, measure, amount }) => [value, measure, amount])).toEqual(figures);
});

test('contradictory figures stand side by side, each with its articles', () => {
  const [fact] = facts(
    'The breach at Quorvex exposed the data of 2.4 million customers, the firm said.',
    'The breach at Quorvex exposed the data of 2.4 million customers in May.',
    'The breach at Quorvex exposed the data of 3.1 million customers, hackers said.',
  );
  expect(fact?.figures?.map(({ value, articles }) => [value, [...articles].sort()])).toEqual(
    expect.arrayContaining([
      ['2.4 million customers', ['a0', 'a1']],
      ['3.1 million customers', ['a2']],
    ]),
  );
  expect(fact?.origins).not.toContain(fact?.article === 'a2' ? 'article:a0' : 'article:a2');
});

test.each([
  [
    'are no contradiction where one article has both',
    'The breach at Quorvex exposed the data of 2.4 million customers.',
    'The breach at Quorvex exposed the data of 2.4 million customers. The breach at Quorvex exposed the cards of 1.1 million customers.',
  ],
  [
    'are no contradiction where one is the other, rounded',
    'The breach at Quorvex exposed the data of 2.4 million customers.',
    'The breach at Quorvex exposed the data of 2.43 million customers.',
  ],
  [
    'are no contradiction where they measure different things',
    'The breach at Quorvex cost the firm $2 million in May.',
    'The breach at Quorvex brought the firm a fine of $3 million in May.',
  ],
])('two figures %s', (_, a, b) => {
  expect(facts(a, b).flatMap(({ figures }) => figures ?? [])).toEqual([]);
});

test.each([
  [
    'its figure is rounded',
    'The attack at Quorvex cost the firm £196 million in extra work.',
    'Quorvex said that the attack on its plants cost roughly £200 million.',
  ],
  [
    'its verb has another form',
    'The regulator fined Quorvex over the theft of personal data from its servers.',
    'Quorvex gets fine over theft of personal data from its servers, regulator says.',
  ],
])('a fact in other words is told once, where %s', (_, a, b) => {
  expect(facts(a, b)).toHaveLength(1);
});

test('a headline that says what the headline of the story says is no fact', () => {
  const sentences = sentencesOf(
    [
      reported('a', { title: 'Regulator fines Quorvex over theft of data' }),
      reported('b', {
        title: 'Quorvex fined by regulator over data theft',
        text: 'The fine of £14m came after two years of hearings.',
      }),
    ],
    {},
  );
  const told = factsOf(
    sentences,
    agreementOf(sentences),
    new Set(),
    lexicon,
    'Regulator fines Quorvex over theft of data',
    new Set(),
  );
  expect(told.map(({ text }) => text)).toEqual(['The fine of £14m came after two years of hearings.']);
});
