import { key } from './page-text';

/** The headlines that a page states, each cleaned, or '' where it states none. */
export interface Headlines {
  /** JSON-LD `headline`. */
  readonly data: string;
  /** Whether that is escaped once too often: it reads &amp;quot; where a quotation mark is meant. */
  readonly escaped: boolean;
  /** `og:title`. */
  readonly shared: string;
  /** `twitter:title` and the titles that others' crawlers are told. */
  readonly told: readonly string[];
  /** The `<h1>` of the article. */
  readonly shown: string;
  /** `<title>`. */
  readonly tab: string;
}

/** What stands between a headline and the name of the outlet. A colon does where nothing but the name follows. */
const SEPARATOR = /\s[-–—|·•«»/~⋆►∣]+\s|\s?[|｜：]\s?|\s:{1,2}\s/g;
/** A bar parts template from headline; a dash and a colon are also within headlines. */
const BAR = /[|｜∣]/;
/** A name shorter than this is looked for as a word: "rp" is in "corporate". */
const SHORT_NAME = 4;
/** Less before a separator is a kicker, not a headline; more behind one is no outlet's name. Characters. */
const LEAST_HEADLINE = 9;
const MOST_NAME = 40;
/** Cut off by a machine that had no more room. */
const CUT = /\s*(?:…|\.{3})$/;

/** Whether a text names one of the outlets, given as keys: "Metro News" and "news.example.de" do. */
function naming(text: string, outlets: readonly string[]): boolean {
  const whole = key(text);
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return outlets.some((name) =>
    name.length < SHORT_NAME ? words.includes(name) : whole.includes(name) || (whole.length > 2 && name.includes(whole)),
  );
}

/** A title without the outlet's name, by what else the page states. */
function without(title: string, outlets: readonly string[], { data, shown }: Headlines): string {
  const other = key(data || shown);
  // In the headline over the text nobody repeats whose page it is: a dash that is there, too, is the editors'.
  const edited = key(title) === key(shown);
  const parts = [...title.matchAll(SEPARATOR)].map(({ 0: separator, index }) => ({
    separator,
    head: title.slice(0, index),
    tail: title.slice(index + separator.length),
  }));
  // A rest that another headline of the page does without is a section's name, or the outlet's by another name.
  const same = parts.findLast(({ head }) => key(head) === other);
  if (same) return same.head;
  for (const { separator, head, tail } of parts.toReversed()) {
    const named = separator.includes(':') ? outlets.includes(key(tail)) : naming(tail, outlets);
    const fits = head.length > LEAST_HEADLINE && key(tail).length < MOST_NAME;
    if (named && fits && (!edited || BAR.test(separator))) return head;
  }
  const [first] = parts;
  const before = first && !edited && first.tail.length > LEAST_HEADLINE && outlets.includes(key(first.head));
  return before ? first.tail : title;
}

/**
 * The one headline of those that a page states, without the outlet's name. Where they agree, the shared one. Where they
 * differ there is no right answer, only what people take for the headline: of 50 outlets' readers that were written by hand
 * (flairNLP/fundus), 23 take the shared one, 18 the data's, 5 the tab's or its meta tag's, 3 the shown one. So the shared one
 * is the guess, and the data's where the page shows that it is the more likely. Learned on 94 pages of 67 outlets, 25 of
 * which differ (`npm run evaluate -- pages` says how well it holds).
 * @param names what the outlet is called: to be cut off the end.
 */
export function headline(stated: Headlines, names: readonly string[]): string {
  const outlets = [...new Set(names.map(key))].filter(Boolean);
  const { told, shown } = stated;
  const bare = (title: string): string => {
    const rest = without(title, outlets, stated);
    // Not the article's name but the site's, the same on each of its pages.
    return outlets.includes(key(rest)) ? '' : rest;
  };
  /** A title cut off for want of room, as another one has it whole. */
  const whole = (title: string): string => {
    const start = CUT.test(title) ? key(title) : '';
    return (
      (start && [stated.data, stated.shared, shown, ...told].find((other) => !CUT.test(other) && key(other).startsWith(start))) ||
      title
    );
  };
  // Entities that are still there are none that we know: any other headline is better.
  const wholeData = /&[a-z]+;/i.test(stated.data) ? '' : whole(stated.data);
  const wholeShared = whole(stated.shared);
  const data = bare(wholeData);
  const shared = bare(wholeShared);
  if (!data || !shared) return data || shared || bare(shown) || told.map(bare).find(Boolean) || bare(stated.tab);
  const [dataKey = '', sharedKey = '', shownKey = '', tabKey = ''] = [data, shared, bare(shown), stated.tab].map(key);
  if (dataKey === sharedKey) return shared;
  // The template's name is on one of them: who looks for a headline takes the clean one.
  if ((shared === wholeShared) !== (data === wholeData)) return data === wholeData ? data : shared;
  if (shownKey.endsWith(sharedKey)) {
    // Shared as shown, maybe below a kicker. The data's is the plain one or one for search engines. What stands in the tab
    // all by itself was written for it; what the template wraps there is the headline as the newsroom's system has it.
    const [inTab, other] = tabKey.startsWith(dataKey) ? [data, shared] : [shared, data];
    const written = tabKey === key(inTab);
    return stated.escaped || sharedKey.includes(dataKey) ? shared : written ? other : inTab;
  }
  // Others are told what the data say.
  if (told.some((title) => key(bare(title)) === dataKey)) return data;
  // In the data as shown: the shared one is another on purpose, unless it has only a kicker more or was written for the tab.
  if (shownKey.endsWith(dataKey)) return sharedKey.includes(dataKey) || sharedKey === tabKey ? data : shared;
  return tabKey.startsWith(dataKey) && !stated.escaped ? data : shared;
}
