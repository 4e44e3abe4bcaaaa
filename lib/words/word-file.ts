import { makeWords, type Words } from './words';

/** A locale file as browsers define it: `public/_locales/LOCALE/messages.json`. */
export type WordFile = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

/**
 * The file's messages, as they travel to a page whose reader chose a language other than the browser's.
 * @param english what a string is taken from that the file does not have yet, as browsers do it.
 */
export function catalogueOf(
  locale: string,
  file: WordFile,
  english: WordFile,
): { locale: string; messages: Record<string, string> } {
  const messages = Object.entries({ ...english, ...file }).map(([key, entry]) => [key, entry.message]);
  return { locale, messages: Object.fromEntries(messages) };
}

/** Words from a locale file, for the command line and for tests. */
export function wordsOfFile(locale: string, file: WordFile): Words {
  return makeWords(locale, (key) => (Object.hasOwn(file, key) ? file[key]?.message : undefined));
}
