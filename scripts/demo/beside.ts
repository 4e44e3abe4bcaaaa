import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

type Found = { id?: number; windowId?: number; url?: string };
type TabsApi = { query(query: object, done?: (tabs: Found[]) => void): Promise<Found[]> };
type Global = typeof globalThis & { chrome: { tabs: TabsApi } };

/**
 * Opens the popup or the side panel in a tab of its own, where Playwright can drive it, as though `front` were the page in
 * front of the reader: in a tab it would take itself for that page. Only the question "which tab is in front" is answered
 * for it; everything else is the shipped build.
 * @param extensionPage one of the extension's own pages, to ask for the tab's id
 */
export async function openBeside(chromium: Chromium, path: string, front: Page, extensionPage: Page): Promise<Page> {
  const tab = await extensionPage.evaluate(
    async (url) => (await (globalThis as Global).chrome.tabs.query({})).find((one) => one.url === url) ?? null,
    front.url(),
  );
  if (!tab) throw new Error(`The extension sees no tab at ${front.url()}`);
  const page = await chromium.context.newPage();
  await page.addInitScript((inFront) => {
    const tabs = (globalThis as Global).chrome?.tabs;
    if (!tabs) return;
    const query = tabs.query.bind(tabs);
    tabs.query = async (what, done) => {
      const found = 'active' in what ? [inFront] : await query(what);
      done?.(found);
      return found;
    };
  }, tab);
  await page.goto(`chrome-extension://${chromium.id}/${path}`);
  return page;
}
