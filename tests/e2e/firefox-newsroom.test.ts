/** The main job, end to end, in Firefox with the build that ships. The tests are one reader's day, in order. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../lib/signals/signals';
import { calendar } from '../../scripts/demo/calendar';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { ALL_OUTLETS, OUTLETS } from '../../scripts/demo/outlets';
import { addressOf, EXPECTED, reports } from '../../scripts/demo/reports';
import { artefact } from './artefact';
import { type Element, type Firefox, launchFirefox } from './firefox';
import { storedRecords } from './stored';

const SAYS: Readonly<Record<Standing, (n: number) => string>> = {
  verified: (n) => `Verified by ${n} sources`,
  'single-source': () => 'Single source',
  unconfirmed: () => 'Unconfirmed',
  'party-statement': () => 'Party’s statement',
};
const STORIES = reports(calendar(Date.now())).filter(({ inFeed }) => inFeed);
const SET_UP = ['chooses on the welcome page where the badge may run', 'imports a list of feeds and refreshes'];

let newsroom: Newsroom;
let firefox: Firefox;
let options: Page;
let refreshed = false;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  firefox = await launchFirefox(newsroom);
});
beforeEach(({ task, skip }) => {
  if (!refreshed && !SET_UP.includes(task.name)) skip('the set-up failed');
});
afterAll(async () => {
  await firefox?.close();
  await newsroom?.close();
});

async function visit(address: string): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(address);
  return page;
}
async function badgeOn(page: Page, within = 10_000): Promise<Element | null> {
  for (const end = Date.now() + within; Date.now() < end; ) {
    const badge = await firefox.inOverlay(page, '.ss-badge');
    if (badge) return badge;
    await new Promise((done) => setTimeout(done, 100));
  }
  return null;
}
const popupOn = (page: Page) => firefox.inOverlay(page, '[role="dialog"]');
const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('second-source-overlay').length);
/** A click by the mouse on the element of the extension's page that carries a name. */
const press = async (page: Page, selector: string) => (await page.waitForSelector(selector, { timeout: 20_000 }))?.click();

describe('a reader in Firefox, from a fresh profile on', () => {
  it('chooses on the welcome page where the badge may run', async () => {
    const welcome = await firefox.open('welcome.html');
    await press(welcome, 'button[aria-label="Choose: Everywhere"]:not([disabled])');
    await expect
      .poll(async () => (await firefox.ask(welcome, 'settings/get', null)).mode, { timeout: 10_000 })
      .toBe('everywhere');
    await welcome.screenshot({ path: artefact('firefox-welcome.png') as `${string}.png` });
    await welcome.close();
  });

  it('imports a list of feeds and refreshes', async () => {
    options = await firefox.open('options.html');
    await firefox.ask(options, 'settings/change', { beats: [] });
    const { added } = await firefox.ask(options, 'opml/import', { text: newsroom.opml });
    expect(added).toBe(ALL_OUTLETS.filter(({ subscribed }) => subscribed).length);
    const progress = () => firefox.ask(options, 'refresh/progress', null);
    // The hosts that were granted a moment ago have set off a refresh of the built-in sources: whoever asks meanwhile gets that.
    await expect.poll(async () => (await progress()).state, { timeout: 60_000 }).toMatch(/done|failed/);
    const { at } = await firefox.ask(options, 'refresh/start', null);
    await expect
      .poll(
        async () => {
          const { state, at: last } = await progress();
          return state === 'done' && last >= at;
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    expect((await firefox.ask(options, 'data/size', null)).articles).toBe(STORIES.length);
    refreshed = true;
  });

  it.each(STORIES.map((report) => [report.outlet, report.title, report] as const))(
    'is told the truth at %s: %s',
    async (_outlet, _title, report) => {
      const { n, standing } = report.story ? EXPECTED[report.story] : ({ n: 1, standing: 'single-source' } as const);
      const page = await visit(addressOf(report));
      const badge = await badgeOn(page);
      expect(await badge?.text()).toContain(SAYS[standing](n));
      await page.close();
    },
  );

  it.each([
    ['a front page', `https://${OUTLETS.harbor.host}/`],
    ['an about page', `https://${OUTLETS.signal.host}/about`],
    ['an article on another matter', `https://${OUTLETS.quiet.host}/garden/lifting-dahlias-before-frost`],
  ])('sees nothing on %s', async (_what, address) => {
    const page = await visit(address);
    expect(await badgeOn(page, 1500)).toBeNull();
    await page.close();
  });

  it('opens the popup by mouse, shuts it by Escape with the focus back on the badge, and opens it by Enter', async () => {
    const page = await visit(openingPage(newsroom));
    const badge = (await badgeOn(page))!;
    await badge.click();
    await expect.poll(() => popupOn(page)).not.toBeNull();
    expect(await (await popupOn(page))?.text()).toContain(OUTLETS.notices.name);
    await page.screenshot({ path: artefact('firefox-popup.png') as `${string}.png` });
    await page.keyboard.press('Escape');
    await expect.poll(() => popupOn(page)).toBeNull();
    expect(await badge.hasFocus()).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => popupOn(page)).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => popupOn(page)).toBeNull();
    await page.close();
  });

  it('switches the badge off and on, and mutes a site: open pages follow at once', async () => {
    const page = await visit(openingPage(newsroom));
    expect(await badgeOn(page)).not.toBeNull();
    await firefox.ask(options, 'settings/change', { badge: false });
    await expect.poll(() => hosts(page)).toBe(0);
    await firefox.ask(options, 'settings/change', { badge: true });
    expect(await badgeOn(page)).not.toBeNull();
    await firefox.ask(options, 'settings/change', { muted: [OUTLETS.meridian.host] });
    await expect.poll(() => hosts(page)).toBe(0);
    await firefox.ask(options, 'settings/change', { muted: [] });
    expect(await badgeOn(page)).not.toBeNull();
    await page.close();
  });

  it('takes the list of feeds out and in again unchanged', async () => {
    const text = await firefox.ask(options, 'opml/export', null);
    const before = await firefox.ask(options, 'sources/list', null);
    for (const { feeds } of before) for (const { address } of feeds) await firefox.ask(options, 'feeds/remove', { address });
    expect(await firefox.ask(options, 'opml/import', { text })).toEqual({ added: before.length, known: 0, problems: [] });
    const after = await firefox.ask(options, 'sources/list', null);
    expect(after.map(({ source }) => source)).toEqual(before.map(({ source }) => source));
  });

  it('wipes everything: nothing is left in IndexedDB', async () => {
    expect(await storedRecords(options)).toBeGreaterThan(0);
    await firefox.ask(options, 'data/wipe', null);
    await expect.poll(() => storedRecords(options)).toBe(0);
  });
});
