/** A table written as names, each with its one character behind it. */
const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)]));

/** The named entities that newsrooms' systems write; others are left as they are. */
const NAMED = table(
  'amp& quot" apos\' lt< gt> lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» hellip… ndash– mdash— bull• middot· euro€ ' +
    'pound£ deg° szligß oslashø OslashØ aeligæ AEligÆ',
);
const BLANK = /^(?:nbsp|ensp|emsp|thinsp)$/;
/** Letters with a mark: &eacute; is e with U+0301. */
const MARKS = table('grave\u0300 acute\u0301 circ\u0302 tilde\u0303 uml\u0308 ring\u030a cedil\u0327 caron\u030c');

/** What an entity stands for, by its name without & and ;. */
function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = Number(`0${name.slice(1).toLowerCase()}`);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
  }
  if (BLANK.test(name)) return ' ';
  if (name === 'shy') return '';
  const [, letter = '', accent = ''] = /^([a-z])([a-z]{3,5})$/i.exec(name) ?? [];
  const mark = MARKS.get(accent);
  // Case tells letters apart, and nothing else: &QUOT; is &quot;.
  return mark ? (letter + mark).normalize('NFC') : (NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole);
}

/** Text that may hold entities, markup, soft hyphens and line breaks, as one plain line of at most `most` characters. */
export const clean = (text: string | null | undefined, most = 300): string =>
  (text ?? '')
    .slice(0, most * 4)
    // Entities twice over come in JSON-LD and meta tags; the parser of the page has read the others.
    .replace(/&(#(?:x[\da-f]{1,6}|\d{1,7})|[a-z]{2,7});/gi, entity)
    // Italics within a word or before a comma part nothing.
    .replace(/<\/?(?:a|b|cite|em|i|mark|q|s|small|span|strong|su[bp]|u)(?:\s[^<>]{0,300})?>/gi, '')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);

/** What two ways of writing the same words have in common: letters and digits, lower case. */
export const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
