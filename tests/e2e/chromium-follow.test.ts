/**
 * A page that no story covers, in Chromium with the build that ships, in the on-click mode: it is followed by the reader's
 * own words, a later report joins, and a news index is asked only by the click that names it. One reader's day, in order.
 */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBeside } from '../../scripts/demo/beside';
import { type Chromium, launchChromium } from '../../scripts/demo/chromium';
import { element } from '../../scripts/demo/markup';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { ALL_OUTLETS } from '../../scripts/demo/outlets';
import { ask, refreshAll } from '../../scripts/demo/reader';
import { addressOf } from '../../scripts/demo/reports';
import { artefact } from './artefact';
import { later as laterReport, stray as strayReport } from './stray-report';

const INDEX = 'news.google.com';
const INDEXES = [INDEX, 'www.bing.com', 'api.gdeltproject.org'];
const HOUR = 3_600_000;
const NOW = Date.now();

const [stray, later] = [strayReport(NOW), laterReport(NOW)];
const listing = (items: string) => `<rss version="2.0"><channel><title>search</title>${items}</channel></rss>`;
const item = (title: string, id: string, name: string, site: string) =>
  `<item>${element('title', `${title} - ${name}`)}<link>https://${INDEX}/rss/articles/${id}?oc=5</link>
  <pubDate>${new Date(NOW - HOUR).toUTCString()}</pubDate><source url="${site}">${name}</source></item>`;

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;
let article: Page;

beforeAll(async () => {
  newsroom = await openNewsroom(NOW);
  newsroom.print([stray]);
  const outlets = ALL_OUTLETS.map(({ host }) => `https://${host}/*`);
  chromium = await launchChromium({ newsroom, granted: [...outlets, `https://${INDEX}/*`] });
  options = await chromium.open('options.html');
  // Granted once and given back: the browser does not ask a second time, and the reader holds nothing.
  await options.evaluate(
    (host) =>
      (
        globalThis as unknown as { chrome: { permissions: { remove(what: unknown): Promise<boolean> } } }
      ).chrome.permissions.remove({
        origins: [`https://${host}/*`],
      }),
    INDEX,
  );
  await ask(options, 'settings/change', { mode: 'click', beats: [] });
  await ask(options, 'opml/import', { text: newsroom.opml });
  await refreshAll(options);
  // The built-in sources, of which one is this index's list on another matter, were read before they were switched off.
  newsroom.forgetVisits();
  article = await chromium.context.newPage();
  await article.goto(addressOf(stray));
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

const popup = async () => {
  const page = await openBeside(chromium, 'popup.html', article, options);
  await page.getByRole('region', { name: 'This page' }).waitFor();
  return page;
};
const asked = () => newsroom.visits.filter(({ address }) => INDEXES.includes(new URL(address).hostname));
const holds = (host: string) =>
  options.evaluate(
    (name) =>
      (
        globalThis as unknown as { chrome: { permissions: { contains(what: unknown): Promise<boolean> } } }
      ).chrome.permissions.contains({ origins: [`https://${name}/*`] }),
    host,
  );
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
/** Pictures for people to look at. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const [look, width, colorScheme] of [
    ['light', 400, 'light'],
    ['dark', 400, 'dark'],
    ['narrow', 320, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 700 });
    await page.screenshot({ path: artefact(`follow-${name}-${look}.png`), fullPage: true });
  }
}

describe('a reader on a page that no story covers', () => {
  it('checks it by a click, and is offered to follow it by words of its title', async () => {
    const page = await popup();
    await page.getByRole('button', { name: 'Check this page' }).click();
    await page.getByText('No story of your sources covers this yet.').waitFor();
    const field = page.getByLabel('Words of the story');
    expect(await field.inputValue()).toMatch(/Tidewater/);
    expect(await faults(page)).toEqual([]);
    await pictures(page, 'offer');
    // One word is too few to follow anything by.
    await field.fill('clinic');
    expect(await page.getByRole('button', { name: 'Follow this story' }).isDisabled()).toBe(true);
    await field.fill('tidewater clinic');
    await field.press('Enter');
    await page.getByText('Following; nothing found yet.').waitFor();
    expect(await ask(options, 'standing/list', null)).toMatchObject([{ terms: ['tidewater', 'clinic'], stories: [] }]);
    await page.close();
  });

  it('declines at the browser’s question, and nothing is sent', async () => {
    const page = await popup();
    await page.evaluate(() => {
      (globalThis as unknown as { chrome: { permissions: { request: unknown } } }).chrome.permissions.request = async () => false;
    });
    const region = page.getByRole('region', { name: 'This page' });
    await region.getByText('Ask a news index for other reports').click();
    await pictures(page, 'indexes');
    await region.getByRole('button', { name: 'Ask Bing News' }).click();
    await page.getByText('Bing News was not asked.').waitFor();
    expect(asked()).toEqual([]);
    await page.close();
  });

  it('asks nobody before the click, and sends the words alone', async () => {
    newsroom.host(INDEX, (_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          listing(
            item('Tidewater Clinic reports stolen files', 'one', 'Parish Herald', 'https://parishherald.example') +
              item('Clinic opens in Tidewater county', 'two', 'Harbor Ledger', 'https://harborledger.example') +
              item('Five walks along the tidewater', 'three', 'Trail Notes', 'https://trailnotes.example'),
          ),
        );
    });
    newsroom.forgetVisits();
    await refreshAll(options);
    const page = await popup();
    const region = page.getByRole('region', { name: 'This page' });
    await region.getByText('Ask a news index for other reports').click();
    expect(asked()).toEqual([]);
    expect(await holds(INDEX)).toBe(false);
    await region.getByText(/^news\.google\.com is sent: tidewater clinic and your language \(en(-\w+)?\)$/).waitFor();
    await region.getByRole('button', { name: 'Ask Google News' }).click();
    await page.getByText('Google News: 3 listed, 2 with all your words.').waitFor();
    const [visit, ...others] = asked();
    expect(others).toEqual([]);
    expect(visit?.address).toMatch(/^https:\/\/news\.google\.com\/rss\/search\?q=tidewater%20clinic&hl=en(-\w+)?$/);
    expect(visit?.body).toBe('');
    expect(visit?.headers).not.toHaveProperty('cookie');
    expect(visit?.headers).not.toHaveProperty('referer');
    expect(JSON.stringify(visit)).not.toContain(new URL(addressOf(stray)).hostname);
    await expect.poll(() => holds(INDEX)).toBe(false);
    await page.close();
  });

  it('is shown what the index lists as that: who lists it, whose it is, and one word at most', async () => {
    const [line] = await ask(options, 'standing/list', null);
    expect(line?.stories.length).toBeGreaterThan(0);
    const views = await Promise.all(line!.stories.map(({ id }) => ask(options, 'story/get', { id })));
    for (const view of views) expect(view?.signals.verified).toMatchObject({ n: 1, standing: 'single-source' });
    const articles = views.flatMap((view) => view!.articles);
    expect(articles.map(({ outlet }) => outlet).sort()).toEqual(['Harbor Ledger', 'Parish Herald']);
    const page = await popup();
    await page.getByRole('region', { name: 'Followed by your words' }).locator('summary').first().click();
    await pictures(page, 'found');
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('finds a later report of one of the sources in the story, as news', async () => {
    newsroom.print([later]);
    await refreshAll(options);
    const page = await popup();
    const region = page.getByRole('region', { name: 'Followed by your words' });
    await region.getByText(/with news/).waitFor();
    await region.locator('summary').first().click();
    await region
      .getByText(/New: it holds your words|new report/)
      .first()
      .waitFor();
    const [line] = await ask(options, 'standing/list', null);
    const views = await Promise.all(line!.stories.map(({ id }) => ask(options, 'story/get', { id })));
    expect(views.flatMap((view) => view!.articles.map(({ address }) => address))).toContain(addressOf(later));
    await pictures(page, 'news');
    await page.close();
    const desk = await chromium.open('desk.html');
    await desk.getByRole('region', { name: 'Followed by your words' }).waitFor();
    await desk.screenshot({ path: artefact('follow-desk.png') });
    expect(await faults(desk)).toEqual([]);
    await desk.close();
  });

  it('changes the words and the name, and stops following, by keys alone', async () => {
    const page = await popup();
    const region = page.getByRole('region', { name: 'Followed by your words' });
    await region.locator('summary').first().press('Enter');
    await region.locator('summary', { hasText: 'Change name or words' }).last().press('Enter');
    await region.getByLabel('Name').fill('The clinic');
    await region.getByLabel('Words of the story').fill('tidewater "extortion letter"');
    await region.getByLabel('Words of the story').press('Enter');
    await region.getByText('The clinic', { exact: true }).waitFor();
    const [line] = await ask(options, 'standing/list', null);
    expect(line).toMatchObject({ name: 'The clinic', terms: ['tidewater', 'extortion letter'], stories: [{ followed: true }] });
    await region.getByRole('button', { name: 'Stop following The clinic' }).press('Enter');
    await region.waitFor({ state: 'detached' });
    expect(await ask(options, 'standing/list', null)).toEqual([]);
    expect(await ask(options, 'stories/list', { followed: true })).toEqual([]);
    await page.close();
  });
});
