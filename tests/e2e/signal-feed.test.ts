/**
 * Published once, read by many: the command `publish` over the demo newsroom, served at a host of its own, and the shipped
 * extension in a fresh profile that reads nothing else. In order: one publisher's life, from the first subscriber on.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SignalFeed } from '../../lib/signals/signal-feed';
import { shortKey } from '../../lib/signals/signal-feed-key';
import type { Standing } from '../../lib/signals/signals';
import { escapeHtml } from '../../lib/sources/feed';
import { EVERY_HOST } from '../../lib/sources/host-patterns';
import { openBeside } from '../../scripts/demo/beside';
import { type Chromium, launchChromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { OUTLETS } from '../../scripts/demo/outlets';
import { ask, badgeOn, countOn, refreshAll, verdictOn } from '../../scripts/demo/reader';
import { addressOf, type DemoReport, EXPECTED } from '../../scripts/demo/reports';
import { readKey, writeNewKey } from '../../scripts/publish/signing-key';
import { artefact } from './artefact';
import { forward, type RunningPublisher, startPublisher } from './publisher';

const HOST = 'signals.demodesk.example';
const ADDRESS = `https://${HOST}/index.json`;
const ANALYSIS = 'A law made for steel mills has never been turned on a usage policy.';
const WATCH = 'Whether Friday passes without a letter.';
const SAYS: Readonly<Record<Standing, (n: number) => string>> = {
  verified: (n) => `Verified by ${n} sources`,
  'single-source': () => 'Single source',
  unconfirmed: () => 'Unconfirmed',
  'party-statement': () => 'Party’s statement',
};

const folder = mkdtempSync(join(tmpdir(), 'signal-feed-'));
const at = (name: string) => join(folder, name);
let newsroom: Newsroom;
let publisher: RunningPublisher | null = null;
let chromium: Chromium;
let options: Page;
/** Takes a shard's place on its way to the reader. */
let spoil: ((path: string, body: Buffer) => Buffer) | undefined;

const start = async (key = 'key') => {
  publisher = await startPublisher(newsroom, {
    '--sources': at('newsroom.opml'),
    '--out': at('out'),
    '--publisher': 'The Demo Desk',
    '--every': '1s',
    '--sign': at(key),
    '--editorial': at('editorial.jsonl'),
  });
};
const stop = async () => {
  await publisher?.kill();
  publisher = null;
};

/** A report that nobody has printed yet, on a matter of its own. */
const report = (n: number, title: string, text: string): DemoReport => ({
  outlet: 'harbor',
  path: `/business/late-${n}`,
  title,
  at: Date.now() - 60_000,
  section: 'Business',
  paragraphs: [text, 'The firm gave no further details.'],
  story: null,
  origin: 'own',
  inFeed: true,
});
const MATTERS = [
  [
    'Ferry operator Nordkai loses booking system to ransomware',
    'Ferry operator Nordkai sells tickets by hand after ransomware took its booking system.',
  ],
  [
    'Clinic chain Ossmann resets passwords of 40,000 patients',
    'Clinic chain Ossmann reset the passwords of 40,000 patients after an intrusion into its portal.',
  ],
  [
    'Chip maker Tallera patches flaw in its door controllers',
    'Chip maker Tallera has patched a flaw that opened doors to whoever knew their serial number.',
  ],
  [
    'City of Brenn pays to recover its land register',
    'The city of Brenn paid a ransom to recover its land register, its mayor said.',
  ],
  [
    'Bank Aurelle takes its mobile app offline over login leak',
    'Bank Aurelle took its mobile app offline because logins of customers had leaked.',
  ],
] as const;
const late = MATTERS.map(([title, text], n) => report(n, title, text));

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  writeFileSync(at('newsroom.opml'), newsroom.opml);
  const editorial = { url: openingPage(newsroom), author: 'Ada Demo', analysis: ANALYSIS, watch: WATCH };
  writeFileSync(at('editorial.jsonl'), JSON.stringify(editorial));
  await Promise.all(['key', 'other-key'].map((name) => writeNewKey(at(name))));
  newsroom.host(
    HOST,
    forward(
      () => publisher?.port ?? null,
      (path, body) => spoil?.(path, body) ?? body,
    ),
  );
  await start();
  await publisher!.until(/told \d+ stories/);
  chromium = await launchChromium({ newsroom, granted: EVERY_HOST });
  options = await chromium.open('options.html');
  await ask(options, 'settings/change', { mode: 'everywhere', beats: [] });
});
afterEach(() => {
  spoil = undefined;
});
afterAll(async () => {
  await chromium?.close();
  await stop();
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(address: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(address);
  return page;
}
async function verdictAt(address: string) {
  const page = await visit(address);
  const verdict = await verdictOn(options, page);
  await page.close();
  return verdict;
}
/** What a round tells that began after now. */
async function nextRound(): Promise<void> {
  const since = publisher!.said().length;
  await publisher!.until(/told[^\n]*\n[^\n]*told[^\n]*\n/, since);
}
const feedLine = async () => (await ask(options, 'signal-feeds/list', null))[0]!;

describe('a signal feed, published by the command line and read in Chromium', () => {
  it('is subscribed to by its address in options, and says with which key it is signed', async () => {
    newsroom.forgetVisits();
    const section = options.locator('#signal-feeds');
    await section.getByLabel('Address of a signal feed').fill(ADDRESS);
    await section.getByRole('button', { name: 'Subscribe' }).click();
    const told = new Set(newsroom.reports.filter(({ inFeed }) => inFeed).map((one) => one.story ?? one.path)).size;
    await section.getByText(`The Demo Desk: ${told} stories are here.`).waitFor();
    await section.getByText(`Signed with the key ${shortKey((await readKey(at('key'))).name)}`).waitFor();
    await options.screenshot({ path: artefact('chromium-signal-feed-options.png'), fullPage: true });
    const asked = newsroom.visits
      .filter(({ headers }) => headers['user-agent'] !== 'publisher')
      .map(({ address }) => new URL(address).host);
    // The browser has hosts of its own that it asks.
    expect(new Set(asked.filter((host) => host.endsWith('.example')))).toEqual(new Set([HOST]));
  });

  it('answers every page of its stories with its N, under the publisher’s name', async () => {
    for (const one of newsroom.reports.filter(({ inFeed }) => inFeed)) {
      const { n, standing } = one.story ? EXPECTED[one.story] : ({ n: 1, standing: 'single-source' } as const);
      const page = await visit(addressOf(one));
      const badge = await badgeOn(page);
      expect(badge, one.title).not.toBeNull();
      expect(await badge!.innerText()).toContain(SAYS[standing](n));
      const verdict = await verdictOn(options, page);
      expect(verdict).toMatchObject({
        is: 'story',
        standing,
        view: { publishedBy: 'The Demo Desk', signals: { verified: { n } } },
      });
      if (verdict.is === 'story') expect(verdict.page.origin.kind).toBe(one.origin);
      await expect.poll(() => countOn(chromium, page)).toBe(String(n));
      await page.close();
    }
  });

  it('stands in the reader’s lists under its publisher’s name', async () => {
    const lines = await ask(options, 'stories/list', { limit: 1000 });
    expect(lines.length).toBe((await feedLine()).stories);
    expect(new Set(lines.map(({ publishedBy }) => publishedBy))).toEqual(new Set(['The Demo Desk']));
  });

  it('shows its own sections as written, with their author', async () => {
    const page = await visit(openingPage(newsroom));
    const badge = await badgeOn(page);
    await badge!.click();
    const popup = page.getByRole('dialog');
    await popup.waitFor();
    await expect.poll(() => popup.getByText('Published by The Demo Desk').count()).toBe(2);
    for (const words of [ANALYSIS, WATCH, 'By Ada Demo']) await popup.getByText(words).first().waitFor({ state: 'attached' });
    await popup.getByText(ANALYSIS).scrollIntoViewIfNeeded();
    await page.screenshot({ path: artefact('chromium-signal-feed-popup.png') });
    await page.close();
  });

  it('shows them in the side panel and on the desk too', async () => {
    const article = await visit(openingPage(newsroom));
    const verdict = await verdictOn(options, article);
    if (verdict.is !== 'story') throw new Error(`The reference story is ${verdict.is}`);
    const panel = await openBeside(chromium, 'sidepanel.html', article, options);
    const desk = await chromium.open(`desk.html#story=${encodeURIComponent(verdict.view.story.id)}`);
    for (const screen of [panel, desk]) {
      for (const words of [ANALYSIS, WATCH, 'By Ada Demo']) await screen.getByText(words).first().waitFor({ state: 'attached' });
      expect(await screen.getByText('Published by The Demo Desk').count()).toBeGreaterThan(0);
      await screen.close();
    }
    await article.close();
  });

  it('says nothing of pages that it does not tell of', async () => {
    expect((await verdictAt(`https://${OUTLETS.quiet.host}/garden/lifting-dahlias-before-frost`)).is).toBe('not-covered');
  });

  it('brings what is new, in one small file', async () => {
    newsroom.print([late[0]!]);
    await nextRound();
    newsroom.forgetVisits();
    await refreshAll(options);
    const asked = newsroom.visits.filter(({ address }) => new URL(address).host === HOST);
    expect(asked).toHaveLength(2);
    expect(await verdictAt(addressOf(late[0]!))).toMatchObject({ is: 'story', view: { publishedBy: 'The Demo Desk' } });
    await refreshAll(options);
    expect(newsroom.visits.filter(({ address }) => new URL(address).host === HOST).at(-1)?.status).toBe(304);
  });

  it('refuses a tampered shard, says so, and takes it in once it is right', async () => {
    spoil = (path, body) =>
      path.startsWith('/shards/') ? Buffer.from(body.toString().replace('"verifiedBy":1', '"verifiedBy":9')) : body;
    newsroom.print([late[1]!]);
    await nextRound();
    await refreshAll(options);
    expect((await verdictAt(addressOf(late[1]!))).is).toBe('not-covered');
    expect(await feedLine()).toMatchObject({ health: 'failing', fault: 'fault_tampered' });
    await options.reload();
    await options.getByText('A part of the signal feed is not what its index promises').waitFor();
    // What was there before stands.
    expect((await verdictAt(addressOf(late[0]!))).is).toBe('story');
    spoil = undefined;
    await refreshAll(options);
    expect((await verdictAt(addressOf(late[1]!))).is).toBe('story');
    expect((await feedLine()).health).toBe('ok');
  });

  it('loses nothing when its publisher is killed again and again in the midst of its work', async () => {
    let kills = 0;
    for (const [n, pause] of [0, 40, 200, 500, 900, 1300].entries()) {
      if (n < 2) newsroom.print([late[2 + n]!]);
      await new Promise((done) => setTimeout(done, pause));
      await stop();
      kills++;
      // What is there is whole: an index that names shards that are there.
      const index = JSON.parse(readFileSync(at('out/index.json'), 'utf8')) as { shards: { name: string }[] };
      const shards = readdirSync(at('out/shards'));
      for (const { name } of index.shards) expect(shards).toContain(name);
      await start();
    }
    newsroom.print([late[4]!]);
    await nextRound();
    await refreshAll(options);
    for (const one of late) expect((await verdictAt(addressOf(one))).is, one.title).toBe('story');
    expect((await verdictAt(openingPage(newsroom))) as unknown).toMatchObject({ view: { signals: { verified: { n: 5 } } } });
    expect(kills).toBe(6);
  });

  it('is refused with another key until the reader believes it', async () => {
    await stop();
    await start('other-key');
    await nextRound();
    await refreshAll(options);
    expect(await feedLine()).toMatchObject({ health: 'failing', fault: 'fault_key_changed' });
    await options.reload();
    const section = options.locator('#signal-feeds');
    await section.getByText(`now comes with the key ${shortKey((await readKey(at('other-key'))).name)}`).waitFor();
    await options.screenshot({ path: artefact('chromium-signal-feed-key.png'), fullPage: true });
    await section.getByRole('button', { name: 'Believe the new key' }).click();
    await section.getByText('The Demo Desk is read again.').waitFor();
    expect(await feedLine()).toMatchObject({ health: 'ok', refused: null });
  });

  it('leaves nothing behind when the reader unsubscribes', async () => {
    await options.reload();
    await options.getByRole('button', { name: 'Unsubscribe from The Demo Desk' }).click();
    await options.getByText('You read no signal feed.').waitFor();
    expect((await verdictAt(openingPage(newsroom))).is).toBe('not-covered');
    expect(await ask(options, 'stories/list', {})).toEqual([]);
  });

  it('stands beside the reader’s own figures and never in their place', async () => {
    await ask(options, 'signal-feeds/subscribe', { address: ADDRESS });
    await ask(options, 'opml/import', { text: newsroom.opml });
    await refreshAll(options);
    const verdict = await verdictAt(openingPage(newsroom));
    expect(verdict).toMatchObject({ is: 'story', view: { published: [{ publisher: 'The Demo Desk', signed: true }] } });
    if (verdict.is === 'story') expect(verdict.view.publishedBy).toBeUndefined();
    const told = (await ask(options, 'stories/list', { limit: 1000 })).filter(({ publishedBy }) => publishedBy !== undefined);
    expect(told.map(({ title }) => title)).not.toContain(verdict.is === 'story' ? verdict.view.story.title : '');
  });
});

interface Item {
  readonly host: string;
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
}
const STREAM = new URL('../../../shared/eval/stream-specialist.items.jsonl', import.meta.url);

describe.skipIf(!existsSync(STREAM))('a real stream, replayed (needs ../shared)', () => {
  /** Items that are replayed: the last of the stream. */
  const REPLAYED = 300;

  it('is told by the publisher and stands with its N on its outlets’ pages', { timeout: 240_000 }, async () => {
    const items = readFileSync(STREAM, 'utf8')
      .trim()
      .split('\n')
      .slice(-REPLAYED)
      .map((line) => JSON.parse(line) as Item);
    const shift = Date.now() - 3_600_000 - Date.parse(items.at(-1)!.published);
    const moved = (item: Item) => new Date(Date.parse(item.published) + shift);
    const hosts = [...new Set(items.map(({ host }) => host))];
    for (const host of hosts)
      newsroom.host(
        new URL(`https://${host}`).hostname,
        outlet(
          items.filter((item) => item.host === host),
          moved,
        ),
      );
    const outlines = hosts.map(
      (host) => `<outline type="rss" text="${escapeHtml(host)}" xmlUrl="https://${host}/second-source-replay"/>`,
    );
    writeFileSync(at('stream.opml'), `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
    await stop();
    publisher = await startPublisher(newsroom, {
      '--sources': at('stream.opml'),
      '--out': at('stream'),
      '--publisher': 'Replay',
      '--every': '60s',
      '--days': '30',
    });
    await publisher.until(/told \d+ stories/);
    await ask(options, 'signal-feeds/remove', { address: ADDRESS });
    await ask(options, 'signal-feeds/subscribe', { address: ADDRESS });
    const shards = readdirSync(at('stream/shards')).map(
      (name) => JSON.parse(readFileSync(at(`stream/shards/${name}`), 'utf8')) as SignalFeed,
    );
    const told = shards.flatMap(({ stories }) => stories);
    expect(told.length).toBeGreaterThan(100);
    expect((await feedLine()).stories).toBe(told.length);
    const sample = [
      ...told.filter(({ verifiedBy }) => verifiedBy > 1).slice(0, 10),
      ...told.filter(({ verifiedBy }) => verifiedBy === 1).slice(0, 5),
    ];
    expect(sample.length).toBeGreaterThan(10);
    let right = 0;
    for (const story of sample) {
      const verdict = await verdictAt(story.articles[0]!.url);
      const n = verdict.is === 'story' ? verdict.view.signals.verified.n : 0;
      expect(n, `${verdict.is}: ${story.articles[0]!.url}`).toBe(story.verifiedBy);
      right++;
    }
    console.log(`replayed ${items.length} items, told ${told.length} stories, ${right} of ${sample.length} pages with their N`);
  });
});

/** An outlet of the stream: its feed, and a plain page for each of its articles. */
const outlet =
  (items: readonly Item[], moved: (item: Item) => Date): RequestListener =>
  (request, response) => {
    const path = request.url ?? '/';
    if (path === '/second-source-replay') {
      const entries = items.map(
        (item) =>
          `<item><title>${escapeHtml(item.title)}</title><link>${escapeHtml(item.url)}</link><description>${escapeHtml(item.summary)}</description><pubDate>${moved(item).toUTCString()}</pubDate></item>`,
      );
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
      response.end(
        `<rss version="2.0"><channel><title>${escapeHtml(items[0]!.outlet)}</title>${entries.join('')}</channel></rss>`,
      );
      return;
    }
    const bare = (address: string) => address.split('?')[0]!.replace(/\/$/, '');
    const item = items.find((one) => bare(new URL(one.url).pathname) === bare(path));
    response.writeHead(item ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(item ? pageOf(item, moved(item)) : '<!doctype html><title>Not found</title>');
  };

function pageOf({ title, summary, url }: Item, at: Date): string {
  const data = { '@type': 'NewsArticle', headline: title, url, datePublished: at.toISOString() };
  const inScript = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><title>${escapeHtml(title)}</title>
<script type="application/ld+json">${inScript}</script>
<article><h1>${escapeHtml(title)}</h1><p>${escapeHtml(summary)}</p></article>`;
}
