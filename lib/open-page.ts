import { browser } from './browser';

/** The extension's pages that open in a tab of their own. */
export type PageName = 'welcome' | 'options' | 'desk';

/** Opens one of our pages in a tab and closes the popup that asked for it. */
export function openPage(name: PageName): void {
  const opened = name === 'options' ? browser.runtime.openOptionsPage() : browser.tabs.create({ url: `/${name}.html` });
  opened.finally(() => globalThis.close?.()).catch(() => undefined);
}

/** Chromium's side panel and Firefox's sidebar, whichever there is: the one part of the API that the two name apart. */
interface PanelApi {
  readonly sidePanel?: { open(options: { windowId: number } | { tabId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

const api = (globalThis as { chrome?: PanelApi; browser?: PanelApi }).chrome ?? (globalThis as { browser?: PanelApi }).browser;

/** Opens Chromium's side panel beside a tab. Firefox opens its sidebar only from its own pages and the toolbar. */
export async function openPanelBeside(tabId: number): Promise<boolean> {
  try {
    if (!api?.sidePanel) return false;
    await api.sidePanel.open({ tabId });
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the side panel; null where the manifest has none, or where Chromium needs a window that is not known.
 * @param windowId must be known before the click, for the browser opens the panel only in the click itself
 */
export function panelOpener(windowId: number | undefined): (() => void) | null {
  const manifest = browser.runtime.getManifest() as { side_panel?: unknown; sidebar_action?: unknown };
  if (manifest.side_panel && api?.sidePanel) {
    const { sidePanel } = api;
    if (windowId === undefined) return null;
    return () =>
      void sidePanel.open({ windowId }).then(
        () => globalThis.close?.(),
        () => undefined,
      );
  }
  const sidebar = (globalThis as { browser?: PanelApi }).browser?.sidebarAction ?? browser.sidebarAction;
  if (manifest.sidebar_action && sidebar)
    return () =>
      void sidebar.open().then(
        () => globalThis.close?.(),
        () => undefined,
      );
  return null;
}
