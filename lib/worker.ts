/** What the background worker holds: the context of the handlers, made of the browser. No state that may not be lost. */
import { askNewsIndex, IndexAsks } from './ask-news-index';
import { BEATS } from './beats/beats';
import { browser } from './browser';
import { chosenCatalogue } from './catalogue';
import { dataHandlers } from './messages/answer-data';
import { deskHandlers } from './messages/answer-desk';
import { pageHandlers } from './messages/answer-pages';
import { signalFeedHandlers } from './messages/answer-signal-feeds';
import { sourceHandlers } from './messages/answer-sources';
import { standingHandlers } from './messages/answer-standing';
import { storyHandlers } from './messages/answer-stories';
import type { Context, TabReading } from './messages/context';
import { forgetPage, KEPT_TOP, type KeptLists, keepLists, keepPage, keptLists } from './messages/kept';
import { NEVER_REFRESHED } from './messages/live';
import {
  applyMode,
  isMutedPage,
  lookAtTab,
  probeTab,
  readingOf,
  readTabs,
  rememberReading,
  showVerdict,
  unreadVerdict,
} from './messages/page-scripts';
import { verdictOf } from './messages/page-verdict';
import type { Catalogue, RefreshProgress } from './messages/protocol';
import type { Handlers } from './messages/receive';
import { followJoined } from './messages/standing';
import type { Verdict } from './messages/verdict';
import { notifyOf } from './notifications';
import { openPanelBeside } from './open-page';
import { OPTIONAL } from './permissions';
import { groupInbox, refresh, type World } from './refresh';
import { refreshSignalFeeds, type SignalFeedWorld } from './refresh-signal-feeds';
import { chosenSources } from './store/chosen-sources';
import { defaultSettings, repairSettings, type Settings } from './store/settings';
import { Store } from './store/store';
import { storeFault } from './store/store-fault';
import type { GroupingModel } from './stories/grouping-model';
import { proposeTerms } from './stories/propose-terms';
import { tellNews } from './tell-news';
import { browserWords } from './words/browser-words';

export interface Worker {
  readonly handlers: Handlers;
  /** After install, update and browser start: the page scripts are registered, the feeds looked at. */
  start(): Promise<void>;
  /** Fetches what is due. */
  refreshDue(): Promise<void>;
  /** Goes on with a refresh that was cut off. */
  resume(): Promise<void>;
  /** @param granted match patterns that the reader has just granted */
  permissionsChanged(granted?: readonly string[]): Promise<void>;
}

/** Messages after which the popup's lists are others. */
const CHANGES_LISTS =
  /^(?:(?:story|page)\/(?:follow|seen)|standing\/(?:start|edit|remove)|index\/ask|signal-feeds\/(?:subscribe|remove|accept-key)|data\/import)$/;

export function makeWorker(store = new Store()): Worker {
  const now = () => Date.now();

  // -- settings and sources ------------------------------------------------------------------------------------
  const settings = async (): Promise<Settings> => {
    const { settings: stored } = await browser.storage.local.get('settings');
    const read = repairSettings(stored ?? defaultSettings());
    if (read.repaired.length > 0) {
      console.warn('settings repaired:', read.repaired.join(', '));
      await browser.storage.local.set({ settings: read.settings });
    }
    return read.settings;
  };

  let changing: Promise<unknown> = Promise.resolve();
  /** One after the other: two screens that change settings at once lose nothing. */
  const change = (what: Partial<Settings>): Promise<Settings> => {
    const changed = changing.then(async () => {
      const next = { ...(await settings()), ...what };
      await browser.storage.local.set({ settings: next });
      return next;
    });
    changing = changed.catch(() => {});
    return changed.then(async (next) => {
      if (['mode', 'sourcesOff', 'ownFeeds', 'beats', 'links'].some((name) => name in what)) await applyNow();
      if ('language' in what) await applyLanguage();
      await refreshPages();
      return next;
    });
  };

  /** Models are those of the first chosen beat: stories of several beats are grouped together. */
  const chosen = async () => {
    const current = await settings();
    const beat = BEATS.find(({ id }) => current.beats.includes(id)) ?? BEATS[0]!;
    return { ...chosenSources(BEATS, current), grouping: beat.grouping, beat };
  };

  const granted = (address: string) => {
    const { protocol, hostname } = new URL(address);
    return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  };

  // -- refreshing ----------------------------------------------------------------------------------------------
  const world = async (): Promise<World & SignalFeedWorld> => {
    const [{ on, registry, grouping, beat }, { keepDays }] = await Promise.all([chosen(), settings()]);
    return {
      store,
      sources: on,
      grouping,
      signals: { registry, signalModel: beat.signals, lexicon: beat.lexicon },
      fetch: (...request) => fetch(...request),
      granted,
      now,
      random: Math.random,
      report,
      keepDays,
    };
  };

  const report = (progress: RefreshProgress) => browser.storage.session.set({ progress });
  const progress = async (): Promise<RefreshProgress> => {
    const { progress: stored } = await browser.storage.session.get('progress');
    return (stored as RefreshProgress | undefined) ?? NEVER_REFRESHED;
  };

  /**
   * The reader's wish for every feed, due or not. Kept outside the worker's memory: it may die between the wish and the
   * first feed. Told apart by a token, as another may be made (with a new feed) while the first is being granted.
   */
  const wish = async (): Promise<string | undefined> =>
    (await browser.storage.session.get('refreshWish'))['refreshWish'] as string | undefined;
  const grant = async (granted: string | undefined) => {
    if (granted !== undefined && (await wish()) === granted) await browser.storage.session.remove('refreshWish');
  };

  let running: Promise<void> | null = null;
  let cut = new AbortController();
  /** One at a time of all that groups. A wish made meanwhile is granted after it, by a refresh that knows the newest feed. */
  const alone = (task: () => Promise<void>): Promise<void> => {
    running ??= task()
      .finally(() => {
        running = null;
      })
      .then(async () => {
        if ((await wish()) !== undefined) return run();
        await keepAnew();
        await refreshPages();
      });
    return running;
  };
  const run = (): Promise<void> => alone(runOnce);

  const runOnce = async (): Promise<void> => {
    const wished = await wish();
    try {
      // One that was cut off is finished first, and does not count as the one that was wished for.
      const all = wished !== undefined && (await store.refresh()) === null;
      const made = await world();
      // Like the refresh itself: written down before the wish is taken as granted.
      if (all) await store.hastenSubscriptions();
      const signalFeeds = refreshSignalFeeds(made);
      // Awaited below; a refresh that fails first must not leave this one's failure unheard of.
      signalFeeds.catch(() => {});
      // "Done" means both: screens read what is stored when they hear it.
      const known = progress;
      const heard = async (progress: RefreshProgress) => {
        // The first report comes once the refresh itself is stored.
        if (all) await grant(wished);
        const isOver = progress.state === 'done' || progress.state === 'idle';
        if (isOver) {
          await signalFeeds;
          await followJoined(store, now(), true);
        }
        // Nothing was due: how the last one ended is still how it stands.
        if (!all && progress.total === 0 && ['done', 'failed'].includes((await known()).state)) return;
        // With another to follow, it is not over for whoever waits.
        if (!isOver || (await wish()) === undefined) await report(progress);
      };
      await refresh({ ...made, report: heard }, { all, signal: cut.signal });
      await signalFeeds;
      await tellReader();
    } catch (error) {
      console.error('refresh', error);
      await grant(wished);
      const why = storeFault(error);
      const { why: _, ...last } = await progress();
      await report({ ...last, state: 'failed', at: now(), ...(why !== null && { why }) });
    }
  };

  /**
   * Groups what waits in the inbox, not beside a refresh: both would put the same articles into stories.
   * @param isNews as `followJoined` has it
   */
  const groupWaiting = async (isNews: boolean): Promise<void> => {
    while (running) await running;
    await alone(async () => {
      await groupInbox(await world(), now());
      await followJoined(store, now(), isNews);
    });
  };

  /** All that this browser keeps for us, the permissions included: as freshly installed. */
  const wipe = async (): Promise<void> => {
    // A refresh under way would write into the emptied store.
    cut.abort();
    await browser.storage.session.remove('refreshWish');
    // Where that failed, and nothing else helps, wiping must.
    await running?.catch(() => {});
    cut = new AbortController();
    await store.wipe();
    await browser.storage.local.clear();
    // While it is still known what was read in which tab.
    await refreshPages();
    await browser.storage.session.clear();
    await report({ ...NEVER_REFRESHED, at: now() });
    const { origins = [] } = await browser.permissions.getAll();
    const permissions = OPTIONAL.map(({ permission }) => permission);
    await browser.permissions.remove({ origins, permissions }).catch(() => false);
    await applyLanguage();
    await applyNow();
  };

  /** What is news in what the reader follows. It must not make a refresh that went well look like one that failed. */
  const tellReader = async () => {
    const current = await settings();
    const words = browserWords(await catalogue());
    await tellNews(store, current, (news) => notifyOf(news, words)).catch((error) => console.error('news', error));
  };

  /** The popup's frame stands before its script knows the language: its address says which way it runs (style/popup.css). */
  const applyLanguage = async () => {
    const { dir } = browserWords(await catalogue());
    await browser.action.setPopup({ popup: dir === 'rtl' ? '/popup.html#rtl' : '/popup.html' });
  };

  // -- pages ---------------------------------------------------------------------------------------------------
  let applying: Promise<unknown> = Promise.resolve();
  /** One after the other: two that registered the same script at once would fail. */
  const applyNow = () => {
    const applied = applying.then(async () => {
      const [{ on }, { mode, links }] = await Promise.all([chosen(), settings()]);
      return { mode, granted: await applyMode(mode, on, links) };
    });
    applying = applied.catch(() => {});
    return applied;
  };

  /** The verdict of every page that was read, anew: after a refresh, a change of settings, a wipe. */
  async function refreshPages(): Promise<void> {
    const tabs = await readTabs();
    if (tabs.length === 0) return;
    const [current, { registry, grouping }] = await Promise.all([settings(), chosen()]);
    for (const tab of tabs) {
      const known = await readingOf(tab);
      if (!known?.reading) continue;
      const verdict = isMutedPage(current, known.url)
        ? ({ is: 'muted' } as const)
        : await verdictOf(known.reading, { store, registry, grouping, settings: current, now: now() });
      await keepVerdict(tab, known, verdict, grouping);
      await showVerdict(tab, verdict, current, false);
    }
  }

  /** For the popup (lib/messages/kept.ts). Not what passes: a page that is being read, a store that failed. */
  async function keepVerdict(tab: number, known: TabReading | null, verdict: Verdict, grouping: GroupingModel): Promise<void> {
    if (!known?.reading || verdict.is === 'reading' || verdict.is === 'failed') return forgetPage(tab);
    const proposed = verdict.is === 'not-covered' ? proposeTerms(known.reading.title, grouping) : [];
    await keepPage(tab, known.url, { verdict, proposed });
  }

  const catalogue = async (): Promise<Catalogue> => chosenCatalogue((await settings()).language);

  const asks = new IndexAsks(async (index, intent) => {
    const made = await world();
    const answer = await askNewsIndex(made, index, intent);
    // The reader waits for it, and sees it.
    await groupWaiting(false);
    return answer;
  }, now);

  const context: Context = {
    store,
    now,
    settings,
    change,
    chosen,
    granted,
    progress,
    catalogue,
    fetch: (...request) => fetch(...request),
    async startRefresh() {
      await browser.storage.session.set({ refreshWish: crypto.randomUUID() });
      void run();
      return { ...(await progress()), state: 'fetching', at: now() };
    },
    async refreshSignalFeeds() {
      await refreshSignalFeeds(await world());
      await refreshPages();
    },
    wipe,
    groupInbox: () => groupWaiting(true),
    indexes: asks,
    pages: {
      applyMode: applyNow,
      remember: rememberReading,
      readingOf,
      async show(tab, verdict) {
        // The page first: the popup's copy can wait.
        const shown = await showVerdict(tab, verdict, await settings(), true);
        await keepVerdict(tab, await readingOf(tab), verdict, (await chosen()).grouping);
        return shown;
      },
      unread: unreadVerdict,
      probe: probeTab,
      look: lookAtTab,
      refreshAll: refreshPages,
      openPanel: openPanelBeside,
      async openStory(tab, story) {
        await browser.tabs.create({ url: `/desk.html#story=${encodeURIComponent(story)}`, openerTabId: tab });
      },
    },
  };

  const stories = storyHandlers(context);
  const standing = standingHandlers(context);
  const handlers: Handlers = {
    ...pageHandlers(context),
    ...sourceHandlers(context),
    ...signalFeedHandlers(context),
    ...stories,
    ...standing,
    ...deskHandlers(context),
    ...dataHandlers(context),
  };

  // -- what the popup stands on before we are awake ------------------------------------------------------------
  const makeLists = async (): Promise<KeptLists> => {
    const [lists, lines] = await Promise.all([stories['stories/glance']({ top: KEPT_TOP }), standing['standing/list'](null)]);
    return { lists, standing: lines };
  };
  let keeping: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  /** One after the other, the last of them with all that has changed; what fails is asked for by the popup anyway. */
  function keepAnew(): Promise<void> {
    next ??= keeping.then(async () => {
      next = null;
      await makeLists()
        .then(keepLists)
        .catch((error) => console.error('lists', error));
    });
    keeping = next;
    return next;
  }

  return {
    handlers: Object.fromEntries(
      Object.entries(handlers).map(([name, handler]) => [
        name,
        CHANGES_LISTS.test(name)
          ? async (ask: never, from: never) => {
              const answer = await handler(ask, from);
              void keepAnew();
              return answer;
            }
          : handler,
      ]),
    ) as unknown as Handlers,
    async start() {
      await applyNow();
      await applyLanguage();
      await run();
    },
    refreshDue: () => run(),
    async resume() {
      if ((await keptLists()) === null) void keepAnew();
      if ((await wish()) !== undefined || (await store.refresh()) || (await store.inbox()).length > 0) await run();
    },
    async permissionsChanged(granted = []) {
      void asks.granted(granted).catch((error) => console.error('index', error));
      await applyNow();
      await run();
    },
  };
}
