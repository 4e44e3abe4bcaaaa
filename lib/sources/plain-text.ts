import { Tokenizer } from 'htmlparser2';

/** Markup beyond this is not read: the longest text that we keep is 6,000 characters, and pages pad with markup. */
const MAX_MARKUP = 120_000;

/** Elements whose text is not the report's: code, fallbacks, and captions (whose agency credits are the picture's). */
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'svg',
  'math',
  'figcaption',
  'textarea',
  'select',
]);

/** Elements that run on within a line; all others part words. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);

/** Escaped once too often: text that, once decoded, still has tags which only markup has. */
const STILL_MARKUP = /<\/?(?:p|br|div|span|a|img|b|i|strong|em|ul|ol|li|h[1-6]|table|blockquote|figure)(?:\s[^<>]{0,2000})?\/?>/i;

/** The same for characters: "AT&amp;T" in what should be text. */
const STILL_ESCAPED = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/i;

/** Directional controls and invisible characters: they reorder what is read and hide what is matched. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Joiners are spelling in Arabic and Indic scripts and a disguise anywhere else. */
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}])[\u200c\u200d]/gu;

/**
 * The text of HTML (or of text: `&` and `<` that are no markup stay), on one line, without markup, invisible and
 * control characters; at most `max` characters, cut at a word. Never contains a tag, whatever was escaped how often.
 */
export function plainText(html: string, max: number): string {
  let text = tidy(textOf(html.slice(0, MAX_MARKUP)));
  if (STILL_MARKUP.test(text)) text = tidy(textOf(text));
  if (STILL_ESCAPED.test(text)) text = tidy(textOf(text.replaceAll('<', '&lt;')));
  // What is left is a tag that the text speaks of ("the <script> tag"): the word stays, the brackets go.
  text = text.replace(/<([a-z/!?][^<>]{0,100})>/gi, ' $1 ').replace(/<(?=[a-z/!?])/gi, ' ');
  return clip(tidy(text), max);
}

/** At most `max` characters (UTF-16 units), cut between words where one ends in the last fifth, never inside a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max <= 0) return '';
  let end = max;
  const next = text.charCodeAt(end);
  if (next >= 0xdc00 && next <= 0xdfff) end -= 1;
  const space = text.lastIndexOf(' ', end);
  if (space >= max * 0.8) end = space;
  return text.slice(0, end).trimEnd();
}

/** Reads tokens rather than a tree: the cost is linear in the markup, however deep it is nested. */
function textOf(html: string): string {
  const parts: string[] = [];
  let skipping: string | null = null;
  let depth = 0;
  let opened = '';
  const boundary = (name: string) => {
    if (skipping === null && !INLINE.has(name)) parts.push(' ');
  };
  const name = (start: number, end: number) => html.slice(start, Math.min(end, start + 40)).toLowerCase();
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext(start, end) {
        if (skipping === null) parts.push(html.slice(start, end));
      },
      ontextentity(codepoint) {
        if (skipping === null) parts.push(String.fromCodePoint(codepoint));
      },
      onopentagname(start, end) {
        opened = name(start, end);
        boundary(opened);
      },
      onopentagend() {
        if (skipping === null && SKIPPED.has(opened)) {
          skipping = opened;
          depth = 1;
        } else if (skipping === opened) {
          depth += 1;
        }
      },
      onclosetag(start, end) {
        const closed = name(start, end);
        if (skipping === closed) {
          depth -= 1;
          if (depth === 0) skipping = null;
        }
        boundary(closed);
      },
      onselfclosingtag() {},
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onattribname() {},
      oncdata(start, end, endOffset) {
        if (skipping === null) parts.push(html.slice(start, end - endOffset));
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return parts.join('');
}

function tidy(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(/\p{Cs}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
