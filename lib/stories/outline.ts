import type { Article } from '../articles/article';
import type { GroupingModel } from './grouping-model';
import { type Word, wordsOf } from './words';

/** What of an article is compared with others: its weighted terms. Computed once an article, then used for every pair. */
export interface Outline {
  readonly id: string;
  readonly source: string;
  readonly published: number;
  /** Term -> rarity, of the title. */
  readonly title: ReadonlyMap<string, number>;
  /** Term -> rarity, of title, summary and the body's beginning. */
  readonly all: ReadonlyMap<string, number>;
  /** Term -> rarity times how often, the title's counted double: the vector of the cosine. */
  readonly vector: ReadonlyMap<string, number>;
  readonly norm: number;
  readonly titleNorm: number;
  /** Terms that are names: of people, firms, products, gangs. */
  readonly names: ReadonlySet<string>;
  /** Neighbouring terms of the title. */
  readonly phrases: ReadonlySet<string>;
  readonly cves: ReadonlySet<string>;
  /**
   * In a language that the statistics do not know: the terms that can witness a matter (names, numbers; longer words, which
   * do it in pairs), with how far each does, 0-1. Null where the statistics know the language.
   */
  readonly witnesses: ReadonlyMap<string, number> | null;
  /** Term -> as written. */
  readonly surfaces: ReadonlyMap<string, string>;
}

/** Titles are capped by the article's contract; of summary and body the beginning tells what the report is about. */
const TITLE_LIMIT = 300;
const LEAD_LIMIT = 600;
/** A name in at least this share of its uses is taken for a name even where the headline's style hides it. */
const MOSTLY_NAME = 0.4;
/** Rarity of a CVE number: it names one flaw. */
const CVE_RARITY = 10;

/** ln(texts / texts with the term): the inverse document frequency of the beat. Unknown terms are as rare as one text in all. */
export function rarity(term: string, model: GroupingModel): number {
  if (term.startsWith('cve-')) return CVE_RARITY;
  const statistic = model.terms.get(term);
  const frequency = statistic === undefined ? 150_000 / Math.max(1, model.documents) : statistic.frequency;
  return Math.max(0.1, Math.log(100_000 / Math.max(1, frequency)));
}

/**
 * The statistics know a text's language where they know at least this share of its words: 0.62 to 1 in English news,
 * at most 0.43 in 59 real pages of eleven other languages. Elsewhere a word that they do not know is not rare but foreign.
 */
const KNOWN_LANGUAGE = 0.5;
/** Rarity of a name in a language that the statistics do not know: no witness of its own (STRONG_RARITY of pair.ts). */
const FOREIGN_NAME = 5;
/** The same of a name that the statistics know: rare in the beat's news, but of states and presidents all others are full. */
const FAMOUS_NAME = 3.5;
/** Rarity of other words there, by length: the commonest words of every language are its shortest (Zipf). */
const FOREIGN_WORD = [
  [4, 0.3],
  [6, 1.5],
  [Infinity, 3],
] as const;
/** Letters of a word that two texts seldom share by chance. */
const LONG_WORD = 8;
/** Where more words within sentences than this begin with a capital, all nouns do, and capitals tell no names. */
const MOST_CAPITALS = 0.25;

/** Terms that mean the same in every language: numbers and the names of flaws. */
const NUMBER = /^(?:#|cve-)/;

/** Rarity of a term in a text of a language that the statistics do not know. Numbers mean the same everywhere. */
function foreignRarity({ term, surface }: Word, known: number, isName: boolean, isFamous: boolean): number {
  if (NUMBER.test(term)) return known;
  if (isName) return Math.min(known, isFamous ? FAMOUS_NAME : FOREIGN_NAME);
  // Hiragana is grammar; of Chinese characters two are a word.
  const length = /[\u3040-\u309f]/.test(surface) ? 1 : /[\u30a0-\u9fff]/.test(surface) ? 6 : surface.length;
  return Math.min(known, FOREIGN_WORD.find(([below]) => length < below)![1]);
}

/** Outlines kept at hand, some 10 kB each: one refresh asks for the same ones several times. */
const MOST_REMEMBERED = 3_000;
/** Weakly: the next refresh reads its articles anew, and what was remembered of these must not stay. */
const remembered = new WeakMap<GroupingModel, { readonly outlines: WeakMap<Article, Outline>; count: number }>();

/** @returns what is compared; the same article and model give the same outline. */
export function outlineOf(article: Article, model: GroupingModel): Outline {
  let memory = remembered.get(model);
  if (memory === undefined || memory.count >= MOST_REMEMBERED) {
    memory = { outlines: new WeakMap(), count: 0 };
    remembered.set(model, memory);
  }
  let outline = memory.outlines.get(article);
  if (outline === undefined) {
    outline = makeOutline(article, model);
    memory.outlines.set(article, outline);
    memory.count++;
  }
  return outline;
}

function makeOutline(article: Article, model: GroupingModel): Outline {
  const titleWords = wordsOf(article.title, TITLE_LIMIT);
  const lead = article.summary.length >= 80 ? article.summary : `${article.summary} ${article.text}`;
  const leadWords = wordsOf(lead, LEAD_LIMIT);
  const title = new Map<string, number>();
  const all = new Map<string, number>();
  const counts = new Map<string, number>();
  const names = new Set<string>();
  const surfaces = new Map<string, string>();
  const cves = new Set<string>();
  // A headline In Title Case tells nothing of names by its capitals.
  const titled = titleWords.filter((word) => /^\p{L}/u.test(word.surface));
  const titleCase = titled.filter((word) => word.name).length > titled.length * 0.6;
  const foreign = foreignNames([...titleWords, ...leadWords], model);
  const witnesses = new Map<string, number>();
  titleWords.forEach((word, i) => {
    counts.set(word.term, (counts.get(word.term) ?? 0) + 2);
    note(word, word.name && !titleCase && i > 0);
    title.set(word.term, all.get(word.term)!);
  });
  for (const word of leadWords) {
    counts.set(word.term, (counts.get(word.term) ?? 0) + 1);
    note(word, word.name);
  }
  function note(word: Word, written: boolean): void {
    const { term, surface } = word;
    if (foreign) {
      const isName = foreign.names(word);
      if (isName || NUMBER.test(term)) witnesses.set(term, 1);
      else if (surface.length >= LONG_WORD) witnesses.set(term, 0.5);
      // Where nothing tells names from other words, any longer word may be one: another victim, another firm.
      if (isName || (!foreign.capitals && surface.length >= 6)) names.add(term);
      all.set(term, foreignRarity(word, rarity(term, model), isName, model.terms.has(term)));
    } else if (!all.has(term)) all.set(term, rarity(term, model));
    if (!surfaces.has(term) || (written && !/^\p{Lu}/u.test(surfaces.get(term)!))) surfaces.set(term, surface);
    if (term.startsWith('cve-')) cves.add(term);
    if (foreign) return;
    const known = model.terms.get(term)?.name;
    if (known === undefined ? written || /\p{Lu}/u.test(surface) : known >= MOSTLY_NAME) names.add(term);
  }
  const vector = new Map<string, number>();
  let square = 0;
  for (const [term, count] of counts) {
    const weight = all.get(term)! * (1 + Math.log(count));
    vector.set(term, weight);
    square += weight * weight;
  }
  let titleSquare = 0;
  for (const weight of title.values()) titleSquare += weight * weight;
  const phrases = new Set<string>();
  for (let i = 0; i + 1 < titleWords.length; i++) phrases.add(`${titleWords[i]!.term} ${titleWords[i + 1]!.term}`);
  return {
    id: article.id,
    source: article.source,
    published: article.published,
    title,
    all,
    vector,
    norm: Math.sqrt(square),
    titleNorm: Math.sqrt(titleSquare),
    names,
    phrases,
    cves,
    witnesses: foreign && witnesses,
    surfaces,
  };
}

/** Null where the statistics know the language; else what is a name in it, as far as that can be seen. */
function foreignNames(
  words: readonly Word[],
  model: GroupingModel,
): { readonly capitals: boolean; names(word: Word): boolean } | null {
  const written = words.filter(({ term }) => /^\p{L}/u.test(term));
  const known = written.filter(({ term }) => model.terms.has(term));
  if (known.length >= written.length * KNOWN_LANGUAGE) return null;
  const capitals = words.filter(({ name }) => name).length <= written.length * MOST_CAPITALS;
  const latin = written.filter(({ surface }) => /^[a-z]/i.test(surface)).length > written.length / 2;
  return {
    capitals,
    names: ({ term, surface, name }) =>
      // Abbreviations and names with digits; Latin letters among others; a known name; a capital where that tells.
      /^(?=.*\p{Lu}.*[\p{Lu}\d])\S{2,}$/u.test(surface) ||
      (!latin && /^[a-z]{3}/i.test(surface)) ||
      (surface.length > 3 && (model.terms.get(term)?.name ?? 0) >= MOSTLY_NAME) ||
      (capitals && name),
  };
}
