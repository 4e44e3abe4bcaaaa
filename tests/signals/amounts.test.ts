import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../lib/signals/amounts';

const kindsAndValues = (text: string) => amountsIn(text).map(({ kind, value }) => [kind, Math.round(value)]);

describe('amounts in a text', () => {
  it.each([
    ['a fine of $5.2 million', [['money', 5_200_000]]],
    ['a fine of $2. 8 million, as feeds break it', [['money', 2_800_000]]],
    ['a £14m penalty', [['money', 18_900_000]]],
    ['€100 million in damages', [['money', 115_000_000]]],
    ['₹2 crore was lost', [['money', 240_000]]],
    ['losses of 30 million dollars', [['money', 30_000_000]]],
    ['USD 500 was asked for', [['money', 500]]],
    ['more than 30, 000 students', [['people', 30_000]]],
    ['4.4 million customers', [['people', 4_400_000]]],
    ['1,234,567 records', [['people', 1_234_567]]],
    ['87,000 exposed servers', [['systems', 87_000]]],
    [
      'over 100 organizations in 80 countries',
      [
        ['systems', 100],
        ['systems', 80],
      ],
    ],
    ['rated CVSS score of 9.8', [['cvss', 10]]],
    ['no number at all', []],
    ['the year 2026', []],
  ])('%s', (text, expected) => {
    expect(kindsAndValues(text)).toEqual(expected);
  });

  it('says where each amount stands', () => {
    const text = 'It lost $40 million in May.';
    const [amount] = amountsIn(text);
    expect(text.slice(amount!.start, amount!.end).trim()).toBe('$40 million');
  });

  it('stays linear on long runs of digits', () => {
    expect(() => amountsIn('1,'.repeat(5_000) + '9'.repeat(5_000))).not.toThrow();
  });
});
