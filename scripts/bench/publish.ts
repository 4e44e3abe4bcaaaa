import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BEATS } from '../../lib/beats/beats';
import type { SignalFeedIndex } from '../../lib/signals/signal-feed-read';
import { escapeHtml } from '../../lib/sources/feed';
import type { Item } from '../items';
import { Publisher } from '../publish/publisher';
import { serve } from '../publish/serve';

const DAY = 86_400_000;
const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
/** Days that are published; readers are measured on the last one. */
const DAYS = 3;
/** Items of a busy beat in a day, as 150 sources bring them. */
const ITEMS_A_DAY = 240;
/** Looks of a working day, each with something new. */
const LOOKS = 8 * 4;
/** Points of presence of a large CDN. */
const EDGES = 300;
const STREAM = new URL('../../../shared/eval/stream-specialist.items.jsonl', import.meta.url);
const START = Date.UTC(2026, 10, 20);

type Told = Pick<Item, 'host' | 'outlet' | 'url' | 'title' | 'summary'> & { readonly at: number };

/** Items of a real stream at the pace of a busy beat, or invented ones of the same length. */
function items(): { readonly told: readonly Told[]; readonly from: string } {
  const count = ITEMS_A_DAY * DAYS;
  const at = (n: number) => START + Math.floor((n * DAY) / ITEMS_A_DAY);
  if (existsSync(STREAM)) {
    const real = readFileSync(STREAM, 'utf8').trim().split('\n').slice(0, count);
    return { told: real.map((line, n) => ({ ...(JSON.parse(line) as Item), at: at(n) })), from: 'a real stream' };
  }
  const word = (n: number) => `${'bdfgklmnprstvz'[n % 14]}${'aeiou'[n % 5]}${'lmnrst'[n % 6]}${'aeiou'[(n >> 3) % 5]}${n}`;
  return {
    told: Array.from({ length: count }, (_, n) => ({
      host: `outlet${n % 20}.example`,
      outlet: `Outlet ${n % 20}`,
      url: `https://outlet${n % 20}.example/${n}`,
      title: `Firm ${word(n >> 1)} loses records of ${word((n >> 1) + 7)} to ransomware crew ${word((n >> 1) + 3)}`,
      summary:
        `The firm ${word(n >> 1)} told ${word((n >> 1) + 5)} that records were taken; customers in ${word((n >> 1) + 9)} are affected.`.repeat(
          2,
        ),
      at: at(n),
    })),
    from: 'invented items',
  };
}

/** Feeds as they stand at a moment: the last 30 items of each outlet. */
function feedsAt(told: readonly Told[], now: () => number): typeof fetch {
  return async (asked) => {
    const { host } = new URL(String(asked));
    const own = told.filter((item) => new URL(item.url).host === host && item.at <= now()).slice(-30);
    const entries = own.map(
      (item) =>
        `<item><title>${escapeHtml(item.title)}</title><link>${escapeHtml(item.url)}</link><description>${escapeHtml(item.summary)}</description><pubDate>${new Date(item.at).toUTCString()}</pubDate></item>`,
    );
    return new Response(`<rss version="2.0"><channel><title>${host}</title>${entries.join('')}</channel></rss>`);
  };
}

/** A reader as the extension reads, over a connection whose bytes are counted, headers and all. */
class Reader {
  requests = 0;
  bytes = 0;
  #etag = '';
  #seen = 0;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly name: string,
    readonly looksAt: (hour: number, quarter: number) => boolean,
    private readonly port: number,
  ) {}

  async look(): Promise<void> {
    const index = await this.#get('/index.json', this.#etag);
    if (index.body === null) return;
    const { shards } = JSON.parse(index.body) as SignalFeedIndex;
    for (const { name, until } of shards) {
      if (Date.parse(until) <= this.#seen) continue;
      await this.#get(`/shards/${name}`);
      this.#seen = Date.parse(until);
    }
    this.#etag = index.etag;
  }

  forget(): void {
    this.requests = 0;
    this.bytes = 0;
  }

  close(): void {
    this.#agent.destroy();
  }

  #get(path: string, etag = ''): Promise<{ body: string | null; etag: string }> {
    return new Promise((done, fail) => {
      // What a browser sends, so that the way there is counted as it is.
      const headers = {
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        'accept-language': 'en-US,en;q=0.9',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
        'cache-control': 'no-cache',
        pragma: 'no-cache',
        ...(etag && { 'if-none-match': etag }),
      };
      const sent = request({ host: '127.0.0.1', port: this.port, path, headers, agent: this.#agent }, (response) => {
        // At the end the agent has taken it back.
        const { socket } = response;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', fail);
        response.on('end', () => {
          const known = counted.get(socket) ?? 0;
          const all = socket.bytesRead + socket.bytesWritten;
          counted.set(socket, all);
          this.requests++;
          this.bytes += all - known;
          const body = Buffer.concat(parts);
          const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
          done({ body: response.statusCode === 200 ? text.toString() : null, etag: response.headers.etag ?? '' });
        });
      });
      sent.on('error', fail);
      sent.end();
    });
  }
}
const counted = new WeakMap<object, number>();

/** Three days of a publisher, and what readers of four habits fetch on the last one. */
export async function bench(_args: readonly string[]): Promise<string> {
  const { told, from } = items();
  const folder = mkdtempSync(join(tmpdir(), 'bench-publish-'));
  let now = START;
  const hosts = [...new Set(told.map(({ url }) => new URL(url).host))];
  const publisher = new Publisher({
    folder: join(folder, 'out'),
    state: join(folder, 'state'),
    publisher: 'Bench',
    days: 14,
    feeds: hosts.map((host) => ({ title: host, address: `https://${host}/feed` })),
    beat: BEATS[0]!,
    editorial: () => new Map(),
    fetch: feedsAt(told, () => now),
    now: () => now,
    random: () => 0.5,
  });
  const { server, port } = await serve(join(folder, 'out'), 0);
  // A round may take longer than a server keeps a silent connection.
  server.keepAliveTimeout = 0;
  const readers = [
    new Reader('a working day: every quarter of an hour, 9 to 17', (hour) => hour >= 9 && hour < 17, port),
    new Reader('always on: every quarter of an hour', () => true, port),
    new Reader('twice a day', (hour, quarter) => quarter === 0 && (hour === 8 || hour === 20), port),
  ];
  const newcomer = new Reader(`the first day of a newcomer, after ${DAYS} days`, () => false, port);
  let rounds = 0;
  let written = 0;
  let most = 0;
  let lastDayShards = 0;
  let took = 0;
  for (let at = START + QUARTER; at <= START + DAYS * DAY; at += QUARTER) {
    now = at;
    const started = performance.now();
    const round = await publisher.round();
    took += performance.now() - started;
    rounds++;
    const isLastDay = at > START + (DAYS - 1) * DAY;
    if (isLastDay) {
      written += round.bytes;
      lastDayShards += round.shards;
    }
    if (at === START + (DAYS - 1) * DAY + QUARTER) for (const reader of readers) reader.forget();
    const hour = Math.floor((at % DAY) / HOUR);
    for (const reader of readers) if (reader.looksAt(hour, Math.floor((at % HOUR) / QUARTER))) await reader.look();
    most = Math.max(most, (JSON.parse(readFileSync(join(folder, 'out/index.json'), 'utf8')) as SignalFeedIndex).shards.length);
  }
  await newcomer.look();
  const all = [...readers, newcomer];
  const indexText = readFileSync(join(folder, 'out/index.json'));
  const index = JSON.parse(indexText.toString()) as SignalFeedIndex;
  const stories = index.shards.map(({ name }) => readFileSync(join(folder, 'out/shards', name), 'utf8')).join('');
  const whole = gzipSync(stories).length;
  for (const reader of all) reader.close();
  server.closeAllConnections();
  server.close();
  publisher.close();
  rmSync(folder, { recursive: true, force: true });

  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const [worker, , , first] = all;
  const { requests, bytes } = worker!;
  const scale = [1e3, 1e6, 1e8].map((count) => {
    const plain = `${big(count * requests)} requests, ${size(count * bytes)}, ${big((count * requests) / 86_400)} a second`;
    // An edge asks for the index once a minute while somebody wants it, and for each shard once.
    const asked = Math.min(count * requests, EDGES * (1440 + lastDayShards * 2));
    return `| ${big(count)} | ${plain} | ${big(asked)} requests, ${big(asked / 86_400)} a second |`;
  });
  return [
    `${DAYS} days of ${ITEMS_A_DAY} items (${from}), published every quarter of an hour, ${rounds} rounds of ${(took / rounds).toFixed(0)} ms; ` +
      `on the last day ${lastDayShards} shards of ${kb(written)} (uncompressed) were written. At most ${most} shards in the index, ` +
      `which is ${kb(indexText.length)}, ${kb(gzipSync(indexText).length)} compressed. Bytes are those on the wire both ways, headers included (HTTP/1.1, without TLS).`,
    '',
    '| reader, on the last day | requests | bytes |',
    '|---|--:|--:|',
    ...all.map((reader) => `| ${reader.name} | ${reader.requests} | ${kb(reader.bytes)} |`),
    '',
    `The same working day with one file of everything instead of shards: ${kb(LOOKS * whole)}, ${((LOOKS * whole) / bytes).toFixed(0)} times as much. ` +
      `A newcomer fetches ${kb(first!.bytes)} once.`,
    '',
    `| readers with a working day | together, a day | of that at the publisher’s own server behind a CDN of ${EDGES} places |`,
    '|--:|---|---|',
    ...scale,
  ].join('\n');
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 2 });
const big = (n: number): string => compact.format(n);
function size(bytes: number): string {
  const [unit, of] = bytes >= 1e12 ? ['TB', 1e12] : bytes >= 1e9 ? ['GB', 1e9] : ['MB', 1e6];
  return `${compact.format(bytes / Number(of))} ${unit}`;
}
