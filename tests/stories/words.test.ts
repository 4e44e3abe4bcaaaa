import { describe, expect, it } from 'vitest';
import { stem, wordsOf } from '../../lib/stories/words';

const terms = (text: string): string[] => wordsOf(text, 600).map(({ term }) => term);

describe('words', () => {
  it.each([
    ['£14m, £14 million and £14,000,000', ['#14000000', '#14000000', '#14000000']],
    ['2. 3mn victims', ['#2300000', 'victim']],
    ['in 2031', []],
    ['CVE-2031-40411 (Veltrix)', ['cve-2031-40411', 'veltrix']],
    ['cyber-attack, cyber attack, cyberattack', ['cyberattack', 'cyberattack', 'cyberattack']],
    ['D-Link’s routers', ['dlink', 'router']],
    ['The post Port shut appeared first on Harbour Post', []],
    ['港口攻击', ['港口', '口攻', '攻击']],
  ])('of "%s" are %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it.each([
    ['breaches', 'breached'],
    ['exploiting', 'exploits'],
    ['fine', 'fines'],
    ['agencies', 'agency'],
  ])('"%s" and "%s" are one term', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it('are names where a sentence writes them with a capital, but not at its beginning', () => {
    const words = wordsOf('Hackers of Glimmerfox fled. Police follow.', 600);
    expect(words.filter(({ name }) => name).map(({ surface }) => surface)).toEqual(['Glimmerfox']);
  });
});
