import type { Article } from '../articles/article';
import type { Origin } from './signals';

/** Articles that share an origin: together they have one voice. */
export interface Voice {
  readonly key: string;
  /** Distinct texts, oldest first: copies left out. */
  readonly articles: readonly Article[];
}

/**
 * A story's articles by independent origin, each origin's copies left out, so that how often a text was copied cannot move a signal.
 * A party's own statements have a voice only where there is nothing else, as in the count of origins.
 */
export function voicesOf(articles: readonly Article[], origins: Readonly<Record<string, Origin>>): Voice[] {
  const byKey = new Map<string, Article[]>();
  const texts = new Map<string, Set<string>>();
  const inStory = new Set(articles.map((article) => article.id));
  const sorted = [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  for (const article of sorted) {
    const origin = origins[article.id];
    const key = origin?.key ?? `article:${article.source}`;
    const known = byKey.get(key) ?? [];
    const seen = texts.get(key) ?? new Set<string>();
    const title = plain(article.title);
    const summary = plain(article.summary);
    const copied = seen.has(title) || (summary !== '' && seen.has(summary));
    const restsHere = origin?.restsOn !== undefined && origin.restsOn !== article.id && inStory.has(origin.restsOn);
    seen.add(title);
    if (summary !== '') seen.add(summary);
    texts.set(key, seen);
    if (!(known.length > 0 && (copied || restsHere))) known.push(article);
    byKey.set(key, known);
  }
  const voices = [...byKey].map(([key, own]) => ({ key, articles: own }));
  const independent = voices.filter(({ articles: own }) => own.some((article) => origins[article.id]?.kind !== 'pr'));
  return independent.length > 0 ? independent : voices;
}

/** Articles by what they say: those of one entry are copies of each other, oldest first. */
export function distinctTexts(articles: readonly Article[]): Map<string, Article[]> {
  const texts = new Map<string, Article[]>();
  for (const article of articles) {
    const text = `${plain(article.title)}\n${plain(article.summary)}`;
    const copies = texts.get(text);
    if (copies) copies.push(article);
    else texts.set(text, [article]);
  }
  return texts;
}

/** The mean over voices of the mean over each voice's texts; 0 for no voices. */
export function meanOfVoices(voices: readonly Voice[], value: (article: Article) => number): number {
  if (voices.length === 0) return 0;
  const means = voices.map(({ articles }) => articles.reduce((sum, article) => sum + value(article), 0) / articles.length);
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

/**
 * Halfway between the mean of the voices and the weightiest text: a story matters as much as its weightiest development,
 * which its early reports and explainers do not tell. On the development weeks' stories of several labelled reports, the
 * mean alone is 0.26 points of impact below what the editors gave, the weightiest 0.14 above, halfway 0.06 below.
 */
export function weightOfVoices(voices: readonly Voice[], value: (article: Article) => number): number {
  const weightiest = Math.max(0, ...voices.flatMap(({ articles }) => articles.map(value)));
  return (meanOfVoices(voices, value) + weightiest) / 2;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
