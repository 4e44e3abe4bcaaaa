/** A public index of news that answers a search as a feed; asked only when the reader says so, each time. */
export interface NewsIndex {
  readonly id: string;
  /** As its publisher calls it. */
  readonly name: string;
  /** The one host that is asked, and for which permission is needed. */
  readonly host: string;
  /** Address of the answer; `{terms}` and, where the index needs to know it, `{language}` are filled in. */
  readonly address: string;
  /** Query parameter of a link that holds the publisher's own address, where the index sends readers through itself. */
  readonly inner?: string;
  /** Why it is here. */
  readonly why: string;
}

/** Each read by the fetcher and the parser of feeds as any other. */
export const NEWS_INDEXES: readonly NewsIndex[] = [
  {
    id: 'bing-news',
    name: 'Bing News',
    host: 'www.bing.com',
    address: 'https://www.bing.com/news/search?q={terms}&setlang={language}&format=rss',
    inner: 'url',
    why: 'A second large search, with the publisher’s own address in each link.',
  },
  {
    id: 'gdelt',
    name: 'GDELT',
    host: 'api.gdeltproject.org',
    address: 'https://api.gdeltproject.org/api/v2/doc/doc?query={terms}&mode=artlist&maxrecords=75&sort=datedesc&format=rss',
    why: 'Research data: news of the last three months in 65 languages, with the publishers’ own links.',
  },
  {
    id: 'google-news',
    name: 'Google News',
    host: 'news.google.com',
    address: 'https://news.google.com/rss/search?q={terms}&hl={language}',
    why: 'The largest; names the publisher of each report by its site.',
  },
];

/** The permission that asking an index needs, as a match pattern. */
export const hostPattern = ({ host }: NewsIndex): string => `https://${host}/*`;

/** What an article that is known only from an index's list carries as `via`, before the index's id. */
const LISTED = 'index:';

export const viaOf = (index: NewsIndex): string => LISTED + index.id;

/** Whether this `via` is an index: such an article is known by its title only, and counts for nothing by itself. */
export const isListing = (via: string | undefined): boolean => via?.startsWith(LISTED) === true;

/** The index that a `via` names, or null. */
export const indexOfVia = (via: string): NewsIndex | null => NEWS_INDEXES.find((index) => viaOf(index) === via) ?? null;

/** The address that asks an index for reports with all these terms. @param language BCP 47, of the reader's interface */
export function askAddress(index: NewsIndex, terms: readonly string[], language: string): string {
  const filled = { terms: terms.join(' '), language };
  return index.address.replace(/\{(terms|language)\}/g, (_, name: 'terms' | 'language') => encodeURIComponent(filled[name]));
}

/** Whether an index is told the language of the interface beside the terms. */
export const tellsLanguage = (index: NewsIndex): boolean => index.address.includes('{language}');
