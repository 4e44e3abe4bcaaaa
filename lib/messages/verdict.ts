import type { Article } from '../articles/article';
import type { PublishedStory } from '../signals/published-story';
import type { Origin, Signals, Standing } from '../signals/signals';
import type { Story } from '../stories/story';

/** The part of an article that screens show. */
export interface ArticleBrief
  extends Pick<Article, 'id' | 'address' | 'link' | 'title' | 'outlet' | 'source' | 'published' | 'language'> {}

/** All that a screen needs to show a story. */
export interface StoryView {
  readonly story: Story;
  readonly signals: Signals;
  /** Oldest first, as story.articles. */
  readonly articles: readonly ArticleBrief[];
  /** What signal feeds tell of the same story, side by side; never mixed into our own figures. */
  readonly published?: readonly PublishedSignals[];
  /** Set where nothing of it is our own: the figures above are those of this publisher (the first of `published`). */
  readonly publishedBy?: string;
}

/** A story as a publisher of a signal feed tells it. */
export interface PublishedSignals extends PublishedStory {
  /** As the feed names itself. */
  readonly publisher: string;
  /** Address of the feed. */
  readonly feed: string;
  /** By the key that the reader pinned. */
  readonly signed: boolean;
  /** Epoch ms at which the feed last answered, or null. */
  readonly heard: number | null;
}

/** What kind of report the page in front of the reader is, with the words that show it. */
export interface PageReport {
  readonly origin: Origin;
  /** Its article, where the page is one that came by feed. */
  readonly article: string | null;
  /** How the page was recognised. */
  readonly matched: 'address' | 'content';
  /** 0-1; 1 by address. */
  readonly certainty: number;
}

/** What the page is told. Loading, unknown, stale, failed and unverified are different things. */
export type Verdict =
  | { readonly is: 'reading' }
  | { readonly is: 'not-article' }
  | { readonly is: 'no-permission' }
  | { readonly is: 'muted' }
  | { readonly is: 'not-covered' }
  /** Not covered, and the reader follows it by words of their own: `found` articles have joined so far. */
  | { readonly is: 'following'; readonly id: string; readonly terms: readonly string[]; readonly found: number }
  /** A story, but below the reader's gate: shown in the toolbar only. */
  | { readonly is: 'below-gate'; readonly view: StoryView; readonly page: PageReport }
  /** A story that stands as `standing`; `staleSince`: last successful refresh, where that is too long ago. */
  | {
      readonly is: 'story';
      readonly standing: Standing;
      readonly view: StoryView;
      readonly page: PageReport;
      readonly staleSince: number | null;
    }
  | { readonly is: 'failed'; readonly why: string };
