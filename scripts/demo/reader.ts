/** What a reader does with the extension in Chromium, and what they see: for the demonstration and for the tests. */
import type { Locator, Page } from 'playwright-core';
import type { Answer, Ask, MessageName, RefreshProgress, Reply } from '../../lib/messages/protocol';
import type { Verdict } from '../../lib/messages/verdict';
import { EVERY_HOST } from '../../lib/sources/host-patterns';
import type { Settings } from '../../lib/store/settings';
import { type Chromium, type ChromiumOptions, launchChromium } from './chromium';
import { pierce } from './pierce';

type ExtensionApi = {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(query: { url?: string }): Promise<{ id?: number; url?: string }[]> };
};
type Global = typeof globalThis & { chrome: ExtensionApi };

/**
 * Asks the worker, from one of the extension's own pages.
 * @throws with the key of the refusal.
 */
export async function ask<N extends MessageName>(page: Page, name: N, what: Ask<N>): Promise<Answer<N>> {
  const reply = (await page.evaluate((message) => (globalThis as Global).chrome.runtime.sendMessage(message), {
    name,
    ask: what,
  })) as Reply<Answer<N>> | undefined;
  if (!reply?.ok) throw new Error(`${name}: ${reply ? reply.error : 'no answer'}`);
  return reply.value;
}

/**
 * A reader who has made their choice: the badge everywhere, these feeds, and none of the built-in sources, which would only
 * be looked for in vain where every name leads to a newsroom of ours. Nothing is read yet.
 * @returns also the options page, from which the worker can be asked, and how many feeds were added
 */
export async function launchReader(
  opml: string,
  browser: ChromiumOptions,
  settings: Partial<Settings> = {},
): Promise<{ chromium: Chromium; options: Page; added: number }> {
  const chromium = await launchChromium({ granted: EVERY_HOST, ...browser });
  try {
    const options = await chromium.open('options.html');
    await ask(options, 'settings/change', { mode: 'everywhere', beats: [], ...settings });
    const { added } = await ask(options, 'opml/import', { text: opml });
    return { chromium, options, added };
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

/** Waits until no refresh runs, starts one of every feed, and waits until it is through. */
export async function refreshAll(page: Page, within = 60_000): Promise<RefreshProgress> {
  await untilSettled(page, 0, within);
  const { at } = await ask(page, 'refresh/start', null);
  return untilSettled(page, at, within);
}

/** Waits for the end of a refresh that changed its state at `since` or later, epoch ms. */
export async function untilSettled(page: Page, since: number, within = 60_000): Promise<RefreshProgress> {
  const end = Date.now() + within;
  for (;;) {
    const progress = await ask(page, 'refresh/progress', null);
    if (progress.at >= since && ['idle', 'done', 'failed'].includes(progress.state)) return progress;
    if (Date.now() > end) throw new Error(`The refresh did not end: ${JSON.stringify(progress)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The badge on a page, or null where none came. The closed shadow root is open to Playwright from then on. */
export async function badgeOn(page: Page, within = 10_000): Promise<Locator | null> {
  const host = page.locator('second-source-overlay');
  const end = Date.now() + within;
  while (Date.now() < end) {
    // The element stands before what is in it does, and may be replaced where the verdict changes.
    if ((await host.count()) > 0 && (await pierce(page))) {
      const badge = host.locator('.ss-badge');
      if ((await badge.count()) > 0) return badge;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return null;
}

/** The number of a page's tab. @throws where the extension may not know its address */
export async function tabOf(extensionPage: Page, page: Page): Promise<number> {
  const tab = await extensionPage.evaluate(
    async (address) => (await (globalThis as Global).chrome.tabs.query({})).find((one) => one.url === address)?.id,
    page.url(),
  );
  if (tab === undefined) throw new Error(`The extension sees no tab at ${page.url()}`);
  return tab;
}

/**
 * What the worker has to say of the page in a tab, once it has been read.
 * @param extensionPage one of the extension's own pages: only these may ask.
 */
export async function verdictOn(extensionPage: Page, page: Page, within = 10_000): Promise<Verdict> {
  const tab = await tabOf(extensionPage, page);
  const end = Date.now() + within;
  for (;;) {
    const verdict = await ask(extensionPage, 'tab/verdict', { tab });
    if (verdict.is !== 'reading' || Date.now() > end) return verdict;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Text that the toolbar icon carries on a page's tab. */
export async function countOn({ worker }: Pick<Chromium, 'worker'>, page: Page): Promise<string> {
  return worker.evaluate(async (address) => {
    const { tabs, action } = (
      globalThis as unknown as { chrome: ExtensionApi & { action: { getBadgeText(of: { tabId: number }): Promise<string> } } }
    ).chrome;
    const tab = (await tabs.query({})).find((one) => one.url === address);
    return tab?.id === undefined ? '' : action.getBadgeText({ tabId: tab.id });
  }, page.url());
}
