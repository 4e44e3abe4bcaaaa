/** Where the badge stands on pages that make it hard, and the marks beside links: Chromium, pages of our own words. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { escaped } from '../../scripts/demo/markup';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { ask, badgeOn, launchReader, refreshAll } from '../../scripts/demo/reader';
import { addressOf } from '../../scripts/demo/reports';
import { artefact } from './artefact';
import { sightOf } from './geometry';
import { shiftsOf, watchShifts } from './shifts';

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;
let address: string;
let title: string;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  ({ chromium, options } = await launchReader(newsroom.opml, { newsroom }));
  await refreshAll(options);
  address = openingPage(newsroom);
  title = newsroom.reports.find((report) => addressOf(report) === address)!.title;
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

const PARAGRAPH = `<p>${'The council met for the third time this month and put the matter off again. '.repeat(6)}</p>`;
const BODY = PARAGRAPH.repeat(6);

const HEADLINE = '<h1>TITLE</h1>';

interface Look {
  readonly head?: string;
  readonly html?: string;
  readonly before?: string;
  readonly headline?: string;
  readonly after?: string;
}

/** Has the newsroom serve the story's page in another look. */
function wear({ head = '', html = '', before = '', headline = HEADLINE, after = '' }: Look): void {
  newsroom.answer(address, (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en" ${html}><head><title>${escaped(title)}</title><meta property="og:type" content="article">
<meta property="og:title" content="${escaped(title)}"><meta property="article:published_time" content="${new Date().toISOString()}">
<link rel="icon" href="data:,"><style>body{max-width:720px;margin:24px auto;font:17px/1.5 serif;padding:0 12px}</style>${head}</head>
<body>${before}<article>${headline.replace('TITLE', escaped(title))}<p>By a reporter</p>${BODY}</article>${after}</body></html>`,
    );
  });
}

async function visit(look: Look, size?: { width: number; height: number }): Promise<{ page: Page; badge: Locator | null }> {
  wear(look);
  const page = await chromium.context.newPage();
  if (size) await page.setViewportSize(size);
  await watchShifts(page);
  await page.goto(address, { waitUntil: 'load' });
  const badge = await badgeOn(page);
  await page.waitForTimeout(500);
  return { page, badge };
}

const overlays = (page: Page) => page.locator('second-source-overlay').count();
const themeOf = (badge: Locator) => badge.evaluate((node) => node.closest('.ss-root')?.getAttribute('data-ss-theme'));

describe('the badge finds its place', () => {
  const looks: { name: string; look: Look; size?: { width: number; height: number }; place?: string; theme?: string }[] = [
    { name: 'a plain page', look: {}, theme: 'light' },
    {
      name: 'a dark page',
      look: { head: '<style>html{background:#14161a}body{background:#14161a;color:#ddd}</style>' },
      theme: 'dark',
    },
    { name: 'a page from right to left', look: { html: 'dir="rtl"' } },
    { name: 'a phone’s width', look: {}, size: { width: 320, height: 640 } },
    { name: 'a window at 50 % zoom', look: {}, size: { width: 2560, height: 1720 } },
    { name: 'a window at 200 % zoom', look: {}, size: { width: 640, height: 430 } },
    { name: 'a window at 300 % zoom', look: {}, size: { width: 427, height: 287 } },
    {
      name: 'a sticky header and a page that sets everything',
      look: {
        head: '<style>*{letter-spacing:3px;transform:none}div,span,button,second-source-overlay{display:none!important;opacity:0!important}header{position:sticky;top:0;height:60px;background:#fff;z-index:5}</style>',
        before: '<header>The Daily</header>',
      },
    },
    {
      name: 'a page that scrolls in a part of itself',
      look: {
        head: '<style>html,body{height:100%;margin:0;overflow:hidden}#scroll{height:100%;overflow:auto}</style>',
        before: '<div id="scroll">',
        after: '</div>',
      },
    },
    {
      name: 'a page without room, with a bar and a button in the corners',
      look: {
        head: '<style>body{max-width:none;margin:0}h1{margin:0;font-size:26px;white-space:nowrap;text-align-last:justify}input{display:block;width:100%;height:220px}.bar{position:fixed;inset:auto 0 0 0;height:60px;background:#ccc}</style>',
        before: '<input>',
        headline: `${HEADLINE}<input>`,
        after: '<div class="bar">We use cookies</div>',
      },
    },
  ];
  it.each(looks)('on $name', async ({ name, look, size, theme }) => {
    const { page, badge } = await visit(look, size);
    try {
      expect(badge).not.toBeNull();
      const sight = await sightOf(page, badge!);
      if (sight.place === 'headline') {
        expect(sight.covered).toEqual([]);
        expect(sight.blocked).toEqual([]);
      }
      expect(sight.widens).toBe(false);
      expect(await shiftsOf(page)).toEqual([]);
      expect(sight.badge.x).toBeGreaterThanOrEqual(0);
      if (theme) expect(await themeOf(badge!)).toBe(theme);
      await page.screenshot({ path: artefact(`badge-place/${name.replaceAll(/\W+/g, '-')}.png`) });
      await badge!.click();
      await page.locator('second-source-overlay [role="dialog"]').waitFor();
      await page.screenshot({ path: artefact(`badge-place/${name.replaceAll(/\W+/g, '-')}-open.png`) });
    } finally {
      await page.close();
    }
  });

  it('docks above a bar where the headline has no room', async () => {
    const { page, badge } = await visit(looks.at(-1)!.look);
    const { height } = page.viewportSize()!;
    const box = (await badge!.boundingBox())!;
    expect((await sightOf(page, badge!)).place).toBe('corner');
    expect(box.y + box.height).toBeLessThanOrEqual(height - 60);
    await page.close();
  });

  it('follows the headline when something comes in above it, without a shift of its own', async () => {
    const { page, badge } = await visit({ before: '<div id="late"></div>' });
    const headline = page.locator('h1');
    const apart = async () => Math.round((await badge!.boundingBox())!.y - (await headline.boundingBox())!.y);
    const before = { apart: await apart(), top: (await headline.boundingBox())!.y };
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#late')!.style.height = '180px';
    });
    expect((await headline.boundingBox())!.y - before.top).toBeGreaterThan(100);
    await expect.poll(apart).toBe(before.apart);
    expect(await shiftsOf(page)).toEqual([]);
    await page.close();
  });

  it('is not on paper', async () => {
    const { page, badge } = await visit({});
    await page.emulateMedia({ media: 'print' });
    expect(await badge!.isVisible()).toBe(false);
    await page.close();
  });

  it('lies under a dialog of the page', async () => {
    const { page, badge } = await visit({ after: '<dialog style="width:90%;height:90%">Subscribe</dialog>' });
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    const { x, y, width, height } = (await badge!.boundingBox())!;
    const top = await page.evaluate(
      ([left, from]) => document.elementFromPoint(left!, from!)?.localName,
      [x + width / 2, y + height / 2],
    );
    expect(top).toBe('dialog');
    await page.close();
  });

  it('comes back once where the page takes it away, then gives way', async () => {
    const { page } = await visit({});
    const remove = () => page.evaluate(() => document.querySelector('second-source-overlay')?.remove());
    await remove();
    await expect.poll(() => overlays(page)).toBe(1);
    await remove();
    await page.waitForTimeout(300);
    expect(await overlays(page)).toBe(0);
    await page.close();
  });
});

describe('the marks beside links', () => {
  const marks = (page: Page) => page.locator('second-source-links').count();
  /** What is drawn inside the closed root, read from the accessibility tree. */
  const said = async (page: Page): Promise<readonly string[]> => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.flatMap(({ role, name }) => {
      const text = String(name?.value ?? '');
      return role?.value === 'link' && text.includes('Impact') ? [text] : [];
    });
  };
  const front = 'https://front.example/';
  const known = () =>
    newsroom.reports.filter((report) => report.inFeed).map((report) => ({ href: addressOf(report), text: report.title }));
  const serveFront = () =>
    newsroom.answer(front, (response) => {
      const links = known().map(({ href, text }) => `<li><a href="${escaped(href)}">${escaped(text)}</a></li>`);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>Front</title><body style="width:760px"><ul>${links.slice(0, 5).join('')}</ul><p>In a sentence
<a href="${escaped(known()[0]!.href)}">a link in the middle of words that go on</a> and on to the end of this line and the next, as they do.</p>
<a href="https://nowhere.example/one">A report that nobody has in any of their feeds</a><div style="height:3000px"></div><ul id="late"></ul></body>`);
    });

  it('are off until they are switched on, then stand beside known links in view, and go at once', async () => {
    serveFront();
    const page = await chromium.context.newPage();
    await watchShifts(page);
    await page.goto(front);
    await page.waitForTimeout(500);
    expect(await marks(page)).toBe(0);

    await ask(options, 'settings/change', { links: true });
    await expect.poll(async () => (await said(page)).length, { timeout: 5000 }).toBe(5);
    expect((await said(page)).join()).toMatch(/Verified by \d+ sources/);
    await page.screenshot({ path: artefact('badge-place/links.png') });
    expect(await shiftsOf(page)).toEqual([]);
    for (let presses = 0; presses < 9; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('second-source-links');
    }

    // An endless feed: what comes in later is found when it is scrolled to.
    const more = known()[6]!;
    await page.evaluate(({ href, text }) => {
      const link = document.createElement('a');
      Object.assign(link, { href, textContent: text });
      document.querySelector('#late')!.append(link);
    }, more);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await said(page)).length, { timeout: 5000 }).toBe(1);

    await ask(options, 'settings/change', { links: false });
    await expect.poll(() => marks(page)).toBe(0);
    await page.close();
  });
});
