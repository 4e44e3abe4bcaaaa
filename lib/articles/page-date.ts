/**
 * A date that a page states, as ISO 8601: with a zone where it has one, without a time where it has none.
 * Reads ISO in its dialects, 20240502, epoch seconds and milliseconds, 02.05.2024, 2024年5月2日, RFC 2822 and English dates.
 * Null where it is none, or outside 1990-2099.
 */
export function isoDate(stated: string): string | null {
  const text = stated.slice(0, 60).trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(+text.padEnd(13, '0')).toISOString();
  const [, year, , month, day, time = '', zone = ''] =
    /^(199\d|20\d\d)([-/.]?)(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)(?:[T ,]+(\d\d:\d\d(?::\d\d)?)[\d.]*\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i.exec(
      text
        .replace(/^(20\d\d)年(\d\d?)月(\d\d?)日/, '$1-$2-$3')
        .replace(/^(\d\d?)\.\s?(\d\d?)\.\s?(?:20)?(\d\d)(?!\d)/, '20$3-$2-$1'),
    ) ?? [];
  const two = (part = '') => part.padStart(2, '0');
  if (year) {
    const offset = /^[zug]/i.test(zone) ? 'Z' : zone.replace(/(\d\d):?(\d\d)/, '$1:$2');
    const iso = `${year}-${two(month)}-${two(day)}${time && `T${time}${offset}`}`;
    return Number.isNaN(Date.parse(iso)) ? null : iso;
  }
  // Engines read "Thu, 02 May 2024 10:00:00 GMT" and "May 2, 2024 10:00" alike; without a zone they would take the reader's.
  const zoned = /(?:[A-Z]{3}|Z|[+-]\d\d:?\d\d)$/.test(text);
  const read = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*(?:199|20\d)\d/i.test(text)
    ? Date.parse(zoned ? text : `${text} UTC`)
    : 0;
  return read > 0 ? new Date(read).toISOString().slice(0, zoned ? 24 : /\d:\d/.test(text) ? 19 : 10) : null;
}
