import { MOST_SUBSCRIPTIONS, newSubscription, offerAt, type SignalFeedProblem } from '../refresh-signal-feeds';
import { newFeedState } from '../sources/feed-state';
import type { SubscriptionRecord } from '../store/published-records';
import type { Context } from './context';
import type { SignalFeedLine } from './protocol';
import type { Handlers } from './receive';
import { Refused } from './refused';

type SignalFeedHandlers = Pick<Handlers, Extract<keyof Handlers, `signal-feeds/${string}`>>;

/** What options ask about signal feeds. */
export function signalFeedHandlers(context: Context): SignalFeedHandlers {
  const { store } = context;

  const lineOf = async (record: SubscriptionRecord): Promise<SignalFeedLine> => {
    const { address, publisher, key, refused = null, state, fault } = record;
    const [stories, granted] = await Promise.all([store.countPublished(address), context.granted(address)]);
    const health = !granted ? 'no-permission' : fault ? 'failing' : state.lastSuccess === undefined ? 'never' : 'ok';
    const [is = '', status] = (fault ?? '').split(' ');
    return {
      address,
      publisher,
      key,
      refused,
      health,
      lastSuccess: state.lastSuccess ?? null,
      fault: fault === undefined ? null : faultKey(is),
      faultValues: status === undefined ? {} : { status: Number(status) },
      stories,
    };
  };

  const lineAt = async (address: string): Promise<SignalFeedLine> => {
    const record = await store.subscription(address);
    if (!record) throw new Refused('error_no_signal_feed');
    return lineOf(record);
  };

  return {
    async 'signal-feeds/list'() {
      const all = [...(await store.subscriptions())].sort((a, b) => a.publisher.localeCompare(b.publisher));
      return Promise.all(all.map(lineOf));
    },

    async 'signal-feeds/subscribe'({ address }) {
      if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw new Refused('fault_bad_address');
      const { href } = new URL(address);
      if (await store.subscription(href)) throw new Refused('error_signal_feed_known');
      if ((await store.subscriptions()).length >= MOST_SUBSCRIPTIONS)
        throw new Refused('error_too_many_signal_feeds', { most: MOST_SUBSCRIPTIONS });
      if (!(await context.granted(href))) throw new Refused('error_no_permission');
      const offer = await offerAt(href, context);
      if (!offer.ok) throw new Refused(faultKey(offer.why.is), valuesOf(offer.why));
      await store.subscribe(newSubscription(href, offer.publisher, offer.key));
      await context.refreshSignalFeeds();
      return lineAt(href);
    },

    async 'signal-feeds/remove'({ address }) {
      await store.unsubscribe(address);
      await context.pages.refreshAll();
      return null;
    },

    async 'signal-feeds/accept-key'({ address, key }) {
      const record = await store.subscription(address);
      // Only the very key that the reader was shown: the feed may have come with a third one meanwhile.
      if (!record?.refused || record.refused.key !== key) throw new Refused('error_no_signal_feed');
      const { refused: _, fault: __, ...kept } = record;
      // Another key may be another machine with a clock of its own: everything is read anew, and at once.
      await store.subscribe({ ...kept, key, generatedAt: 0, seen: 0, state: newFeedState(address, '') });
      await context.refreshSignalFeeds();
      return lineAt(address);
    },
  };
}

/** Faults that are worded for news feeds elsewhere have words of their own here. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'too-large': 'fault_signal_feed_too_large',
  'not-a-signal-feed': 'fault_signal_feed_not_a_signal_feed',
};
const faultKey = (is: string) => OWN_WORDS[is] ?? `fault_${is.replaceAll('-', '_')}`;
const valuesOf = (why: SignalFeedProblem): Record<string, number> => (why.is === 'http' ? { status: why.status } : {});
