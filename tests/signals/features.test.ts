import { describe, expect, it } from 'vitest';
import { compileLexicon, featuresOf, gramsOf, hitsIn, pairsOf, wordsOf } from '../../lib/signals/features';

const lexicon = compileLexicon({
  exploited: { part: 'operational', phrases: 'actively exploited|under attack|exploit*' },
  order: { part: 'regulatory', phrases: 'orders * agencies|emergency directive*' },
  zeroDay: { phrases: 'zero-day*' },
});

describe('the words of a text', () => {
  it.each([
    ["The FBI's Zero-Day", ['the', 'fbi', 'zero', 'day']],
    ['CVE-2026-1234 hits 5,000 hosts', ['cve', 'hits', '#4', 'hosts']],
    ['$5 million in 2025', ['$#1', 'million', 'in', 'year']],
    ['AT&T and M&S', ['at&t', 'and', 'm&s']],
    ['Кибератака на банк', ['кибератака', 'на', 'банк']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(wordsOf(text).map(({ word }) => word)).toEqual(expected);
  });
});

describe('phrases of the lexicon', () => {
  const found = (text: string) => {
    const words = wordsOf(text);
    return hitsIn(words, lexicon, true).map(({ feature, from, to }) => [
      lexicon.names[feature],
      text.slice(words[from]!.start, words[to - 1]!.end),
    ]);
  };

  it.each([
    ['A flaw is under attack', [['exploited', 'under attack']]],
    [
      'Exploitation of a zero-day',
      [
        ['exploited', 'Exploitation'],
        ['zeroDay', 'zero-day'],
      ],
    ],
    ['CISA orders federal agencies to act', [['order', 'orders federal agencies']]],
    ['orders', []],
    ['nothing of the kind', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('the features of a text', () => {
  it('marks what stands in the title apart from what stands anywhere', () => {
    const { rubric } = featuresOf({ title: 'Zero-day found', summary: 'It is actively exploited.' }, lexicon);
    expect(rubric).toContain('t:zeroDay');
    expect(rubric).toContain('a:zeroDay');
    expect(rubric).toContain('a:exploited');
    expect(rubric).not.toContain('t:exploited');
  });

  it('reads the beginning of the body where there is no summary', () => {
    const { rubric } = featuresOf({ title: 'A flaw', summary: ' ', text: 'It is actively exploited.' }, lexicon);
    expect(rubric).toContain('a:exploited');
  });

  it('reads no more than the limits of an article', () => {
    const { title, summary } = featuresOf({ title: 'a'.repeat(1_000_000), summary: 'b '.repeat(500_000) }, lexicon);
    expect(title).toHaveLength(300);
    expect(summary).toHaveLength(1000);
  });

  it('names a pair once, whatever the order', () => {
    expect(pairsOf(new Set(['a:two', 'a:one', 't:one', 'f:colon']))).toEqual(['a:one&a:two']);
  });

  it('names grams by where they stand: in the title, in either field', () => {
    const grams = gramsOf(featuresOf({ title: 'Bank hit', summary: 'Bank closed' }, lexicon));
    expect([...grams].sort()).toEqual([
      'a:bank',
      'a:bank closed',
      'a:bank hit',
      'a:closed',
      'a:hit',
      't:bank',
      't:bank hit',
      't:hit',
    ]);
  });
});
