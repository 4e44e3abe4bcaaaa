/** How a reader comes to a page, and leaves it: other views of it, navigation within it, back and forward; and the marks
 * beside links on the way. Chromium. Firefox's reader view (about:reader) is a page of the browser's own, where no
 * extension runs and none is shown. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { escaped } from '../../scripts/demo/markup';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { badgeOn, countOn, launchReader, refreshAll } from '../../scripts/demo/reader';
import { addressOf } from '../../scripts/demo/reports';

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;
let address: string;
let title: string;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  ({ chromium, options } = await launchReader(newsroom.opml, { newsroom, keepsPages: true }));
  await refreshAll(options);
  address = openingPage(newsroom);
  title = newsroom.reports.find((report) => addressOf(report) === address)!.title;
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

const TEXT = `<p>${'The council met for the third time this month and put the matter off again. '.repeat(6)}</p>`.repeat(5);
const serve = (at: string, html: string) =>
  newsroom.answer(at, (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
const badges = (page: Page) => page.locator('second-source-overlay').count();

describe('other views of a page', () => {
  const bare = () => `<h1>${escaped(title)}</h1><p>By a reporter, 2 May 2026</p>${TEXT}`;
  const canonical = () => `<title>${escaped(title)}</title><link rel="canonical" href="${escaped(address)}">`;
  it.each([
    ['a print view of bare markup', '?print=1', () => `<!doctype html><html lang="en">${canonical()}${bare()}`],
    [
      'an AMP page',
      '/amp',
      () => `<!doctype html><html amp lang="en">${canonical()}<meta name="viewport" content="width=device-width">${bare()}`,
    ],
    [
      'a reader mode of the site’s own, which replaces the page',
      '?reader=1',
      () =>
        `<!doctype html><html lang="en">${canonical()}<div id="page">${bare()}</div><script>document.body.innerHTML='<article>'+document.querySelector('#page').innerHTML+'</article>'</script>`,
    ],
  ])('%s wears the badge of its story', async (_, where, html) => {
    const at = `${address}${where}`;
    serve(at, html());
    const page = await chromium.context.newPage();
    try {
      await page.goto(at);
      const badge = await badgeOn(page);
      expect(badge).not.toBeNull();
      await page.emulateMedia({ media: 'print' });
      expect(await badge!.isVisible()).toBe(false);
    } finally {
      newsroom.answer(at, null);
      await page.close();
    }
  });
});

describe('navigation', () => {
  /** A page that shows its articles without leaving: the address and the headline change. */
  const shell =
    () => `<!doctype html><html lang="en"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>2 May 2026</p>${TEXT}
<script>
const show = (title) => { document.title = title; document.querySelector('h1').textContent = title; };
addEventListener('popstate', ({ state }) => show(state ?? ${JSON.stringify(title)}));
globalThis.lead = (to, title) => { history.pushState(title, '', to); show(title); };
</script>`;

  it('within a page: the badge goes with its article, and comes back with it', async () => {
    serve(address, shell());
    const page = await chromium.context.newPage();
    try {
      await page.goto(address);
      expect(await badgeOn(page)).not.toBeNull();
      const count = await countOn(chromium, page);
      expect(count).not.toBe('');
      await page.evaluate(
        "lead('/garden/2026/05/how-to-keep-dahlias-through-the-winter', 'How to keep dahlias through the winter in a cellar')",
      );
      await expect.poll(() => badges(page)).toBe(0);
      await page.waitForTimeout(1500);
      expect(await badges(page)).toBe(0);
      await page.goBack();
      expect(await badgeOn(page)).not.toBeNull();
      await expect.poll(() => countOn(chromium, page)).toBe(count);
    } finally {
      newsroom.answer(address, null);
      await page.close();
    }
  });

  it('back and forward between pages: badge and count are those of the page in front', async () => {
    const page = await chromium.context.newPage();
    try {
      await page.goto(address);
      expect(await badgeOn(page)).not.toBeNull();
      const count = await countOn(chromium, page);
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { kept: persisted }));
      });
      const front = new URL('/', address).href;
      await page.goto(front);
      await expect.poll(() => countOn(chromium, page)).toBe('');
      expect(await badges(page)).toBe(0);
      // A page that was kept loads nothing when it comes back.
      await page.goBack({ waitUntil: 'commit' });
      await expect.poll(() => page.evaluate('globalThis.kept')).toBe(true);
      expect(await badgeOn(page)).not.toBeNull();
      expect(await badges(page)).toBe(1);
      await expect.poll(() => countOn(chromium, page)).toBe(count);
      await page.goForward({ waitUntil: 'commit' });
      await expect.poll(() => countOn(chromium, page)).toBe('');
    } finally {
      await page.close();
    }
  });
});

describe('the marks beside links', () => {
  /** Addresses that pages ask the worker about, a message each. */
  const listen = () =>
    chromium.worker.evaluate(() => {
      type Message = { name?: string; ask?: { addresses?: string[] } };
      const heard = globalThis as typeof globalThis & {
        asked?: string[][];
        chrome: { runtime: { onMessage: { addListener(listener: (message: Message) => void): void } } };
      };
      heard.asked = [];
      heard.chrome.runtime.onMessage.addListener(({ name, ask }) => {
        if (name === 'page/links') heard.asked?.push(ask?.addresses ?? []);
      });
    });
  const asked = () => chromium.worker.evaluate(() => (globalThis as unknown as { asked: string[][] }).asked);
  const drawn = async (page: Page): Promise<number> => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.filter(({ role, name }) => role?.value === 'link' && String(name?.value ?? '').includes('Impact')).length;
  };

  it('the switch in options turns them on at once on pages that are open; only what is in view is asked for, in batches', async () => {
    const known = newsroom.reports.filter((report) => report.inFeed).map((report) => [addressOf(report), report.title] as const);
    const strange = Array.from(
      { length: 400 },
      (_, n) => [`https://nowhere.example/reports/${n}`, `A report that no feed has told of, number ${n}`] as const,
    );
    const entry = ([href, text]: readonly [string, string]) => `<li><a href="${escaped(href)}">${escaped(text)}</a></li>`;
    const results = 'https://find.example/search';
    serve(
      results,
      `<!doctype html><title>harbor: search</title><h1>Results</h1><ol>${[...known.slice(0, 8), ...strange].map(entry).join('')}</ol>`,
    );
    const search = await chromium.context.newPage();
    const front = await chromium.context.newPage();
    try {
      await search.goto(`${results}?q=harbor`);
      await front.goto(new URL('/', address).href);
      await listen();
      await search.bringToFront();
      const links = options.getByRole('switch', { name: 'Marks beside links' });
      await links.check();
      await search.bringToFront();
      await expect.poll(() => drawn(search), { timeout: 10_000 }).toBe(8);
      const seen = (await asked()).flat().filter((one) => one.includes('nowhere.example'));
      expect(seen.length).toBeGreaterThan(0);
      // A window of 860 px shows some forty lines; the browser looks a little ahead.
      expect(seen.length).toBeLessThan(100);
      expect((await asked()).length).toBeLessThan(8);

      await search.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect.poll(async () => (await asked()).flat().some((one) => one.endsWith('/399'))).toBe(true);
      for (const batch of await asked()) expect(batch.length).toBeLessThanOrEqual(50);
      const all = (await asked()).flat().filter((one) => one.includes('nowhere.example'));
      expect(new Set(all).size).toBe(all.length);

      await front.bringToFront();
      await expect.poll(() => drawn(front), { timeout: 10_000 }).toBeGreaterThan(0);
      await links.uncheck();
      await expect.poll(() => front.locator('second-source-links').count()).toBe(0);
    } finally {
      newsroom.answer(results, null);
      await search.close();
      await front.close();
    }
  });
});
