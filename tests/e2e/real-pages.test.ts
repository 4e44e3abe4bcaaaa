/**
 * The badge on real pages of real outlets, in Chromium: with a story planted for each through a feed of its outlet, it
 * stands by the headline, covers none of its text, moves nothing, is reached by keyboard, opens and closes.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { badgeOn, launchReader, refreshAll } from '../../scripts/demo/reader';
import { artefact } from './artefact';
import { sightOf, wordsUnderUs } from './geometry';
import { areHere, realPages, serveRealPages } from './real-pages';
import { shiftsOf, watchShifts } from './shifts';

const PAGES = realPages(28);
/** Of these at most so many may have it in the corner: headlines that cannot be told, or have no room. */
const IN_CORNER = 6;
/** And on so many the popup, once opened, may lie on the headline: there is room neither below, beside nor above it. */
const HEADLINE_UNDER = 1;

let newsroom: Newsroom;
let chromium: Chromium;
const places: string[] = [];
const under: string[] = [];

if (!areHere) console.log('tests/e2e/real-pages: skipped, ../shared/pages is absent.');

beforeAll(async () => {
  if (!areHere) return;
  newsroom = await openNewsroom(Date.now());
  const reader = await launchReader(serveRealPages(newsroom, PAGES, Date.now()), { newsroom });
  ({ chromium } = reader);
  const { options } = reader;
  await refreshAll(options);
  await options.close();
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

/** Presses Tab, backwards from the end of the page, until the badge has the focus. */
async function tabToBadge(page: Page): Promise<boolean> {
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press('Shift+Tab');
    if (await page.evaluate(() => document.activeElement?.localName === 'second-source-overlay')) return true;
  }
  return false;
}

describe.skipIf(!areHere)('the badge on real pages, in Chromium', () => {
  it.each(PAGES.map((page) => ({ name: page.file.replace(/\.html\.gz$/, ''), ...page })))('$name', async ({ name, url }) => {
    const page = await chromium.context.newPage();
    try {
      await watchShifts(page);
      await page.goto(url, { waitUntil: 'load' });
      const badge = await badgeOn(page);
      expect(badge, 'a badge').not.toBeNull();
      // What comes late has come: the badge has taken its place.
      await page.waitForTimeout(600);
      const sight = await sightOf(page, badge!);
      places.push(sight.place);
      if (sight.place === 'headline') {
        expect(sight.covered, 'text under the badge').toEqual([]);
        expect(sight.blocked).toEqual([]);
      }
      expect(sight.widens, 'the page is wider than before').toBe(false);
      expect(await shiftsOf(page), 'layout shifts of ours').toEqual([]);

      expect(await tabToBadge(page), 'reached by Tab').toBe(true);
      await page.screenshot({ path: artefact(`real-pages/${name}.png`) });
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog').and(page.locator('second-source-overlay *')).first();
      await dialog.waitFor();
      if ((await page.evaluate(wordsUnderUs, 'h1')).length > 0) under.push(name);
      await page.screenshot({ path: artefact(`real-pages/${name}-open.png`) });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.localName), 'focus is back on the badge').toBe(
        'second-source-overlay',
      );
    } finally {
      await page.close();
    }
  });

  it('stands by the headline on nearly all of them', () => {
    expect(places.filter((place) => place === 'corner').length).toBeLessThanOrEqual(IN_CORNER);
  });

  it('leaves the headline to be read when it is open, on nearly all of them', () => {
    console.log(`headline under the open popup: ${under.join(', ') || 'none'}`);
    expect(under.length).toBeLessThanOrEqual(HEADLINE_UNDER);
  });
});
