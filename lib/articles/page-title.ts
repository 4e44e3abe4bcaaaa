import { key } from './page-text';

/** The headlines that a page states, each cleaned, or '' where it states none. */
export interface Headlines {
  /** JSON-LD `headline`. */
  readonly data: string;
  /** `og:title`. */
  readonly shared: string;
  /** `twitter:title` and the titles that others' crawlers are told. */
  readonly told: readonly string[];
  /** The `<h1>` of the article. */
  readonly shown: string;
  /** `<title>`. */
  readonly tab: string;
}

/**
 * The one headline of those that a page states, without the outlet's name. Where they agree, the shared one. Where they
 * differ there is no right answer, only what editors take for the headline: the rules below were learned on 94 pages of 67
 * outlets, 25 of which differ (`npm run evaluate -- pages` says how well they hold).
 * @param names what the outlet is called: to be cut off the end.
 */
export function headline(stated: Headlines, names: readonly string[]): string {
  const outlets = names.map(key).filter(Boolean);
  const other = key(stated.data || stated.shown);
  const bare = (title: string): string => {
    for (const { 0: separator, index } of [...title.matchAll(/\s[-–—|·•«»/]+\s|\s?[|｜：]\s?/g)].reverse()) {
      const head = title.slice(0, index).trim();
      const tail = key(title.slice(index + separator.length));
      const named = outlets.some((name) => tail.includes(name) || (tail.length > 2 && name.includes(tail)));
      // A rest that another headline of the page does without is a section's name, or the outlet's by another name.
      if (key(head) === other || (named && head.length > 9 && tail.length < 40)) return head;
    }
    return title;
  };
  // Entities that are still there were written twice over: any other headline is better.
  const data = bare(/&[a-z]+;/i.test(stated.data) ? '' : stated.data);
  const shared = bare(stated.shared);
  const shown = bare(stated.shown);
  if (!data || !shared) return data || shared || shown || bare(stated.told[0] || stated.tab);
  const [dataKey, sharedKey, shownKey] = [key(data), key(shared), key(shown)];
  if (dataKey === sharedKey) return shared;
  // Shared as shown. In the tab, too, the machines' headline is one for search engines; alone it is the plain one.
  if (sharedKey === shownKey) return sharedKey.includes(dataKey) || key(bare(stated.tab)) === dataKey ? shared : data;
  // Machines and readers see one headline: the shared one is another on purpose, unless it is the template's.
  if (dataKey === shownKey) {
    const templated =
      shared !== stated.shared || sharedKey.includes(dataKey) || stated.told.some((told) => key(bare(told)) === dataKey);
    return templated ? data : shared;
  }
  return data;
}
