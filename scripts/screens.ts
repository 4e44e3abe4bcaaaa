/**
 * `npm run screens [-- NAME ...]`: a picture of every screen, light, dark, 320 px wide and right to left, with the demo
 * newsroom's stories, into artefacts/screens. For people to look at, and for the store listing. Needs `npm run build:chrome`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBeside } from './demo/beside';
import { launchChromium } from './demo/chromium';
import { openingPage, openNewsroom } from './demo/newsroom';
import { ask, badgeOn, refreshAll } from './demo/reader';

const FOLDER = new URL('../artefacts/screens/', import.meta.url);
const ARABIC = new URL('../public/_locales/ar/messages.json', import.meta.url);

const LOOKS = [
  { look: 'light', dark: false, narrow: false, language: 'en' },
  { look: 'dark', dark: true, narrow: false, language: 'en' },
  { look: 'narrow', dark: false, narrow: true, language: 'en' },
  { look: 'rtl', dark: false, narrow: false, language: 'ar' },
] as const;

const wanted = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const newsroom = await openNewsroom(Date.now());
const chromium = await launchChromium({ newsroom, granted: ['https://*/*', 'http://*/*'] });
try {
  const options = await chromium.open('options.html');
  await ask(options, 'settings/change', { mode: 'everywhere', beats: [] });
  await ask(options, 'opml/import', { text: newsroom.opml });
  await refreshAll(options);

  const article = await chromium.context.newPage();
  await article.goto(openingPage(newsroom));
  await badgeOn(article);
  // The reference story, which has one of everything, beside the best of the others.
  const all = await ask(options, 'stories/list', { limit: 50, order: 'impact' });
  const [first, second] = [...all].sort((a, b) => b.articles - a.articles);
  if (!first || !second) throw new Error('The newsroom brought no stories.');
  for (const story of [first, second]) await ask(options, 'story/follow', { id: story.id, on: true });
  const entity = first.entities[0] ?? '';

  /** Name, address, width of the window, and whether it stands beside a page. */
  const screens: readonly (readonly [string, string, number, boolean?])[] = [
    ['desk', 'desk.html', 1280],
    ['story', `desk.html#story=${first.id}`, 1280],
    ['entity', `desk.html#entity=${encodeURIComponent(entity)}`, 1280],
    ['compare', `desk.html#compare=story:${first.id},story:${second.id}`, 1280],
    ['trends', 'desk.html#trends', 1280],
    ['glossary', 'desk.html#glossary', 1280],
    ['methodology', 'desk.html#methodology', 1280],
    ['panel', 'sidepanel.html', 400, true],
    ['popup', 'popup.html', 400, true],
    ['options', 'options.html', 1280],
    ['welcome', 'welcome.html', 1280],
  ];
  for (const { look, dark, narrow, language } of LOOKS) {
    if (language === 'ar' && !existsSync(ARABIC)) continue;
    await ask(options, 'settings/change', { language });
    for (const [name, path, width, beside] of screens) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const page: Page = beside ? await openBeside(chromium, path, article, options) : await chromium.open(path);
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: narrow ? 320 : width, height: 860 });
      await page.locator('h1').first().waitFor();
      await page
        .locator('[aria-busy="true"]')
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
      const file = fileURLToPath(new URL(`${name}-${look}.png`, FOLDER));
      await page.screenshot({ path: file, fullPage: true });
      await page.close();
    }
  }
  console.log(`See ${fileURLToPath(FOLDER)}`);
} finally {
  await chromium.close();
  await newsroom.close();
}
