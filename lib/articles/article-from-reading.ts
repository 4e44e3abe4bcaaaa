import type { Registry } from '../sources/registry';
import { articleId, canonicalAddress, hostOf, registrableDomain } from './address';
import type { Article, Marks, PageReading } from './article';
import {
  addressesOf,
  fingerprintText,
  linkOf,
  MAX_AUTHORS,
  MAX_SUMMARY,
  MAX_TEXT,
  MAX_TITLE,
  namesOf,
} from './article-from-item';
import { saneDate } from './dates';
import { fingerprint } from './fingerprint';
import { languageOf } from './language';
import { plainText } from './text';

const MAX_MARKS = 8;
const MAX_NAME = 120;

/**
 * The article of a page that a script read; null where it is none (no http(s) address, no title). Everything in the
 * reading is the page's word: it is typed, cleaned and capped here, however it comes.
 *
 * The host of the address bar decides whose article it is. A canonical address counts as another name of the page only
 * on the same registrable domain; elsewhere it is a claim to be a copy, and kept as the syndication mark.
 */
export function articleFromReading(reading: PageReading, registry: Registry, now: number): Article | null {
  const page: Readonly<Partial<Record<keyof PageReading, unknown>>> = reading;
  const link = text(page.url, 4_000);
  const own = canonicalAddress(link);
  const host = own === null ? null : hostOf(own);
  if (own === null || host === null) return null;
  const title = plainText(text(page.title, 2_000), MAX_TITLE);
  if (title === '') return null;
  const domain = registrableDomain(host);
  const canonical = canonicalAddress(text(page.canonical, 4_000), own);
  const canonicalHost = canonical === null ? null : hostOf(canonical);
  const isOwnCanonical = canonicalHost !== null && registrableDomain(canonicalHost) === domain && !isFront(canonical);
  const address = isOwnCanonical && canonical !== null ? canonical : own;
  const addressHost = isOwnCanonical && canonicalHost !== null ? canonicalHost : host;
  // The publisher is the address bar's, also where two hosts of one domain are two publishers.
  const publisher = registry.byHost(host);
  const summary = plainText(text(page.lead, 4_000), MAX_SUMMARY);
  const body = plainText(text(page.text, 20_000), MAX_TEXT);
  const published = saneDate(text(page.published, 100) || undefined, now);
  const foreign = !isOwnCanonical && canonicalHost !== null && registrableDomain(canonicalHost) !== domain ? canonical : null;
  return {
    id: articleId(address),
    address,
    addresses: addressesOf(address, addressHost, [own]),
    source: publisher?.id ?? `host:${domain}`,
    outlet: publisher?.name ?? (plainText(text(page.outlet, 500), MAX_NAME) || domain),
    host,
    title,
    summary,
    text: body,
    authors: namesOf(texts(page.authors, MAX_AUTHORS, 400)),
    published: published.at,
    dated: published.dated,
    seen: now,
    language: languageOf(text(page.language, 40), `${title}. ${summary} ${body}`),
    fingerprint: fingerprint(fingerprintText(title, summary, body)),
    marks: marksOf(page.marks, own, foreign),
    ...linkOf(link, address),
  };
}

function marksOf(value: unknown, base: string, foreignCanonical: string | null): Marks {
  const marks: Readonly<Record<string, unknown>> = isRecord(value) ? value : {};
  const source = isRecord(marks.source) ? marks.source : null;
  const sourceName = plainText(text(source?.name, 500), MAX_NAME);
  const sourceUrl = canonicalAddress(text(source?.url, 4_000)) ?? '';
  const basedOn = addresses(texts(marks.basedOn, MAX_MARKS, 4_000), base);
  const original = addresses(texts(marks.original, MAX_MARKS, 4_000), base);
  const stated = text(marks.syndication, 4_000);
  const syndication = (stated === '' ? null : canonicalAddress(stated, base)) ?? foreignCanonical;
  const credit = texts(marks.credit, MAX_MARKS, 500)
    .map((name) => plainText(name, MAX_NAME))
    .filter(Boolean);
  return {
    ...(sourceName === '' && sourceUrl === '' ? {} : { source: { name: sourceName, url: sourceUrl } }),
    ...(basedOn.length === 0 ? {} : { basedOn }),
    ...(syndication === null ? {} : { syndication }),
    ...(original.length === 0 ? {} : { original }),
    ...(credit.length === 0 ? {} : { credit }),
  };
}

/** A page that names the front page as its canonical address is mistaken: all its articles would be one. */
function isFront(canonical: string | null): boolean {
  return canonical === null || /^https:\/\/[^/?]+\/?$/.test(canonical);
}

function addresses(stated: readonly string[], base: string): string[] {
  return [...new Set(stated.map((address) => canonicalAddress(address, base)).filter((address) => address !== null))];
}

function text(value: unknown, max: number): string {
  return typeof value === 'string' ? value.slice(0, max) : '';
}

function texts(value: unknown, most: number, max: number): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, most)
    .map((entry: unknown) => text(entry, max))
    .filter(Boolean);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
