import { makeWords, type Words } from './words';

/** The part of the extension API that is used here; native, so that the overlay does not carry the polyfill. */
interface I18n {
  getMessage(key: string): string;
  getUILanguage(): string;
}

/** The one key that says which locale file the browser took: its language may be one that we do not speak. */
const LANGUAGE_TAG = 'language_tag';

/**
 * Words for a page of the extension or for the overlay.
 * @param catalogue of the language chosen in options; null for the browser's own.
 */
export function browserWords(
  catalogue: { readonly locale: string; readonly messages: Readonly<Record<string, string>> } | null,
): Words {
  if (catalogue) {
    const { locale, messages } = catalogue;
    return makeWords(locale, (key) => (Object.hasOwn(messages, key) ? messages[key] : undefined));
  }
  const world = globalThis as { browser?: { i18n?: I18n }; chrome?: { i18n?: I18n } };
  const i18n = world.browser?.i18n ?? world.chrome?.i18n;
  // A question to the browser each time, and a list asks for the same words in every line.
  const known = new Map<string, string | undefined>();
  const lookup = (key: string) => {
    if (!known.has(key)) known.set(key, i18n?.getMessage(key) || undefined);
    return known.get(key);
  };
  const spoken = lookup(LANGUAGE_TAG) ?? 'en';
  const wanted = i18n?.getUILanguage() ?? spoken;
  // en-GB for a British reader's dates, but never Japanese dates in English sentences.
  return makeWords(wanted.split(/[-_]/)[0] === spoken.split('-')[0] ? wanted : spoken, lookup);
}
