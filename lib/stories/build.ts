import type { Article } from '../articles/article';
import { groupArticles } from './group';
import type { GroupingModel } from './grouping-model';
import { keysOf } from './keys';
import { MemoryShelf, WINDOW } from './shelf';
import type { Story } from './story';

const DAY = 86_400_000;
/** Articles of one batch: a busy day is grouped in parts, as refreshes would. */
const MOST_AT_ONCE = 400;

/**
 * Stories from nothing, day by day in the order of time, through the same step as a refresh.
 * @param now epoch ms; articles dated later are grouped as of their own day
 * @returns every article in exactly one story, oldest story first
 */
export function buildStories(articles: readonly Article[], model: GroupingModel, now: number): Story[] {
  const shelf = new MemoryShelf(model);
  const ordered = [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  for (let start = 0; start < ordered.length; ) {
    const day = Math.floor(ordered[start]!.published / DAY);
    let end = start;
    while (end < ordered.length && end - start < MOST_AT_ONCE && Math.floor(ordered[end]!.published / DAY) === day) end++;
    addToShelf(shelf, ordered.slice(start, end), model, Math.min(now, (day + 1) * DAY));
    start = end;
  }
  return shelf.allStories().sort((a, b) => a.opened - b.opened || (a.id < b.id ? -1 : 1));
}

/** One refresh over a shelf in memory. */
export function addToShelf(shelf: MemoryShelf, fresh: readonly Article[], model: GroupingModel, now: number): void {
  let from = Infinity;
  let to = -Infinity;
  for (const { published } of fresh) {
    from = Math.min(from, published);
    to = Math.max(to, published);
  }
  const around = shelf.neighbours(
    fresh.map((article) => keysOf(article, model)),
    from - WINDOW,
    to + WINDOW,
  );
  const { stories, gone } = groupArticles(fresh, around, model, now);
  shelf.keep(fresh, stories, gone);
}
