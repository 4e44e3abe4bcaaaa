import { describe, expect, it } from 'vitest';
import { bands, fingerprint, resemblance } from '../../lib/articles/fingerprint';

/** A text of our own of so many words, the same for the same seed. */
function prose(seed: number, words: number): string {
  let state = seed;
  const out: string[] = [];
  for (let index = 0; index < words; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out.push(`w${(state >>> 8) % 3_000}`);
  }
  return out.join(' ');
}
const share = (a: string, b: string) => resemblance(fingerprint(a), fingerprint(b));
const meet = (a: string, b: string) => bands(fingerprint(a)).some((key) => bands(fingerprint(b)).includes(key));

describe('fingerprint', () => {
  const text = prose(1, 300);

  it('is the same on every machine', () => {
    const text =
      'The harbour authority closed two berths after a crane control system failed, and said that it would reopen them on Monday.';
    expect(fingerprint(text).slice(0, 2)).toMatchInlineSnapshot(`
      [
        2316154220,
        2279731865,
      ]
    `);
  });

  it('does not see case, accents, punctuation and spacing', () => {
    const plain =
      'cafe owners in the old port said on friday that their tills had stopped after the update and had not come back';
    expect(share(plain, plain.replace('cafe', 'CAFÉ').replaceAll(' ', '  ').replace('friday', '"Friday",'))).toBe(1);
  });

  it('finds a copy with a changed beginning and a cut end, and lets it meet the original', () => {
    const copy = `${prose(2, 15)} ${text.split(' ').slice(0, 250).join(' ')}`;
    expect(share(text, copy)).toBeGreaterThan(0.6);
    expect(meet(text, copy)).toBe(true);
  });

  it('does not take texts of the same field for copies', () => {
    expect(share(text, prose(3, 300))).toBeLessThan(0.1);
    expect(meet(text, prose(3, 300))).toBe(false);
  });

  it('estimates the share of shingles to about 0.15', () => {
    const words = text.split(' ');
    const half = [...words.slice(0, 150), ...prose(9, 150).split(' ')].join(' ');
    expect(Math.abs(share(text, half) - 1 / 3)).toBeLessThan(0.15);
  });

  it('says nothing of short texts, nor of one phrase over and over', () => {
    expect(fingerprint('Port closed after attack')).toEqual([]);
    expect(fingerprint('breaking news '.repeat(200))).toEqual([]);
    expect(resemblance([], [])).toBe(0);
  });

  it('reads scripts that are written without spaces', () => {
    const chinese = '港口管理局周五表示系统故障后关闭了两个泊位预计将于周一重新开放';
    expect(fingerprint(chinese)).toHaveLength(64);
    expect(share(chinese, `${chinese}。`)).toBe(1);
  });

  it('takes less than 300 ms for a thousand texts of 1,500 characters', () => {
    const texts = Array.from({ length: 1_000 }, (_, index) => prose(index, 270).slice(0, 1_500));
    texts.slice(0, 50).map(fingerprint);
    // Processor time, the best of five: other work on the machine is not what is measured.
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      texts.map(fingerprint);
      return process.cpuUsage(start).user / 1_000;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });
});
