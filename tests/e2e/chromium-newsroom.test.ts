/**
 * The main job, end to end, in Chromium with the build that ships: what a reader does from the welcome page on, and what
 * each page of the demo newsroom must say. The tests are one reader's day, in order.
 */
import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../lib/signals/signals';
import { EVERY_HOST } from '../../lib/sources/host-patterns';
import { calendar } from '../../scripts/demo/calendar';
import { type Chromium, launchChromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { ALL_OUTLETS, feedAddress, OUTLETS } from '../../scripts/demo/outlets';
import { ask, badgeOn, countOn, untilSettled, verdictOn } from '../../scripts/demo/reader';
import { addressOf, EXPECTED, reports } from '../../scripts/demo/reports';
import { grantedOrigins, storedRecords } from '../../scripts/demo/stored';
import { artefact } from './artefact';

/** The words on the badge for each standing. */
const SAYS: Readonly<Record<Standing, (n: number) => string>> = {
  verified: (n) => `Verified by ${n} sources`,
  'single-source': () => 'Single source',
  unconfirmed: () => 'Unconfirmed',
  'party-statement': () => 'Party’s statement',
};
const STORIES = reports(calendar(Date.now())).filter(({ inFeed }) => inFeed);
const SET_UP = [
  'chooses on the welcome page where the badge may run',
  'switches the built-in beat off and imports a list of feeds',
  'refreshes, and is told how it went',
];
/** Pages on which nothing may appear, and what the toolbar says of them. */
const WITHOUT = [
  { page: 'a front page', address: `https://${OUTLETS.harbor.host}/`, verdict: 'not-article' },
  { page: 'a front page full of the story', address: `https://${OUTLETS.meridian.host}/`, verdict: 'not-article' },
  { page: 'an about page', address: `https://${OUTLETS.signal.host}/about`, verdict: 'not-article' },
  { page: 'a page that is not there', address: `https://${OUTLETS.signal.host}/nowhere`, verdict: 'not-article' },
  {
    page: 'an article on another matter, in no feed',
    address: `https://${OUTLETS.quiet.host}/garden/lifting-dahlias-before-frost`,
    verdict: 'not-covered',
  },
] as const;

let newsroom: Newsroom;
let chromium: Chromium;
/** The options page, open throughout: what it changes must take effect on pages that are open. */
let options: Page;
/** Whether the newsroom's feeds were read: nothing after that makes sense otherwise. */
let refreshed = false;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  chromium = await launchChromium({ newsroom, granted: EVERY_HOST });
});
beforeEach(({ task, skip }) => {
  if (!refreshed && !SET_UP.includes(task.name)) skip('the set-up failed');
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

async function visit(address: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(address);
  return page;
}

/** Opens a page and its badge. */
async function visitWithBadge(address: string): Promise<{ page: Page; badge: Locator }> {
  const page = await visit(address);
  const badge = await badgeOn(page);
  expect(badge, `a badge on ${address}`).not.toBeNull();
  return { page, badge: badge! };
}

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node);
const badgeGone = (page: Page) => expect.poll(() => page.locator('second-source-overlay').count()).toBe(0);

describe('a reader in Chromium, from a fresh profile on', () => {
  it('chooses on the welcome page where the badge may run', async () => {
    const welcome = await chromium.open('welcome.html');
    await welcome.getByRole('heading', { level: 1 }).waitFor();
    await welcome.screenshot({ path: artefact('chromium-welcome.png'), fullPage: true });
    await welcome.getByRole('button', { name: 'Choose: Everywhere' }).click();
    await welcome.getByText('In use').waitFor();
    expect((await ask(welcome, 'settings/get', null)).mode).toBe('everywhere');
    await welcome.close();
  });

  it('switches the built-in beat off and imports a list of feeds', async () => {
    options = await chromium.open('options.html');
    // The refresh that installing set off. Were it to read the feeds that are added here, the reader's own would find nothing new.
    await untilSettled(options, 1);
    const beat = options.getByRole('switch', { name: /cybersecurity/i });
    await beat.click();
    await expect.poll(async () => (await ask(options, 'settings/get', null)).beats).toEqual([]);
    await options
      .getByLabel('Import OPML')
      .setInputFiles({ name: 'newsroom.opml', mimeType: 'text/x-opml', buffer: Buffer.from(newsroom.opml) });
    const feeds = ALL_OUTLETS.filter(({ subscribed }) => subscribed).length;
    await options.getByText(`${feeds} feeds added`).waitFor();
    await options.getByRole('switch', { name: `Read ${OUTLETS.northwire.name}` }).waitFor();
  });

  it('refreshes, and is told how it went', async () => {
    await options.locator('#sources').getByRole('button', { name: 'Refresh' }).click();
    const said = options.locator('#sources .ss-refresh-state');
    await expect.poll(() => said.innerText(), { timeout: 60_000 }).toContain(`${STORIES.length} new articles`);
    refreshed = true;
    await options.screenshot({ path: artefact('chromium-options.png'), fullPage: true });
  });

  it.each(STORIES.map((report) => [report.outlet, report.title, report] as const))(
    'is told the truth at %s: %s',
    async (_outlet, _title, report) => {
      const { n, standing } = report.story ? EXPECTED[report.story] : ({ n: 1, standing: 'single-source' } as const);
      const { page, badge } = await visitWithBadge(addressOf(report));
      expect(await badge.innerText()).toContain(SAYS[standing](n));
      const verdict = await verdictOn(options, page);
      expect(verdict).toMatchObject({ is: 'story', standing, view: { signals: { verified: { n } } } });
      if (verdict.is === 'story') {
        const { articles } = verdict.view;
        // Stored addresses are canonical: without "www.".
        expect(articles.map((article) => article.address)).toContain(addressOf(report).replace('//www.', '//'));
        expect(articles).toHaveLength(report.story ? EXPECTED[report.story].articles : 1);
        expect(verdict.page.origin.kind).toBe(report.origin);
      }
      await expect.poll(() => countOn(chromium, page)).toBe(String(n));
      await page.close();
    },
  );

  it.each(WITHOUT)('sees nothing on $page', async ({ address, verdict }) => {
    const page = await visit(address);
    await expect.poll(async () => (await verdictOn(options, page)).is).toBe(verdict);
    expect(await badgeOn(page, 500)).toBeNull();
    expect(await countOn(chromium, page)).toBe('');
    await page.close();
  });

  it('finds the origins that add nothing named as such: the copies, the repeater, the party', async () => {
    const { page, badge } = await visitWithBadge(openingPage(newsroom));
    await badge.click();
    const popup = page.getByRole('dialog');
    await popup.waitFor();
    // What is folded away counts too.
    const said = await popup.evaluate((node) => node.textContent);
    for (const outlet of [OUTLETS.northwire, OUTLETS.coastal, OUTLETS.valley, OUTLETS.signal, OUTLETS.company, OUTLETS.notices])
      expect(said).toContain(outlet.name);
    await page.screenshot({ path: artefact('chromium-popup.png') });
    await page.close();
  });

  it('opens the popup by mouse and shuts it by Escape, with the focus back on the badge', async () => {
    const { page, badge } = await visitWithBadge(openingPage(newsroom));
    await page.screenshot({ path: artefact('chromium-badge.png') });
    await badge.click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await hasFocus(badge)).toBe(true);
    await page.close();
  });

  it.each(['Enter', 'Space'])('opens the popup by %s alone, moves into it, and shuts it by Escape', async (key) => {
    const { page, badge } = await visitWithBadge(openingPage(newsroom));
    // From the end of the page backwards: the badge is one stop in the page's own order.
    for (let stops = 0; stops < 40 && !(await hasFocus(badge)); stops++) await page.keyboard.press('Tab');
    expect(await hasFocus(badge)).toBe(true);
    await page.keyboard.press(key);
    const popup = page.getByRole('dialog');
    await popup.waitFor();
    expect(await popup.evaluate((node) => node.contains((node.getRootNode() as ShadowRoot).activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
    expect(await hasFocus(badge)).toBe(true);
    await page.close();
  });

  it('shows the page itself nothing of what stands in the badge', async () => {
    const { page } = await visitWithBadge(openingPage(newsroom));
    const seen = await page.evaluate(() => {
      const host = document.querySelector('second-source-overlay');
      return { root: host?.shadowRoot ?? null, text: host?.textContent, attributes: host?.getAttributeNames() };
    });
    expect(seen.root).toBeNull();
    expect(seen.text).toBe('');
    await page.close();
  });

  it('switches the badge off and on, and every open page follows at once', async () => {
    const { page } = await visitWithBadge(openingPage(newsroom));
    const badge = options.getByRole('switch', { name: 'Badge on articles' });
    await badge.uncheck();
    await badgeGone(page);
    expect(await countOn(chromium, page)).toBe('5');
    await badge.check();
    expect(await badgeOn(page)).not.toBeNull();
    await page.close();
  });

  it('switches the count off and on, and the toolbar follows at once', async () => {
    const { page } = await visitWithBadge(openingPage(newsroom));
    const count = options.getByRole('switch', { name: 'Count on the toolbar icon' });
    await count.uncheck();
    await expect.poll(() => countOn(chromium, page)).toBe('');
    expect(await badgeOn(page)).not.toBeNull();
    await count.check();
    await expect.poll(() => countOn(chromium, page)).toBe('5');
    await page.close();
  });

  it('moves the badge to the corner, and to the toolbar alone', async () => {
    const { page } = await visitWithBadge(openingPage(newsroom));
    await options.getByRole('radio', { name: 'Only in the toolbar' }).check();
    await badgeGone(page);
    await options.getByRole('radio', { name: 'Docked in a corner' }).check();
    await expect.poll(async () => (await (await badgeOn(page))?.boundingBox())?.y ?? 0).toBeGreaterThan(600);
    await options.getByRole('radio', { name: 'Beside the headline' }).check();
    await expect.poll(async () => (await (await badgeOn(page))?.boundingBox())?.y ?? 1000).toBeLessThan(400);
    await page.close();
  });

  it('raises the gate: a single source is then in the toolbar only', async () => {
    const single = STORIES.find(({ story }) => story === 'water')!;
    const { page } = await visitWithBadge(addressOf(single));
    await options.getByLabel('Independent sources, at least').selectOption('2');
    await badgeGone(page);
    expect((await verdictOn(options, page)).is).toBe('below-gate');
    await options.getByLabel('Independent sources, at least').selectOption('1');
    expect(await badgeOn(page)).not.toBeNull();
    await page.close();
  });

  it('mutes a site from the popup in place and unmutes it in options, both at once', async () => {
    const { page, badge } = await visitWithBadge(openingPage(newsroom));
    const other = await visitWithBadge(addressOf(STORIES.find(({ outlet }) => outlet === 'harbor')!));
    await page.bringToFront();
    await badge.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Never on this site' }).click();
    await badgeGone(page);
    expect((await verdictOn(options, page)).is).toBe('muted');
    expect(await other.badge.count()).toBe(1);
    await page.reload();
    expect(await badgeOn(page, 1500)).toBeNull();
    await options.bringToFront();
    await options.getByRole('button', { name: `Show again on ${OUTLETS.meridian.host}` }).click();
    expect(await badgeOn(page)).not.toBeNull();
    await Promise.all([page.close(), other.page.close()]);
  });

  it('takes the list of feeds out and in again unchanged', async () => {
    const [download] = await Promise.all([
      options.waitForEvent('download') as Promise<Download>,
      options.getByRole('button', { name: 'Export OPML' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    for (const outlet of ALL_OUTLETS.filter(({ subscribed }) => subscribed)) {
      expect(text).toContain(`xmlUrl="${feedAddress(outlet)}"`);
      expect(text).toContain(`title="${outlet.name}"`);
    }
    const before = await ask(options, 'sources/list', null);
    for (const { feeds } of before) for (const { address } of feeds) await ask(options, 'feeds/remove', { address });
    expect(await ask(options, 'sources/list', null)).toEqual([]);
    await options.getByLabel('Import OPML').setInputFiles(await download.path());
    const again = () => ask(options, 'sources/list', null);
    await expect.poll(again).toHaveLength(before.length);
    expect((await again()).map(({ source }) => source)).toEqual(before.map(({ source }) => source));
  });

  it('asks no host about any page but the page’s own host', async () => {
    newsroom.forgetVisits();
    const report = STORIES.find(({ outlet }) => outlet === 'signal')!;
    const { page, badge } = await visitWithBadge(addressOf(report));
    await badge.click();
    await page.getByRole('dialog').waitFor();
    await page.close();
    const told = newsroom.visits.filter(({ address, headers, body }) =>
      `${address} ${JSON.stringify(headers)} ${body}`.includes(OUTLETS.signal.host),
    );
    expect(told.map(({ address }) => new URL(address).host)).toEqual(told.map(() => OUTLETS.signal.host));
    expect(told.length).toBeGreaterThan(0);
  });

  it('wipes everything: nothing is left in IndexedDB, of the settings and of the permissions', async () => {
    expect(await storedRecords(options)).toBeGreaterThan(STORIES.length);
    await options.getByRole('button', { name: 'Wipe everything…' }).click();
    await options.getByRole('alertdialog').getByRole('button', { name: 'Wipe everything' }).click();
    await expect.poll(() => storedRecords(options)).toBe(0);
    await expect.poll(async () => (await ask(options, 'settings/get', null)).mode).toBe('unset');
    await expect.poll(() => grantedOrigins(options)).toEqual([]);
    await expect.poll(async () => (await ask(options, 'data/size', null)).articles).toBe(0);
  });
});
