/** Every screen in Chromium, with the build that ships and the newsroom's stories. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SHIFT } from '../../scripts/bench/drawn';
import { openBeside } from '../../scripts/demo/beside';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { ask, badgeOn, launchReader, refreshAll, verdictOn } from '../../scripts/demo/reader';
import { addressOf } from '../../scripts/demo/reports';
import { inPopup, popupSession } from '../../scripts/demo/toolbar-popup';
import { artefact } from './artefact';

let newsroom: Newsroom;
let chromium: Chromium;
/** One of the extension's pages, to ask the worker from. */
let options: Page;
/** A page of the reference story. */
let article: Page;
/** Id of the reference story. */
let story: string;
/** Id of another one. */
let another: string;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  ({ chromium, options } = await launchReader(newsroom.opml, { newsroom }));
  await refreshAll(options);
  article = await chromium.context.newPage();
  await article.goto(openingPage(newsroom));
  await badgeOn(article);
  const verdict = await verdictOn(options, article);
  if (verdict.is !== 'story') throw new Error(`The reference story is ${verdict.is}`);
  story = verdict.view.story.id;
  another = (await ask(options, 'stories/list', {})).find(({ id }) => id !== story)!.id;
});
/** Whatever a test did to the language, the next one reads English. */
afterEach(async () => {
  await ask(options, 'settings/change', { language: 'auto' });
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

/** Every screen that has an address, by what it is called in a test. */
const SCREENS: Readonly<Record<string, () => string>> = {
  welcome: () => 'welcome.html',
  options: () => 'options.html',
  'toolbar popup': () => 'popup.html',
  'side panel': () => 'sidepanel.html',
  'list of stories': () => 'desk.html',
  story: () => `desk.html#story=${story}`,
  'story, opened at its sources': () => `desk.html#story=${story}?open=sources`,
  name: () => 'desk.html#entity=Anthropic',
  comparison: () => `desk.html#compare=story:${story},name:Anthropic`,
  // One of them is stored no more, and a word wider than a narrow window.
  'comparison of four': () =>
    `desk.html#compare=story:${story},name:Anthropic,story:${another},name:Donaudampfschifffahrtsgesellschaft`,
  'empty comparison': () => 'desk.html#compare=',
  trends: () => 'desk.html#trends',
  glossary: () => 'desk.html#glossary',
  methodology: () => 'desk.html#methodology',
};

async function open(path: string): Promise<Page> {
  const page = /^(sidepanel|popup)/.test(path) ? await openBeside(chromium, path, article, options) : await chromium.open(path);
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  return page;
}

/** What axe finds on a page, in a line each. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Opens every disclosure: what is folded away must be as sound as what is seen. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

describe.each(Object.keys(SCREENS))('the screen "%s"', (name) => {
  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
  ] as const)('has nothing that axe would find (%s, %s)', async (colorScheme, language) => {
    await ask(options, 'settings/change', { language });
    const page = await open(SCREENS[name]!());
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: artefact(`screen-${name.replaceAll(/\W+/g, '-')}-${colorScheme}-${language}.png`) });
    await unfold(page);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
    await page.close();
  });

  it.each(['en', 'de', 'ar'] as const)('loses nothing at 320 px, nor enlarged four times (%s)', async (language) => {
    await ask(options, 'settings/change', { language });
    const page = await open(SCREENS[name]!());
    await unfold(page);
    // A window of 1280 by 860 px, enlarged four times, has room for 320 by 215.
    for (const height of [640, 215]) {
      await page.setViewportSize({ width: 320, height });
      expect(await page.evaluate(lost), `${height} px high`).toEqual({ beyond: 0, outside: [], cut: [] });
    }
    await page.close();
  });

  it('is reached by Tab alone, all of it, and the focus is seen', async () => {
    const page = await open(SCREENS[name]!());
    const expected = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'a[href], button:not(:disabled), input:not(:disabled), select, summary, [tabindex="0"]',
          ),
        ].filter(
          (element) =>
            element.checkVisibility() &&
            // Of a group of radio buttons, Tab reaches the one that is chosen.
            !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
        ).length,
    );
    const reached = new Set<number>();
    const unseen = new Set<string>();
    for (let stops = 0; stops < expected + 10; stops++) {
      await page.keyboard.press('Tab');
      const { place, seen, what } = await page.evaluate(() => {
        const focused = document.activeElement;
        const isNone = !focused || focused === document.body;
        // A file's input is drawn by its label.
        const drawn = focused?.closest('.ss-file') ?? focused;
        return {
          place: isNone ? -1 : [...document.querySelectorAll('*')].indexOf(focused),
          seen: isNone || (drawn !== null && getComputedStyle(drawn).outlineStyle !== 'none'),
          what: focused?.outerHTML.slice(0, 120) ?? '',
        };
      });
      if (place >= 0) reached.add(place);
      if (!seen) unseen.add(what);
    }
    expect([...unseen]).toEqual([]);
    expect(reached.size).toBeGreaterThanOrEqual(expected);
    await page.close();
  });
});

/** What a narrow window loses of a page: how far it scrolls sideways, what stands outside, whose text is cut off. */
function lost(): { beyond: number; outside: readonly string[]; cut: readonly string[] } {
  const { scrollWidth, clientWidth } = document.documentElement;
  const outside: string[] = [];
  const cut: string[] = [];
  const texts = 'h1, h2, h3, p, a, b, bdi, button, label, dd, li, span, td, th, time';
  // What is there for the ear alone is 1 px wide. A table of figures scrolls for itself; what is compared is to be seen at once.
  const apart = '.ss-table-frame:not(.ss-compare .ss-table-frame), .ss-hidden';
  for (const element of document.querySelectorAll<HTMLElement>(`body :is(${texts})`)) {
    const { right, left, width } = element.getBoundingClientRect();
    if (width <= 1 || !element.checkVisibility() || element.closest(apart)) continue;
    if (right > clientWidth + 1 || left < -1) outside.push(element.outerHTML.slice(0, 120));
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) cut.push(element.outerHTML.slice(0, 120));
  }
  return { beyond: scrollWidth - clientWidth, outside, cut };
}

describe('every number opens to its evidence in one step', () => {
  it.each(['toolbar popup', 'side panel', 'list of stories', 'story', 'name', 'comparison', 'trends'])(
    'on the %s',
    async (name) => {
      const page = await open(SCREENS[name]!());
      await unfold(page);
      const alone = await page.evaluate(() => {
        // Links, buttons and disclosures open; what is unfolded is evidence; dates, quotes and headlines count nothing.
        const answers = 'a, button, summary, .ss-fold-body, time, q, .ss-story-title, .ss-quote, select, input, kbd';
        // Of a list: its length and the numbers of its items. Of a drawing: the table below it. What a rule says counts nothing.
        // What these count is listed right below them, or above.
        const open = '.ss-popup-page .ss-eyebrow, .ss-standing-words, .ss-picture ~ .ss-reasons, .ss-entity > header';
        const plain = '[role="status"], .ss-number, svg, .ss-lead, figcaption, tbody th, .ss-signals td.ss-soft, h2, h3';
        const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const parent = text.parentElement;
          if (
            !/\p{Nd}/u.test(text.nodeValue ?? '') ||
            !parent?.checkVisibility() ||
            parent.closest(`${answers}, ${open}, ${plain}`)
          )
            continue;
          found.push(`${parent.outerHTML.slice(0, 160)}`);
        }
        return found;
      });
      expect(alone).toEqual([]);
      await page.close();
    },
  );

  it('also from the table of the signals', async () => {
    const page = await open(SCREENS.story!());
    await page.locator('.ss-signals').getByRole('button', { name: /of 10/ }).click();
    await page.locator('[data-figure="impact"] details[open]').getByText('Regulatory').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('[data-figure]')?.getAttribute('data-figure'))).toBe(
      'impact',
    );
    await page.close();
  });
});

describe('the toolbar popup, opened for real', () => {
  it('tells the story of the page in front of the reader', async () => {
    await article.bringToFront();
    await chromium.worker.evaluate(() =>
      (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
    );
    const browser = await popupSession(chromium.context, article);
    await expect
      .poll(async () => (await inPopup(browser, 'popup.html', 'document.body.innerText')) ?? '', { timeout: 5_000 })
      .toContain('Verified by 5 sources');
  });
});

describe('the side panel', () => {
  it('tells the page’s story, section by section, and what kind of report the page is', async () => {
    const page = await open('sidepanel.html');
    const headings = await page.getByRole('heading', { level: 3 }).allInnerTexts();
    const wanted = ['Key takeaways', 'Mentioned', 'Key facts', 'Who’s affected', 'Analysis', 'What to watch', 'Timeline'];
    expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
    expect(headings).toContain('How we covered this story');
    expect(await page.getByText('Verified by 5 sources').count()).toBeGreaterThan(0);
    await page.getByText('This page', { exact: true }).waitFor();
    await page.close();
  });

  it('opens each figure to what it rests on, in one step', async () => {
    const page = await open('sidepanel.html');
    for (const [figure, evidence] of [
      ['Verified by 5 sources', 'report this independently'],
      ['Impact', 'Regulatory'],
      ['Sentiment', 'Weighs towards'],
    ] as const) {
      const fold = page.locator('.ss-story-signals details').filter({ hasText: figure }).first();
      await fold.locator('summary').first().click();
      await fold.getByText(evidence).first().waitFor();
    }
    await page.close();
  });

  it('follows the tab to another story, and says why where there is none', async () => {
    const page = await open('sidepanel.html');
    const water = newsroom.reports.find((report) => report.story === 'water')!;
    await article.goto(addressOf(water));
    await page.getByRole('heading', { level: 2, name: water.title }).waitFor();
    await article.goto(new URL('/', article.url()).href);
    await page.getByText('This page is not a news article.').waitFor();
    await article.goto(openingPage(newsroom));
    await page.getByText('Verified by 5 sources').first().waitFor();
    await page.close();
  });

  it('opens from the page itself', async () => {
    const badge = await badgeOn(article);
    await article.bringToFront();
    await badge?.click();
    await article.getByRole('dialog').getByRole('button', { name: 'Open full story' }).click();
    const session = await chromium.context.newCDPSession(article);
    await expect
      .poll(async () => {
        const { targetInfos } = await session.send('Target.getTargets');
        return targetInfos.some(({ url }) => /\/(?:sidepanel\.html|desk\.html#story=)/.test(url));
      })
      .toBe(true);
  });
});

describe('the desk', () => {
  const rows = (page: Page) => page.locator('.ss-row-story:visible');

  it('opens whole: what stands does not move while the rest is read', async () => {
    const page = await open('desk.html');
    await page.locator('.ss-brief').waitFor();
    expect(Number(await page.evaluate(SHIFT))).toBeLessThan(0.01);
    await page.close();
  });

  it('narrows the list while the reader types, and keeps the search in its address', async () => {
    const page = await open('desk.html');
    const all = await rows(page).count();
    await page.getByLabel('Search stories').fill('bramwick');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(all).toBeGreaterThan(3);
    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await page.getByLabel('Search stories').inputValue()).toBe('bramwick');
    await page.close();
  });

  it.each([
    ['Independent sources', '2', 'Verified by 5 sources'],
    ['Sentiment', '1', 'Positive'],
  ])('filters by %s', async (label, value, every) => {
    const page = await open('desk.html');
    const all = await rows(page).count();
    await page.locator('.ss-filters summary').click();
    await page.locator('.ss-filters label').filter({ hasText: label }).locator('select').selectOption(value);
    await expect.poll(() => rows(page).count()).toBeLessThan(all);
    const texts = await rows(page).allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    if (label === 'Sentiment') for (const text of texts) expect(text).toContain(every);
    else expect(texts.join('\n')).toContain(every);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => rows(page).count()).toBe(all);
    await page.close();
  });

  it('is worked by keys alone: j, k, f, c, Enter, /, ?', async () => {
    const page = await open('desk.html');
    const here = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-story]')?.dataset.story ?? null);
    await page.keyboard.press('j');
    const first = await here();
    await page.keyboard.press('j');
    const second = await here();
    expect([first, second].every((id) => id !== null) && first !== second).toBe(true);
    await page.keyboard.press('k');
    expect(await here()).toBe(first);
    await page.keyboard.press('f');
    await expect
      .poll(async () => (await ask(page, 'stories/list', { followed: true })).some(({ id }) => id === first))
      .toBe(true);
    await page.keyboard.press('c');
    await page.getByText('Compare 1 story').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    const opened = await here();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe(`#story=${opened}`);
    // The address changes before the story is drawn.
    await page.locator('.ss-story-signals').waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.close();
  });

  it('opens a story at the figure that was pressed, and comes back to the list as it was', async () => {
    const page = await open('desk.html');
    const row = page.locator(`[data-story="${story}"]`);
    await row.locator('.ss-row-standing').click();
    await page.locator('.ss-story-signals details[open]').getByText('report this independently').waitFor();
    await page.goBack();
    await row.waitFor();
    // It was opened: it is read now.
    expect(await row.getAttribute('class')).not.toContain('ss-unread');
    await page.close();
  });

  it('leads from a story to a name, follows it, and lists it in options', async () => {
    const page = await open(`desk.html#story=${story}`);
    await page.locator('.ss-mentions summary').filter({ hasText: 'Anthropic' }).first().click();
    await page.getByRole('link', { name: 'All stories about Anthropic' }).click();
    await page.getByRole('heading', { level: 2, name: 'Anthropic' }).waitFor();
    await page.locator('.ss-entity header').getByRole('button', { name: 'Follow' }).click();
    await page.locator('.ss-entity header').getByRole('button', { name: 'Following' }).waitFor();
    const { entities } = await ask(page, 'settings/get', null);
    expect(entities.map(({ name }) => name)).toEqual(['Anthropic']);
    await page.close();
  });

  it('compares stories and names, and marks what they share', async () => {
    const page = await open('desk.html');
    const compare = page.locator('.ss-row-story').getByRole('button', { name: /^Compare:/ });
    await compare.nth(0).click();
    await compare.nth(1).click();
    await page.getByRole('link', { name: 'Compare 2 stories' }).click();
    const columns = page.locator('.ss-compare-table thead th');
    await expect.poll(() => columns.count()).toBe(2);
    await page.getByLabel('Add a name').fill('Anthropic');
    await page.getByRole('button', { name: 'Add a name' }).click();
    await expect.poll(() => columns.count()).toBe(3);
    await page.locator('.ss-compare-table thead button').first().click();
    await expect.poll(() => columns.count()).toBe(2);
    await page.close();
  });

  it('compares four in a narrow window: each figure below its title, still a table, worked by keys', async () => {
    const page = await open(SCREENS['comparison of four']!());
    const titles = await page.getByRole('columnheader').allInnerTexts();
    /** Of each row, the titles that have a line of their own in it. */
    const labels = async () =>
      (await page.locator('.ss-compare-table tbody tr').allInnerTexts()).map((row) => {
        const lines = row.split(/[\n\t]/);
        return titles.filter((title) => lines.includes(title));
      });
    expect(titles).toHaveLength(4);
    // The first row tells no names, which could be a title by chance.
    expect((await labels())[0]).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await labels()).toEqual(Array.from({ length: 7 }, () => titles));
    expect(await faults(page)).toEqual([]);

    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const heard = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    // Seven figures of four, and the corner above the figures' names.
    expect(['table', 'row', 'columnheader', 'rowheader', 'cell'].map(heard)).toEqual([1, 8, 4, 7, 29]);

    await page
      .getByRole('button', { name: /^Remove/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(3);
    await page.getByRole('link', { name: /of 10/ }).first().click();
    await page.locator('[data-figure="impact"] details[open]').waitFor();
    await page.close();
  });

  it('draws the trends, tells them as tables, and saves both', async () => {
    const page = await open('desk.html#trends');
    expect(await page.locator('svg.ss-chart').count()).toBe(2);
    await page.locator('details').filter({ hasText: 'As a table' }).first().locator('summary').click();
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(8);
    for (const [button, end, holds] of [
      ['Save CSV', '.csv', 'Week from,Stories'],
      ['Save SVG', '.svg', '<svg'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download') as Promise<Download>,
        page.getByRole('button', { name: button }).first().click(),
      ]);
      expect(download.suggestedFilename()).toContain(end);
      expect(readFileSync(await download.path(), 'utf8')).toContain(holds);
    }
    await page.close();
  });

  it('saves a story as Markdown and as a signal feed, and copies a citation', async () => {
    const page = await open(`desk.html#story=${story}`);
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('Export and share').click();
    for (const [button, holds] of [
      ['Save Markdown', '## Key takeaways'],
      ['Save signal feed', '"verifiedBy": 5'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download') as Promise<Download>,
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(readFileSync(await download.path(), 'utf8')).toContain(holds);
    }
    await page.bringToFront();
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Verified by 5 sources');
    await page.close();
  });
});
