import { describe, expect, it } from 'vitest';
import pairModel from '../../lib/beats/cybersecurity/pair-model.json';
import termStatistics from '../../lib/beats/cybersecurity/term-statistics.json';
import { encodeStatistics, groupingModel } from '../../lib/stories/grouping-model';
import { bcubedMulti } from '../../scripts/evaluate/bcubed';

describe('the grouping model', () => {
  it('of the beat loads, with its terms sorted and in use', () => {
    const model = groupingModel(termStatistics, pairModel);
    const terms = termStatistics.terms.split(' ');
    expect([...terms].sort()).toEqual(terms);
    expect(model.terms.get('ransomwar')!.frequency).toBeGreaterThan(1_000);
    expect(model.terms.get('microsoft')!.name).toBe(1);
  });

  it('is what was encoded', () => {
    const data = encodeStatistics(
      200,
      new Map([
        ['harbour', { texts: 20, inside: 9, asName: 9 }],
        ['crane', { texts: 4, inside: 3, asName: 0 }],
        ['rare', { texts: 1, inside: 1, asName: 0 }],
      ]),
      2,
    );
    const { terms } = groupingModel(data, pairModel);
    expect(Object.fromEntries(terms)).toEqual({ crane: { frequency: 2_000, name: 0 }, harbour: { frequency: 10_000, name: 1 } });
  });

  it.each([
    ['a list cut short', { ...termStatistics, names: '123' }, pairModel],
    ['weights of other features', termStatistics, { ...pairModel, pair: { ...pairModel.pair, features: ['cosine'] } }],
  ])('refuses %s', (_, statistics, weights) => {
    expect(() => groupingModel(statistics, weights)).toThrow();
  });
});

describe('B-cubed', () => {
  it.each([
    ['perfect', ['a', 'a', 'none'], ['1', '1', '2'], 1, 1, 2],
    ['all in one', ['a', 'a', 'none'], ['1', '1', '1'], 5 / 9, 1, 3],
    ['none together', ['a', 'a', 'none'], ['1', '2', '3'], 1, 0.5, 2],
  ])('of %s', (_, gold, predicted, p, r, items) => {
    const figures = bcubedMulti(gold, predicted);
    expect(figures.p).toBeCloseTo(p);
    expect(figures.r).toBeCloseTo(r);
    expect(figures.items).toBe(items);
  });
});
