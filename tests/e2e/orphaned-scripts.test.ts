/** An update of the extension while pages are open: the scripts that it leaves behind go quiet. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { badgeOn, launchReader, refreshAll } from '../../scripts/demo/reader';

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  ({ chromium, options } = await launchReader(newsroom.opml, { newsroom }));
  await refreshAll(options);
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

it('scripts of an extension that was updated under an open page throw nothing and ask nothing', async () => {
  const page = await chromium.context.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  await page.goto(openingPage(newsroom));
  expect(await badgeOn(page)).not.toBeNull();
  said.length = 0;
  // What an update does to the scripts on pages, without a store: the extension starts anew.
  await options.evaluate('chrome.runtime.reload()').catch(() => {});
  await new Promise((done) => setTimeout(done, 1500));
  newsroom.forgetVisits();
  for (const path of ['/elsewhere/one', '/elsewhere/two']) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await new Promise((done) => setTimeout(done, 1200));
  }
  expect(said).toEqual([]);
  expect(newsroom.visits).toEqual([]);
  // The story that was shown was the other address's.
  expect(await page.locator('second-source-overlay').count()).toBe(0);
});
