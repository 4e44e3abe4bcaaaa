import { type Amount, amountsIn } from './amounts';

/** The three parts of impact that a feature can be a reason for. */
export type Part = 'regulatory' | 'financial' | 'operational';

/** What a beat's rubric names, as data: feature name to phrases divided by `|`; a word may end in `*`, a word `*` is any word. */
export type SignalLexicon = Readonly<Record<string, { readonly part?: Part; readonly phrases: string }>>;

/** What is scored. Lengths are capped by `featuresOf`. */
export interface ScoredText {
  readonly title: string;
  readonly summary: string;
  /** Body; its beginning stands in for a summary that is missing. */
  readonly text?: string;
  readonly outlet?: string;
}

/** Longest title and summary that are read, in characters: the limits of Article. */
const TITLE_MAX = 300;
const SUMMARY_MAX = 1000;
/** Summaries in the labelled data end at 500 characters; a body's beginning of that length is like them. */
const BODY_AS_SUMMARY = 500;

/** A word as it is compared, with its place in the text. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /cve-\d{4}-\d{3,8}|[$€£₹₩¥]?\d+(?:[.,] ?\d{3}(?!\d))*(?:\.\d+)?[a-z]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}&+'’.]*/giu;

/** Words in order: lower case, without possessive; numbers by sign and length ('$#3'), years as 'year', CVE numbers as 'cve'. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const m of text.matchAll(WORD)) {
    const raw = m[0];
    words.push({ word: normalWord(raw), start: m.index, end: m.index + raw.length });
  }
  return words;
}

function normalWord(raw: string): string {
  const code = raw.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code > 0x20a0 || code === 36 || code === 163 || code === 165) {
    if (/^(19|20)\d\d$/.test(raw)) return 'year';
    const number = /^([$€£₹₩¥]?)([\d., ]+)([a-z]*)$/i.exec(raw);
    if (number) {
      const digits = number[2]!.replace(/\D/g, '').length;
      return `${number[1] ? '$' : ''}#${digits}${number[3]!.toLowerCase()}`;
    }
  }
  const word = raw.toLowerCase();
  if (word.startsWith('cve-')) return 'cve';
  return word.replace(/['’]s?$|\.+$/, '').replace(/’/g, "'");
}

interface Pattern {
  readonly feature: number;
  /** Words after the first; '*' any word, a trailing '*' any ending. */
  readonly rest: readonly string[];
}

/** A lexicon made ready for matching; see `compileLexicon`. */
export interface CompiledLexicon {
  readonly names: readonly string[];
  readonly parts: readonly (Part | undefined)[];
  readonly exact: ReadonlyMap<string, readonly Pattern[]>;
  readonly prefix: ReadonlyMap<string, readonly Pattern[]>;
  /** Lengths of the prefixes, ascending. */
  readonly prefixLengths: readonly number[];
  /** Patterns by the words met so far, at most `REMEMBERED`: news repeats its words, and this halves the time of matching. */
  readonly met: Map<string, readonly Pattern[]>;
}

/** Indexes the phrases by their first word, so that matching costs a few look-ups per word of the text. */
export function compileLexicon(lexicon: SignalLexicon): CompiledLexicon {
  const names = Object.keys(lexicon);
  const exact = new Map<string, Pattern[]>();
  const prefix = new Map<string, Pattern[]>();
  names.forEach((name, feature) => {
    for (const phrase of lexicon[name]!.phrases.split('|')) {
      const words = phraseWords(phrase);
      const first = words[0];
      if (first === undefined || first === '*') continue;
      const [index, key] = first.endsWith('*') ? [prefix, first.slice(0, -1)] : [exact, first];
      const pattern = { feature, rest: words.slice(1) };
      const known = index.get(key);
      if (known) known.push(pattern);
      else index.set(key, [pattern]);
    }
  });
  const prefixLengths = [...new Set([...prefix.keys()].map((key) => key.length))].sort((a, b) => a - b);
  return { names, parts: names.map((name) => lexicon[name]!.part), exact, prefix, prefixLengths, met: new Map() };
}

/** The words of a phrase as the words of a text are, with their stars kept. */
function phraseWords(phrase: string): string[] {
  return phrase
    .split(/[ -]+/)
    .filter(Boolean)
    .map((word) => {
      if (word === '*') return word;
      const open = word.endsWith('*');
      const normal = wordsOf(open ? word.slice(0, -1) : word)[0]?.word ?? '';
      return open ? `${normal}*` : normal;
    })
    .filter(Boolean);
}

/** A phrase of the lexicon found in a text. */
export interface Hit {
  /** Index into `CompiledLexicon.names`. */
  readonly feature: number;
  readonly inTitle: boolean;
  /** First word, and one past the last. */
  readonly from: number;
  readonly to: number;
}

function fits(pattern: string, word: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

const REMEMBERED = 5000;

/** The patterns whose first word fits a word. */
function patternsFor(word: string, { exact, prefix, prefixLengths, met }: CompiledLexicon): readonly Pattern[] {
  const known = met.get(word);
  if (known) return known;
  const found = [...(exact.get(word) ?? [])];
  for (const length of prefixLengths) {
    if (length > word.length) break;
    found.push(...(prefix.get(word.slice(0, length)) ?? []));
  }
  if (met.size >= REMEMBERED) met.clear();
  met.set(word, found);
  return found;
}

/** All phrases of the lexicon in the words, overlapping ones included. */
export function hitsIn(words: readonly Word[], lexicon: CompiledLexicon, inTitle: boolean): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at++)
    for (const { feature, rest } of patternsFor(words[at]!.word, lexicon))
      if (rest.every((part, i) => at + 1 + i < words.length && fits(part, words[at + 1 + i]!.word)))
        hits.push({ feature, inTitle, from: at, to: at + 1 + rest.length });
  return hits;
}

/** Steps of amounts that the rubric tells apart (GUIDE: money, people, systems), and of CVSS. */
const STEPS: Readonly<Record<Amount['kind'], readonly number[]>> = {
  money: [1, 1e5, 1e6, 1e7, 3e7, 1e8, 5e8, 1e9],
  people: [1, 1e3, 1e4, 1e5, 1e6, 5e6, 2e7],
  systems: [1, 100, 1e3, 1e4, 1e5, 1e6],
  cvss: [0.1, 7, 8.5, 9, 9.8],
};

/** Traits of form, tested on the text itself. Their names are stable: weights refer to them. */
const TRAITS: Readonly<Record<string, (t: { title: string; summary: string; words: number; outlet: string }) => boolean>> = {
  question: (t) => t.title.includes('?'),
  colon: (t) => t.title.includes(':'),
  quoted: (t) => /["“‘']\S[^"”’']{3,}["”’']/.test(t.title),
  numbered: (t) => /^\D{0,6}\d{1,2} [A-Z]?[a-z]+/.test(t.title),
  noSummary: (t) => t.summary === '',
  echoed: (t) => t.summary !== '' && t.summary.startsWith(t.title.slice(0, 40)),
  shortSummary: (t) => t.summary.length > 0 && t.summary.length < 90,
  longSummary: (t) => t.summary.length > 350,
  shortTitle: (t) => t.words < 6,
  longTitle: (t) => t.words > 14,
  bar: (t) => t.title.includes('|'),
  teaser: (t) => /\[\.+\]|\.\.\.$|…$|more…$/.test(t.summary),
  wireDateline: (t) => /--\s?\(|\/PRNewswire|NEWSWIRE\)/.test(t.summary),
  manyCves: (t) => (t.summary.match(/CVE-/g) ?? []).length > 1,
  authority: (t) => /^cisa\b|alerts|advisories/i.test(t.outlet),
  pressOutlet: (t) => /wire\b|newswire|prweb|pr sync|benzinga/i.test(t.outlet),
};

/** What is read of a text before any weight is known. */
export interface Features {
  readonly title: string;
  readonly summary: string;
  readonly titleWords: readonly Word[];
  readonly summaryWords: readonly Word[];
  readonly hits: readonly Hit[];
  /** Amounts with the names of the rubric's steps that they reach. */
  readonly amounts: readonly (Amount & { readonly inTitle: boolean; readonly steps: readonly string[] })[];
  /** Names of the rubric's features that are present: `t:NAME` in the title, `a:NAME` anywhere, amounts, traits. */
  readonly rubric: ReadonlySet<string>;
}

/** Never throws; the cost is linear in the capped length. */
export function featuresOf(text: ScoredText, lexicon: CompiledLexicon): Features {
  const title = text.title.slice(0, TITLE_MAX);
  const summary = (text.summary.trim() === '' ? (text.text ?? '').slice(0, BODY_AS_SUMMARY) : text.summary).slice(0, SUMMARY_MAX);
  const titleWords = wordsOf(title);
  const summaryWords = wordsOf(summary);
  const hits = [...hitsIn(titleWords, lexicon, true), ...hitsIn(summaryWords, lexicon, false)];
  const rubric = new Set<string>();
  for (const hit of hits) {
    const name = lexicon.names[hit.feature]!;
    rubric.add(`a:${name}`);
    if (hit.inTitle) rubric.add(`t:${name}`);
  }
  const amounts = [true, false].flatMap((inTitle) =>
    amountsIn(inTitle ? title : summary).map((amount) => ({
      ...amount,
      inTitle,
      steps: STEPS[amount.kind].filter((step) => amount.value >= step).map((step) => `${amount.kind}>=${step}`),
    })),
  );
  for (const { steps } of amounts) for (const step of steps) rubric.add(step);
  const form = { title, summary, words: titleWords.length, outlet: (text.outlet ?? '').slice(0, TITLE_MAX) };
  for (const [name, test] of Object.entries(TRAITS)) if (test(form)) rubric.add(`f:${name}`);
  return { title, summary, titleWords, summaryWords, hits, amounts, rubric };
}

/** Pairs of rubric features that are present together ("exploited" with "edgeProduct"): what one alone does not say. Traits and title marks are left out. */
export function pairsOf(rubric: ReadonlySet<string>): string[] {
  const names = [...rubric].filter((name) => !name.startsWith('t:') && !name.startsWith('f:')).sort();
  const pairs: string[] = [];
  for (let i = 0; i < names.length; i++) for (let j = i + 1; j < names.length; j++) pairs.push(`${names[i]}&${names[j]}`);
  return pairs;
}

/** Single words and pairs of neighbours, of the title (`t:`) and of title or summary (`a:`). */
export function gramsOf({ titleWords, summaryWords }: Features): Set<string> {
  const grams = new Set<string>();
  for (const words of [titleWords, summaryWords]) {
    let before = '';
    for (const { word } of words) {
      const found = before === '' ? [word] : [word, `${before} ${word}`];
      for (const gram of found) {
        grams.add(`a:${gram}`);
        if (words === titleWords) grams.add(`t:${gram}`);
      }
      before = word;
    }
  }
  return grams;
}
