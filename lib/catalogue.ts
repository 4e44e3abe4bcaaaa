import { browser } from './browser';
import type { Catalogue } from './messages/protocol';
import type { Settings } from './store/settings';
import type { WordFile } from './words/word-file';

/** The words of the language chosen in options, out of the package; null where the browser's own language is used. */
export async function chosenCatalogue(language: Settings['language']): Promise<Catalogue> {
  if (language === 'auto') return null;
  const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
  const entries = Object.entries((await file.json()) as WordFile);
  return { locale: language, messages: Object.fromEntries(entries.map(([key, { message }]) => [key, message])) };
}
