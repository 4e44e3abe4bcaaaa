import { browser } from '../browser';
import { defaultSettings, repairSettings, type Settings } from '../store/settings';
import type { RefreshProgress } from './protocol';

/** What screens show before the first refresh. */
export const NEVER_REFRESHED: RefreshProgress = { state: 'idle', done: 0, total: 0, failed: 0, articles: 0, at: 0 };

/** A refresh reports every feed; a screen is told at most this often, ms. The last report always comes. */
const AT_MOST_EVERY = 200;

/** How both stand as a screen opens: read where they are kept, so that its frame needs not wait for the worker to wake. */
export async function standing(): Promise<{ readonly settings: Settings; readonly progress: RefreshProgress }> {
  const { local, session } = browser.storage;
  const [{ settings }, { progress }] = await Promise.all([local.get('settings'), session.get('progress')]);
  return {
    settings: repairSettings(settings ?? defaultSettings()).settings,
    progress: (progress as RefreshProgress | undefined) ?? NEVER_REFRESHED,
  };
}

/**
 * Tells a screen what changes while it is open; the worker writes both (settings to storage.local, progress to
 * storage.session), so that no screen has to ask again and again.
 */
export function follow(
  changed: { readonly settings?: (settings: Settings) => void; readonly progress?: (progress: RefreshProgress) => void },
  signal: AbortSignal,
): void {
  let latest: RefreshProgress | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    if (latest) changed.progress?.(latest);
    latest = null;
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const settings = area === 'local' ? changes.settings : undefined;
    if (settings) changed.settings?.(repairSettings(settings.newValue).settings);
    const progress = area === 'session' ? changes.progress : undefined;
    if (!progress) return;
    latest = (progress.newValue as RefreshProgress | undefined) ?? NEVER_REFRESHED;
    timer ??= setTimeout(tell, AT_MOST_EVERY);
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    browser.storage.onChanged.removeListener(onChanged);
    clearTimeout(timer);
  });
}
