import type { FeedItem } from '../sources/feed';
import type { Registry } from '../sources/registry';
import type { Source } from '../sources/source';
import { articleId, canonicalAddress, hostOf, registrableDomain } from './address';
import type { Article, Marks } from './article';
import { saneDate } from './dates';
import { fingerprint } from './fingerprint';
import { languageOf } from './language';
import { clip, plainText, withoutTails } from './text';

/** Caps of Article, in characters; see article.ts. */
export const MAX_TITLE = 300;
export const MAX_SUMMARY = 1_000;
export const MAX_TEXT = 6_000;
export const MAX_AUTHORS = 10;
const MAX_NAME = 120;

/**
 * The article that an item of `feedSource`'s feed speaks of; null without a usable address or title.
 *
 * Whose article it is, is decided by the address and never by the feed: an item whose address is on the feed's own
 * hosts is the feed's; any other is the publisher's at whose host it is, and carries `via`, as only that publisher's
 * own feed or page can show what it reported. So no feed gains by claiming others' hosts.
 */
export function articleFromItem(item: FeedItem, feedSource: Source, now: number, registry: Registry): Article | null {
  const address = canonicalAddress(item.link);
  const host = address === null ? null : hostOf(address);
  if (address === null || host === null) return null;
  const title = plainText(item.title, MAX_TITLE);
  // What an entity bomb leaves: names that nobody defined, and no word.
  if (title.replace(/&[a-z]\w{0,30};/gi, '').trim() === '') return null;
  const content = plainText(item.content, MAX_TEXT);
  const summary = plainText(item.summary, MAX_SUMMARY) || withoutTails(clip(content, MAX_SUMMARY));
  const publisher = publisherOf(host, feedSource, registry);
  const published = saneDate(item.published ?? item.updated, now);
  const canonicalGuid = item.guid === undefined || !/^https?:/i.test(item.guid) ? null : canonicalAddress(item.guid);
  return {
    id: articleId(address),
    address,
    addresses: addressesOf(address, host, [canonicalGuid]),
    source: publisher.id,
    outlet: publisher.name,
    host,
    title,
    summary,
    text: content,
    authors: namesOf(item.authors),
    published: published.at,
    dated: published.dated,
    seen: now,
    language: languageOfItem(item, `${title}. ${summary}`, publisher.language),
    fingerprint: fingerprint(fingerprintText(title, summary, content)),
    marks: marksOf(item),
    // Two papers of one newsroom are no strangers to each other.
    ...(registry.newsroomOf(publisher.id) === feedSource.newsroom ? {} : { via: feedSource.id }),
    ...linkOf(item.link, address),
  };
}

/** The publisher at a host: of the registry, else the feed's own source on its own domain, else the domain itself. */
function publisherOf(host: string, feedSource: Source, registry: Registry): { id: string; name: string; language: string } {
  const known = registry.byHost(host);
  if (known !== undefined) return known;
  const domain = registrableDomain(host);
  const isOwn = feedSource.kind !== 'aggregator' && feedSource.hosts.some((own) => registrableDomain(own) === domain);
  return isOwn ? feedSource : { id: `host:${domain}`, name: domain, language: 'und' };
}

/** As stated for the item, else as its text shows, else as its publisher writes: a wire of releases writes many. */
function languageOfItem(item: FeedItem, text: string, usual: string): string {
  const language = languageOf(item.language, text);
  return language === 'und' ? languageOf(usual, '') : language;
}

/** Addresses under which the article is known, on its own domain only: nobody claims another's page as his own. */
export function addressesOf(address: string, host: string, others: readonly (string | null)[]): string[] {
  const domain = registrableDomain(host);
  const all = new Set([address]);
  for (const other of others) {
    if (other === null || all.size >= 8) continue;
    const otherHost = hostOf(other);
    if (otherHost !== null && registrableDomain(otherHost) === domain) all.add(other);
  }
  return [...all];
}

/** What is fingerprinted: the body where there is one, as a summary is mostly its beginning. */
export function fingerprintText(title: string, summary: string, text: string): string {
  return text.length > summary.length ? `${title}\n${text}` : `${title}\n${summary}`;
}

/** Bylines as names: "mail (Name)" and "By Name" are the name; empty ones and repeats go. */
export function namesOf(authors: readonly string[]): string[] {
  const names = new Set<string>();
  for (const author of authors.slice(0, MAX_AUTHORS)) {
    const text = plainText(author, MAX_NAME * 2);
    const named = /^\S+@\S+\s+\((.+)\)$/.exec(text)?.[1] ?? text.replace(/^by\s+/i, '');
    // An address is not a name, and not ours to keep.
    if (named !== '' && !/^\S+@\S+$/.test(named)) names.add(clip(named, MAX_NAME));
  }
  return [...names];
}

/** The address to open, where it is not the canonical one but for scheme, "www." and such. */
export function linkOf(link: string, address: string): { link?: string } {
  try {
    const url = new URL(link);
    url.hash = '';
    url.username = '';
    url.password = '';
    const sameStart = address.startsWith(`${url.protocol}//${url.host}/`);
    return sameStart || url.href.length > 2_000 ? {} : { link: url.href };
  } catch {
    return {};
  }
}

function marksOf(item: FeedItem): Marks {
  const credit = (item.credit ?? []).map((text) => plainText(text, MAX_NAME)).filter(Boolean);
  const url = item.source === undefined ? null : canonicalAddress(item.source.url);
  const name = plainText(item.source?.name ?? '', MAX_NAME);
  return {
    ...(item.source === undefined || (name === '' && url === null) ? {} : { source: { name, url: url ?? '' } }),
    ...(credit.length === 0 ? {} : { credit }),
  };
}
