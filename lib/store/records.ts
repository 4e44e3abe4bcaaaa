import type { Article } from '../articles/article';
import type { News } from '../signals/news-of-story';
import type { Signals } from '../signals/signals';
import type { Story } from '../stories/story';

/** An article as stored: in a story, with the postings by which its neighbours find it. */
export interface ArticleRecord extends Article {
  /** Id of its story. */
  readonly story: string;
  /** See `posting`. */
  readonly postings: readonly string[];
}

/**
 * One entry of the inverted index: a key of the article (lib/stories/keys.ts) and when it was published, so that one
 * range of the index is "articles with this key between two moments, in order of time".
 */
export function posting(key: string, published: number): string {
  // Seven digits of base 36 hold seconds until the year 4453; what lies before 1970 sorts as 1970.
  const seconds = Math.floor(Math.max(0, published) / 1000);
  return `${key}\0${seconds.toString(36).padStart(7, '0')}`;
}

/** A story as stored: with its signals, and what a look-up or a list asks by. */
export interface StoryRecord {
  readonly id: string;
  readonly story: Story;
  readonly signals: Signals;
  /** Every address of every article: a page is answered by one look-up in this index. */
  readonly addresses: readonly string[];
  /** Ids of stories that this one took in, and its own: an old id still finds it. */
  readonly ids: readonly string[];
  /** Source ids, each once, in order of their first article. */
  readonly sources: readonly string[];
  /** Copies of story.updated and of the impact score: to list by. */
  readonly updated: number;
  readonly impact: number;
}

/** What the reader has done with a story: looked at it, follows it. */
export interface LookRecord {
  /** Story id at that time; the story is found again by StoryRecord.ids. */
  readonly story: string;
  /** Epoch ms, or null where it is not followed. */
  readonly followedSince: number | null;
  /** How it stood when the reader last looked. */
  readonly seen: { readonly at: number; readonly n: number; readonly impact: number; readonly articles: number };
  /** Id of the standing story through which it is followed, or was until the reader let it go. Absent: followed by hand. */
  readonly by?: string;
  /** What the reader has been told of it (lib/signals/news-of-story.ts), so that nothing is told twice. */
  readonly told?: readonly News[];
}

/**
 * A refresh under way, written before anything is fetched: a worker that wakes finds it and goes on where the
 * one before it died. `startedAt` is the `now` of the whole refresh, so that taking it up again gives the same result.
 */
export interface RefreshRecord {
  readonly startedAt: number;
  /** Addresses of feeds not yet fetched. */
  readonly pending: readonly string[];
  readonly total: number;
  readonly failed: number;
  readonly articles: number;
}

/** When all feeds of a refresh had been tried; and at least one had answered. */
export interface LastRefresh {
  readonly at: number;
}
