import type { UnlistedScriptDefinition } from 'wxt';
import { atOnce } from '../lib/articles/at-once';
import { gatherPage } from '../lib/articles/page-gather';
import { askAgain } from '../lib/messages/ask-again';
import type { Answer, Envelope, Reply } from '../lib/messages/protocol';

/**
 * The tiny script on every page (at most 3 kB; scripts/bench/size.ts): reads once when idle, asks once where the page may be
 * an article, and anew after a navigation within the page has settled. The worker decides what is shown, and looks at the
 * page itself where its head leaves something open (look.ts).
 *
 * It runs in the isolated world: the page sees nothing of it. No polyfill: it would cost each page 10 kB.
 */
interface Api {
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: Envelope<'page/ask'>): Promise<Heard>;
  };
}

/** What the worker replied; undefined where none did. */
type Heard = Reply<Answer<'page/ask'>> | undefined;

/** What the scripts of this extension on one page share with each other. */
export interface PageScripts {
  /** Reads the page again. @returns whether it is an article. */
  read(): boolean;
  /** Takes the overlay away; set by the overlay while it stands. */
  close?(): void;
}

type Shared = typeof globalThis & { secondSource?: PageScripts; browser?: Api; chrome?: Api; navigation?: EventTarget };

/** A page that navigates within itself is read again when its address has stood this long, ms. */
const SETTLED = 800;

const main = atOnce((): boolean => {
  const shared = globalThis as Shared;
  if (shared.secondSource) {
    // Injected again (the on-click mode, or an update of the settings): the page is read anew.
    return shared.secondSource.read();
  }
  const api = shared.browser ?? shared.chrome;
  const page = () => location.href.split('#')[0];
  let timer = 0;
  let asked: string | undefined;
  const isWanted = () => api?.runtime?.id !== undefined && page() === asked;

  /** @returns whether the page looks like an article. */
  const read = atOnce((): boolean => {
    // An extension that was updated or removed leaves its old scripts behind: they go quiet.
    const runtime = api?.runtime;
    if (!runtime?.id) return false;
    const url = location.href;
    asked = url.split('#')[0];
    const gathered = gatherPage(document, url);
    if (!gathered) return false;
    const ask = atOnce(() => runtime.sendMessage({ name: 'page/ask', ask: gathered }));
    // The first time by itself: what asks again is compiled only where a worker died.
    ask().then(
      (reply) => hear(reply, ask),
      () => hear(undefined, ask),
    );
    return true;
  });
  const hear = async (first: Heard, ask: () => Promise<Heard>) => {
    const reply = first ?? (await askAgain(ask, isWanted));
    if (isWanted() && !(reply?.ok && reply.value.shown)) scripts.close?.();
  };
  const scripts: PageScripts = { read };
  const settle = () => {
    if (page() === asked) return;
    // The story shown was the other page's.
    scripts.close?.();
    clearTimeout(timer);
    timer = setTimeout(read, SETTLED) as unknown as number;
  };
  shared.secondSource = scripts;
  const { navigation } = shared;
  if (navigation) navigation.addEventListener('navigatesuccess', settle);
  else addEventListener('popstate', settle);
  // From the back and forward cache: the toolbar's count is another page's now. Chromium resumes such a page, and only such
  // a page or one that slept; in Firefox every page is shown once, and says whether it was kept.
  addEventListener(
    'onresume' in document ? 'resume' : 'pageshow',
    (event) => {
      if ((event as Partial<PageTransitionEvent>).persisted !== false) read();
    },
    true,
  );
  return read();
});

// As defineUnlistedScript would make it, without a call on every page.
export default { main } satisfies UnlistedScriptDefinition;
