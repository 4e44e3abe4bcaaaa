/**
 * What the popup shows before the worker has woken: its last answers, kept in storage.session and made anew by the worker
 * with every change. The popup asks all the same, and what it is told then takes their place.
 */
import { browser } from '../browser';
import { unreadVerdict } from './page-scripts';
import type { Answer } from './protocol';
import type { Verdict } from './verdict';

/** Stories of the beat that are kept: twice what the popup lists, as some of them stand above already. */
export const KEPT_TOP = 10;
/** A verdict longer than this, in characters, is not kept: storage.session holds ten megabytes for all tabs together. */
const LONGEST = 200_000;

export interface KeptLists {
  readonly lists: Answer<'stories/glance'>;
  readonly standing: Answer<'standing/list'>;
}

export interface KeptPage {
  readonly verdict: Verdict;
  /** Terms proposed to follow the page by; for one that no story covers. */
  readonly proposed: readonly string[];
}

const keyOf = (tab: number) => `verdict:${tab}`;

export async function keepLists(kept: KeptLists): Promise<void> {
  await browser.storage.session.set({ lists: kept });
}

/** Null before the worker has kept any. */
export async function keptLists(): Promise<KeptLists | null> {
  return ((await browser.storage.session.get('lists')).lists as KeptLists | undefined) ?? null;
}

/** @param url of the page, without fragment */
export async function keepPage(tab: number, url: string, page: KeptPage): Promise<void> {
  const isShort = JSON.stringify(page).length <= LONGEST;
  // Full, as with a hundred tabs: the popup asks the worker anyway.
  if (!isShort || !(await set({ [keyOf(tab)]: { url, page } }))) await forgetPage(tab);
}

/** @returns whether there was room. */
async function set(what: Record<string, unknown>): Promise<boolean> {
  return browser.storage.session.set(what).then(
    () => true,
    () => false,
  );
}

export async function forgetPage(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}

/**
 * What is known of the page in a tab without asking anybody.
 * @param url of the tab, null where it may not be known: then nothing is known of its page either.
 */
export async function keptPage(tab: number, url: string | null): Promise<KeptPage | null> {
  if (url === null) return null;
  if (!/^https?:/.test(url)) return { verdict: { is: 'not-article' }, proposed: [] };
  const all = await browser.storage.session.get([keyOf(tab), `tab:${tab}`]);
  const kept = all[keyOf(tab)] as { url: string; page: KeptPage } | undefined;
  if (kept && kept.url === url.split('#')[0]) return kept.page;
  // What was read is for the worker to judge.
  return all[`tab:${tab}`] ? null : { verdict: await unreadVerdict(tab), proposed: [] };
}
