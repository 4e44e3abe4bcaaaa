import type { FeedState } from '../sources/feed-state';
import { newFeedState } from '../sources/feed-state';
import { fetchFeed } from '../sources/fetch-feed';
import { readOpml, writeOpml } from '../sources/opml';
import type { OwnFeed } from '../store/settings';
import type { Context } from './context';
import type { FeedLine } from './protocol';
import type { Handlers } from './receive';
import { Refused } from './refused';

/** Feeds of their own that a reader may add, at most (lib/store/settings.ts). */
const MOST_FEEDS = 1000;

type SourceHandlers = Pick<Handlers, Extract<keyof Handlers, `sources/${string}` | `feeds/${string}` | `opml/${string}`>>;

/** What options ask about sources and feeds. */
export function sourceHandlers(context: Context): SourceHandlers {
  const { store } = context;
  const known = async () => new Set((await context.chosen()).listed.flatMap((entry) => entry.source.feeds));

  return {
    async 'sources/list'() {
      const [{ listed }, states] = await Promise.all([context.chosen(), store.feedStates()]);
      const stateOf = new Map(states.map((state) => [state.address, state]));
      const granted = new Map<string, boolean>();
      for (const address of listed.flatMap((entry) => entry.source.feeds)) granted.set(address, await context.granted(address));
      return listed.map((entry) => ({
        ...entry,
        feeds: entry.source.feeds.map((address) => feedLine(address, stateOf.get(address), granted.get(address) === true)),
      }));
    },

    async 'feeds/add'({ address }) {
      if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw new Refused('fault_bad_address');
      const href = new URL(address).href;
      const { ownFeeds } = await context.settings();
      if ((await known()).has(href)) throw new Refused('error_feed_known');
      if (ownFeeds.length >= MOST_FEEDS) throw new Refused('error_too_many_feeds', { most: MOST_FEEDS });
      if (!(await context.granted(href))) throw new Refused('error_no_permission');
      const outcome = await fetchFeed(href, newFeedState(href, ''), { fetch: context.fetch, now: context.now() });
      if (outcome.is === 'failed') throw new Refused(faultKey(outcome.why.is), faultValues(outcome.why));
      if (outcome.is === 'unchanged') throw new Refused('fault_not_a_feed');
      const { title, site, items } = outcome.feed;
      const feed = { address: href, title: title.slice(0, 300), site: site ?? '' };
      await context.change({ ownFeeds: [...ownFeeds, feed] });
      await context.startRefresh();
      return { title, items: items.length };
    },

    async 'feeds/remove'({ address }) {
      const { ownFeeds } = await context.settings();
      await context.change({ ownFeeds: ownFeeds.filter((feed) => feed.address !== address) });
      await store.forgetFeed(address);
      return null;
    },

    async 'opml/import'({ text }) {
      const { feeds, problems } = readOpml(text);
      const { ownFeeds } = await context.settings();
      const have = await known();
      const fresh = feeds.filter((feed) => !have.has(feed.address));
      const taken = fresh.slice(0, MOST_FEEDS - ownFeeds.length).map(
        ({ address, title, site, kind }): OwnFeed => ({
          address,
          title: title.slice(0, 300),
          site: site ?? '',
          ...(kind && { kind }),
        }),
      );
      if (taken.length > 0) await context.change({ ownFeeds: [...ownFeeds, ...taken] });
      return { added: taken.length, known: feeds.length - fresh.length, problems };
    },

    async 'opml/export'() {
      const { on } = await context.chosen();
      return writeOpml(on, 'Second Source');
    },
  };
}

/** A feed's health, in the words of the protocol. */
function feedLine(address: string, state: FeedState | undefined, granted: boolean): FeedLine {
  const fault = state?.lastFault;
  const health = !granted
    ? 'no-permission'
    : !state || (state.lastTried === undefined && !fault)
      ? 'never'
      : fault
        ? 'failing'
        : 'ok';
  return {
    address,
    health,
    lastSuccess: state?.lastSuccess ?? null,
    nextDue: state && granted ? state.nextDue : null,
    fault: fault ? faultKey(fault.is) : (state?.problems?.map(faultKey)[0] ?? null),
    faultValues: fault ? faultValues(fault) : {},
    items: state?.itemsLast ?? 0,
  };
}

const faultKey = (is: string) => `fault_${is.replaceAll('-', '_')}`;
const faultValues = (fault: { is: string; status?: number }): Record<string, string | number> =>
  fault.status === undefined ? {} : { status: fault.status };
