import { describe, expect, it } from 'vitest';
import { ridge, type SparseRow, times } from '../../scripts/train/ridge';

const row = (values: number[]): SparseRow => ({
  columns: Int32Array.from(values.keys()),
  values: Float32Array.from(values),
});

describe('ridge regression', () => {
  const rows = [row([1, 0]), row([0, 1]), row([1, 1]), row([2, 1])];
  const target = Float64Array.from([2, -1, 1, 3]);
  const trust = new Float64Array(4).fill(1);

  it('finds the weights that made the targets where nothing is penalised', () => {
    const weights = ridge(rows, target, trust, 2, 0);
    expect(weights[0]).toBeCloseTo(2, 4);
    expect(weights[1]).toBeCloseTo(-1, 4);
    expect(times(rows[3]!, weights)).toBeCloseTo(3, 4);
  });

  it('draws the weights towards zero as the penalty grows', () => {
    const size = (penalty: number) => Math.hypot(...ridge(rows, target, trust, 2, penalty));
    expect(size(1)).toBeLessThan(size(0));
    expect(size(100)).toBeLessThan(size(1));
  });

  it('leaves out a row that is not trusted', () => {
    const odd = [...rows, row([1, 0])];
    const weights = ridge(odd, Float64Array.from([...target, 50]), Float64Array.from([1, 1, 1, 1, 0]), 2, 0);
    expect(weights[0]).toBeCloseTo(2, 4);
  });
});
