import * as v from 'valibot';
import type { PageReading } from '../articles/article';
import type { ShownPage } from '../articles/page-look';
import { browser } from '../browser';
import { EVERY_HOST, patternsFor } from '../sources/host-patterns';
import type { Source } from '../sources/source';
import { isMuted, type Settings } from '../store/settings';
import { SHOWN } from './asks';
import type { TabReading } from './context';
import type { FromPage } from './receive';
import type { Verdict } from './verdict';

/** Names under which WXT builds the scripts for pages (entrypoints/probe.ts, look.ts, overlay.tsx, links.ts). */
const PROBE = 'probe.js';
const LOOK = 'look.js';
const OVERLAY = 'overlay.js';
const LINKS = 'links.js';
/** Ids of the registrations. */
const REGISTRATION = 'probe';
const LINKS_REGISTRATION = 'links';

/** Where the probe runs in a mode, as match patterns; none in the on-click mode. */
export function patternsOf(mode: Settings['mode'], sources: readonly Source[]): readonly string[] {
  switch (mode) {
    case 'everywhere':
      return EVERY_HOST;
    case 'listed':
      return patternsFor(sources);
    case 'click':
    case 'unset':
      return [];
  }
}

/**
 * Registers the probe, and the marks beside links where the reader wants them, for the pages of the mode as far as these
 * are granted, and takes the registrations back otherwise. Pages that are open already follow at once.
 * @returns whether all that the mode needs is granted.
 */
export async function applyMode(mode: Settings['mode'], sources: readonly Source[], links: boolean): Promise<boolean> {
  const wanted = patternsOf(mode, sources);
  const held = await Promise.all(wanted.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  const granted = wanted.filter((_, i) => held[i]);
  await register(REGISTRATION, PROBE, granted);
  const hadLinks = await register(LINKS_REGISTRATION, LINKS, links ? granted : []);
  const tabs = granted.length > 0 ? await browser.tabs.query({ url: granted }) : [];
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await run(id, PROBE);
      if (links) await run(id, LINKS);
      else if (hadLinks) await browser.tabs.sendMessage(id, LINKS_OFF).catch(() => {});
    }),
  );
  return granted.length === wanted.length;
}

/** Takes the marks beside links away (entrypoints/links.ts). */
const LINKS_OFF = { secondSource: 'links-off' };

/** @param matches none: the registration is taken back. @returns whether the script was registered before. */
async function register(id: string, file: string, matches: string[]): Promise<boolean> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  } else {
    const script = { id, js: [file], matches, runAt: 'document_idle' as const, persistAcrossSessions: true };
    if (registered) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
  return registered !== undefined;
}

const withoutFragment = (url: string) => url.split('#')[0]!;

/** @returns what the script returned, or undefined where it may not run. */
async function run(tab: number, file: string): Promise<unknown> {
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId: tab }, files: [`/${file}`] });
    return result?.result ?? null;
  } catch {
    // A page of the browser's own, a closed tab, a host that was not granted.
    return undefined;
  }
}

/** Runs the probe in a tab. @returns whether the page is an article; null where it may not run there. */
export async function probeTab(tab: number): Promise<boolean | null> {
  const result = await run(tab, PROBE);
  return result === undefined ? null : result === true;
}

/**
 * Looks at the page in a tab.
 * @param url where the page was when it asked, as location.href
 * @returns null where that may not be done, or the tab has gone elsewhere.
 */
export async function lookAtTab(tab: number, url: string): Promise<ShownPage | null> {
  const looked = v.safeParse(SHOWN, await run(tab, LOOK));
  return looked.success && withoutFragment(looked.output.url) === withoutFragment(url) ? looked.output : null;
}

// -- what was read, for the browser's session ------------------------------------------------------------------

const keyOf = (tab: number) => `tab:${tab}`;

export async function rememberReading({ tab, url }: FromPage, reading: PageReading | null): Promise<void> {
  const known: TabReading = { url: withoutFragment(reading?.url ?? url), reading };
  await browser.storage.session.set({ [keyOf(tab)]: known });
}

/** What was read of the page that is in the tab now; null after it has gone elsewhere. */
export async function readingOf(tab: number): Promise<TabReading | null> {
  const known = (await browser.storage.session.get(keyOf(tab)))[keyOf(tab)] as TabReading | undefined;
  if (!known) return null;
  const { url } = await browser.tabs.get(tab).catch(() => ({ url: undefined }));
  return url !== undefined && withoutFragment(url) !== known.url ? null : known;
}

export async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove([keyOf(tab), `shown:${tab}`, `verdict:${tab}`]);
}

/** Tabs of which something was read. */
export async function readTabs(): Promise<readonly number[]> {
  const all = await browser.storage.session.get(null);
  return Object.keys(all).flatMap((key) => (key.startsWith('tab:') ? Number(key.slice(4)) : []));
}

/** What a tab is told of which nothing was read: whether we may know its address, and whether the probe runs there by itself. */
export async function unreadVerdict(id: number): Promise<Verdict> {
  const tab = await browser.tabs.get(id).catch(() => null);
  if (tab?.url === undefined) return { is: 'no-permission' };
  if (!/^https?:/.test(tab.url)) return { is: 'not-article' };
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (!registered || !(await mayRunAt(tab.url, registered.matches ?? []))) return { is: 'no-permission' };
  return { is: tab.status === 'loading' ? 'reading' : 'not-article' };
}

async function mayRunAt(url: string, matches: readonly string[]): Promise<boolean> {
  if (!/^https?:/.test(url)) return false;
  const { protocol, hostname } = new URL(url);
  const fits = matches.some((pattern) => {
    const [scheme, rest = ''] = pattern.split('://');
    const host = rest.split('/')[0]!;
    if (scheme !== '*' && `${scheme}:` !== protocol) return false;
    return (
      host === '*' ||
      host === hostname ||
      (host.startsWith('*.') && (hostname === host.slice(2) || hostname.endsWith(host.slice(1))))
    );
  });
  return fits && browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

// -- what is shown ---------------------------------------------------------------------------------------------

/**
 * Shows the overlay and the count, or takes them away, as the verdict and the settings have it.
 * @param anew the page was just read: whatever stood there stands for an older page. Else an overlay that shows the
 * same already is left alone, with the reader perhaps in the middle of its popup.
 */
export async function showVerdict(tab: number, verdict: Verdict, settings: Settings, anew: boolean): Promise<boolean> {
  await showCount(tab, verdict, settings);
  const key = `shown:${tab}`;
  if (verdict.is !== 'story' || !settings.badge || settings.place === 'toolbar') {
    await browser.storage.session.remove(key);
    if (!anew) await closeOverlay(tab);
    return false;
  }
  const { story, signals } = verdict.view;
  const now = JSON.stringify([story, signals.verified, signals.impact, verdict.staleSince, settings.place, settings.language]);
  const before = (await browser.storage.session.get(key))[key];
  if (!anew && before === now) return true;
  await browser.storage.session.set({ [key]: now });
  return (await run(tab, OVERLAY)) !== undefined;
}

/** Colours of the count on the toolbar icon: dark enough for white digits (4.5:1). */
const COUNT_COLOURS = {
  verified: '#1b6b4a',
  'single-source': '#8a5a00',
  unconfirmed: '#9b2c1f',
  'party-statement': '#5b6270',
} as const;

async function showCount(tabId: number, verdict: Verdict, { count }: Settings): Promise<void> {
  const view = verdict.is === 'story' || verdict.is === 'below-gate' ? verdict.view : null;
  const verified = count ? view?.signals.verified : undefined;
  try {
    await browser.action.setBadgeText({ tabId, text: verified ? String(verified.n) : '' });
    if (verified) await browser.action.setBadgeBackgroundColor({ tabId, color: COUNT_COLOURS[verified.standing] });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Takes a page's overlay away; nobody listens where there is none. */
async function closeOverlay(tab: number): Promise<void> {
  await browser.tabs.sendMessage(tab, { secondSource: 'close' }).catch(() => {});
}

/** Hosts that are muted show nothing, whatever was read there. */
export function isMutedPage(settings: Settings, url: string): boolean {
  return URL.canParse(url) && isMuted(settings, new URL(url).hostname);
}
