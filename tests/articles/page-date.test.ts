import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../lib/articles/page-date';

describe('dates as pages state them', () => {
  it.each([
    ['2026-05-02T06:30:00Z', '2026-05-02T06:30:00Z'],
    ['2026-05-02T06:30:00.123+02:00', '2026-05-02T06:30:00+02:00'],
    ['2026-05-02T06:30+0200', '2026-05-02T06:30+02:00'],
    ['2026-05-02 06:30:00 UTC', '2026-05-02T06:30:00Z'],
    ['2026-05-02 06:30:00', '2026-05-02T06:30:00'],
    ['2026-5-2', '2026-05-02'],
    ['2026/05/02', '2026-05-02'],
    ['20260502', '2026-05-02'],
    ['02.05.2026', '2026-05-02'],
    ['2.5.26', '2026-05-02'],
    ['2026年5月2日', '2026-05-02'],
    ['02.05.2026, 06:30', '2026-05-02T06:30'],
    ['1777703400', '2026-05-02T06:30:00.000Z'],
    ['1777703400000', '2026-05-02T06:30:00.000Z'],
    ['Sat, 02 May 2026 06:30:00 GMT', '2026-05-02T06:30:00.000Z'],
    ['Sat May 02 2026 06:30:00 +0200', '2026-05-02T04:30:00.000Z'],
    ['May 2, 2026 06:30', '2026-05-02T06:30:00'],
    ['2 May 2026', '2026-05-02'],
    ['', null],
    ['yesterday', null],
    ['PT2M10S', null],
    ['14:36', null],
    ['0001-01-01T00:00:00', null],
    ['2026-99-99', null],
    ['Volume 2026', null],
  ])('%s is %s', (stated, iso) => {
    expect(isoDate(stated)).toBe(iso);
  });

  it('is null or can be read by every engine, whatever is stated', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^20\d\d-\d\d-\d\d[T ]\d\d:\d\d/)), (stated) => {
        const iso = isoDate(stated);
        expect(iso === null || !Number.isNaN(Date.parse(iso))).toBe(true);
      }),
    );
  });
});
