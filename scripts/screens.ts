/**
 * `npm run screens [-- WORD ...]`: a picture of every screen with the demo newsroom's stories, into artefacts/screens: light,
 * dark, 320 px wide, enlarged four times, in German, right to left, and each state of a page. WORDs narrow it to the pictures
 * whose names hold one. `npm run screens -- listing` makes the store listing's pictures alone, 1280 by 800 px. For people to
 * look at; none is kept in the repository but for .github. Needs `npm run build:chrome`.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Settings } from '../lib/store/settings';
import { openBeside } from './demo/beside';
import { calendar } from './demo/calendar';
import { openingPage, openNewsroom } from './demo/newsroom';
import { ask, badgeOn, launchReader, refreshAll, verdictOn } from './demo/reader';
import { addressOf } from './demo/reports';
import { weeks } from './demo/weeks';

const FOLDER = new URL('../artefacts/screens/', import.meta.url);

interface Look {
  readonly look: string;
  readonly dark?: boolean;
  /** px, for every screen; each has its own otherwise. */
  readonly width?: number;
  readonly height?: number;
  readonly language?: Settings['language'];
}

const LOOKS: readonly Look[] = [
  { look: 'light' },
  { look: 'dark', dark: true },
  { look: 'narrow', width: 320 },
  // A window of 1280 by 860 px, enlarged four times, has room for this.
  { look: 'zoom', width: 320, height: 215 },
  { look: 'german', language: 'de' },
  { look: 'german-narrow', language: 'de', width: 320 },
  { look: 'rtl', language: 'ar' },
  { look: 'rtl-narrow', language: 'ar', width: 320 },
];
/** Stores ask for this size. */
const LISTING = { width: 1280, height: 800 };

const words = process.argv.slice(2);
const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
mkdirSync(FOLDER, { recursive: true });
const now = Date.now();
const newsroom = await openNewsroom(now);
const { chromium, options } = await launchReader(newsroom.opml, { newsroom });
const set = (change: Partial<Settings>) => ask(options, 'settings/change', change);

const wear = async (page: Page, { dark = false }: Look) =>
  page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });

async function shoot(page: Page, name: string, fullPage = true): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)), fullPage });
}

/** A screen of ours, beside a page of the newsroom where it tells of one; waits until nothing is being read. */
async function openScreen(path: string, front: Page): Promise<Page> {
  const besides = path.startsWith('popup') || path.startsWith('sidepanel');
  const page = besides ? await openBeside(chromium, path, front, options) : await chromium.open(path);
  await page.locator('h1').first().waitFor();
  await page
    .locator('[aria-busy="true"]')
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  return page;
}

try {
  const article = await chromium.context.newPage();
  await article.goto(openingPage(newsroom));
  if (wanted('fresh')) {
    for (const path of ['desk', 'popup', 'trends'])
      await openScreen(path === 'trends' ? 'desk.html#trends' : `${path}.html`, article).then(async (page) => {
        await page.setViewportSize({ width: path === 'popup' ? 400 : 1280, height: 600 });
        await shoot(page, `fresh-${path}`);
        await page.close();
      });
  }
  newsroom.print(weeks(calendar(now)));
  await refreshAll(options);

  await article.reload();
  await badgeOn(article);
  const verdict = await verdictOn(options, article);
  if (verdict.is !== 'story') throw new Error(`The reference story is ${verdict.is}`);
  const first = verdict.view.story.id;
  const all = await ask(options, 'stories/list', { limit: 50, order: 'impact' });
  const second = all.find(({ id, n }) => id !== first && n > 1);
  if (!second) throw new Error('The newsroom brought no second story.');
  for (const id of [first, second.id]) await ask(options, 'story/follow', { id, on: true });

  /** Name, address and width of the window. */
  const screens: readonly (readonly [string, string, number])[] = [
    ['desk', 'desk.html', 1280],
    ['story', `desk.html#story=${first}`, 1280],
    ['entity', 'desk.html#entity=Anthropic', 1280],
    ['compare', `desk.html#compare=story:${first},story:${second.id},name:Anthropic`, 1280],
    ['compare-four', `desk.html#compare=story:${first},story:${second.id},name:Anthropic,name:Pete%20Hegseth`, 1280],
    ['trends', 'desk.html#trends', 1280],
    ['glossary', 'desk.html#glossary', 1280],
    ['methodology', 'desk.html#methodology', 1280],
    ['panel', 'sidepanel.html', 400],
    ['popup', 'popup.html', 400],
    ['options', 'options.html', 1280],
    ['welcome', 'welcome.html', 1280],
  ];
  for (const look of LOOKS) {
    const chosen = screens.filter(([name]) => wanted(`${name}-${look.look}`));
    if (chosen.length === 0) continue;
    await set({ language: look.language ?? 'auto' });
    for (const [name, path, width] of chosen) {
      const page = await openScreen(path, article);
      await wear(page, look);
      await page.setViewportSize({ width: look.width ?? width, height: look.height ?? 860 });
      await shoot(page, `${name}-${look.look}`, look.height === undefined);
      await page.close();
    }
  }

  // The badge and its popup on the page itself.
  for (const look of LOOKS) {
    if (!wanted(`badge-${look.look}`)) continue;
    await set({ language: look.language ?? 'auto' });
    const page = await chromium.context.newPage();
    await wear(page, look);
    await page.setViewportSize({ width: look.width ?? 1180, height: look.height ?? 800 });
    await page.goto(openingPage(newsroom));
    const badge = await badgeOn(page);
    await shoot(page, `badge-${look.look}`, false);
    await badge?.click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, `badge-open-${look.look}`, false);
    await page.close();
  }
  await set({ language: 'auto' });

  // What the toolbar popup says of pages of every kind.
  const pageOf = (story: string, outlet?: string) =>
    addressOf(newsroom.reports.findLast((report) => report.story === story && (!outlet || report.outlet === outlet))!);
  const home = new URL('/', article.url()).href;
  const states: readonly (readonly [string, string, Partial<Settings>?])[] = [
    ['single-source', pageOf('water')],
    ['unconfirmed', pageOf('freight')],
    ['party-statement', pageOf('quillon')],
    ['not-article', home],
    ['not-covered', addressOf(newsroom.reports.find((report) => report.outlet === 'quiet')!)],
    ['below-gate', pageOf('water'), { gateSources: 2 }],
    ['muted', pageOf('water'), { muted: [new URL(pageOf('water')).hostname] }],
    ['unset', home, { mode: 'unset' }],
  ];
  for (const [state, address, change] of states) {
    if (!wanted(`state-${state}`)) continue;
    if (change) await set(change);
    const page = await chromium.context.newPage();
    await page.goto(address);
    await verdictOn(options, page);
    const popup = await openScreen('popup.html', page);
    await popup.setViewportSize({ width: 400, height: 600 });
    await shoot(popup, `state-${state}`, false);
    await popup.close();
    await page.close();
    await set({ gateSources: 1, muted: [], mode: 'everywhere' });
  }

  // The store listing: what a reader sees, at the size that stores ask for.
  const listing: readonly (readonly [string, string])[] = [
    ['1-badge', 'badge'],
    ['2-desk', 'desk.html'],
    ['3-story', `desk.html#story=${second.id}?open=sources`],
    ['4-trends', 'desk.html#trends'],
    ['5-welcome', 'welcome.html'],
  ];
  for (const [name, path] of listing) {
    if (!wanted(`listing-${name}`)) continue;
    const page = path === 'badge' ? await chromium.context.newPage() : await openScreen(path, article);
    await page.setViewportSize(LISTING);
    await wear(page, { look: 'light' });
    if (path === 'badge') {
      // A report whose headline has room for the badge below it.
      await page.goto(pageOf('standoff', 'harbor'));
      await (await badgeOn(page))?.click();
      await page.getByRole('dialog').waitFor();
    }
    await shoot(page, `listing-${name}`, false);
    await page.close();
  }
  console.log(`See ${fileURLToPath(FOLDER)}`);
} finally {
  await chromium.close();
  await newsroom.close();
}
