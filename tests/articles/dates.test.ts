import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_AHEAD, readDate, saneDate } from '../../lib/articles/dates';

const NOW = Date.UTC(2026, 0, 10, 12);
const iso = (text: string) => new Date(text).getTime();

describe('saneDate', () => {
  it.each([
    ['Mon, 05 Jan 2026 10:30:00 +0100', '2026-01-05T09:30:00Z'],
    ['Mon, 05 Jan 2026 10:30:00 EST', '2026-01-05T15:30:00Z'],
    ['5 Jan 26 10:30 GMT', '2026-01-05T10:30:00Z'],
    ['Mon, 05 Jan 2026 10:30:00 (PDT)', '2026-01-05T17:30:00Z'],
    ['Mon, 5 January 2026 10:30', '2026-01-05T10:30:00Z'],
    ['2026-01-05T10:30:00Z', '2026-01-05T10:30:00Z'],
    ['2026-01-05T10:30:00.123456+05:30', '2026-01-05T05:00:00Z'],
    ['2026-01-05 10:30:00', '2026-01-05T10:30:00Z'],
    ['2026-01-05', '2026-01-05T00:00:00Z'],
    ['20260105T103000Z', '2026-01-05T10:30:00Z'],
    ['1767609000', '2026-01-05T10:30:00Z'],
    ['1767609000000', '2026-01-05T10:30:00Z'],
    ['January 5, 2026 at 10:30 PM', '2026-01-05T22:30:00Z'],
    ['Jan 5, 2026 12:15 a.m. ET', '2026-01-05T05:15:00Z'],
    ['Di., 05. März 2024 08:00:00 +0000', '2024-03-05T08:00:00Z'],
    ['05 août 2025', '2025-08-05T00:00:00Z'],
  ])('reads %s', (stated, expected) => expect(saneDate(stated, NOW)).toEqual({ at: iso(expected), dated: 'stated' }));

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['words', 'yesterday evening'],
    ['a day that does not exist', '2026-02-31'],
    ['a month that does not exist', 'Mon, 05 Foo 2026 10:00:00 GMT'],
    ['an hour that does not exist', '2026-01-05T29:00:00Z'],
    ['the epoch', '1970-01-01T00:00:00Z'],
    ['the year 9999', '9999-12-31T23:59:59Z'],
    ['tomorrow', 'Sun, 11 Jan 2026 12:00:00 GMT'],
    ['markup', '<script>2026</script>'],
    ['a megabyte', '2026-01-05 '.repeat(100_000)],
  ])('takes now for %s', (_, stated) => expect(saneDate(stated, NOW)).toEqual({ at: NOW, dated: 'assumed' }));

  it('allows a clock that is minutes ahead, and no more', () => {
    expect(saneDate(new Date(NOW + MAX_AHEAD).toISOString(), NOW).dated).toBe('stated');
    expect(saneDate(new Date(NOW + MAX_AHEAD + 1_000).toISOString(), NOW).dated).toBe('assumed');
  });

  it('reads back any date in the forms that feeds use', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1995-01-02'), max: new Date(NOW), noInvalidDate: true }), (date) => {
        const at = Math.floor(date.getTime() / 1000) * 1000;
        expect(readDate(new Date(at).toUTCString())).toBe(at);
        expect(readDate(new Date(at).toISOString())).toBe(at);
      }),
    );
  });

  it('is never later than minutes from now, nor older than the web', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z:+., -]{0,40}$/)), (stated) => {
        const { at } = saneDate(stated, NOW);
        expect(at).toBeLessThanOrEqual(NOW + MAX_AHEAD);
        expect(at).toBeGreaterThanOrEqual(Date.UTC(1995, 0, 1));
      }),
    );
  });
});
