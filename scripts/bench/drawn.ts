/** How soon parts of the extension's pages are drawn: in a tab, and in the toolbar's popup as its button opens it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Chromium } from '../demo/chromium';
import { inPopup, popupSession } from '../demo/toolbar-popup';

/** What is waited for, as selectors by the name of the mark. */
type Parts = Readonly<Record<string, string>>;

/** A page of the build that marks when its parts are drawn. */
export interface MarkedPage {
  readonly path: string;
  readonly parts: Parts;
}

/**
 * ms from the beginning of the navigation to the first frame that shows each part; and, as `parsed`, until the browser has
 * read the page, before our first line runs: what opening any page costs on this machine.
 */
export type Drawn = ReadonlyMap<string, number>;

/** How often a page is asked whether all of it is drawn, and after how long, ms. */
const TRIES = 60;
const PAUSE = 100;
/** Readers click on what has been in front of them for a while: nothing of the last tab is drawn or closed any more, ms. */
const SETTLED = 500;

/** Evaluated in a page: its cumulative layout shift so far. */
export const SHIFT = `new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 50);
})`;

/**
 * Adds a copy of a page to the build that marks its parts. What marks them stands before the page's own script, in one file
 * with it: a script more would be fetched and would hold the page up. @param as a name of its own, where a page is marked twice
 */
export function markedPage(build: string, page: string, parts: Parts, as = page.replace(/\.html$/, '')): MarkedPage {
  const html = readFileSync(join(build, page), 'utf8');
  const [script, path] = /<script type="module"[^>]* src="\/?([^"]+)"/.exec(html) ?? [];
  if (script === undefined || path === undefined) throw new Error(`${page} has no script to stand before`);
  // Beside the script, so that what it imports is found.
  const marked = path.replace(/[^/]+$/, `marked-${as}.js`);
  writeFileSync(
    join(build, marked),
    `const wanted = new Map(${JSON.stringify(Object.entries(parts))});
const mark = () => {
  for (const [part, selector] of wanted)
    if (document.querySelector(selector)) {
      wanted.delete(part);
      requestAnimationFrame(() => performance.mark(part));
    }
};
mark();
new MutationObserver(mark).observe(document, { childList: true, subtree: true });
${readFileSync(join(build, path), 'utf8')}`,
  );
  writeFileSync(join(build, `marked-${as}.html`), html.replace(script, script.replace(path, marked)));
  return { path: `marked-${as}.html`, parts };
}

/** Opens pages in tabs, one after the other. */
export async function drawnInTab(chromium: Chromium, marked: MarkedPage): Promise<Drawn> {
  const page = await chromium.open(marked.path);
  try {
    return await untilDrawn(marked, () => page.evaluate(MARKS));
  } finally {
    await page.close();
  }
}

interface Opening {
  /** What stands in front then; the page that opens it where none is given. */
  readonly front?: Page;
  /** As readers open it, when the worker has long been asleep; a browser that is driven never lets it. */
  readonly asleep?: boolean;
}

/** Opens popups, one after the other, from a page of the extension, which needs no worker that is awake. */
export async function popupOpener(
  chromium: Chromium,
  opener: Page,
): Promise<(marked: MarkedPage, opening?: Opening) => Promise<Drawn>> {
  const browser = await popupSession(chromium.context, opener);
  const workers = await chromium.context.newCDPSession(opener);
  await workers.send('ServiceWorker.enable');
  return async (marked, { front = opener, asleep = false } = {}) => {
    await front.bringToFront();
    if (asleep) await workers.send('ServiceWorker.stopAllWorkers');
    await new Promise((done) => setTimeout(done, SETTLED));
    await opener.evaluate(async (popup) => {
      await chrome.action.setPopup({ popup });
      await chrome.action.openPopup();
    }, marked.path);
    try {
      return await untilDrawn(marked, () => inPopup(browser, marked.path, MARKS));
    } finally {
      void inPopup(browser, marked.path, 'close()');
      await new Promise((done) => setTimeout(done, 3 * PAUSE));
    }
  };
}

const MARKS = `JSON.stringify([
  ['parsed', performance.getEntriesByType('navigation')[0].responseEnd],
  ...performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]),
])`;

/** @throws where it is not drawn after long. */
async function untilDrawn({ path, parts }: MarkedPage, marks: () => Promise<string | undefined>): Promise<Drawn> {
  for (let tries = 0; tries < TRIES; tries++) {
    await new Promise((done) => setTimeout(done, PAUSE));
    const drawn = new Map(JSON.parse((await marks()) ?? '[]') as [string, number][]);
    if (Object.keys(parts).every((part) => drawn.has(part))) return drawn;
  }
  throw new Error(`${path} was not drawn`);
}

declare const chrome: { action: { setPopup(options: { popup: string }): Promise<void>; openPopup(): Promise<void> } };
