import type { Article } from '../articles/article';
import type { GroupingModel } from './grouping-model';
import { wordsOf } from './words';

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

/** Outlines kept at hand, some 10 kB each: one refresh asks for the same ones several times. */
const MOST_REMEMBERED = 3_000;
const remembered = new WeakMap<GroupingModel, Map<Article, Outline>>();

/** @returns what is compared; the same article and model give the same outline. */
export function outlineOf(article: Article, model: GroupingModel): Outline {
  let outlines = remembered.get(model);
  if (outlines === undefined || outlines.size >= MOST_REMEMBERED) {
    outlines = new Map();
    remembered.set(model, outlines);
  }
  let outline = outlines.get(article);
  if (outline === undefined) {
    outline = makeOutline(article, model);
    outlines.set(article, outline);
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
  titleWords.forEach((word, i) => {
    counts.set(word.term, (counts.get(word.term) ?? 0) + 2);
    note(word.term, word.surface, word.name && !titleCase && i > 0);
    title.set(word.term, all.get(word.term)!);
  });
  for (const word of leadWords) {
    counts.set(word.term, (counts.get(word.term) ?? 0) + 1);
    note(word.term, word.surface, word.name);
  }
  function note(term: string, surface: string, written: boolean): void {
    if (!all.has(term)) all.set(term, rarity(term, model));
    if (!surfaces.has(term) || (written && !/^\p{Lu}/u.test(surfaces.get(term)!))) surfaces.set(term, surface);
    if (term.startsWith('cve-')) cves.add(term);
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
    surfaces,
  };
}
