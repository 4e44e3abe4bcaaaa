/** A feed of each broken kind beside the demo newsroom's: the others' stories stay right, options say what is wrong, nothing runs. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Answer, type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { ask, badgeOn, launchReader, refreshAll, verdictOn } from '../../scripts/demo/reader';
import { EXPECTED } from '../../scripts/demo/reports';
import { artefact } from './artefact';

/** Only markup that came alive would ask for this host. */
const CANARY = 'canary.example';
const RSS = { 'content-type': 'application/rss+xml; charset=utf-8' };
const now = new Date();

const rss = (title: string, items: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title><link>https://example.org/</link>${items}</channel></rss>`;
const item = (host: string, title: string): string =>
  `<item><title>${title}</title><link>https://${host}/story</link><pubDate>${now.toUTCString()}</pubDate><description>${title}</description></item>`;
const answerWith =
  (status: number, headers: Record<string, string>, body: string | Buffer): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);

const ENTITIES = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');
const lure = (how: string): string => `https://${CANARY}/${how}`;
/** Hostile in text and in attributes, as it stands in a title once XML is decoded. */
const HOSTILE = `Beekeepers count fewer hives <script>fetch('${lure('script')}')</script><img src="${lure('img')}" onerror="fetch('${lure('error')}')"><svg onload="fetch('${lure('svg')}')">`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** 60 MB of well-formed RSS that states no length; stops when the reader hangs up. */
async function huge(response: ServerResponse): Promise<void> {
  response.writeHead(200, RSS).write('<rss version="2.0"><channel><title>Huge</title>');
  const block = `<item><title>Huge</title><description>${'0123456789abcde '.repeat(65_536)}</description></item>`;
  for (let sent = 0; sent < 60 && !response.destroyed; sent++)
    if (!response.write(block)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  response.end('</channel></rss>');
}

/** Each kind: what the server does, and the line that options show (null: it is read all the same). */
const BROKEN: Readonly<Record<string, { readonly answer: Answer; readonly line: RegExp | null }>> = {
  'status-500': { answer: answerWith(500, RSS, 'Internal Server Error'), line: /answered with an error \(500\)/ },
  'status-429': {
    answer: answerWith(429, { ...RSS, 'retry-after': '120' }, 'Too Many Requests'),
    line: /answered with an error \(429\)/,
  },
  silent: { answer: () => {}, line: /did not answer in time/ },
  truncated: {
    answer: answerWith(
      200,
      RSS,
      `${rss('Cut', item('truncated.example', 'Lighthouse museum reopens after storm')).slice(0, -16)}<item><title>Cu`,
    ),
    line: /breaks off/,
  },
  'html-instead': {
    answer: answerWith(
      200,
      { 'content-type': 'text/html' },
      '<!doctype html><title>Checking</title><h1>Checking your browser</h1>',
    ),
    line: /web page came instead/,
  },
  'wrong-charset': {
    answer: answerWith(
      200,
      RSS,
      Buffer.from(
        rss('Charset', item('wrong-charset.example', 'Café owners’ vote')).replace('utf-8', 'iso-8859-1').replace('’', "'"),
        'latin1',
      ),
    ),
    line: null,
  },
  bomb: {
    answer: answerWith(
      200,
      RSS,
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">${ENTITIES}]><rss version="2.0"><channel><title>&a9;</title><item><title>&a9;</title><link>https://bomb.example/1</link></item></channel></rss>`,
    ),
    line: null,
  },
  huge: { answer: (response) => void huge(response), line: /larger than 5 MB/ },
  loop: {
    answer: (response, request) =>
      void response.writeHead(302, { location: `https://${request.headers.host}${request.url}` }).end(),
    line: /could not be reached/,
  },
  hostile: { answer: answerWith(200, RSS, rss(escaped(HOSTILE), item('hostile.example', escaped(HOSTILE)))), line: null },
};
const KINDS = Object.keys(BROKEN);
const feedOfKind = (kind: string): string => `https://${kind}.example/feed.xml`;

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  newsroom = await openNewsroom(now.getTime());
  for (const [kind, { answer }] of Object.entries(BROKEN)) newsroom.answer(feedOfKind(kind), answer);
  newsroom.answer(
    'https://hostile.example/story',
    answerWith(
      200,
      { 'content-type': 'text/html' },
      `<!doctype html><title>${escaped(HOSTILE)}</title><meta property="og:type" content="article"><meta property="article:published_time" content="${now.toISOString()}"><link rel="canonical" href="https://hostile.example/story"><article><h1>${escaped(HOSTILE)}</h1><p>${'Beekeepers of the valley counted fewer hives this autumn. '.repeat(12)}</p></article>`,
    ),
  );
  const outlines = KINDS.map((kind) => `<outline type="rss" text="${kind}" xmlUrl="${feedOfKind(kind)}"/>`).join('');
  ({ chromium, options } = await launchReader(newsroom.opml.replace('</body>', `${outlines}</body>`), { newsroom }));
  await refreshAll(options, 90_000);
  await options.reload();
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

describe('beside feeds that are broken in every way', () => {
  it('the stories of the other sources stay right', async () => {
    const page = await chromium.context.newPage();
    await page.goto(openingPage(newsroom));
    const { n, standing, articles } = EXPECTED.standoff;
    const verdict = await verdictOn(options, page);
    expect(verdict).toMatchObject({ is: 'story', standing, view: { signals: { verified: { n } } } });
    expect(verdict.is === 'story' && verdict.view.articles.length).toBe(articles);
    await page.close();
  });

  it.each(KINDS)('options say in a line what is wrong with one that is %s', async (kind) => {
    const row = options.locator('.ss-source').filter({ hasText: kind }).first();
    const line = await row.locator('.ss-source-state').innerText();
    const { line: expected } = BROKEN[kind]!;
    if (expected) expect(line).toMatch(expected);
    else expect(line).toMatch(/^Read /);
  });

  it('the right letters come out of the wrong charset, and no bomb goes off', async () => {
    const stories = await ask(options, 'stories/list', { limit: 200 });
    const titles = stories.map(({ title }) => title);
    expect(titles).toContain("Café owners' vote");
    expect(titles).toContain('Lighthouse museum reopens after storm');
    for (const title of titles) expect(title.length).toBeLessThanOrEqual(300);
  });

  it('nothing of a hostile title runs: not in options, not in the badge, not in its popup', async () => {
    const page = await chromium.context.newPage();
    await page.goto('https://hostile.example/story');
    const badge = await badgeOn(page);
    expect(await badge?.innerText()).toContain('Single source');
    await badge?.click();
    expect(await page.getByRole('dialog').innerText()).toContain('Beekeepers count fewer hives');
    await page.screenshot({ path: artefact('chromium-hostile-title.png') });
    const popup = await chromium.open('popup.html');
    await popup.waitForLoadState('networkidle');
    await options.screenshot({ path: artefact('chromium-broken-feeds.png'), fullPage: true });
    expect(newsroom.visits.filter(({ address }) => address.includes(CANARY))).toEqual([]);
    await Promise.all([page.close(), popup.close()]);
  });
});
