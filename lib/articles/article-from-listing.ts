import type { FeedItem } from '../sources/feed';
import { bareHost, hostOf, registrableDomain } from '../sources/host';
import { type NewsIndex, viaOf } from '../sources/news-indexes';
import type { Registry } from '../sources/registry';
import type { Source } from '../sources/source';
import type { Article } from './article';
import { articleFromItem } from './article-from-item';
import { plainText } from './text';

/**
 * Whose report an item of an index's list is: the publisher's own address where the link is or holds it; else, where the
 * link leads through the index, the site that RSS `<source url>` names. Null where neither tells.
 */
function listedBy(item: FeedItem, index: NewsIndex): { link: string; publisher: string } | null {
  const ofIndex = (host: string) => host === bareHost(index.host);
  const inner = index.inner === undefined ? null : new URL(item.link).searchParams.get(index.inner);
  for (const link of [inner, item.link]) {
    const host = link === null ? null : hostOf(link);
    if (link !== null && host !== null && !ofIndex(host)) return { link, publisher: host };
  }
  const named = hostOf(item.source?.url ?? '');
  return named === null || named === '' || ofIndex(named) ? null : { link: item.link, publisher: named };
}

/**
 * The report that an item of a news index's list speaks of, as its publisher's and known `via` the index; null where the
 * list does not tell whose it is. What the index writes beside the title (other reports, its own links) is not the report's.
 */
export function articleFromListing(item: FeedItem, index: NewsIndex, now: number, registry: Registry): Article | null {
  const listed = listedBy(item, index);
  if (!listed) return null;
  const domain = registrableDomain(listed.publisher);
  const publisher = registry.byHost(listed.publisher);
  const name = publisher?.name ?? (plainText(item.source?.name ?? '', 80) || domain);
  const { guid: _, source: __, ...rest } = item;
  const article = articleFromItem(
    { ...rest, link: listed.link, title: withoutOutlet(item.title, item.source?.name ?? name), summary: '', content: '' },
    sourceOf(index),
    now,
    registry,
  );
  return (
    article && {
      ...article,
      // The index's own host is where the link leads through, never whose report it is.
      host: listed.publisher,
      source: publisher?.id ?? `host:${domain}`,
      outlet: name,
      via: viaOf(index),
    }
  );
}

/** "Title - Outlet", as indexes write it. */
function withoutOutlet(title: string, outlet: string): string {
  const tail = ` - ${outlet}`;
  return outlet !== '' && title.endsWith(tail) ? title.slice(0, -tail.length) : title;
}

const sourceOf = (index: NewsIndex): Source => ({
  id: viaOf(index),
  name: index.name,
  newsroom: viaOf(index),
  owner: '',
  kind: 'aggregator',
  country: 'ZZ',
  language: 'und',
  hosts: [],
  feeds: [],
  why: index.why,
});
