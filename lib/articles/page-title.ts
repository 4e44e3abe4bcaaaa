import { key } from './page-text';

/** The headlines that a page states, each cleaned, or '' where it states none. */
export interface Headlines {
  /** JSON-LD `headline`. */
  readonly data: string;
  /** `og:title`. */
  readonly shared: string;
  /** `twitter:title`. */
  readonly tweeted: string;
  /** The `<h1>` of the article. */
  readonly shown: string;
  /** `<title>`. */
  readonly tab: string;
}

/**
 * The one headline of those that a page states, without the outlet's name. Where they agree, the shared one; where they
 * differ, by what outlets use each for (learned on 49 pages of 30 outlets: `npm run evaluate -- pages`).
 * @param names what the outlet is called: to be cut off the end.
 */
export function headline(stated: Headlines, names: readonly string[]): string {
  const outlets = names.map(key).filter(Boolean);
  const others = [key(stated.data), key(stated.shown)];
  const bare = (title: string): string => {
    for (const { 0: separator, index } of [...title.matchAll(/\s[-–—|·•«»/]+\s|\s?[|｜：]\s?/g)].reverse()) {
      const head = title.slice(0, index).trim();
      const tail = key(title.slice(index + separator.length));
      // A short rest that another headline of the page does without is a section's or outlet's name, too.
      if (
        others.includes(key(head)) ||
        (head.length > 9 && tail.length < 40 && outlets.some((name) => tail.includes(name) || (tail[2] && name.includes(tail))))
      )
        return head;
    }
    return title;
  };
  const data = bare(/&[a-z]+;/i.test(stated.data) ? '' : stated.data);
  const shared = bare(stated.shared);
  const shown = bare(stated.shown);
  const [dataKey, shownKey] = [data, shown].map(key);
  if (!data || !shared) return data || shared || shown || bare(stated.tweeted || stated.tab);
  if (dataKey === key(shared)) return shared;
  // Shared as shown: the headline that only machines read is the plain one, from before the other was sharpened.
  if (key(shared) === shownKey) return data;
  if (dataKey !== shownKey) return shown || data;
  // Machines and readers see one headline: the shared one is meant only where it is not the template's.
  return shared !== stated.shared || key(stated.tweeted) === dataKey ? data : shared;
}
