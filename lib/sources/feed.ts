import { decodeFeed } from './decode';
import { bareHost } from './host';
import { isJson, parseJsonFeed } from './json-feed';
import { parseXmlFeed } from './xml-feed';

/** One item of a feed as it states it, hostile until made an article (lib/articles/article-from-item.ts). */
export interface FeedItem {
  readonly guid?: string;
  /** Absolute http(s) address. */
  readonly link: string;
  /** HTML; plain text formats are escaped into it, so that `plainText` fits every kind. */
  readonly title: string;
  /** HTML; may be empty. */
  readonly summary: string;
  /** HTML of the body; may be empty. */
  readonly content: string;
  readonly authors: readonly string[];
  /** As stated, unread: lib/articles/dates.ts reads it. */
  readonly published?: string;
  readonly updated?: string;
  readonly language?: string;
  readonly categories: readonly string[];
  /** RSS `<source url>` or Atom `<source>`: the feed that the item was taken from. */
  readonly source?: { readonly name: string; readonly url: string };
  /** Dublin Core `source` and `rights`, `media:credit`: an owner or agency named for machines. */
  readonly credit?: readonly string[];
}

export interface ParsedFeed {
  /** HTML, as of an item. */
  readonly title: string;
  /** The site's address as the feed states it, absolute; null where it states none. */
  readonly site: string | null;
  readonly language: string | null;
  /** How long the feed asks to be left alone, in minutes. */
  readonly ttlMinutes?: number;
  /** At most MAX_ITEMS. */
  readonly items: readonly FeedItem[];
  /** What was wrong though items were found. */
  readonly problems: readonly FeedProblem[];
}

export type FeedProblem = 'truncated' | 'too-deep' | 'too-many-items' | 'items-without-link';

/** Why there is no feed to read. */
export type FeedFault = 'empty' | 'html-instead' | 'not-a-feed' | 'too-large';

export type FeedReading = { readonly ok: true; readonly feed: ParsedFeed } | { readonly ok: false; readonly why: FeedFault };

/** Bytes (or characters) of a feed beyond which it is not read. The largest real one of the registry is CISA's, 1.5 MB. */
export const MAX_FEED_SIZE = 5_000_000;
/** Items beyond this are a flood; real feeds carry 10 to 200. */
export const MAX_ITEMS = 1_000;

/**
 * Reads RSS 2.0, RSS 1.0/RDF, Atom, JSON Feed and CISA's catalogue of exploited vulnerabilities, whatever the content
 * type says. Broken feeds keep the items that are whole. Never throws; time is linear in the size.
 * @param address where the feed was fetched from, the base of relative links
 */
export function parseFeed(body: Uint8Array | string, contentType: string | null, address: string): FeedReading {
  if (body.length > MAX_FEED_SIZE) return { ok: false, why: 'too-large' };
  const decoded = typeof body === 'string' ? body : decodeFeed(body, contentType);
  const text = decoded.replace(/^[\s\ufeff\0]+/, '');
  if (text === '') return { ok: false, why: 'empty' };
  const reading = isJson(text) ? parseJsonFeed(text, address) : parseXmlFeed(text, address);
  return reading.ok ? { ok: true, feed: { ...reading.feed, items: withoutSharedGuids(reading.feed.items) } } : reading;
}

/** A guid that several items share identifies none of them, and as an address it would make them one article. */
function withoutSharedGuids(items: readonly FeedItem[]): FeedItem[] {
  const counts = new Map<string, number>();
  for (const { guid } of items) if (guid !== undefined) counts.set(guid, (counts.get(guid) ?? 0) + 1);
  return items.map((item) => {
    if (item.guid === undefined || counts.get(item.guid) === 1) return item;
    const { guid: _, ...rest } = item;
    return rest;
  });
}

/** An absolute http(s) address, or null. */
export function resolve(link: string | undefined, base?: string): string | null {
  const trimmed = (link ?? '').trim();
  if (trimmed === '' || trimmed.length > 4_000) return null;
  try {
    const url = base === undefined ? new URL(trimmed) : new URL(trimmed, base);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    return bareHost(url.hostname) === '' ? null : url.href;
  } catch {
    return null;
  }
}

/** Text as HTML that says the same. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
