/** The toolbar's popup as the browser opens it, not its page in a tab: how soon each part of it is drawn. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { Chromium } from '../demo/chromium';

/** What is waited for, by the name of its mark. */
export type Parts = Readonly<Record<string, string>>;

/** ms from the beginning of the navigation to the first frame that shows each part. */
export type Drawn = ReadonlyMap<string, number>;

/** How often a popup is asked whether all of it is drawn, and after how long, ms. */
const TRIES = 60;
const PAUSE = 100;

/** Adds a copy of a page of the build that marks when its parts are drawn. @returns its name */
export function markedPage(build: string, page: string, parts: Parts): string {
  const name = `marked-${page.replace(/\.html$/, '')}`;
  writeFileSync(
    join(build, `${name}.js`),
    `const wanted = new Map(${JSON.stringify(Object.entries(parts))});
new MutationObserver(() => {
  for (const [part, selector] of wanted)
    if (document.querySelector(selector)) {
      wanted.delete(part);
      requestAnimationFrame(() => performance.mark(part));
    }
}).observe(document, { childList: true, subtree: true });`,
  );
  const html = readFileSync(join(build, page), 'utf8');
  // Before all else, so that nothing is drawn unseen.
  const marked = html.replace(/<meta charset="utf-8"[^>]*>/, `$&<script src="${name}.js"></script>`);
  if (marked === html) throw new Error(`${page} has no <meta charset> to stand behind`);
  writeFileSync(join(build, `${name}.html`), marked);
  return `${name}.html`;
}

/** Opens popups one after the other from a page of the extension, which needs no worker that is awake. */
export async function popupOpener(chromium: Chromium, opener: Page): Promise<(page: string, parts: Parts) => Promise<Drawn>> {
  const browser = (await chromium.context.browser()?.newBrowserCDPSession()) ?? (await chromium.context.newCDPSession(opener));
  return async (page, parts) => {
    await opener.bringToFront();
    await opener.evaluate(async (popup) => {
      await chrome.action.setPopup({ popup });
      await chrome.action.openPopup();
    }, page);
    try {
      for (let tries = 0; tries < TRIES; tries++) {
        await new Promise((done) => setTimeout(done, PAUSE));
        const marks = await inPopup(browser, page, MARKS);
        const drawn = new Map(JSON.parse(marks ?? '[]') as [string, number][]);
        if (Object.keys(parts).every((part) => drawn.has(part))) return drawn;
      }
      throw new Error(`The popup ${page} was not drawn`);
    } finally {
      void inPopup(browser, page, 'close()');
      await new Promise((done) => setTimeout(done, 3 * PAUSE));
    }
  };
}

const MARKS = `JSON.stringify([
  ['parsed', performance.getEntriesByType('navigation')[0].responseEnd],
  ...performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]),
])`;

/** Popups are no pages to Playwright: they are asked by the protocol, in messages. @returns undefined where none answers. */
async function inPopup(browser: CDPSession, page: string, expression: string): Promise<string | undefined> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url.endsWith(`/${page}`));
  if (!popup) return undefined;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
  return new Promise((done) => {
    const hear = ({ message, sessionId: from }: { message: string; sessionId: string }) => {
      if (from !== sessionId) return;
      browser.off('Target.receivedMessageFromTarget', hear);
      const { result } = JSON.parse(message) as { result?: { result?: { value?: string } } };
      browser.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
      done(result?.result?.value);
    };
    browser.on('Target.receivedMessageFromTarget', hear);
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
    browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => done(undefined));
  });
}

declare const chrome: { action: { setPopup(options: { popup: string }): Promise<void>; openPopup(): Promise<void> } };
