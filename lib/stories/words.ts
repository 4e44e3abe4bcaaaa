/** A word of a text, brought to the form by which texts are compared. */
export interface Word {
  /** Lower case, inflection cut off: compares, is not for show. Numbers are `#` and the value, CVE numbers whole. */
  readonly term: string;
  /** As written. */
  readonly surface: string;
  /** Written with a capital or in capitals, and not the first word of its sentence. */
  readonly name: boolean;
}

/** What feeds append to summaries; says nothing of the matter. */
const FEED_TAIL =
  /The post .{0,400} appeared first on .{0,120}$|\[(?:…|\.{1,3})\]\s*$|Continue reading\s*\.*$|Read more\s*\.*$/iu;
const WORD = /[£$€¥₹₩]?\d[\d.,]*\d|[£$€¥₹₩]?\d|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’&./-][\p{L}\p{N}\p{M}]+)*/gu;
const CVE = /cve-\d{4}-\d{4,7}/giu;
const SCALE: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  trillion: 1e12,
  tn: 1e12,
  lakh: 1e5,
  crore: 1e7,
};
const NUMBER_WITH_SCALE = /^[£$€¥₹₩]?(\d[\d.,]*)(k|mn?|bn?|tn)?$/u;
/** 4.8万, 4万8000: ten thousands and their squares. */
const MYRIADS = /(\d+(?:\.\d+)?)([万萬亿億])(\d{1,4}(?!\d))?/gu;
/** Chinese, Japanese, Thai: written without spaces, compared by pairs of letters. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{2,}/gu;

/** Words that carry the grammar, not the matter; English, since the beat's statistics are. */
const STOP = new Set(
  (
    'a about after again against all also am an and any are as at be been before being between both but by can could did do does ' +
    'doing down during each few for from further had has have having he her here hers him his how i if in into is it its just ' +
    'last may me might more most must my new no nor not now of off on once one only or other our out over own per s said same say ' +
    'says she should so some such t than that the their theirs them then there these they this those through to too under until ' +
    'up us very via was we were what when where which while who whom why will with within would you your yours re ve ll d m ' +
    'amid among know need here’s what’s it’s don’t u.s us-based year years day days week weeks month months today yesterday ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october ' +
    'november december according'
  ).split(' '),
);

/** Cuts the commonest English inflections, so that "breaches", "breached" and "breach" are one term. */
export function stem(word: string): string {
  let w = word;
  if (w.length < 4 || /\d/u.test(w)) return w;
  if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh|z)es$/u.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !/(?:ss|us|is)$/u.test(w)) w = w.slice(0, -1);
  if (w.endsWith('ing') && w.length > 5) w = w.slice(0, -3);
  else if (w.endsWith('ed') && w.length > 4) w = w.slice(0, -2);
  if (w.length > 4 && /([bdfgklmnprt])\1$/u.test(w)) w = w.slice(0, -1);
  if (w.length > 4 && w.endsWith('e')) w = w.slice(0, -1);
  if (w.length > 4 && w.endsWith('y')) w = `${w.slice(0, -1)}i`;
  return w;
}

/** "£14m", "14 million" and "14,000,000" are one term; two digits count, since outlets round. */
function numberTerm(digits: string, scale: string | undefined): string | null {
  const value = Number(digits.replace(/,/gu, '').replace(/\.(?=.*\.)/gu, '')) * (scale === undefined ? 1 : (SCALE[scale] ?? 1));
  if (!Number.isFinite(value) || value === 0) return null;
  if (scale === undefined && value < 10) return null;
  if (scale === undefined && value >= 1990 && value <= 2040 && Number.isInteger(value)) return null;
  return `#${Number(value.toPrecision(2))}`;
}

/**
 * The words of a text in order, grammar left out.
 * @param text plain text; at most `limit` characters of it are read
 */
export function wordsOf(text: string, limit: number): Word[] {
  const clean = text
    .slice(0, limit)
    .normalize('NFKC')
    .replace(FEED_TAIL, ' ')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/(\d[.,]) (?=\d)/gu, '$1')
    .replace(
      MYRIADS,
      (_, count: string, unit: string, rest = '0') =>
        ` ${Number(count) * (unit === '万' || unit === '萬' ? 1e4 : 1e8) + Number(rest)} `,
    );
  const words: Word[] = [];
  for (const cve of clean.match(CVE) ?? []) words.push({ term: cve.toLowerCase(), surface: cve.toUpperCase(), name: true });
  const rest = clean.replace(CVE, ' ').replace(UNSPACED, (run) => {
    for (let i = 0; i + 1 < run.length && words.length < 400; i++)
      words.push({ term: run.slice(i, i + 2), surface: run.slice(i, i + 2), name: false });
    return ' ';
  });
  const found = [...rest.matchAll(WORD)];
  for (let i = 0; i < found.length; i++) {
    const match = found[i]!;
    const surface = match[0];
    const lower = surface.toLowerCase();
    const number = NUMBER_WITH_SCALE.exec(lower);
    if (number !== null) {
      let scale = number[2];
      const next = found[i + 1]?.[0].toLowerCase();
      if (scale === undefined && next !== undefined && next in SCALE) {
        scale = next;
        i++;
      }
      const term = numberTerm(number[1]!, scale);
      if (term !== null)
        words.push({
          term,
          surface: scale === undefined ? surface : `${surface} ${scale}`.replace(/(\d) (k|mn?|bn?|tn)$/u, '$1$2'),
          name: false,
        });
      continue;
    }
    const before = rest.slice(Math.max(0, match.index - 2), match.index);
    const starts = match.index === 0 || /[.!?:"“]\s?$/u.test(before);
    const capital = /^\p{Lu}/u.test(surface);
    const name = (capital && !starts) || /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(surface);
    let base = lower.replace(/'s?$|'s(?=-)/gu, '');
    if (base === 'cyber') {
      const next = found[i + 1]?.[0].toLowerCase();
      if (next !== undefined && /^(?:attack|security|crime)/u.test(next)) {
        words.push({ term: stem(`cyber${next.replace(/'s?$/u, '')}`), surface: `${surface} ${found[i + 1]![0]}`, name: false });
        i++;
        continue;
      }
    }
    if (base.startsWith('cyber-')) base = base.replace('-', '');
    const parts = base.split(/[-/]/u);
    // "D-Link", "e-visa", "n8n-io": a hyphen that makes one name; "exploit-laden": two words.
    if (parts.length > 1 && !parts.some((part) => part.length <= 2)) {
      for (const part of parts) if (!STOP.has(part)) words.push({ term: stem(part), surface: part, name });
    } else {
      const whole = parts.join('');
      if (whole.length > 1 && !STOP.has(whole) && !STOP.has(base)) words.push({ term: stem(whole), surface, name });
    }
  }
  return words;
}
