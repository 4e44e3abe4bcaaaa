import { browser } from './browser';
import { send } from './messages/send';
import { EVERY_HOST, feedPatternsFor, patternsFor } from './sources/host-patterns';
import type { Source } from './sources/source';
import type { Mode } from './store/settings';

/**
 * The hosts that a mode needs. Feeds are read in every mode; pages are read without being asked only in the last two.
 * @param sources those that are switched on.
 */
export function hostsOf(mode: Mode, sources: readonly Source[]): readonly string[] {
  switch (mode) {
    case 'unset':
      return [];
    case 'click':
      return feedPatternsFor(sources);
    case 'listed':
      return patternsFor(sources);
    case 'everywhere':
      return EVERY_HOST;
  }
}

/**
 * Asks for what a mode needs, takes back what it does not, and puts it in force.
 * Must be called directly from a click: browsers forget the click after an await, so the request is the first call.
 * @returns whether the reader granted it. A mode that was refused is not stored.
 */
export async function chooseMode(mode: Mode, sources: readonly Source[]): Promise<boolean> {
  const origins = [...hostsOf(mode, sources)];
  const asked = origins.length > 0 ? browser.permissions.request({ origins }) : Promise.resolve(true);
  if (!(await asked.catch(() => false))) return false;
  await send('settings/change', { mode });
  const held = (await browser.permissions.getAll()).origins ?? [];
  const needless = held.filter((origin) => !origins.includes(origin));
  // What the manifest requires cannot be taken back, and the browser says so by refusing: then it stays.
  if (needless.length > 0) await browser.permissions.remove({ origins: needless }).catch(() => false);
  // A wider grant that is taken back takes the narrower with it: ask again while the click still counts.
  if (origins.length > 0 && !(await browser.permissions.contains({ origins }))) {
    await browser.permissions.request({ origins }).catch(() => false);
  }
  return (await send('mode/apply', null)).granted;
}

/** Whether the browser grants what a mode needs: a reader can take it back in the browser's own settings. */
export async function holdsMode(mode: Mode, sources: readonly Source[]): Promise<boolean> {
  const origins = [...hostsOf(mode, sources)];
  return origins.length === 0 || browser.permissions.contains({ origins }).catch(() => false);
}
