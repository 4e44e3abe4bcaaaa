import type { GatheredPage } from '../articles/page-gather';
import type { Entity } from '../signals/entity';
import type { Trends } from '../signals/trends';
import type { Source } from '../sources/source';
import type { Settings } from '../store/settings';
import type { StandingStory } from '../stories/standing-story';
import type { StoryView, Verdict } from './verdict';

/** How a refresh stands; kept in storage.session, so that every screen can show it and a restarted worker knows. */
export interface RefreshProgress {
  readonly state: 'idle' | 'fetching' | 'grouping' | 'done' | 'failed';
  /** Feeds done and in all. */
  readonly done: number;
  readonly total: number;
  /** Feeds of this refresh that failed. */
  readonly failed: number;
  /** New articles so far. */
  readonly articles: number;
  /** Epoch ms of the last change. */
  readonly at: number;
  /** Key of a message where state is 'failed'. */
  readonly why?: string;
}

/** A feed's health, as options show it. */
export interface FeedLine {
  readonly address: string;
  readonly health: 'never' | 'ok' | 'failing' | 'no-permission';
  /** Epoch ms, or null. */
  readonly lastSuccess: number | null;
  readonly nextDue: number | null;
  /** Key of a message that says what is wrong (`fault_...`), or null. */
  readonly fault: string | null;
  readonly faultValues: Readonly<Record<string, string | number>>;
  readonly items: number;
}

/** A source with its feeds' health. */
export interface SourceLine {
  readonly source: Source;
  readonly on: boolean;
  /** Added by the reader. */
  readonly own: boolean;
  readonly beats: readonly string[];
  readonly feeds: readonly FeedLine[];
}

/** A signal feed that the reader has subscribed to, as options show it. */
export interface SignalFeedLine {
  readonly address: string;
  readonly publisher: string;
  /** The pinned key, base64url; null for a feed that is not signed. */
  readonly key: string | null;
  /** The key that it comes with now, where that is another: refused until the reader decides. */
  readonly refused: { readonly key: string | null } | null;
  readonly health: FeedLine['health'];
  /** Epoch ms, or null. */
  readonly lastSuccess: number | null;
  /** Key of a message that says what is wrong (`fault_...`), or null. */
  readonly fault: string | null;
  readonly faultValues: Readonly<Record<string, string | number>>;
  /** Stories of it that are here. */
  readonly stories: number;
}

/** A story in a list. */
export interface StoryLine {
  readonly id: string;
  readonly title: string;
  readonly updated: number;
  readonly opened: number;
  readonly n: number;
  readonly standing: 'verified' | 'single-source' | 'unconfirmed' | 'party-statement';
  readonly impact: number;
  readonly tier: -2 | -1 | 0 | 1 | 2;
  readonly articles: number;
  readonly followed: boolean;
  /** What changed since the reader last looked, as message keys with values; empty where nothing did. */
  readonly news: readonly { readonly key: string; readonly values: Readonly<Record<string, string | number>> }[];
  /** Names mentioned, most frequent first, at most 8: to filter by. */
  readonly entities: readonly string[];
  /** Phrases that raised its impact, lower case: to search by. */
  readonly topics?: readonly string[];
  /** Source ids. */
  readonly sources: readonly string[];
  readonly unread: boolean;
  /** Set where only a signal feed tells the story: whose figures these are. Such a story cannot be followed. */
  readonly publishedBy?: string;
}

/** A story that the reader follows by words of their own, with what has joined it. */
export interface StandingLine extends Pick<StandingStory, 'id' | 'name' | 'terms' | 'since'> {
  /** Newest first. */
  readonly stories: readonly StoryLine[];
}

/** What came of asking a news index. */
export interface IndexAnswer {
  /** Reports that it listed, and those among them that hold all the terms. */
  readonly listed: number;
  readonly joined: number;
}

/** Catalogue of the reader's chosen language, or null where the browser's own is used. */
export type Catalogue = { readonly locale: string; readonly messages: Readonly<Record<string, string>> } | null;

/** What the overlay shows; asked for by the overlay once it stands on the page. */
export interface OverlayState {
  readonly verdict: Verdict;
  /** Whether the reader follows this page's story. */
  readonly followed?: boolean;
  /** The page's headline as it was read: the badge stands by it. */
  readonly title?: string;
  readonly place: Settings['place'];
  readonly catalogue: Catalogue;
}

/** The count beside a link. */
export interface LinkMark {
  readonly n: number;
  readonly standing: StoryLine['standing'];
  readonly impact: number;
  readonly title: string;
}

/**
 * Every message between contexts: name, what is asked, what is answered.
 * `page/` may come from a page's script; all others from the extension's own pages only (lib/messages/receive.ts checks).
 * Adding one starts here: a missing handler fails the type check of entrypoints/background.
 */
export interface Protocol {
  /** The tiny script has gathered what looks like an article; the worker injects the overlay where there is something to show. */
  'page/ask': { ask: GatheredPage; answer: { shown: boolean } };
  /** The overlay stands and asks what to show. */
  'page/overlay': { ask: null; answer: OverlayState };
  /** The reader muted this page's host from the popup in place. */
  'page/mute': { ask: null; answer: null };
  /** Open the side panel (or the story page) on this page's story. */
  'page/open-story': { ask: null; answer: null };
  /** Follow or unfollow this page's story. */
  'page/follow': { ask: { on: boolean }; answer: null };
  /** Links that came into view, at most 50 addresses; null where an address is no known article. */
  'page/links': { ask: { addresses: readonly string[] }; answer: readonly (LinkMark | null)[] };

  'tab/verdict': { ask: { tab: number }; answer: Verdict };
  /** On-click mode: read this page now (activeTab). */
  'tab/check': { ask: { tab: number }; answer: Verdict };
  'refresh/start': { ask: null; answer: RefreshProgress };
  'refresh/progress': { ask: null; answer: RefreshProgress };
  'settings/get': { ask: null; answer: Settings };
  'settings/change': { ask: Partial<Settings>; answer: Settings };
  /** Register the page scripts anew after hosts were granted or taken back. */
  'mode/apply': { ask: null; answer: { mode: Settings['mode']; granted: boolean } };
  'sources/list': { ask: null; answer: readonly SourceLine[] };
  'feeds/add': { ask: { address: string }; answer: { title: string; items: number } };
  'feeds/remove': { ask: { address: string }; answer: null };
  'opml/import': { ask: { text: string }; answer: { added: number; known: number; problems: readonly string[] } };
  'opml/export': { ask: null; answer: string };
  'signal-feeds/list': { ask: null; answer: readonly SignalFeedLine[] };
  /** Looks at the feed, pins its key, and fetches what it tells. */
  'signal-feeds/subscribe': { ask: { address: string }; answer: SignalFeedLine };
  'signal-feeds/remove': { ask: { address: string }; answer: null };
  /** The reader believes the key that the feed comes with now; `key` is the one that they were shown. */
  'signal-feeds/accept-key': { ask: { address: string; key: string | null }; answer: SignalFeedLine };
  'stories/list': {
    ask: { followed?: boolean; limit?: number; query?: string; order?: 'impact' | 'fresh' };
    answer: readonly StoryLine[];
  };
  /** What the toolbar popup lists, in one answer: the stories followed, and the first `top` of the beat by impact. */
  'stories/glance': {
    ask: { top: number };
    answer: { readonly followed: readonly StoryLine[]; readonly top: readonly StoryLine[] };
  };
  'story/get': { ask: { id: string }; answer: (StoryView & { readonly followed: boolean }) | null };
  'story/follow': { ask: { id: string; on: boolean }; answer: null };
  'story/seen': { ask: { id: string }; answer: null };
  /**
   * All stories in batches, by id: for the desk's index. `after` is the last id of the batch before, `next` null at the end,
   * where the stories come too that only signal feeds tell.
   */
  'stories/page': {
    ask: { after: string | null; limit: number };
    answer: { readonly lines: readonly StoryLine[]; readonly next: string | null };
  };
  'standing/list': { ask: null; answer: readonly StandingLine[] };
  /** Terms for the page in a tab, to begin with. */
  'standing/propose': { ask: { tab: number }; answer: readonly string[] };
  'standing/start': { ask: { tab: number; terms: readonly string[] }; answer: StandingLine };
  'standing/edit': { ask: { id: string; name: string; terms: readonly string[] }; answer: StandingLine };
  'standing/remove': { ask: { id: string }; answer: null };
  /** The reader has pressed the button that asks an index for a standing story; `held`: its host was granted before. */
  'index/intend': { ask: { standing: string; index: string; language: string; held: boolean }; answer: null };
  /** Permission is there: the index that was intended is asked. */
  'index/ask': { ask: null; answer: IndexAnswer };
  /** The reader declined: nothing is asked. */
  'index/drop': { ask: null; answer: null };
  'trends/get': { ask: { weeks: number }; answer: Trends };
  /** A name with its stories, newest first; null where no story mentions it. */
  'entity/get': {
    ask: { name: string };
    answer: { readonly entity: Entity; readonly lines: readonly StoryLine[]; readonly followed: boolean } | null;
  };
  'entity/follow': { ask: { name: string; on: boolean }; answer: null };
  /** The story as a signal feed of its own (JSON), with the whole articles. */
  'story/feed': { ask: { id: string }; answer: string };
  'data/size': { ask: null; answer: { articles: number; stories: number; bytes: number | null; oldest: number | null } };
  'data/export': { ask: { as: 'json' | 'csv' }; answer: string };
  'data/import': { ask: { text: string }; answer: { articles: number } };
  'data/wipe': { ask: null; answer: null };
  'words/catalogue': { ask: null; answer: Catalogue };
}

export type MessageName = keyof Protocol;
export type Ask<N extends MessageName> = Protocol[N]['ask'];
export type Answer<N extends MessageName> = Protocol[N]['answer'];

/** As it travels. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly ask: Ask<N>;
}

/** `error`: key of a message for the reader (`error_...`) with values. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly values?: Readonly<Record<string, string | number>> };
