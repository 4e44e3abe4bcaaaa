import { expect, test } from 'vitest';
import { lexicon } from '../../../lib/beats/cybersecurity/lexicon';
import { agreementOf } from '../../../lib/signals/sections/agreement';
import { analysisOf, isExplainer } from '../../../lib/signals/sections/analysis';
import { sentencesOf } from '../../../lib/signals/sections/sentences';
import { reported } from './reported';

test.each([
  ['by its title', { title: 'Analysis: what the fine means' }, true],
  ['by the end of its title', { title: 'What the fine means | Opinion' }, true],
  ['by its address', { title: 'The fine', address: 'https://a.example/opinion/the-fine' }, true],
  ['not where it is news', { title: 'Regulator fines the bank', address: 'https://a.example/news/fine' }, false],
  ['not where the address is none', { title: 'Regulator fines the bank', address: 'not an address' }, false],
])('an analysis is known %s', (_, parts, expected) => {
  expect(isExplainer(reported('a', parts), lexicon)).toBe(expected);
});

test('only analyses are quoted, and of them what weighs', () => {
  const articles = [
    reported('news', {
      title: 'Regulator fines the bank',
      text: 'The fine could set a precedent that raises the risk for other banks.',
    }),
    reported('view', {
      title: 'Analysis: the fine',
      text: 'The office is in the old town near the river. The fine could mean that banks rather than customers carry the risk.',
    }),
  ];
  const sentences = sentencesOf(articles, {});
  expect(analysisOf(articles, sentences, agreementOf(sentences), lexicon)).toEqual([
    { text: 'The fine could mean that banks rather than customers carry the risk.', article: 'view' },
  ]);
});
