import type { Article } from '../articles/article';
import type { GroupingModel } from './grouping-model';
import { type Outline, outlineOf } from './outline';

/** Most keys an article has: bounds the index's size and the cost of a look-up. */
export const MOST_KEYS = 20;
/** A term in more than one of 80 texts tells no story: its posting list would be long and useless. */
const LEAST_RARITY = 4.4;
/** A title's term is worth this much more rarity as a key. */
const TITLE_BONUS = 1.5;

/**
 * The keys under which the store finds articles that may be on the same story: the rarest terms, those of the title first.
 * A store that keeps them beside `published` (index key [key, published]) can read the newest within a window.
 * @returns at most MOST_KEYS, the most telling first; the same article and model give the same keys
 */
export function keysOf(article: Article, model: GroupingModel): string[] {
  return keysOfOutline(outlineOf(article, model));
}

/** The same for an outline that is at hand. */
export function keysOfOutline(outline: Outline): string[] {
  return [...outline.all]
    .map(([term, rare]): [string, number] => [term, rare + (outline.title.has(term) ? TITLE_BONUS : 0)])
    .filter(([, worth]) => worth >= LEAST_RARITY)
    .sort(([s, x], [t, y]) => y - x || (s < t ? -1 : 1))
    .slice(0, MOST_KEYS)
    .map(([term]) => term);
}
