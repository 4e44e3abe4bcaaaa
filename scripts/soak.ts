/**
 * `npm run soak [-- DAYS]`: the shipped build in Chromium through a month of news in some minutes. The worker's clock is put
 * on six hours at a time, all feeds are read, and its memory and the database's size are taken each day. At the end its
 * stories must be, article for article and N for N, those of a clean build from the same input: a fresh profile that makes
 * the refreshes of the last KEEP_DAYS only, each at the same time with the same feeds. So nothing of the month before may
 * be left in them. Exits non-zero where one story differs, or where memory or size keep growing.
 *
 * The refreshes are part of the input: what has settled stays together as the reader saw it (lib/stories/group.ts), and who
 * hears a week at once has seen nothing. How many stories are the same even then is printed, and not asked for.
 */
import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from './demo/chromium';
import { type Newsroom, openNewsroom } from './demo/newsroom';
import { ask, refreshAll } from './demo/reader';
import { stored } from './demo/stored';
import { type SoakItem, soakFeed, soakHosts, soakItems, soakOpml } from './soak/stream';

const DAY = 86_400_000;
const STEPS_A_DAY = 4;
/** The least that settings allow: what is forgotten in a week levels off in a month. */
const KEEP_DAYS = 7;
/**
 * Growth that counts as level, once the store is full: from the least of the first half of the days to that of the second,
 * which is what collection and compaction leave. They come when they like.
 */
const LEVEL = 1.35;
/**
 * The database's files (LevelDB) are a sawtooth: what is written goes into a log, which is folded into the tables when it
 * has grown to 4 MB (write_buffer_size). Their highest may differ by that much though nothing more is kept; what is kept is
 * judged by itself.
 */
const LOG = 4e6;

const days = Number(process.argv[2] ?? 30);
const start = Date.now() - days * DAY;
const end = start + days * DAY;
const items = soakItems(start, days);

const newsroom = await openNewsroom(Date.now());
const began = performance.now();
try {
  const samples: Sample[] = [];
  const soaked = await withExtension(async (chromium, options) => {
    for (let step = 1; step <= days * STEPS_A_DAY; step++) {
      await readAt(newsroom, chromium, options, momentOf(step));
      if (step % STEPS_A_DAY !== 0) continue;
      const { bytes, articles } = await ask(options, 'data/size', null);
      const [heap, { bytes: kept }] = [await heapOf(options, chromium.id), await stored(options)];
      samples.push({ day: step / STEPS_A_DAY, heap, kept, files: bytes ?? 0, articles });
    }
  });
  const clean = await withExtension(async (chromium, options) => {
    for (let step = (days - KEEP_DAYS) * STEPS_A_DAY + 1; step <= days * STEPS_A_DAY; step++)
      await readAt(newsroom, chromium, options, momentOf(step));
  });
  const atOnce = await withExtension(async (chromium, options) => {
    // Twice: on a clock that stands still, the end of the start-up's refresh looks like the end of the one asked for.
    for (const now of [end - 1000, end]) await readAt(newsroom, chromium, options, now);
  });

  for (const { day, heap, kept, files, articles } of samples.filter(({ day }) => day % 3 === 0 || day === days))
    console.log(`day ${String(day).padStart(3)}  heap ${mb(heap)}  kept ${mb(kept)}  files ${mb(files)}  ${articles} articles`);
  const full = samples.slice(KEEP_DAYS);
  const half = Math.ceil(full.length / 2);
  const [before, after] = [full.slice(0, half), full.slice(half)];
  const valuesOf = (some: readonly Sample[], of: keyof Sample) => some.map((one) => one[of]);
  const growth = (of: keyof Sample) => Math.min(...valuesOf(after, of)) / Math.min(...valuesOf(before, of));
  const higher = Math.max(...valuesOf(after, 'files')) - Math.max(...valuesOf(before, 'files'));
  const same = (others: readonly string[]) => soaked.filter((line) => others.includes(line)).length;
  console.log(
    `\n${items.length} items over ${days} days, ${days * STEPS_A_DAY} refreshes, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  console.log(
    `the least of the second half to the first: heap × ${growth('heap').toFixed(2)}, kept × ${growth('kept').toFixed(2)}, articles × ${growth('articles').toFixed(2)}; the files' highest: ${mb(higher).trim()} more`,
  );
  console.log(`${soaked.length} stories; a clean build has ${clean.length}; the same in articles and N: ${same(clean)}`);
  console.log(`who hears the last ${KEEP_DAYS} days at once has ${atOnce.length}; the same: ${same(atOnce)}`);
  const faults = [
    growth('heap') > LEVEL && 'memory keeps growing',
    growth('kept') > LEVEL && 'what is kept keeps growing',
    higher > LOG && 'the database’s files keep growing',
    same(clean) < Math.max(soaked.length, clean.length) && 'a clean build comes to other counts',
  ].filter(Boolean);
  if (faults.length > 0) throw new Error(faults.join('; '));
} finally {
  await newsroom.close();
}

/** Of a day's end; bytes. */
interface Sample {
  readonly day: number;
  /** On the worker's heap, after collection. */
  readonly heap: number;
  /** All records of the database, as JSON. */
  readonly kept: number;
  /** Of the database on disk. */
  readonly files: number;
  readonly articles: number;
}

/** Epoch ms of a refresh, counted from 1. */
function momentOf(step: number): number {
  return start + (step * DAY) / STEPS_A_DAY;
}

/** Runs in a fresh profile. @returns each story in a line: its articles' addresses and its N. */
async function withExtension(use: (chromium: Chromium, options: Page) => Promise<void>): Promise<string[]> {
  const chromium = await launchChromium({ newsroom, granted: ['https://*/*', 'http://*/*'] });
  try {
    const options = await chromium.open('options.html');
    // Before anything is read: a refresh at the real time would look newer than all that follow.
    await setClock(chromium, start - DAY);
    await ask(options, 'settings/change', { beats: [], keepDays: KEEP_DAYS });
    await ask(options, 'opml/import', { text: soakOpml() });
    await use(chromium, options);
    const exported = JSON.parse(await ask(options, 'data/export', { as: 'json' })) as {
      articles: { address: string; published: number; story: string }[];
      stories: { id: string; articles: string[]; signals: { verified: { n: number } } }[];
    };
    // Stories that reach back to what is being forgotten stay whole where they were, and come in parts to who is new.
    const young = end - (KEEP_DAYS - 1) * DAY;
    return exported.stories
      .filter(({ id }) => exported.articles.every(({ story, published }) => story !== id || published > young))
      .map(({ id, signals }) => {
        const addresses = exported.articles.filter(({ story }) => story === id).map(({ address }) => address);
        return `${signals.verified.n} ${addresses.sort().join(' ')}`;
      })
      .sort();
  } finally {
    await chromium.close();
  }
}

/** Puts the worker's clock to a moment, has the feeds carry what is out by then, and reads them all. */
async function readAt({ answer }: Newsroom, chromium: Chromium, options: Page, now: number): Promise<void> {
  const out: readonly SoakItem[] = items.filter(({ at }) => at <= now && at > now - KEEP_DAYS * DAY);
  for (const host of soakHosts) {
    const body = soakFeed(host, out);
    answer(`https://${host}/feed`, (response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(body),
    );
  }
  await setClock(chromium, now);
  await refreshAll(options);
}

/** @param now epoch ms; the worker's clock stands there until it is put on. */
function setClock({ worker }: Chromium, now: number): Promise<void> {
  return worker.evaluate((moment) => {
    Date.now = () => moment;
  }, now);
}

/** Bytes in use on the worker's heap, after collection. */
async function heapOf(options: Page, id: string): Promise<number> {
  const session = await options.context().newCDPSession(options);
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
    if (!target) throw new Error('The worker is not among the targets');
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
    const call = (n: number, method: string) =>
      new Promise<{ usedSize?: number }>((done) => {
        session.on('Target.receivedMessageFromTarget', ({ message }) => {
          const { id: answered, result } = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
          if (answered === n) done(result ?? {});
        });
        void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: n, method }) });
      });
    await call(1, 'HeapProfiler.collectGarbage');
    return (await call(2, 'Runtime.getHeapUsage')).usedSize ?? 0;
  } finally {
    await session.detach();
  }
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).padStart(6)} MB`;
}
