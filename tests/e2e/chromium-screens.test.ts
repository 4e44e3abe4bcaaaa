/** The extension's own pages in Chromium, with the newsroom's stories in them: nothing that axe would find, nothing lost when narrow. */
import axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { ask, badgeOn, refreshAll } from '../../scripts/demo/reader';
import { artefact } from './artefact';

const SCREENS = ['welcome.html', 'options.html', 'popup.html'];

let newsroom: Newsroom;
let chromium: Chromium;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  chromium = await launchChromium({ newsroom, granted: ['https://*/*', 'http://*/*'] });
  const options = await chromium.open('options.html');
  await ask(options, 'settings/change', { mode: 'everywhere', beats: [] });
  await ask(options, 'opml/import', { text: newsroom.opml });
  await refreshAll(options);
  await options.close();
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

/** What axe finds on a page, in a line each. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe.each(SCREENS)('the screen %s', (screen) => {
  it.each(['light', 'dark'] as const)('has nothing that axe would find (%s)', async (colorScheme) => {
    const page = await chromium.open(screen);
    await page.emulateMedia({ colorScheme });
    await page.getByRole('heading').first().waitFor();
    await page.screenshot({ path: artefact(`screen-${screen.replace('.html', '')}-${colorScheme}.png`) });
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('loses nothing at 320 px', async () => {
    const page = await chromium.open(screen);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByRole('heading').first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });
});

describe('the toolbar popup, opened for real', () => {
  it('tells the story of the page in front of the reader', async () => {
    const news = await chromium.context.newPage();
    await news.goto(openingPage(newsroom));
    expect(await badgeOn(news)).not.toBeNull();
    await news.bringToFront();
    await chromium.worker.evaluate(() =>
      (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
    );
    const said = await popupText(await chromium.context.newCDPSession(news));
    expect(said).toContain('Verified by 5 sources');
    await news.close();
  });
});

/** The text of the real popup: a target that is no page to Playwright, spoken to by hand. */
async function popupText(session: CDPSession): Promise<string> {
  const root = await chromium.context.browser()?.newBrowserCDPSession();
  const browser = root ?? session;
  for (let tries = 0; tries < 50; tries++) {
    const { targetInfos } = await browser.send('Target.getTargets');
    const popup = targetInfos.find(({ url }) => url.endsWith('/popup.html'));
    if (popup) {
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
      const text = await new Promise<string>((done) => {
        browser.on('Target.receivedMessageFromTarget', ({ message }) => {
          const { id, result } = JSON.parse(message) as { id?: number; result?: { result?: { value?: string } } };
          if (id === 1) done(result?.result?.value ?? '');
        });
        const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'document.body.innerText' } });
        void browser.send('Target.sendMessageToTarget', { sessionId, message });
      });
      await browser.send('Target.detachFromTarget', { sessionId });
      if (text.includes('Verified')) return text;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return '';
}
