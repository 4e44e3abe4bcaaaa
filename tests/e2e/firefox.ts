/**
 * Firefox with the shipped build in it, driven over WebDriver BiDi (puppeteer-core, no geckodriver). Its closed shadow root
 * is reached as the protocol allows a test to, and the page still cannot see it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Answer, Ask, MessageName, Reply } from '../../lib/messages/protocol';
import { firefoxPreferences, type Ports } from '../../scripts/demo/newsroom';

export const FIREFOX_BUILD = new URL('../../.output/firefox-mv3', import.meta.url).pathname;
/** As in wxt.config.ts. */
const ADD_ON = 'second-source@second-source.news';
/** The host of its pages, which Firefox draws at random where nothing is set. */
const UUID = '5ec0d500-0000-4000-8000-5ec0d5000001';

/** What of puppeteer's BiDi objects is used past their public types. */
interface Bidi {
  send(method: string, parameters: unknown): Promise<{ result: unknown }>;
}
interface Remote {
  readonly type: string;
  readonly sharedId?: string;
  readonly value?: { readonly shadowRoot?: Remote | null; readonly localName?: string };
}

export interface Firefox {
  readonly browser: Browser;
  /** Opens one of the extension's pages in a tab. */
  open(page: string): Promise<Page>;
  /** Asks the worker from one of the extension's pages. */
  ask<N extends MessageName>(page: Page, name: N, what: Ask<N>): Promise<Answer<N>>;
  /** The first element inside the overlay's closed shadow root that a CSS selector finds, or null. */
  inOverlay(page: Page, selector: string): Promise<Element | null>;
  /** Opens the browser's own sidebar at the extension's panel, as its menu does. */
  openSidebar(): Promise<void>;
  /** What stands in that sidebar, asked of one of the extension's pages; '' where it is shut. */
  sidebarText(page: Page): Promise<string>;
  /** Folder that downloads are kept in. */
  readonly downloads: string;
  close(): Promise<void>;
}

export interface Element {
  text(): Promise<string>;
  click(): Promise<void>;
  hasFocus(): Promise<boolean>;
}

export async function launchFirefox(newsroom: Ports): Promise<Firefox> {
  const downloads = mkdtempSync(join(tmpdir(), 'second-source-downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    // The extension's own pages are out of a test's reach without.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...firefoxPreferences(newsroom),
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: UUID }),
      // A click on the page's own button still is needed; the browser's question is answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  await browser.installExtension(FIREFOX_BUILD);
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;
  const remote = async (page: Page, functionDeclaration: string, args: unknown[] = []): Promise<Remote> =>
    (
      (
        await bidi.send('script.callFunction', {
          functionDeclaration,
          arguments: args,
          awaitPromise: true,
          target: { context: contextOf(page) },
          serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
        })
      ).result as { result: Remote }
    ).result;

  return {
    browser,
    downloads,
    async open(path) {
      const page = await browser.newPage();
      // page.goto waits in vain for an extension's page, though it loads.
      await bidi.send('browsingContext.navigate', {
        context: contextOf(page),
        url: `moz-extension://${UUID}/${path}`,
        wait: 'complete',
      });
      return page;
    },
    async ask<N extends MessageName>(page: Page, name: N, what: Ask<N>): Promise<Answer<N>> {
      const reply = (await page.evaluate(
        (message) =>
          (
            globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
          ).browser.runtime.sendMessage(message),
        { name, ask: what },
      )) as Reply<Answer<N>> | undefined;
      if (!reply?.ok) throw new Error(`${name}: ${reply ? reply.error : 'no answer'}`);
      return reply.value;
    },
    async inOverlay(page, selector) {
      const host = await remote(page, '() => document.querySelector("second-source-overlay")');
      const root = host.value?.shadowRoot;
      if (!root?.sharedId) return null;
      const located = (
        (
          await bidi.send('browsingContext.locateNodes', {
            context: contextOf(page),
            locator: { type: 'css', value: selector },
            startNodes: [{ sharedId: root.sharedId }],
            maxNodeCount: 1,
          })
        ).result as { nodes: Remote[] }
      ).nodes[0];
      if (!located?.sharedId) return null;
      const element = { sharedId: located.sharedId };
      const value = async (code: string) => (await remote(page, code, [element])).value as unknown;
      return {
        text: async () => (await value('(element) => element.textContent')) as string,
        hasFocus: async () => (await value('(element) => element.getRootNode().activeElement === element')) as boolean,
        async click() {
          await value('(element) => element.scrollIntoView({ block: "nearest" })');
          await bidi.send('input.performActions', {
            context: contextOf(page),
            actions: [
              {
                type: 'pointer',
                id: 'mouse',
                actions: [
                  { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } },
                  { type: 'pointerDown', button: 0 },
                  { type: 'pointerUp', button: 0 },
                ],
              },
            ],
          });
        },
      };
    },
    async openSidebar() {
      // The browser's own window; a page's script may not open the sidebar without a click in its chrome.
      const { result } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
      const [window] = (result as { contexts: { context: string }[] }).contexts;
      await bidi.send('script.evaluate', {
        expression:
          'SidebarController.show([...SidebarController.sidebars.keys()].find((key) => key.startsWith("second-source")))',
        awaitPromise: true,
        target: { context: window?.context },
      });
    },
    sidebarText: (page) =>
      page.evaluate(() => {
        const { extension } = (globalThis as unknown as { browser: { extension: { getViews(of: object): Window[] } } }).browser;
        return extension.getViews({ type: 'sidebar' })[0]?.document.body.innerText ?? '';
      }),
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
