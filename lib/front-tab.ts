import { browser } from './browser';

/** The tab in front of the reader, in the window that a screen belongs to. */
export interface FrontTab {
  readonly id: number;
  readonly windowId: number | undefined;
  /** Without "www."; '' for what is no web page or may not be known. */
  readonly host: string;
  /** Null where it may not be known. */
  readonly url: string | null;
}

export async function frontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const url = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  return {
    id: tab.id,
    windowId: tab.windowId,
    url: tab.url ?? null,
    host: url && /^https?:$/.test(url.protocol) ? url.hostname.replace(/^www\./, '') : '',
  };
}

/**
 * Calls back when another tab comes to the front, when the one in front goes elsewhere, and when a page was read there
 * (the worker keeps what it read in storage.session): nothing is asked again and again.
 */
export function followFrontTab(changed: () => void, signal: AbortSignal): void {
  const onActivated = () => changed();
  const onUpdated = (_: number, change: { url?: string; status?: string }) => {
    if (change.url !== undefined || change.status !== undefined) changed();
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith('tab:'))) changed();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.storage.onChanged.removeListener(onChanged);
  });
}
