/** A page that no story covers, in Firefox with the build that ships: followed from the sidebar by the reader's own words. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { element } from '../../scripts/demo/markup';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { addressOf } from '../../scripts/demo/reports';
import { artefact } from './artefact';
import { type Firefox, launchFirefox } from './firefox';
import { later, stray } from './stray-report';

const INDEX = 'api.gdeltproject.org';

let newsroom: Newsroom;
let firefox: Firefox;
let options: Page;
const NOW = Date.now();

const refresh = async () => {
  const progress = () => firefox.ask(options, 'refresh/progress', null);
  await expect.poll(async () => (await progress()).state, { timeout: 60_000 }).toMatch(/done|idle|failed/);
  const { at } = await firefox.ask(options, 'refresh/start', null);
  const isOver = async () => {
    const { state, at: last } = await progress();
    return state === 'done' && last >= at;
  };
  await expect.poll(isOver, { timeout: 60_000 }).toBe(true);
};
const text = (page: Page) => page.evaluate(() => document.body.innerText);

/** The sidebar's page in a tab of its own, where it would take itself for the page in front: only that question is answered for it. */
const openBeside = async (article: Page): Promise<Page> => {
  const sidebar = await firefox.open('sidepanel.html');
  await sidebar.evaluate(async (url) => {
    type Found = { id?: number; url?: string };
    const { tabs } = (globalThis as unknown as { browser: { tabs: { query(what: object): Promise<Found[]> } } }).browser;
    const front = (await tabs.query({})).filter((tab) => tab.url === url);
    tabs.query = async () => front;
  }, article.url());
  await article.reload();
  return sidebar;
};

beforeAll(async () => {
  newsroom = await openNewsroom(NOW);
  newsroom.print([stray(NOW)]);
  firefox = await launchFirefox(newsroom);
});
afterAll(async () => {
  await firefox?.close();
  await newsroom?.close();
});

describe('a reader in Firefox, on a page that no story covers', () => {
  it('has chosen where the badge may run, and subscribed', async () => {
    const welcome = await firefox.open('welcome.html');
    await (
      await welcome.waitForSelector('button[aria-label="Choose: Everywhere"]:not([disabled])', { timeout: 20_000 })
    )?.click();
    await expect
      .poll(async () => (await firefox.ask(welcome, 'settings/get', null)).mode, { timeout: 10_000 })
      .toBe('everywhere');
    await welcome.close();
    options = await firefox.open('options.html');
    await firefox.ask(options, 'settings/change', { beats: [] });
    await firefox.ask(options, 'opml/import', { text: newsroom.opml });
    await refresh();
  });

  it('follows it by words in the sidebar, and is shown there what a later report brings', async () => {
    const article = await firefox.browser.newPage();
    await article.goto(addressOf(stray(NOW)));
    const sidebar = await openBeside(article);
    await expect.poll(() => text(sidebar), { timeout: 20_000 }).toContain('No story of your sources covers this yet.');
    const field = '.ss-terms-form input';
    expect(await sidebar.$eval(field, (input) => (input as HTMLInputElement).value)).toMatch(/Tidewater/);
    await sidebar.$eval(field, (input) => {
      (input as HTMLInputElement).value = 'tidewater clinic';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(() => text(sidebar)).toContain('“tidewater” and “clinic”');
    await sidebar.$eval('.ss-terms-form', (form) => (form as HTMLFormElement).requestSubmit());
    await expect.poll(() => text(sidebar), { timeout: 10_000 }).toContain('Following; nothing found yet.');
    // What a sidebar shows has been seen, and is no news on the desk.
    await sidebar.close();
    newsroom.print([later(NOW)]);
    await refresh();
    const [line] = await firefox.ask(options, 'standing/list', null);
    expect(line).toMatchObject({ terms: ['tidewater', 'clinic'], stories: [{ title: later(NOW).title, followed: true }] });
    const desk = await firefox.open('desk.html');
    await expect.poll(() => text(desk), { timeout: 10_000 }).toContain('1 with news');
    expect(await text(desk)).toContain('Followed by your words');
    // No index was asked: nobody pressed its button.
    expect(newsroom.visits.filter(({ address }) => new URL(address).hostname === INDEX)).toEqual([]);
    await desk.close();
    const again = await openBeside(article);
    await expect.poll(() => text(again), { timeout: 20_000 }).toContain('1 report from 1 outlet');
    expect(await text(again)).toContain(later(NOW).title);
    await again.close();
  });

  it('asks an index by a click, with a permission for that one question', async () => {
    newsroom.host(INDEX, (_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>search</title><item>${element('title', 'Tidewater Clinic: what is known of the copied files')}` +
            `<link>https://parishherald.example/clinic</link><pubDate>${new Date(NOW).toUTCString()}</pubDate></item></channel></rss>`,
        );
    });
    const permissions = (what: 'remove' | 'contains', origins: readonly string[]) =>
      options.evaluate(
        (method, hosts) =>
          (globalThis as unknown as { browser: { permissions: Record<string, (asked: object) => Promise<boolean>> } }).browser
            .permissions[method]!({ origins: hosts }),
        what,
        origins,
      );
    await permissions('remove', ['https://*/*', 'http://*/*']);
    expect(await permissions('contains', [`https://${INDEX}/*`])).toBe(false);
    const desk = await firefox.open('desk.html');
    // A locator waits until the line stands still.
    await desk.locator('.ss-desk-standing summary').click();
    await desk.locator('.ss-desk-standing ::-p-text(Ask a news index for other reports)').click();
    await desk.locator('.ss-desk-standing button::-p-text(Ask GDELT)').click();
    await expect.poll(() => text(desk), { timeout: 20_000 }).toContain('GDELT: 1 listed, 1 with all your words.');
    const asked = newsroom.visits.filter(({ address }) => new URL(address).hostname === INDEX);
    expect(asked.map(({ address }) => new URL(address).searchParams.get('query'))).toEqual(['tidewater clinic']);
    await expect.poll(() => permissions('contains', [`https://${INDEX}/*`])).toBe(false);
    await desk.screenshot({ path: artefact('firefox-follow-desk.png') as `${string}.png` });
  });
});
