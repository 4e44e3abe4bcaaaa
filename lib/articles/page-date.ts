import { readDate } from './dates';

const two = (part = '') => part.padStart(2, '0');

/** 02.05.26, 2/5/2026, 02-05-2026: year last. What can be either is the month's day first, but for American pages. */
function yearFirst(text: string, monthFirst: boolean): string {
  return text.replace(
    /^(\d\d?)([./-])\s?(\d\d?)\2\s?(?:20)?(\d\d)(?!\d)/,
    (_, one: string, dot: string, other: string, year: string) => {
      const american = +other > 12 || (monthFirst && dot !== '.' && +one <= 12);
      return `20${year}-${american ? `${one}-${other}` : `${other}-${one}`}`;
    },
  );
}

/**
 * A date that a page states, as ISO 8601: with a zone where it has one, without a time where it has none.
 * Reads ISO in its dialects, 20240502, epoch seconds and milliseconds, 02.05.2024, 2/5/2024, 2024年5月2日, RFC 2822, and dates
 * in words of a dozen languages. Null where it is none, or outside 1990-2099.
 * @param monthFirst 2/5/2024 is the fifth of February, as Americans write it
 */
export function isoDate(stated: string, monthFirst = false): string | null {
  const text = stated.slice(0, 60).trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(+text.padEnd(13, '0')).toISOString();
  const [, year, , month, day, time = '', zone = ''] =
    /^(199\d|20\d\d)([-/.]?)(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)(?:[T ,]+(\d\d:\d\d(?::\d\d)?)[\d.]*\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i.exec(
      yearFirst(text.replace(/^(20\d\d)(?:[年년]|\.(?=\s))\s?(\d\d?)[月월.]\s?(\d\d?)[日일.]?/, '$1-$2-$3'), monthFirst),
    ) ?? [];
  if (year) {
    const offset = /^[zug]/i.test(zone) ? 'Z' : zone.replace(/(\d\d):?(\d\d)/, '$1:$2');
    const iso = `${year}-${two(month)}-${two(day)}${time && `T${time}${offset}`}`;
    return Number.isNaN(Date.parse(iso)) ? null : iso;
  }
  const words = text
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/(\d)(?:st|nd|rd|th|er|º)\b/gi, '$1')
    .replace(/\s(?:de|at|um|à|kl\.?)\s(?=\w)/gi, ' ')
    .replace(/\s[|·•–-]\s/g, ' ');
  // Engines read "Thu, 02 May 2024 10:00:00 GMT" and "May 2, 2024 10:00" alike; without a zone they would take the reader's.
  const zoned = /(?:[A-Z]{3}|Z|[+-]\d\d:?\d\d)$/.test(words);
  const english = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*(?:199|20\d)\d/i.test(words)
    ? Date.parse(zoned ? words : `${words} UTC`)
    : 0;
  const read = english > 0 ? english : /\p{L}{3}.*20\d\d/u.test(words) ? (readDate(words) ?? 0) : 0;
  return read > 0 ? new Date(read).toISOString().slice(0, zoned ? 24 : /\d:\d/.test(words) ? 19 : 10) : null;
}
