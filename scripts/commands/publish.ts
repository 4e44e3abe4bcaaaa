import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { beatById } from '../../lib/beats/beats';
import { shortKey } from '../../lib/signals/signal-feed-key';
import { readOpml } from '../../lib/sources/opml';
import { Publisher, type PublisherOptions, readEditorial } from '../publish/publisher';
import { serve } from '../publish/serve';
import { readKey, writeNewKey } from '../publish/signing-key';

export const usage = `second-source publish --out DIR [--sources FILE.opml] [options]
  Reads feeds with the engine of the extension and writes a signal feed for readers to subscribe to: DIR/index.json and
  DIR/shards/ (lib/signals/signal-feed-index.schema.json), to be served as static files.
  --sources    OPML; the beat's own sources otherwise
  --beat       its models and words; cybersecurity otherwise
  --publisher  the name that readers see; the OPML's file name otherwise
  --sign       FILE of a key; readers pin it when they subscribe
  --every      how often: 90s, 15m, 2h; 15m otherwise
  --once       one round, for a timetable of your own (cron)
  --days       how far the feed reaches back; 14 otherwise
  --editorial  FILE.jsonl, lines {"url", "author", "analysis"?, "watch"?}: your editors' words on the story of that article
  --state      folder of what is remembered between runs, not to be served; DIR.state otherwise
  --serve      PORT on this machine: with the caching headers that a CDN needs
second-source publish --new-key FILE
  Makes a key for --sign and says its public part.`;

const MOMENTS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** What is wrong with the call. */
class BadCall extends Error {}

/** @returns exit code: 0, or 2 where the call is bad. */
export async function run(args: string[]): Promise<number> {
  try {
    const values = valuesOf(args);
    if (values.help) {
      console.log(usage);
      return 0;
    }
    if (values['new-key'] !== undefined) {
      console.log(`public key: ${await newKey(values['new-key'])}`);
      return 0;
    }
    return await publish(await optionsOf(values), everyOf(values), values.once ?? false, portOf(values));
  } catch (error) {
    if (!(error instanceof BadCall)) throw error;
    console.error(`publish: ${error.message}`);
    return 2;
  }
}

async function publish(options: PublisherOptions, every: number, once: boolean, port: number | null): Promise<number> {
  const publisher = new Publisher(options);
  const stop = new AbortController();
  const served = port === null ? null : await serve(options.folder, port);
  if (served) console.error(`http://127.0.0.1:${served.port}/index.json`);
  if (options.sign) console.error(`signed with ${shortKey(options.sign.name)}`);
  // A round that is under way ends first; a second signal kills, and loses nothing either.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop.abort();
    });
  let failures = 0;
  do {
    const started = Date.now();
    try {
      const { feeds, failed, articles, stories, withdrawn, shards, bytes } = await publisher.round();
      failures = 0;
      console.error(
        `${new Date(started).toISOString()} ${feeds - failed} of ${feeds} feeds, ${articles} new articles; ` +
          `told ${stories} stories, ${withdrawn} withdrawn, in ${shards} shards of ${bytes} bytes; ${Date.now() - started} ms`,
      );
    } catch (error) {
      // One bad round (a full disk, a broken file of editorial) must not end a publisher that runs for months.
      console.error(`${new Date(started).toISOString()} failed:`, error);
      failures++;
      if (once) break;
    }
    if (once) break;
    await pause(started + every - Date.now(), stop.signal);
  } while (!stop.signal.aborted);
  served?.server.close();
  served?.server.closeAllConnections();
  publisher.close();
  return failures > 0 ? 1 : 0;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(done, Math.max(0, ms));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

async function newKey(path: string): Promise<string> {
  if (existsSync(path)) throw new BadCall(`${path} is there already`);
  return writeNewKey(path);
}

function valuesOf(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: {
        sources: text,
        beat: text,
        out: text,
        state: text,
        publisher: text,
        sign: text,
        every: text,
        days: text,
        editorial: text,
        serve: text,
        'new-key': text,
        once: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    throw new BadCall(`${(cause as Error).message}\n${usage}`);
  }
}

type Values = ReturnType<typeof valuesOf>;

async function optionsOf(values: Values): Promise<PublisherOptions> {
  if (values.out === undefined) throw new BadCall(`--out is missing\n${usage}`);
  const beat = beatById(values.beat ?? 'cybersecurity');
  if (!beat) throw new BadCall(`no beat is called "${values.beat}"`);
  const days = Number(values.days ?? 14);
  if (!Number.isInteger(days) || days < 1 || days > 365) throw new BadCall('--days is a whole number from 1 to 365');
  const folder = resolve(values.out);
  const { editorial, sign } = values;
  if (editorial !== undefined) readable(editorial, () => readEditorial(editorial));
  return {
    folder,
    state: resolve(values.state ?? `${folder}.state`),
    feeds: values.sources === undefined ? null : feedsOf(values.sources),
    beat,
    publisher: values.publisher ?? values.sources?.replace(/^.*[\\/]|\.\w+$/g, '') ?? `Second Source: ${beat.id}`,
    days,
    everyMinutes: everyOf(values) / 60_000,
    ...(sign !== undefined && { sign: await readKey(readable(sign, () => sign)).catch(() => noKey(sign)) }),
    // Read anew in every round: editors write while the publisher runs.
    editorial: () => (editorial === undefined ? new Map() : readEditorial(editorial)),
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: Math.random,
  };
}

function feedsOf(path: string) {
  const { feeds, problems } = readOpml(readable(path, () => readFileSync(path, 'utf8')));
  for (const problem of problems) console.error(`${path}: ${problem}`);
  if (feeds.length === 0) throw new BadCall(`${path} names no feed`);
  return feeds;
}

function everyOf({ every = '15m' }: Values): number {
  const [, amount, unit = ''] = /^(\d{1,5})([smh])$/.exec(every) ?? [];
  const ms = Number(amount) * (MOMENTS[unit] ?? Number.NaN);
  if (!(ms >= 1_000)) throw new BadCall(`--every "${every}" is not a time such as 90s, 15m or 2h`);
  return ms;
}

function portOf({ serve: port }: Values): number | null {
  if (port === undefined) return null;
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new BadCall(`--serve "${port}" is not a port`);
  return number;
}

function readable<T>(path: string, read: () => T): T {
  if (!existsSync(path)) throw new BadCall(`${path}: no such file`);
  try {
    return read();
  } catch (error) {
    throw new BadCall((error as Error).message);
  }
}

function noKey(path: string): never {
  throw new BadCall(`${path} holds no Ed25519 key; make one with publish --new-key FILE`);
}
