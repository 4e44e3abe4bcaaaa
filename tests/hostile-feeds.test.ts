/** What feeds try, each trick through a whole refresh into a real store: no newsroom alone adds more than one to N. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BEATS } from '../lib/beats/beats';
import { refresh, type World } from '../lib/refresh';
import { findOrigins } from '../lib/signals/origins';
import { verify } from '../lib/signals/verified';
import { sourceFromFeed } from '../lib/sources/own-source';
import { makeRegistry } from '../lib/sources/registry';
import type { Source } from '../lib/sources/source';
import type { StoryRecord } from '../lib/store/records';
import { Store } from '../lib/store/store';
import { article } from './signals/article';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

/** A publisher whose feed the reader has added. */
const subscribed = (host: string): Source =>
  sourceFromFeed(`https://${host}/feed`, { title: host, site: `https://${host}/` }, makeRegistry([]))!;
const HONEST = ['harbor.example', 'meridian.example', 'lantern.example'].map(subscribed);
const AGENCY: Source = {
  ...subscribed('northwire.example'),
  id: 'northwire',
  name: 'Northwire',
  newsroom: 'northwire',
  kind: 'agency',
};

interface Item {
  readonly link: string;
  readonly title: string;
  readonly summary: string;
  /** Hours before NOW; negative: ahead of it. */
  readonly hours: number;
  readonly more?: string;
}

const PORT = 'Port of Velden halts cranes after ransomware attack';
const TEXT =
  'The port of Velden stopped its cranes on Thursday after ransomware locked the terminal system, harbour master Ilse Kroon said.';
const TOLD: Readonly<Record<string, readonly Item[]>> = {
  'harbor.example': [{ link: 'https://harbor.example/news/1', title: PORT, summary: TEXT, hours: 30 }],
  'meridian.example': [
    {
      link: 'https://meridian.example/a/2',
      title: 'Ransomware stops cranes at Port of Velden',
      summary:
        'Ransomware has locked the terminal system of the port of Velden and its cranes stand still, officials told Meridian.',
      hours: 28,
    },
  ],
  'lantern.example': [
    {
      link: 'https://lantern.example/3',
      title: 'Brightmail fined 12 million euros for losing backups',
      summary: 'Mail provider Brightmail must pay 12 million euros because its backups were lost, the data regulator ruled.',
      hours: 20,
    },
  ],
  'northwire.example': [
    {
      link: 'https://northwire.example/velden',
      title: 'Velden port cranes idle after ransomware attack',
      summary:
        'VELDEN (Northwire) - Cranes at the port of Velden stood idle after a ransomware attack on its terminal system, a port spokesman told Northwire.',
      hours: 27,
    },
  ],
};

const feedOf = (items: readonly Item[]): string =>
  `<rss version="2.0"><channel><title>A feed</title>${items
    .map(
      ({ link, title, summary, hours, more = '' }) =>
        `<item><title>${title}</title><link>${link}</link><description>${summary}</description><pubDate>${new Date(NOW - hours * HOUR).toUTCString()}</pubDate>${more}</item>`,
    )
    .join('')}</channel></rss>`;

/** An answer, as if redirects had led to `from`. */
const answered = (body: string, from: string): Response =>
  Object.defineProperty(new Response(body, { headers: { 'content-type': 'application/rss+xml' } }), 'url', { value: from });

/** Answers of hostile feeds by host: items, or where the feed has gone. */
type Hostile = Readonly<Record<string, readonly Item[] | { readonly items: readonly Item[]; readonly from: string }>>;

const stores: Store[] = [];
let count = 0;
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const beat = BEATS[0]!;

/** Refreshes once per entry of `rounds`, two hours apart, in one store. */
async function read(rounds: readonly Hostile[], { honest = true } = {}): Promise<Store> {
  const store = new Store(`hostile-${++count}`);
  stores.push(store);
  const hosts = [...new Set(rounds.flatMap((hostile) => Object.keys(hostile)))];
  const sources = [...(honest ? [...HONEST, AGENCY] : []), ...hosts.filter((host) => !TOLD[host]).map(subscribed)];
  for (const [round, hostile] of rounds.entries()) {
    const world: World = {
      store,
      sources,
      grouping: beat.grouping,
      signals: { registry: makeRegistry(sources), signalModel: beat.signals, lexicon: beat.lexicon },
      fetch: async (request) => {
        const { hostname, href } = new URL(String(request));
        const answer = hostile[hostname] ?? TOLD[hostname] ?? [];
        return 'items' in answer ? answered(feedOf(answer.items), answer.from) : answered(feedOf(answer), href);
      },
      granted: async () => true,
      now: () => NOW + round * 2 * HOUR,
      random: () => 0.5,
      report: async () => {},
      keepDays: 60,
    };
    await refresh(world, { all: true });
  }
  return store;
}

const storyOf = async (store: Store, address: string): Promise<StoryRecord> => {
  const record = await store.storyByAddress(address);
  expect(record, address).not.toBeNull();
  return record!;
};
const nOf = async (store: Store, address: string): Promise<number> => (await storyOf(store, address)).signals.verified.n;

const HARBOR = 'https://harbor.example/news/1';
const copies = (hosts: readonly string[], more: Partial<Item> = {}): Item[] =>
  hosts.map((host, i) => ({ link: `https://${host}/velden/${i}`, title: PORT, summary: TEXT, hours: 26, ...more }));
const numbered = (n: number, host: (i: number) => string): string[] => Array.from({ length: n }, (_, i) => host(i));
const own = (i: number): Item => ({
  link: `https://mallory.example/velden/${i}`,
  title: `Port of Velden cranes: ransomware attack, report ${i}`,
  summary: `Ransomware locked the terminal system of the port of Velden, desk ${i} of ours learned from harbour master Ilse Kroon.`,
  hours: 26 - i / 10,
});

/** Four tellings that share no text: what a newsroom would write that wants to look like four. */
const DESKS: readonly Omit<Item, 'link'>[] = [
  [
    'Port of Velden: ransomware attack stops the cranes',
    'Crane drivers at Velden were sent home after ransomware reached the terminal system.',
  ],
  [
    'Ransomware attack at the port of Velden, cranes halted',
    'Nine cranes halted; the harbour master of Velden called the ransomware attack grave.',
  ],
  [
    'Cranes at Port of Velden down after ransomware attack',
    'Ships wait off Velden as the port fights a ransomware attack on its cranes.',
  ],
  [
    'Velden port halts cranes in ransomware attack',
    'Nobody knows when cranes at the port of Velden will move after the ransomware attack.',
  ],
].map(([title = '', summary = ''], i) => ({ title, summary, hours: 26 - i }));

/** Each trick: what the one hostile newsroom sends, round by round. */
const TRICKS: Readonly<Record<string, readonly Hostile[]>> = {
  'repeats one item under many addresses': [{ 'mallory.example': Array.from({ length: 40 }, (_, i) => own(i)) }],
  'repeats one item under many tracking parameters and variants': [
    {
      'mallory.example': numbered(30, (i) => `https://mallory.example/velden?utm_source=${i}&amp;id=${i}`).map((link) => ({
        ...own(0),
        link,
      })),
    },
  ],
  'points to many unknown hosts': [{ 'mallory.example': copies(numbered(30, (i) => `outlet${i}.example`)) }],
  'claims the hosts of others': [
    {
      'mallory.example': copies([
        'harbor.example',
        'meridian.example',
        'lantern.example',
        'northwire.example',
        'reuters.com',
        'cisa.gov',
      ]),
    },
  ],
  'runs many subdomains, each with a feed': [
    Object.fromEntries(numbered(12, (i) => `desk${i}.mallory.example`).map((host) => [host, copies([host])])),
  ],
  'runs many subdomains, each with words of its own': [
    Object.fromEntries(
      DESKS.map((desk, i) => [`desk${i}.mallory.example`, [{ ...desk, link: `https://desk${i}.mallory.example/v` }]]),
    ),
  ],
  'points to many unknown hosts with words of their own': [
    { 'mallory.example': DESKS.map((desk, i) => ({ ...desk, link: `https://outlet${i}.example/v` })) },
  ],
  'runs many subdomains in one feed': [{ 'mallory.example': copies(numbered(30, (i) => `desk${i}.mallory.example`)) }],
  'credits a new agency in each item': [
    {
      'mallory.example': ['Reuters', 'AP', 'AFP', 'dpa', 'Bloomberg', 'Northwire'].map((agency, i) => ({
        ...own(i),
        summary: `VELDEN (${agency}) - ${own(i).summary} - ${agency}`,
        more: `<dc:source xmlns:dc="http://purl.org/dc/elements/1.1/">${agency}</dc:source>`,
      })),
    },
  ],
  'cites a new outlet in each item': [
    {
      'mallory.example': ['The Ledger', 'Quarry Post', 'Tidewater Daily', 'The Orchard'].map((outlet, i) => ({
        ...own(i),
        title: `Velden port cranes halted by ransomware attack, ${outlet} reports`,
      })),
    },
  ],
  'imitates the agency’s text': [
    {
      'mallory.example': [
        { ...TOLD['northwire.example']![0]!, link: 'https://mallory.example/wire' },
        { ...TOLD['northwire.example']![0]!, link: 'https://mallory.example/wire-2', hours: 40 },
      ],
    },
  ],
  'gives itself the names of others': [
    {
      'mallory.example': ['Harbor', 'Northwire', 'Reuters'].map((name, i) => ({
        ...own(i),
        more: `<source url="https://${name.toLowerCase()}.example/feed">${name}</source><author>${name}</author>`,
      })),
    },
  ],
  'wears the hosts of others in look-alikes': [
    {
      'mallory.example': copies([
        'harbor.example.mallory.example',
        'xn--hrbor-gra.example',
        'harbor.example@mallory.example',
        'harbor-example.mallory.example',
        'HARBOR.EXAMPLE.',
        'harbor.example:8443',
      ]),
    },
  ],
  'back-dates its copies': [
    { 'mallory.example': copies(['mallory.example'], { hours: 24 * 40 }).concat(copies(['mallory.example'], { hours: 31 })) },
  ],
  'dates into the future': [{ 'mallory.example': [{ ...own(1), hours: -24 * 300 }] }],
  'changes an item after the fact': [
    { 'mallory.example': [own(1)] },
    { 'mallory.example': [{ ...own(1), title: `${PORT} (Reuters)`, summary: `(Reuters) ${TEXT}`, hours: 50 }] },
    { 'mallory.example': [{ ...own(1), title: 'A guide to garden ponds', summary: 'How deep, how wide, and which fish.' }] },
  ],
  'turns into the feed of another publisher': [
    {
      'mallory.example': { items: copies(['harbor.example'], { title: `${PORT}, again` }), from: 'https://harbor.example/feed' },
    },
  ],
  'moves to a new host before each refresh': numbered(4, (i) => `moved${i}.example`).map((host, i) => ({
    'mallory.example': { items: [{ ...DESKS[i]!, link: `https://${host}/velden` }], from: `https://${host}/feed` },
  })),
};

describe('a hostile feed that', () => {
  let honestN = 0;
  beforeAll(async () => {
    const store = await read([{}]);
    honestN = await nOf(store, HARBOR);
    expect(honestN).toBe(3);
    expect((await storyOf(store, HARBOR)).signals.verified.standing).toBe('verified');
  });

  it.each(Object.keys(TRICKS))('%s adds at most one to a story that others tell', { timeout: 60_000 }, async (trick) => {
    const store = await read(TRICKS[trick]!);
    expect(await nOf(store, HARBOR)).toBeLessThanOrEqual(honestN + 1);
    expect(await nOf(store, HARBOR)).toBeGreaterThanOrEqual(honestN);
    expect(await store.inbox()).toEqual([]);
    expect(await nOf(store, 'https://lantern.example/3')).toBe(1);
  });

  it.each(Object.keys(TRICKS))('%s never makes its own story more than a single source', { timeout: 60_000 }, async (trick) => {
    const store = await read(TRICKS[trick]!, { honest: false });
    const stories = await store.allStories();
    expect(stories.length).toBeGreaterThan(0);
    for (const { signals } of stories) expect(signals.verified.n).toBe(1);
    for (const { signals } of stories) expect(signals.verified.standing).not.toBe('verified');
  });

  it('floods with ten thousand items loses its flood, and nobody else loses anything', { timeout: 120_000 }, async () => {
    const flood = Array.from({ length: 10_000 }, (_, i) => ({
      link: `https://mallory.example/flood/${i}`,
      title: `Notice ${i} of the day`,
      summary: `Nothing of note happened at place ${i}.`,
      hours: 1 + i / 1000,
    }));
    const store = await read([{ 'mallory.example': flood }]);
    const { articles } = await store.size();
    expect(articles).toBeLessThanOrEqual(1_000 + 4);
    expect(await nOf(store, HARBOR)).toBe(honestN);
  });

  it('back-dates beyond what is kept is not taken in at all', async () => {
    const store = await read([{ 'mallory.example': copies(['mallory.example'], { hours: 24 * 200 }) }]);
    expect(await store.storyByAddress('https://mallory.example/velden/0')).toBeNull();
  });

  it('dates into the future is dated now', async () => {
    const store = await read([TRICKS['dates into the future']![0]!]);
    for (const { published } of await store.allArticles()) expect(published).toBeLessThanOrEqual(NOW);
  });

  it('changes an item after the fact leaves what the reader was told as it was', async () => {
    const store = await read(TRICKS['changes an item after the fact']!);
    const [told] = (await store.allArticles()).filter(({ host }) => host === 'mallory.example');
    expect(told!.title).toBe(own(1).title);
  });

  it('turns into another publisher’s feed speaks as that one, and under its own name no more', async () => {
    const store = await read(TRICKS['turns into the feed of another publisher']!);
    const [told] = (await store.allArticles()).filter(({ title }) => title.endsWith('again'));
    expect(told?.source).toBe(HONEST[0]!.id);
  });

  it('claims another’s page does not keep its publisher from telling it', async () => {
    const lie = { ...TOLD['harbor.example']![0]!, title: 'Nothing happened at the port of Velden', summary: 'Nothing at all.' };
    const silent = { 'harbor.example': [], 'mallory.example': [lie] };
    const store = await read([silent, { 'mallory.example': [lie] }]);
    const [told] = (await store.allArticles()).filter(({ address }) => address === HARBOR);
    expect(told).toMatchObject({ title: PORT, source: HONEST[0]!.id });
    expect(told).not.toHaveProperty('via');
  });
});

describe('one more newsroom', () => {
  /** What an article may look like, whoever writes it. */
  const TITLES = [
    'Cranes stand still in Velden',
    'Cranes hacked, Reuters reports',
    'Cranes hacked, FT reports',
    'Cranes reportedly hacked in Velden',
    'Cranes hacked – AP',
    'Cranes hacked, Quay says',
  ];
  /** Of honest newsrooms each has words of its own; the hostile one may take anybody's, and any agency's name with them. */
  const OTHERS = ['a.example', 'b.example', 'c.example', 'ft.com'].map(
    (host, i) =>
      [
        host,
        DESKS[i]!.title,
        `${DESKS[i]!.summary} ${DESKS[i]!.title}, a reporter of ${host} saw at the quay on Thursday.`,
      ] as const,
  );
  const STOLEN = ['', ...OTHERS.map(([, , text]) => text)];
  const PREFIXES = ['', 'VELDEN (Reuters) - ', 'VELDEN (AP) - '];
  const title = fc.constantFrom(...TITLES, ...DESKS.map((desk) => desk.title));
  const hour = fc.integer({ min: 0, max: 30 });
  const honestly = fc.record({ by: fc.constantFrom(...OTHERS), hour });
  const hostilely = fc
    .record({ title, hour, prefix: fc.constantFrom(...PREFIXES), body: fc.constantFrom(...STOLEN) })
    .map(({ prefix, body, ...said }) => ({ ...said, summary: prefix + body }));
  const registry = makeRegistry([]);
  const n = (articles: ReturnType<typeof article>[]) => verify(articles, findOrigins(articles, registry)).n;

  it('adds at most one to what others report of their own, whatever it writes, steals and credits', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(honestly, { maxLength: 4, selector: ({ by: [host] }) => host }),
        fc.array(hostilely, { minLength: 1, maxLength: 5 }),
        (honest, hostile) => {
          const others = honest.map(({ by: [host, title, summary], hour: at }, i) =>
            article({ id: `h${i}`, host, title, summary, published: NOW + at * HOUR }),
          );
          const theirs = hostile.map(({ hour: at, ...said }, i) =>
            article({ id: `m${i}`, host: 'mallory.example', published: NOW + at * HOUR, ...said }),
          );
          const before = others.length === 0 ? 0 : n(others);
          expect(n([...others, ...theirs])).toBeLessThanOrEqual(before + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
