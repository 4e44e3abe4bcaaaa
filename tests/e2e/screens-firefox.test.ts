/** The desk, the sidebar's page and the switch of notifications in Firefox, with the build that ships. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { addressOf } from '../../scripts/demo/reports';
import { type Firefox, launchFirefox } from './firefox';

let newsroom: Newsroom;
let firefox: Firefox;
let options: Page;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  firefox = await launchFirefox(newsroom);
  options = await firefox.open('options.html');
  // A reader's own export brings stories without a permission or a request.
  const articles = newsroom.reports.map((report) => ({
    address: addressOf(report),
    title: report.title,
    summary: report.paragraphs[0] ?? '',
    text: report.paragraphs.join('\n\n'),
    authors: [],
    published: report.at,
    language: 'en',
    source: '',
  }));
  await firefox.ask(options, 'data/import', { text: JSON.stringify({ secondSource: 1, articles }) });
});
afterAll(async () => {
  await firefox?.close();
  await newsroom?.close();
});

const count = (page: Page, selector: string) =>
  page.evaluate(
    (all) => [...document.querySelectorAll<HTMLElement>(all)].filter((element) => element.checkVisibility()).length,
    selector,
  );
const text = (page: Page) => page.evaluate(() => document.body.innerText);

describe('in Firefox', () => {
  it('the desk lists, searches and is worked by keys', async () => {
    const page = await firefox.open('desk.html');
    await expect.poll(() => count(page, '.ss-row-story'), { timeout: 20_000 }).toBeGreaterThan(3);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-story]') !== null)).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('bramwick');
    await expect.poll(() => count(page, '.ss-row-story'), { timeout: 20_000 }).toBe(1);
    await page.close();
  });

  it.each([
    ['#trends', 'Volume against impact'],
    ['#glossary', 'Independent source'],
    ['#methodology', 'How N is counted'],
    ['#entity=Anthropic', 'Timeline'],
    ['#compare=name:Anthropic', 'Compare'],
  ])('the desk shows %s', async (hash, says) => {
    const page = await firefox.open(`desk.html${hash}`);
    await expect.poll(() => text(page), { timeout: 20_000 }).toContain(says);
    await page.close();
  });

  it('a story is told section by section', async () => {
    const [story] = (await firefox.ask(options, 'stories/list', { query: 'anthropic' })).toSorted(
      (a, b) => b.articles - a.articles,
    );
    const page = await firefox.open(`desk.html#story=${story!.id}`);
    for (const heading of ['Key takeaways', 'Key facts', 'Timeline', 'How we covered this story', 'Signals on this page'])
      await expect.poll(() => text(page), { timeout: 20_000 }).toContain(heading);
    await page.close();
  });

  it('the sidebar says why there is no story, and lists the top of the beat', async () => {
    const page = await firefox.open('sidepanel.html');
    await expect.poll(() => text(page), { timeout: 20_000 }).toContain('This page is not a news article.');
    expect(await text(page)).toContain('Top of the beat');
    await page.close();
  });

  it('notifications are asked for when they are switched on, and given back when off', async () => {
    const granted = () =>
      options.evaluate(() =>
        (
          globalThis as unknown as { browser: { permissions: { contains(what: object): Promise<boolean> } } }
        ).browser.permissions.contains({ permissions: ['notifications'] }),
      );
    const notify = async () => (await firefox.ask(options, 'settings/get', null)).notify;
    await options.bringToFront();
    const press = async () => (await options.waitForSelector('#notifications input[role="switch"]'))?.click();
    expect(await granted()).toBe(false);
    await press();
    await expect.poll(notify, { timeout: 10_000 }).toBe(true);
    expect(await granted()).toBe(true);
    await press();
    await expect.poll(notify, { timeout: 10_000 }).toBe(false);
    expect(await granted()).toBe(false);
  });
});
