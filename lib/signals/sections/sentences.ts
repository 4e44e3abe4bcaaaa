import type { Article } from '../../articles/article';
import { stem } from '../../stories/words';
import { amountsIn } from '../amounts';
import type { Origin } from '../signals';
import { ABBREVIATIONS, BOILERPLATE, FUNCTION_WORDS, LEANING_OPENERS, OPENERS, SPEECH } from './english';

/** A word as written, with its place in the sentence. */
export interface Word {
  /** Without the possessive: "Anthropic" of "Anthropic’s". */
  readonly text: string;
  readonly lower: string;
  /** Offsets in the sentence; `end` leaves the possessive out. */
  readonly start: number;
  readonly end: number;
}

/** A sentence of an article, verbatim: a substring of its title, summary or text. */
export interface Sentence {
  readonly text: string;
  readonly article: string;
  /** Key of the origin that the article rests on. */
  readonly origin: string;
  readonly place: 'title' | 'summary' | 'text';
  /** True where the article repeats another outlet's report: the original says it better. */
  readonly secondhand: boolean;
  /** Position among the article's own sentences, the title being 0. */
  readonly index: number;
  readonly words: readonly Word[];
  /** True where capitals tell nothing: Title Case, all capitals, or too short to know. */
  readonly capitalised: boolean;
  /** True where it can be shown alone: whole, of a readable length, no advertising, no question. */
  readonly quotable: boolean;
  /** True where it leans on the sentence before it ("He also said ..."). */
  readonly leaning: boolean;
  /** Content words, stemmed, for comparing sentences; figures are left as written. */
  readonly terms: ReadonlySet<string>;
}

/** Characters read of a whole story: what keeps a story of 200 articles under the 150 ms of its budget. */
const STORY_CHARACTERS = 120_000;
/** However many articles there are, each is read this far: a title and the lead. */
const LEAST_CHARACTERS = 500;
const TITLE_CHARACTERS = 300;
const SUMMARY_CHARACTERS = 1_000;
const TEXT_CHARACTERS = 6_000;
/** A quotation shorter than this says nothing, a longer one is not read; both from reading our own pages. */
const QUOTE_WORDS = 5;
const QUOTE_CHARACTERS = { least: 28, most: 360 };
/** No sentence of a newspaper has more words; what is longer is markup or an attack. */
const SENTENCE_WORDS = 120;

// Latin letters and figures only: a Latin name inside Japanese text is then a word of its own.
const WORD = /[\p{Script=Latin}\p{N}]+(?:(?:[.&'’\-_+]|,(?=\d))[\p{Script=Latin}\p{N}]+)*/gu;
const STOP = /[.!?…。！？]+["'”’)\]]*|\n+/gu;
/** Feeds that drop markup glue paragraphs together: "... for 58 hoursThe outsourcing company". */
const GLUED = /(\p{Ll}{2})(?=(?:The|This|These|It|In|An|A|More|He|She|They|Its|After|For|On)\s\p{L})/gu;
/**
 * Where a standfirst may be glued to the lead without a stop: "... shuts three of its plants A maker of pumps has ...".
 * "The" begins names as well ("The Hacker News"), so a word in small letters or an acronym must follow it.
 */
const STANDFIRST = / (?=(?:An?|These|This|When|After) \p{Ll}|(?:An?|The) (?:\p{Ll}|(?:US|UK|EU|FBI|NSA) ))/gu;
/** Nor does a capital begin a sentence after these: "Series A round", "told The ...", "Plan A". */
const BEFORE_NAME = /^(?:series|plan|class|grade|vitamin|type|group|phase|level|tier|schedule|called|named|titled|dubbed)$/;
/** A standfirst is a line; fewer words before the capital are something else. */
const STANDFIRST_WORDS = 5;
/** "WASHINGTON (AP) —", "MANILA, Philippines —", "(2nd LD)", "Key Takeaways": where and how, not what. */
const DATELINE =
  /^(?:By \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?=\p{Lu})|\p{Lu}[\p{L}.,\s\d]{2,50}\/(?:PRNewswire|CNW|Business ?Wire)\/? ?(?:[—–-]{1,2} ?)?)|^\p{Lu}[\p{Lu}\s.'-]{2,40}(?:, ?[\p{L}.]{2,12}(?: \d{1,2})?){0,2}(?:, \d{4})?(?: ?\([^)]{2,30}\))? ?[—–-]{1,2}\s+/u;
const LABEL =
  /^(?:\p{Lu}{4,}:|\(\w{1,8}(?: \w{1,6})?\)|\[\w{1,12}\]|Key Takeaways:?|Updated?:|Breaking:|Exclusive:|Watch:|(?:Source|Image|Credit|Photo): [\p{L}\p{N}.]{2,24})\s+/u;
/** "Quorvex.com - ..." before a headline. */
const SITE = /^[\w-]+\.(?:com|org|net) [—–-] /u;
/** "The second might be ...", "The latter was ...": one of several that the sentence before told. */
const LEANS =
  /^(?:The|One|All|Some|Several|Most) (?:second|third|other|others|latter|former|same|rest|two|three|pair|duo|of (?:them|these|those))\b/u;
const CUT_OFF = /(?:\[\s*(?:…|\.{1,3})\s*\]\.?|…|\.{3})\s*$/u;

/** The words of a text. Linear; at most `SENTENCE_WORDS`. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = /['’]s?$/u.test(match[0]) ? match[0].replace(/['’]s?$/u, '') : match[0];
    words.push({ text: written, lower: written.toLowerCase(), start: match.index, end: match.index + written.length });
    if (words.length === SENTENCE_WORDS) break;
  }
  return words;
}

/**
 * The sentences of a text, each a substring of it. Knows abbreviations, initials, figures with points and
 * full stops of Chinese and Japanese. Linear.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  const cut = (end: number): void => {
    const sentence = text.slice(from, end).trim();
    if (sentence !== '') sentences.push(sentence);
    from = end;
  };
  const glued = [...text.matchAll(GLUED)].map((match) => match.index + match[0].length);
  for (const { index } of text.matchAll(STANDFIRST))
    if (endsStandfirst(text.slice(Math.max(0, index - 90), index))) glued.push(index);
  glued.sort((a, b) => a - b);
  for (const match of text.matchAll(STOP)) {
    while (glued.length > 0 && glued[0]! <= match.index) cut(glued.shift()!);
    const end = match.index + match[0].length;
    if (match[0].startsWith('\n') || /[。！？]/u.test(match[0]) || endsSentence(text, from, match.index, end)) cut(end);
  }
  for (const end of glued) cut(end);
  cut(text.length);
  return sentences;
}

/** True where a line of several words ends with a small one that does not lead on: after "that" or "told" a capital begins a name. */
function endsStandfirst(before: string): boolean {
  const line = before.slice(Math.max(...['.', '!', '?', '\n', '“', '"', ','].map((stop) => before.lastIndexOf(stop))) + 1);
  const last = /(?:^|\s)(\p{Ll}{3,})$/u.exec(line)?.[1];
  if (last === undefined || FUNCTION_WORDS.has(last) || SPEECH.has(last) || BEFORE_NAME.test(last)) return false;
  return line.trim().split(' ').length >= STANDFIRST_WORDS;
}

function endsSentence(text: string, from: number, stop: number, end: number): boolean {
  if (end >= text.length) return true;
  if (!/\s/u.test(text[end] ?? ''))
    // "... of the case.More than": pages that lose their paragraphs.
    return (
      /^\p{Lu}\p{Ll}/u.test(text.slice(end, end + 2)) && /(?:\p{Ll}{3}|\d)$/u.test(text.slice(Math.max(from, stop - 3), stop))
    );
  const following = text.slice(end, end + 40).trimStart();
  const first = following[0] ?? '';
  if (/[\p{Ll}]/u.test(first) && !/^(?:i[A-Z]|x[A-Z]|e[A-Z])/u.test(following)) return false;
  if (text[stop] !== '.') return true;
  // "6. 6m people": feeds that were cleaned badly put a space into figures.
  if (/\d/u.test(first) && /\d/u.test(text[stop - 1] ?? '')) return false;
  const last = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(from, stop - 24), stop))?.[0]?.toLowerCase() ?? '';
  const initial = /^\p{L}$/u.test(last);
  if (!initial && !ABBREVIATIONS.has(last)) return true;
  const next = /^\p{L}+/u.exec(following)?.[0]?.toLowerCase() ?? '';
  return !initial && OPENERS.has(next) && !/^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|no|vs|st)$/u.test(last);
}

/** A word in lower case as it is compared: inflection cut off ("deployment" is "deploy"), figures without their commas. */
export function termOf(lower: string): string {
  return /\d/u.test(lower) ? lower.replace(/,/gu, '') : stem(lower.replace(/(?<=\p{L}{4})ments?$/u, ''));
}

/**
 * Every sentence of the story's articles that will be read, in the order of the articles.
 * A sentence that an article has twice (summary and text) comes once. Linear, within `STORY_CHARACTERS`
 * or `LEAST_CHARACTERS` an article, whichever is more.
 */
export function sentencesOf(
  articles: readonly Article[],
  origins: Readonly<Record<string, Origin>>,
  boilerplate: readonly string[] = [],
): Sentence[] {
  const unquoted = [...BOILERPLATE, ...boilerplate];
  const allowance = Math.max(LEAST_CHARACTERS, Math.floor(STORY_CHARACTERS / Math.max(1, articles.length)));
  const sentences: Sentence[] = [];
  // The words of one story come again and again.
  const stems = new Map<string, string>();
  const known = new Map<string, Pick<Sentence, 'words' | 'terms' | 'capitalised'>>();
  for (const article of articles) {
    const origin = origins[article.id]?.key ?? `article:${article.id}`;
    const secondhand = origins[article.id]?.kind === 'cites';
    const seen = new Set<string>();
    let index = 0;
    let left = allowance;
    const parts = [
      ['title', article.title.slice(0, TITLE_CHARACTERS)],
      ['summary', article.summary.slice(0, SUMMARY_CHARACTERS)],
      ['text', article.text.slice(0, TEXT_CHARACTERS)],
    ] as const;
    for (const [place, part] of parts) {
      const read = part.slice(0, left);
      left -= read.length;
      // A title is one sentence whatever points it has.
      const pieces = place === 'title' ? [read.trim()] : splitSentences(read);
      pieces.forEach((piece, at) => {
        const text = place === 'title' ? piece.replace(LABEL, '').replace(SITE, '') : trimmed(piece);
        const wasCut = at === pieces.length - 1 && read.length < part.length;
        if (text === '' || seen.has(text)) return;
        seen.add(text);
        let reading = known.get(text);
        if (reading === undefined) {
          const words = wordsOf(text);
          reading = { words, terms: termsOf(text, words, stems), capitalised: capitalsTellNothing(words, place === 'title') };
          known.set(text, reading);
        }
        const first = reading.words[0]?.lower ?? '';
        sentences.push({
          ...reading,
          text,
          article: article.id,
          origin,
          secondhand,
          place,
          index: index++,
          quotable:
            !wasCut &&
            isQuotable(
              unquoted,
              text,
              reading.words.length,
              place,
              pieces.length === 1 ? 'alone' : at === pieces.length - 1 ? 'last' : 'inner',
            ),
          leaning: LEANING_OPENERS.has(first) || LEANS.test(text),
        });
      });
    }
  }
  return sentences;
}

/** Without dateline and bullets: still a substring of what the source wrote. */
function trimmed(sentence: string): string {
  return sentence
    .slice(0, 4_000)
    .replace(DATELINE, '')
    .replace(LABEL, '')
    .replace(/^[\s•·*▪–—-]+/u, '')
    .trim();
}

/** Who said it, at the end of a sentence: the same claim comes with other witnesses elsewhere. */
const ATTRIBUTION =
  /,["”’]? (?:according to [^,]{1,120}|(?:[^,]{1,60} )?(?:said|says|told|wrote|shows?|found|reported|reports|confirmed|revealed)(?: [^,]{1,60})?)[.!]?["”’]*$/iu;

function remembered(lower: string, stems: Map<string, string>): string {
  const term = termOf(lower);
  stems.set(lower, term);
  return term;
}

function termsOf(whole: string, words: readonly Word[], stems: Map<string, string>): Set<string> {
  const attributed = whole.length > 600 ? null : ATTRIBUTION.exec(whole.slice(-200));
  const text = attributed === null ? whole : whole.slice(0, whole.length - attributed[0].length);
  const terms = new Set<string>();
  // "£14m", "£14 million" and "14mn" are one term; two digits count, since outlets round.
  const amounts = amountsIn(text.slice(0, 600)).filter((amount) => amount.kind !== 'cvss');
  for (const { value } of amounts) terms.add(`#${Number(value.toPrecision(2))}`);
  for (const word of words) {
    if (word.end > text.length) break;
    if (FUNCTION_WORDS.has(word.lower) || amounts.some(({ start, end }) => word.start >= start - 1 && word.end <= end + 1))
      continue;
    terms.add(stems.get(word.lower) ?? remembered(word.lower, stems));
  }
  return terms;
}

/** Title Case is told by its longer words, all of which have capitals; short headlines cannot be told. */
function capitalsTellNothing(words: readonly Word[], title: boolean): boolean {
  let long = 0;
  let capital = 0;
  for (let i = 1; i < words.length; i++) {
    const text = words[i]!.text;
    if (text.length < 4 || !/^\p{L}/u.test(text)) continue;
    long++;
    if (/^\p{Lu}/u.test(text)) capital++;
  }
  if (title && long < 3) return true;
  // A short sentence of running text may be names for the most part, but hardly all of it.
  return long >= 3 && capital / long > (title ? 0.6 : 0.9);
}

const ENDS_LOOSELY =
  /\s(?:an?|the|of|to|in|on|for|with|and|or|by|from|at|as|that|which|like|its|their|is|are|was|has|have|said)$/iu;

function isQuotable(
  unquoted: readonly string[],
  text: string,
  words: number,
  place: Sentence['place'],
  position: 'alone' | 'inner' | 'last',
): boolean {
  if (words < QUOTE_WORDS || text.length < QUOTE_CHARACTERS.least || text.length > QUOTE_CHARACTERS.most) return false;
  // What is mostly another script cannot be judged by the words we know.
  let letters = 0;
  for (const match of text.matchAll(/\p{Script=Latin}+/gu)) letters += match[0].length;
  if (letters < text.length * 0.55) return false;
  if (/\?["'”’)]*$/u.test(text) || CUT_OFF.test(text) || /https?:|www\.|@\w|[<>{}|]|\[…?\]/iu.test(text)) return false;
  if (!/^["'“‘(]?(?:\p{Lu}|\d|\p{Sc}|[xie]\p{Lu})/u.test(text)) return false;
  const lower = text.toLowerCase();
  if (text.startsWith('The post ') || unquoted.some((words) => lower.includes(words))) return false;
  if (place === 'title') return !ENDS_LOOSELY.test(text);
  // A feed that cuts a summary may put a stop behind it: "... to keep records of the.".
  if (position !== 'inner' && /[^.]\.$/u.test(text) && ENDS_LOOSELY.test(text.slice(0, -1))) return false;
  if (/[.!]["'”’)\]]*$/u.test(text)) return balanced(text);
  // Feeds cut their summaries: the last sentence without a stop is whole only where it is all there is, and short.
  return position === 'alone' && text.length <= 150 && !ENDS_LOOSELY.test(text) && balanced(text);
}

/** A quotation mark that is opened and not closed shows that the splitter cut a quotation in two. */
function balanced(text: string): boolean {
  const straight = text.split('"').length - 1;
  const opened = text.split('“').length - 1;
  const closed = text.split('”').length - 1;
  return straight % 2 === 0 && opened === closed;
}
