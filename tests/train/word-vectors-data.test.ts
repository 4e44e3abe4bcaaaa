import { describe, expect, it } from 'vitest';
import { decodeWordVectors, encodeWordVectors, wordVectors } from '../../scripts/train/word-vectors-data';

describe('vectors of words', () => {
  it('come back as they were stored, to a step', () => {
    const data = encodeWordVectors(
      ['bank', 'flaw'],
      [
        [1, -2.54],
        [0, 0.5],
      ],
    );
    const { size, of } = decodeWordVectors(data);
    expect(size).toBe(2);
    expect(of.get('bank')![1]).toBeCloseTo(-2.54, 5);
    expect(Math.abs(of.get('flaw')![1]! - 0.5)).toBeLessThanOrEqual(data.step / 2);
  });

  it('are refused where they do not fit their words', () => {
    expect(() => decodeWordVectors({ ...encodeWordVectors(['bank'], [[1, 2]]), words: 'bank flaw' })).toThrow(TypeError);
  });

  it('put words of like use nearer than others, as committed', () => {
    const { of } = wordVectors();
    const likeness = (a: string, b: string) => {
      const [x, y] = [of.get(a)!, of.get(b)!];
      const dot = (p: Float32Array, q: Float32Array) => p.reduce((sum, value, d) => sum + value * q[d]!, 0);
      return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
    };
    expect(likeness('lawsuit', 'settlement')).toBeGreaterThan(likeness('lawsuit', 'router'));
  });
});
