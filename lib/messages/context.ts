import type { PageReading } from '../articles/article';
import type { ShownPage } from '../articles/page-look';
import type { ChosenSources } from '../store/chosen-sources';
import type { Settings } from '../store/settings';
import type { Store } from '../store/store';
import type { GroupingModel } from '../stories/grouping-model';
import type { Answer, Catalogue, RefreshProgress } from './protocol';
import type { FromPage } from './receive';
import type { Verdict } from './verdict';

/** A page that a script has read: kept per tab for the browser's session only, never stored. */
export interface TabReading {
  /** Without fragment. */
  readonly url: string;
  /** Null where the page turned out not to be an article. */
  readonly reading: PageReading | null;
}

/** What the handlers need of the worker; entrypoints/background.ts makes it of the browser. */
export interface Context {
  readonly store: Store;
  readonly now: () => number;
  settings(): Promise<Settings>;
  /** Writes the change and lets the pages know. */
  change(change: Partial<Settings>): Promise<Settings>;
  /** The chosen sources and the models of the chosen beats. */
  chosen(): Promise<ChosenSources & { readonly grouping: GroupingModel }>;
  /** Starts a refresh of every feed, or goes on with the one under way. */
  startRefresh(): Promise<RefreshProgress>;
  progress(): Promise<RefreshProgress>;
  /** Fetches what is new in every signal feed, due or not, and lets the pages know. */
  refreshSignalFeeds(): Promise<void>;
  /** Groups what waits in the inbox. */
  groupInbox(): Promise<void>;
  /** Deletes all that is kept, ends a refresh under way, and gives the permissions back. */
  wipe(): Promise<void>;
  granted(address: string): Promise<boolean>;
  readonly fetch: typeof fetch;
  /** Asking a news index: what the reader agreed to, and carrying it out. */
  readonly indexes: {
    intend(intent: {
      readonly index: string;
      readonly terms: readonly string[];
      readonly language: string;
      readonly held: boolean;
      readonly at: number;
    }): Promise<void>;
    ask(): Promise<Answer<'index/ask'>>;
    drop(): Promise<void>;
  };
  readonly pages: {
    applyMode(): Promise<Answer<'mode/apply'>>;
    remember(from: FromPage, reading: PageReading | null): Promise<void>;
    readingOf(tab: number): Promise<TabReading | null>;
    /** Shows the overlay, or takes it away; the count on the toolbar follows. @returns whether it is shown. */
    show(tab: number, verdict: Verdict): Promise<boolean>;
    /** What a tab is told of which nothing was read. */
    unread(tab: number): Promise<Verdict>;
    /** Runs the probe in a tab (activeTab). @returns whether the page is an article, null where it may not run there. */
    probe(tab: number): Promise<boolean | null>;
    /** Looks at the page in a tab, if it still is at this address. @returns null where that may not be done or it has gone. */
    look(tab: number, url: string): Promise<ShownPage | null>;
    /** All pages that are shown something: their verdicts are made anew. */
    refreshAll(): Promise<void>;
    /** Opens the side panel beside a tab; to be called within the reader's click. @returns false where the browser has none or refuses. */
    openPanel(tab: number): Promise<boolean>;
    openStory(tab: number, story: string): Promise<void>;
  };
  catalogue(): Promise<Catalogue>;
}
