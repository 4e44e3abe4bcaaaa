import type { Article } from '../articles/article';
import type { GroupingModel } from './grouping-model';
import { keysOf } from './keys';
import type { Story } from './story';

/** What is stored around fresh articles: those that share keys with them, and the stories of these with their members. */
export interface Neighbourhood {
  readonly articles: readonly Article[];
  /** Members that are not among `articles` (of very long stories) stay where they are. */
  readonly stories: readonly Story[];
}

/** Newest postings of a key that are looked at: a key that has more tells little, and cost must not grow with what is stored. */
export const POSTINGS_PER_KEY = 40;
/** Stored articles that are looked at for a fresh one. */
export const NEIGHBOURS_PER_ARTICLE = 5;
/** Newest members of a story that are loaded: they decide what joins a saga. */
export const MEMBERS_PER_STORY = 40;
/** Two reports further apart in time are taken to be on different matters unless reports between them join them. */
export const WINDOW = 30 * 86_400_000;

/**
 * Chooses the stored articles nearest to one fresh article by what the index alone knows: a key votes the more, the fewer have it.
 * @param postings for each key of the fresh article, newest first, the ids that have it; at most POSTINGS_PER_KEY of each are read
 * @returns at most NEIGHBOURS_PER_ARTICLE ids, nearest first
 */
export function nearest(postings: Iterable<readonly string[]>): string[] {
  const votes = new Map<string, number>();
  for (const ids of postings) {
    const read = Math.min(ids.length, POSTINGS_PER_KEY);
    for (let i = 0; i < read; i++) votes.set(ids[i]!, (votes.get(ids[i]!) ?? 0) + 1 / Math.log2(2 + read));
  }
  return [...votes]
    .sort(([s, x], [t, y]) => y - x || (s < t ? -1 : 1))
    .slice(0, NEIGHBOURS_PER_ARTICLE)
    .map(([id]) => id);
}

/** Articles and stories in memory: for the command line, the evaluation and tests. The store does the same over IndexedDB. */
export class MemoryShelf {
  private readonly articles = new Map<string, Article>();
  private readonly stories = new Map<string, Story>();
  private readonly storyOf = new Map<string, string>();
  /** Key -> articles, oldest first. */
  private readonly postings = new Map<string, Article[]>();

  constructor(private readonly model: GroupingModel) {}

  get size(): number {
    return this.articles.size;
  }

  allStories(): Story[] {
    return [...this.stories.values()];
  }

  /** @param keys for each fresh article its keys; @param from @param to epoch ms, bounds of `published` */
  neighbours(keys: readonly (readonly string[])[], from: number, to: number): Neighbourhood {
    const wanted = new Set<string>();
    for (const one of keys) for (const id of nearest(one.map((key) => this.newest(key, from, to)))) wanted.add(id);
    const stories = new Map<string, Story>();
    for (const id of wanted) {
      const story = this.storyOf.get(id);
      if (story !== undefined) stories.set(story, this.stories.get(story)!);
    }
    for (const story of stories.values()) for (const id of story.articles.slice(-MEMBERS_PER_STORY)) wanted.add(id);
    return { articles: [...wanted].map((id) => this.articles.get(id)!), stories: [...stories.values()] };
  }

  private newest(key: string, from: number, to: number): string[] {
    const list = this.postings.get(key);
    const found: string[] = [];
    if (list === undefined) return found;
    for (let i = list.length - 1; i >= 0 && found.length < POSTINGS_PER_KEY && list[i]!.published >= from; i--)
      if (list[i]!.published <= to) found.push(list[i]!.id);
    return found;
  }

  /** Takes in what groupArticles has found. */
  keep(fresh: readonly Article[], stories: readonly Story[], gone: readonly string[]): void {
    for (const article of fresh) {
      const known = this.articles.has(article.id);
      this.articles.set(article.id, article);
      if (known) continue;
      for (const key of keysOf(article, this.model)) {
        let list = this.postings.get(key);
        if (list === undefined) {
          list = [];
          this.postings.set(key, list);
        }
        let at = list.length;
        while (at > 0 && list[at - 1]!.published > article.published) at--;
        list.splice(at, 0, article);
      }
    }
    for (const id of gone) this.stories.delete(id);
    for (const story of stories) {
      this.stories.set(story.id, story);
      for (const id of story.articles) this.storyOf.set(id, story.id);
    }
  }
}
