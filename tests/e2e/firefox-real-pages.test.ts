/** The badge on real pages in Firefox: it shows, covers none of the headline's text, is reached by Tab, opens, closes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { artefact } from './artefact';
import { type Element, type Firefox, launchFirefox } from './firefox';
import { wordsUnderUs } from './geometry';
import { areHere, realPages, serveRealPages } from './real-pages';

const PAGES = realPages(10);

let newsroom: Newsroom;
let firefox: Firefox;

if (!areHere) console.log('tests/e2e/firefox-real-pages: skipped, ../shared/pages is absent.');

beforeAll(async () => {
  if (!areHere) return;
  newsroom = await openNewsroom(Date.now());
  firefox = await launchFirefox(newsroom);
  const welcome = await firefox.open('welcome.html');
  // Firefox grants hosts on a click of the reader's only.
  await (await welcome.waitForSelector('button[aria-label="Choose: Everywhere"]:not([disabled])', { timeout: 20_000 }))?.click();
  await until(async () => (await firefox.ask(welcome, 'settings/get', null)).mode === 'everywhere');
  await firefox.ask(welcome, 'settings/change', { beats: [] });
  await firefox.ask(welcome, 'opml/import', { text: serveRealPages(newsroom, PAGES, Date.now()) });
  const state = async () => (await firefox.ask(welcome, 'refresh/progress', null)).state;
  await until(async () => /done|failed|idle/.test(await state()));
  await firefox.ask(welcome, 'refresh/start', null);
  await until(async () => (await firefox.ask(welcome, 'data/size', null)).articles === PAGES.length);
  await until(async () => (await state()) === 'done');
});
afterAll(async () => {
  await firefox?.close();
  await newsroom?.close();
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((done) => setTimeout(done, 100)))
    if (Date.now() > end) throw new Error(`In vain: ${holds.toString()}`);
}

async function find(page: Page, selector: string, within = 10_000): Promise<Element | null> {
  for (const end = Date.now() + within; Date.now() < end; ) {
    const element = await firefox.inOverlay(page, selector);
    if (element) return element;
    await new Promise((done) => setTimeout(done, 100));
  }
  return null;
}

/** Puts the focus on the last thing of the page that takes it. */
const focusLast = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,[tabindex="0"]')];
    return all.reverse().some((element) => {
      element.focus();
      return document.activeElement === element;
    });
  });
const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);

describe.skipIf(!areHere)('the badge on real pages, in Firefox', () => {
  it.each(PAGES.map((page) => ({ name: page.file.replace(/\.html\.gz$/, ''), ...page })))('$name', async ({ name, url }) => {
    const page = await firefox.browser.newPage();
    try {
      await page.setViewport({ width: 1280, height: 860 });
      await page.goto(url);
      expect(await find(page, '.ss-badge'), 'a badge').not.toBeNull();
      await new Promise((done) => setTimeout(done, 600));
      // A corner is over whatever scrolls beneath it; a place by the headline is over nothing.
      if (!(await firefox.inOverlay(page, '.ss-place-corner'))) expect(await page.evaluate(wordsUnderUs, 'h1')).toEqual([]);
      await page.screenshot({ path: artefact(`real-pages/firefox-${name}.png`) as `${string}.png` });

      await focusLast(page);
      for (let presses = 0; presses < 4 && (await focused(page)) !== 'second-source-overlay'; presses++)
        await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('second-source-overlay');
      await page.keyboard.press('Enter');
      expect(await find(page, '[role="dialog"]'), 'the popup').not.toBeNull();
      await page.screenshot({ path: artefact(`real-pages/firefox-${name}-open.png`) as `${string}.png` });
      await page.keyboard.press('Escape');
      await expect.poll(async () => await firefox.inOverlay(page, '[role="dialog"]')).toBeNull();
    } finally {
      await page.close();
    }
  });
});
