import { hostOf, registrableDomain } from './host';
import { plainText } from './plain-text';
import type { Registry } from './registry';
import type { Source } from './source';

/** Services that carry other publishers' feeds: their host says nothing about the publisher. */
const FEED_SERVICES: ReadonlySet<string> = new Set([
  'feedburner.com',
  'feedblitz.com',
  'feedpress.me',
  'feedpress.com',
  'rss.app',
  'fetchrss.com',
  'politepol.com',
  'kill-the-newsletter.com',
  'feedly.com',
  'inoreader.com',
]);

/** What of a feed is needed to make a source of it; nothing where it has not been fetched yet. */
export interface FeedHead {
  /** HTML or text. */
  readonly title: string;
  readonly site: string | null;
}

/**
 * The source of a feed that the reader adds, by address or OPML. A feed of a publisher that the registry knows (by its
 * very address, or by the host that serves it) belongs to that publisher; every other becomes a source of its own.
 * What the feed says of itself never makes it another's: its site counts only on the domain that serves the feed, or,
 * where a feed service serves it, if nobody in the registry has that site.
 */
export function sourceFromFeed(address: string, feed: FeedHead | undefined, registry: Registry): Source | null {
  const host = hostOf(address);
  if (host === null) return null;
  const known = registry.byFeed(address) ?? registry.byHost(host);
  if (known !== undefined) return known;
  const domain = registrableDomain(host);
  const site = feed?.site === undefined || feed.site === null ? null : hostOf(feed.site);
  const served = FEED_SERVICES.has(domain);
  const isOwnSite = site !== null && (registrableDomain(site) === domain || (served && registry.byHost(site) === undefined));
  const main = isOwnSite ? site : host;
  const newsroom = registrableDomain(main);
  const hash = pathHash(address);
  return {
    id: `own:${host}/${hash}`,
    name: plainText(feed?.title ?? '', 80) || main,
    // Two strangers behind one feed service are not one newsroom.
    newsroom: served && !isOwnSite ? `${newsroom}/${hash}` : newsroom,
    owner: '',
    kind: 'outlet',
    country: 'ZZ',
    language: 'und',
    hosts: served && !isOwnSite ? [] : [...new Set([main, newsroom, ...(served ? [] : [host])])],
    feeds: [address],
    why: '',
  };
}

/**
 * Who speaks in a feed that redirects have moved: the source itself where the final host is its own, one that serves
 * its feeds already or a feed service; otherwise the publisher of the final host. A feed that turns into another's
 * must not go on under the first one's name.
 */
export function speakerOf(source: Source, finalAddress: string, registry: Registry): Source {
  const host = hostOf(finalAddress);
  if (host === null) return source;
  const domain = registrableDomain(host);
  const served = source.feeds.some((feed) => registrableDomain(hostOf(feed) ?? '') === domain);
  if (served || FEED_SERVICES.has(domain) || source.hosts.some((own) => registrableDomain(own) === domain)) return source;
  const owner = registry.byHost(host);
  if (owner !== undefined) return owner;
  return {
    ...source,
    id: `host:${domain}`,
    name: domain,
    newsroom: domain,
    owner: '',
    kind: 'outlet',
    hosts: [domain],
    feeds: [],
  };
}

/** 32 bits of the address (FNV-1a), base 36: tells the feeds of one host apart. */
function pathHash(address: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < address.length; index += 1) hash = Math.imul(hash ^ address.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
