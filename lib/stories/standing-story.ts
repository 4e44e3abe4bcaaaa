import type { Article } from '../articles/article';
import { holdsAll, searchable } from './terms';

/** A story that the reader follows by words of their own, before any of their sources tells it. */
export interface StandingStory {
  readonly id: string;
  /** As the reader calls it; '' where the terms are its name. */
  readonly name: string;
  /** As the reader wrote them; an article that holds all of them joins. 2 to 8, each at most 60 characters. */
  readonly terms: readonly string[];
  /** Epoch ms. */
  readonly since: number;
  /** Canonical address of the page on which the reader began, or null. */
  readonly page: string | null;
  /** Ids of the articles that joined, in the order in which they came; at most MOST_JOINED. */
  readonly articles: readonly string[];
}

export const LEAST_TERMS = 2;
export const MOST_TERMS = 8;
export const LONGEST_TERM = 60;
export const LONGEST_NAME = 120;
/** Standing stories that a reader may have: each is looked for in every new article. */
export const MOST_STANDING = 50;
/** Articles that a standing story remembers; the newest are kept. */
export const MOST_JOINED = 500;

/** The terms in what a reader typed: words, each once; in quotes, several words are one term. */
export function readTerms(text: string): string[] {
  const terms = new Map<string, string>();
  for (const [, quoted, word] of text.matchAll(/["“„«]([^"”“»]{1,200})["”“»]|([^\s,;،؛、"“”„«»]+)/gu)) {
    const term = (quoted ?? word ?? '').trim().slice(0, LONGEST_TERM);
    const key = searchable(term).trim();
    if (key !== '' && !terms.has(key)) terms.set(key, term);
  }
  return [...terms.values()].slice(0, MOST_TERMS);
}

/** Terms as `readTerms` takes them. */
export const writeTerms = (terms: readonly string[]): string =>
  terms.map((term) => (/\s/.test(term) ? `"${term}"` : term)).join(' ');

/** Whether two lists ask for the same, whatever their order. */
export function sameTerms(a: readonly string[], b: readonly string[]): boolean {
  const keys = (terms: readonly string[]) => terms.map(searchable).sort().join();
  return keys(a) === keys(b);
}

/** What of an article, or of a page that was read as one, terms are looked for in. */
export const searchableArticle = ({ title, summary, text }: Pick<Article, 'title' | 'summary' | 'text'>): string =>
  searchable(`${title}\n${summary}\n${text}`);

/** The articles that each standing story takes in, by its id; stories that take in none are left out. */
export function joining(
  articles: readonly Pick<Article, 'id' | 'title' | 'summary' | 'text'>[],
  standing: readonly Pick<StandingStory, 'id' | 'terms'>[],
): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, string[]>();
  if (standing.length === 0) return joined;
  for (const article of articles) {
    const text = searchableArticle(article);
    for (const { id, terms } of standing) if (holdsAll(text, terms)) joined.set(id, [...(joined.get(id) ?? []), article.id]);
  }
  return joined;
}

/** A standing story with further articles, each once. */
export function withArticles(story: StandingStory, ids: readonly string[]): StandingStory {
  return { ...story, articles: [...new Set([...story.articles, ...ids])].slice(-MOST_JOINED) };
}
