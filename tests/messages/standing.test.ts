import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { askNewsIndex } from '../../lib/ask-news-index';
import { BEATS } from '../../lib/beats/beats';
import { dataHandlers } from '../../lib/messages/answer-data';
import { follow } from '../../lib/messages/answer-pages';
import { standingHandlers } from '../../lib/messages/answer-standing';
import type { Context } from '../../lib/messages/context';
import { verdictOf } from '../../lib/messages/page-verdict';
import { followJoined } from '../../lib/messages/standing';
import { groupInbox, type World } from '../../lib/refresh';
import { NEWS_INDEXES } from '../../lib/sources/news-indexes';
import { makeRegistry } from '../../lib/sources/registry';
import { defaultSettings } from '../../lib/store/settings';
import { Store } from '../../lib/store/store';
import { tellNews } from '../../lib/tell-news';
import { article, source } from '../signals/article';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const beat = BEATS[0]!;
const registry = makeRegistry([source('harbor', 'Harbor Ledger', 'harborledger.example')]);
const reading = {
  url: 'https://stray.example/osk?utm_source=x',
  canonical: null,
  title: 'Port of Osk pays a ransom to the Velvet Crab gang',
  authors: [],
  published: new Date(NOW - HOUR).toISOString(),
  language: 'en',
  outlet: 'Stray',
  lead: '',
  text: '',
  marks: {},
};

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** A reader with an empty store, the page above in tab 1, and handlers over the real store and engine. */
function reader(name: string) {
  const store = new Store(name);
  stores.push(store);
  const indexes = { intend: vi.fn(async () => {}), ask: vi.fn(), drop: vi.fn(async () => {}) };
  const world = {
    store,
    grouping: beat.grouping,
    signals: { registry, signalModel: beat.signals, lexicon: beat.lexicon },
    now: () => NOW,
    keepDays: 60,
    granted: async () => true,
  } as unknown as World & { store: Store };
  const context = {
    store,
    now: () => NOW,
    indexes,
    settings: async () => defaultSettings(),
    change: async () => defaultSettings(),
    chosen: async () => ({ registry, grouping: beat.grouping, on: [], listed: [] }),
    groupInbox: () => groupInbox(world, NOW),
    refreshSignalFeeds: async () => {},
    wipe: () => store.wipe(),
    pages: {
      readingOf: async (tab: number) => (tab === 1 ? { url: reading.url, reading } : null),
      refreshAll: async () => {},
    },
  } as unknown as Context;
  const handlers = standingHandlers(context);
  const arrive = async (...titles: readonly string[]) => {
    await store.acceptArticles(
      titles.map((title, n) =>
        article({ id: title, host: 'harborledger.example', path: `${title.length}-${n}`, title, published: NOW - HOUR }),
      ),
    );
    await groupInbox(world, NOW);
    await followJoined(store, NOW, true);
  };
  const verdict = () => verdictOf(reading, { store, registry, grouping: beat.grouping, settings: defaultSettings(), now: NOW });
  return { store, world, context, handlers, indexes, arrive, verdict };
}

describe('a page that no story covers', () => {
  it('is followed by words: first nothing is found, then what later holds them', async () => {
    const { handlers, arrive, verdict } = reader('standing-1');
    expect(await verdict()).toEqual({ is: 'not-covered' });
    expect(await handlers['standing/propose']({ tab: 1 })).toEqual(expect.arrayContaining(['Osk']));
    const line = await handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    expect(line).toMatchObject({ terms: ['osk', 'ransom'], stories: [] });
    expect(await verdict()).toEqual({ is: 'following', id: line.id, terms: ['osk', 'ransom'], found: 0 });
    await arrive('A new ferry line opens in spring', 'Ransom demanded of shipping offices around Osk');
    const [after] = await handlers['standing/list'](null);
    expect(after?.stories).toMatchObject([
      { title: 'Ransom demanded of shipping offices around Osk', n: 1, followed: true, news: [{ key: 'news_found' }] },
    ]);
    expect(await verdict()).toMatchObject({ is: 'following', found: 1 });
  });

  it('is still followed where the words are not its own, and its address is known without tracking', async () => {
    const { handlers, verdict } = reader('standing-2');
    await handlers['standing/start']({ tab: 1, terms: ['harbour', 'extortion'] });
    expect(await verdict()).toMatchObject({ is: 'following' });
  });

  it.each([[[]], [['osk']], [['Osk', 'osk', '...']]])('needs two words: %j', async (terms) => {
    const { handlers } = reader(`standing-few-${terms.length}`);
    await expect(handlers['standing/start']({ tab: 1, terms })).rejects.toMatchObject({ key: 'error_few_terms' });
  });

  it('is followed once by the same words', async () => {
    const { handlers } = reader('standing-same');
    const first = await handlers['standing/start']({ tab: 1, terms: ['Osk', 'ransom'] });
    expect((await handlers['standing/start']({ tab: 2, terms: ['ransom', 'OSK'] })).id).toBe(first.id);
    expect(await handlers['standing/list'](null)).toHaveLength(1);
  });
});

describe('a standing story', () => {
  it('finds what is stored already, which is no news', async () => {
    const { handlers, store, arrive } = reader('standing-stored');
    await arrive('Ransom demanded of shipping offices around Osk');
    const line = await handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    expect(line.stories).toMatchObject([{ followed: true, news: [] }]);
    const tell = vi.fn(async () => {});
    await tellNews(store, { notify: true, entities: [] }, tell);
    expect(tell).not.toHaveBeenCalled();
  });

  it('tells of a first report once, and only where notifications are on', async () => {
    const { handlers, store, arrive } = reader('standing-tell');
    await handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    await arrive('Ransom demanded of shipping offices around Osk');
    const tell = vi.fn(async () => {});
    await tellNews(store, { notify: true, entities: [] }, tell);
    await tellNews(store, { notify: true, entities: [] }, tell);
    expect(tell).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ news: ['found'], n: 1 }));
    const quiet = reader('standing-quiet');
    await quiet.handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    await quiet.arrive('Ransom demanded of shipping offices around Osk');
    const silent = vi.fn(async () => {});
    await tellNews(quiet.store, { notify: false, entities: [] }, silent);
    expect(silent).not.toHaveBeenCalled();
  });

  it('takes other words: what they do not hold is let go, what they hold comes', async () => {
    const { handlers, store, arrive } = reader('standing-edit');
    const { id } = await handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    await arrive('Ransom demanded of shipping offices around Osk', 'The council of Nordhavn budgets for a ferry');
    const line = await handlers['standing/edit']({ id, name: ' Ferry ', terms: ['nordhavn', 'ferry'] });
    expect(line).toMatchObject({ id, name: 'Ferry', stories: [{ title: 'The council of Nordhavn budgets for a ferry' }] });
    const followed = (await store.looks()).filter((look) => look.followedSince !== null);
    expect(followed.map((look) => look.by)).toEqual([id]);
  });

  it('leaves nothing followed when it is removed, but for what is followed by hand', async () => {
    const { handlers, store, context, arrive } = reader('standing-remove');
    const { id } = await handlers['standing/start']({ tab: 1, terms: ['security', 'update'] });
    await arrive('Quillon routers get a security update', 'Election office of Nordhavn delays a security update');
    const [, second] = (await handlers['standing/list'](null))[0]!.stories;
    await follow(context, second!.id, true);
    await handlers['standing/remove']({ id });
    expect(await handlers['standing/list'](null)).toEqual([]);
    expect((await store.looks()).filter((look) => look.followedSince !== null).map((look) => look.story)).toEqual([second!.id]);
    await expect(handlers['standing/edit']({ id, name: '', terms: ['a', 'b'] })).rejects.toMatchObject({
      key: 'error_no_standing',
    });
  });

  it('does not follow again what the reader has let go', async () => {
    const { handlers, context, arrive } = reader('standing-let-go');
    await handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    await arrive('Ransom demanded of shipping offices around Osk');
    const [story] = (await handlers['standing/list'](null))[0]!.stories;
    await follow(context, story!.id, false);
    await arrive('The council of Nordhavn budgets for a ferry');
    expect((await handlers['standing/list'](null))[0]!.stories).toEqual([]);
  });

  it('goes into an export and comes out of it, and is wiped with the rest', async () => {
    const from = reader('standing-export');
    await from.handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    await from.arrive('Ransom demanded of shipping offices around Osk');
    const text = await dataHandlers(from.context)['data/export']({ as: 'json' });
    const to = reader('standing-import');
    await dataHandlers(to.context)['data/import']({ text });
    await dataHandlers(to.context)['data/import']({ text });
    expect(await to.handlers['standing/list'](null)).toMatchObject([{ terms: ['osk', 'ransom'], stories: [{ n: 1 }] }]);
    await dataHandlers(to.context)['data/wipe'](null);
    expect(await to.handlers['standing/list'](null)).toEqual([]);
  });
});

describe('asking a news index', () => {
  const index = NEWS_INDEXES.find(({ id }) => id === 'gdelt')!;
  const listing = `<rss version="2.0"><channel><title>x</title>
    <item><title>Osk ransom talks ended, says Paper One</title><link>https://one.example/a</link><pubDate>${new Date(NOW - HOUR).toUTCString()}</pubDate></item>
    <item><title>Weather in Osk</title><link>https://two.example/b</link><pubDate>${new Date(NOW - HOUR).toUTCString()}</pubDate></item>
    </channel></rss>`;
  const asked = (answer: () => Promise<Response>, granted = true) => {
    const made = reader(`ask-${Math.random()}`);
    const fetch = vi.fn(answer);
    return {
      ...made,
      fetch,
      ask: () =>
        askNewsIndex({ ...made.world, fetch, granted: async () => granted }, index, { terms: ['osk', 'ransom'], language: 'en' }),
    };
  };

  it('sends the terms alone, and takes in what holds them all', async () => {
    const { ask, fetch, store } = asked(async () => new Response(listing));
    expect(await ask()).toEqual({ listed: 2, joined: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.calls.flat()[0]).toBe(
      'https://api.gdeltproject.org/api/v2/doc/doc?query=osk%20ransom&mode=artlist&maxrecords=75&sort=datedesc&format=rss',
    );
    expect(await store.inbox()).toMatchObject([{ host: 'one.example', via: 'index:gdelt' }]);
  });

  it('asks nothing without the permission', async () => {
    const { ask, fetch } = asked(async () => new Response(listing), false);
    await expect(ask()).rejects.toMatchObject({ key: 'error_no_permission' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says so where the answer is no feed', async () => {
    await expect(asked(async () => new Response('<!doctype html><title>Consent</title>')).ask()).rejects.toMatchObject({
      key: 'fault_html_instead',
    });
    await expect(asked(async () => new Response('', { status: 429 })).ask()).rejects.toMatchObject({ key: 'fault_http' });
  });

  it('remembers what the reader agreed to in the words of the standing story, not of whoever asks', async () => {
    const { handlers, indexes } = reader('intend');
    const { id } = await handlers['standing/start']({ tab: 1, terms: ['osk', 'ransom'] });
    await handlers['index/intend']({ standing: id, index: 'gdelt', language: 'en', held: false });
    expect(indexes.intend).toHaveBeenCalledExactlyOnceWith({
      index: 'gdelt',
      terms: ['osk', 'ransom'],
      language: 'en',
      held: false,
      at: NOW,
    });
    await expect(
      handlers['index/intend']({ standing: id, index: 'elsewhere', language: 'en', held: false }),
    ).rejects.toMatchObject({ key: 'error_bad_message' });
    await expect(
      handlers['index/intend']({ standing: 'gone', index: 'gdelt', language: 'en', held: false }),
    ).rejects.toMatchObject({ key: 'error_no_standing' });
  });
});
