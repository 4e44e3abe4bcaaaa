import { canonicalAddress } from '../articles/address';
import type { PageReading } from '../articles/article';
import type { GatheredPage } from '../articles/page-gather';
import { interpretPage } from '../articles/page-interpret';
import type { ShownPage } from '../articles/page-look';
import { newsHolding } from '../signals/news-of-story';
import { isMuted } from '../store/settings';
import { storeFault } from '../store/store-fault';
import type { Context } from './context';
import { verdictOf } from './page-verdict';
import type { LinkMark } from './protocol';
import { publishedOf } from './published';
import type { FromPage, Handlers } from './receive';
import { Refused } from './refused';
import { seenNow } from './story-line';
import type { Verdict } from './verdict';

/** How long the reader's own click waits for the page to be read, ms, and how often it looks. */
const CHECK_FOR = 5000;
const CHECK_EVERY = 50;
/** How long who asks for a tab's verdict waits for its page to be read, ms: a page that blocks itself keeps our scripts out. */
const READ_FOR = 1000;

type PageHandlers = Pick<Handlers, Extract<keyof Handlers, `page/${string}` | `tab/${string}`>>;

/** What pages and the toolbar ask about the page in a tab. */
export function pageHandlers(context: Context): PageHandlers {
  const { store, pages } = context;

  const ofReading = async (reading: PageReading | null): Promise<Verdict> => {
    if (!reading) return { is: 'not-article' };
    const [settings, { registry, grouping }] = await Promise.all([context.settings(), context.chosen()]);
    try {
      return await verdictOf(reading, { store, registry, grouping, settings, now: context.now() });
    } catch (error) {
      console.error(error);
      return { is: 'failed', why: storeFault(error) ?? 'error_store_failed' };
    }
  };

  /** The verdict of a tab whose page was read, or null. */
  const ofTab = async (tab: number): Promise<Verdict | null> => {
    const known = await pages.readingOf(tab);
    return known && ofReading(known.reading);
  };

  /** Whether a feed has told of an article at the address of a page. */
  const isKnown = async (url: string): Promise<boolean> => {
    const address = canonicalAddress(url);
    return address !== null && (await store.storyByAddress(address).catch(() => null)) !== null;
  };

  /** Pages that asked and have no answer yet, by their tab. */
  const underWay = new Map<number, Promise<boolean>>();

  /** Makes sense of a page and shows what there is. @returns whether something is shown. */
  const read = async (gathered: GatheredPage, from: FromPage): Promise<boolean> => {
    const judge = async (looked: ShownPage | null) => {
      const reading =
        interpretPage(gathered, looked) ?? ((await isKnown(gathered.url)) ? interpretPage(gathered, looked, true) : null);
      return { reading, verdict: await ofReading(reading) };
    };
    let found = gathered.stated ? await judge(null) : null;
    // Without its text a page may seem to be none, and of a story's page it says more: it is looked at before anybody is told.
    if (!found || /^(?:not-article|story|below-gate)$/.test(found.verdict.is)) {
      const looked = await pages.look(from.tab, gathered.url);
      if (looked || !found) found = await judge(looked);
    }
    await pages.remember(from, found.reading);
    return pages.show(from.tab, found.verdict);
  };

  const storyOf = async (tab: number) => {
    const verdict = await ofTab(tab);
    return verdict && (verdict.is === 'story' || verdict.is === 'below-gate') ? verdict.view.story : null;
  };

  return {
    async 'page/ask'(gathered, from) {
      // The script reads location.href; what the browser says of the sender must agree with it.
      if (hostOf(gathered.url) !== hostOf(from.url)) throw new Refused('error_not_allowed');
      const answer = read(gathered, from);
      underWay.set(from.tab, answer);
      try {
        return { shown: await answer };
      } finally {
        if (underWay.get(from.tab) === answer) underWay.delete(from.tab);
      }
    },

    async 'page/overlay'(_, from) {
      const [known, verdict, settings, catalogue] = await Promise.all([
        pages.readingOf(from.tab),
        ofTab(from.tab),
        context.settings(),
        context.catalogue(),
      ]);
      const record = verdict?.is === 'story' ? await store.story(verdict.view.story.id) : null;
      const look = record && (await store.lookAt(record.ids));
      const followed = look !== null && look.followedSince !== null;
      const title = known?.reading?.title;
      return { verdict: verdict ?? { is: 'reading' }, place: settings.place, catalogue, followed, ...(title ? { title } : {}) };
    },

    async 'page/mute'(_, from) {
      const host = hostOf(from.url);
      const { muted } = await context.settings();
      if (host && !muted.includes(host)) await context.change({ muted: [...muted, host] });
      return null;
    },

    async 'page/open-story'(_, from) {
      // Before anything is awaited: the browser opens the panel only within the reader's click. It shows this page's story.
      if (await pages.openPanel(from.tab)) return null;
      const story = await storyOf(from.tab);
      if (story) await pages.openStory(from.tab, story.id);
      return null;
    },

    async 'page/follow'({ on }, from) {
      const story = await storyOf(from.tab);
      if (story) await follow(context, story.id, on);
      return null;
    },

    async 'page/links'({ addresses }, from) {
      const settings = await context.settings();
      if (!settings.links || isMuted(settings, new URL(from.url).hostname)) return addresses.map(() => null);
      return Promise.all(addresses.map((address) => markOf(context, address, from)));
    },

    async 'tab/verdict'({ tab }) {
      const asked = underWay.get(tab);
      if (asked) await Promise.race([asked.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, READ_FOR))]);
      return (await ofTab(tab)) ?? (underWay.has(tab) ? { is: 'reading' } : pages.unread(tab));
    },

    async 'tab/check'({ tab }) {
      const isArticle = await pages.probe(tab);
      if (isArticle === null) return { is: 'no-permission' };
      if (!isArticle) return { is: 'not-article' };
      for (let waited = 0; waited < CHECK_FOR; waited += CHECK_EVERY) {
        const verdict = await ofTab(tab);
        if (verdict) return verdict;
        await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY));
      }
      return { is: 'failed', why: 'error_no_answer' };
    },
  };
}

/** Follows a story or lets it go. @throws Refused where there is no such story. */
export async function follow({ store, now }: Context, id: string, on: boolean): Promise<void> {
  const record = await store.story(id);
  if (!record) throw new Refused('error_no_story');
  // What holds already is no news to somebody who begins to follow it now.
  const told = newsHolding(record.signals);
  // What was followed through a standing story and is let go does not come back through it.
  const by = on ? undefined : (await store.lookAt(record.ids))?.by;
  await store.look(
    { story: record.id, followedSince: on ? now() : null, seen: seenNow(record, now()), told, ...(by !== undefined && { by }) },
    record.ids,
  );
}

/** A link to the page's own article gets no mark: the page has the badge. */
async function markOf({ store }: Context, link: string, from: FromPage): Promise<LinkMark | null> {
  const address = canonicalAddress(link, from.url);
  if (address === null || address === canonicalAddress(from.url)) return null;
  const told = (await store.storyByAddress(address)) ?? (await publishedOf(store, [address]))[0];
  if (!told) return null;
  const { verified, impact } = told.signals;
  return { n: verified.n, standing: verified.standing, impact: impact.score, title: told.story.title };
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
