import { describe, expect, it } from 'vitest';
import { cluster } from '../../lib/stories/cluster';

const OPTIONS = { join: 0, strongest: 0.8 };
const alone = (count: number): number[][] => Array.from({ length: count }, (_, i) => [i]);
const all = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, j) => Array.from({ length: j }, (__, i): [number, number] => [i, j])).flat();
const sorted = (groups: readonly (readonly number[])[]): number[][] => groups.map((group) => [...group].sort()).sort();

describe('clustering', () => {
  it('keeps a chain whole in which each resembles the next', () => {
    const odds = (i: number, j: number): number => (Math.abs(i - j) === 1 ? 4 : -1);
    expect(sorted(cluster(alone(4), all(4), odds, OPTIONS))).toEqual([[0, 1, 2, 3]]);
  });

  it('does not join two groups by one look-alike pair', () => {
    const half = (i: number): boolean => i < 4;
    const odds = (i: number, j: number): number =>
      half(i) === half(j) ? 5 : Math.min(i, j) === 3 && Math.max(i, j) === 4 ? 3 : -5;
    expect(sorted(cluster(alone(8), all(8), odds, OPTIONS))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  it('keeps given blocks together and never compares what is no candidate', () => {
    const asked: string[] = [];
    const odds = (i: number, j: number): number => {
      asked.push(`${i} ${j}`);
      return 5;
    };
    expect(sorted(cluster([[0, 1], [2], [3]], [[1, 2]], odds, OPTIONS))).toEqual([[0, 1, 2], [3]]);
    expect(asked.filter((pair) => pair.includes('3'))).toEqual([]);
  });

  it('gives the same groups whatever the order of the candidates', () => {
    const odds = (i: number, j: number): number => ((i * 7 + j * 13) % 11) - 5;
    expect(sorted(cluster(alone(12), all(12).reverse(), odds, OPTIONS))).toEqual(
      sorted(cluster(alone(12), all(12), odds, OPTIONS)),
    );
  });
});
