import type { Article } from '../articles/article';
import { hostOf } from '../sources/host';
import { isListing } from '../sources/news-indexes';
import type { Registry } from '../sources/registry';
import type { Source } from '../sources/source';
import { agencyNamed, agencyOfHost, plainName } from './credit-agencies';
import { hostOfCited, looksLikeOutlet } from './credit-outlets';

/** Whom a name means: the identity that is counted, and how it is shown. */
export interface Named {
  /** 'wire:reuters' or 'newsroom:ft'; an agency has the same key on its own site, in copies and when cited. */
  readonly key: string;
  readonly name?: string;
}

/** The key under which an article's newsroom counts: an agency's own site counts as the agency. */
export function newsroomKey(article: Article, registry: Registry): string {
  const agency = agencyOfHost(article.host);
  if (agency) return `wire:${agency.id}`;
  const source = registry.byHost(article.host);
  return source?.kind === 'agency' ? keyOfSource(source) : `newsroom:${newsroomOf(article, registry)}`;
}

/** The key that `resolveName` gives to an outlet known by its name alone. */
export const nameKey = (article: Article): string =>
  `newsroom:${article.outlet
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** Agencies that only the registry knows are counted as those of our list are. */
export function keyOfSource(source: Source): string {
  const site = agencyOfHost(source.hosts[0] ?? '');
  return site ? `wire:${site.id}` : `${source.kind === 'agency' ? 'wire' : 'newsroom'}:${source.newsroom}`;
}

/** The agency of a name, of our list or of the registry; null where it is none. */
export function resolveAgency(said: string, registry: Registry): Named | null {
  const agency = agencyNamed(said);
  if (agency) return { key: `wire:${agency.id}`, name: agency.name };
  const source = said.length > 2 ? registry.named(said) : undefined;
  return source?.kind === 'agency' ? { key: keyOfSource(source), name: source.name } : null;
}

/**
 * The newsroom of an article: that of its host. A host that nobody lists belongs to the source whose feed brought it, so that
 * one feed cannot stand for many newsrooms; but an aggregator only points to others. What an article calls itself is never
 * asked: a look-alike cannot borrow a newsroom.
 */
export function newsroomOf(article: Article, registry: Registry): string {
  const source = registry.byId(article.source);
  const vouched = source && source.kind !== 'aggregator' && !registry.byHost(article.host);
  return newsroomIn(registry, vouched ? article.source : article.host);
}

/** The public suffix list is slow to ask, and every article of a story is asked for several times. */
const NEWSROOMS = new WeakMap<Registry, Map<string, string>>();
function newsroomIn(registry: Registry, sourceOrHost: string): string {
  const known = NEWSROOMS.get(registry) ?? new Map<string, string>();
  NEWSROOMS.set(registry, known);
  const newsroom = known.get(sourceOrHost) ?? registry.newsroomOf(sourceOrHost);
  known.set(sourceOrHost, newsroom);
  return newsroom;
}

/**
 * Who shows us an article: its newsroom, or, where a stranger's feed speaks of another's page (`via`), that stranger.
 * Origins are counted by carriers, so that no feed stands for the newsrooms it points to.
 */
export const carrierOf = (article: Article, registry: Registry): string => {
  if (article.via === undefined) return newsroomOf(article, registry);
  // Indexes list the same web: together they are one stranger.
  return isListing(article.via) ? 'index' : newsroomIn(registry, article.via);
};

/** Initials that in running text mean a state, a firm or a society more often than the agency. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['pa', 'cp', 'aap', 'ani', 'apa', 'tt', 'tns', 'sda', 'awp', 'pap', 'anp', 'efe']);

/**
 * The outlet or agency that a name in a text means, or null where it is nobody who reports (a firm, a ministry).
 * @param trusted the name stands where only an outlet's can: any name is taken.
 */
export function resolveName(said: string, registry: Registry, trusted = false): Named | null {
  const name = said.trim().replace(/[’']s?$/, '');
  if (name.length < 2 || name.length > 60) return null;
  const folded = plainName(name);
  const agency = agencyNamed(folded);
  // Initials are an agency's only as it writes them, and only where nobody else is known by them.
  if (agency && folded.length <= 4 && (AMBIGUOUS.has(folded) || (name !== name.toUpperCase() && agency.name !== name)))
    return null;
  if (agency) return { key: `wire:${agency.id}`, name: agency.name };
  const source = registry.named(name);
  if (source) {
    if (source.kind === 'authority' || source.kind === 'party') return null;
    return { key: keyOfSource(source), name: source.name };
  }
  const host = hostOfCited(folded);
  if (host) return { key: `newsroom:${registry.newsroomOf(host)}`, name: registry.byHost(host)?.name ?? name };
  const address = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|co|io|news|media)$/i.test(name)
    ? hostOf(`https://${name}/`)
    : null;
  if (address) return { key: `newsroom:${registry.newsroomOf(address)}`, name };
  return trusted || looksLikeOutlet(folded) ? { key: `newsroom:${folded.replace(/[^\p{L}\p{N}]+/gu, '-')}`, name } : null;
}

/** Is one name the other, or a part of it ("21 News", "WFMJ 21 News")? Whatever case, spacing and punctuation. */
export const sameName = (a: string, b: string): boolean => {
  const [x, y] = [letters(a), letters(b)];
  return x !== '' && y !== '' && (x.includes(y) || y.includes(x));
};
const letters = (name: string): string => name.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]+/gu, '');

/** The publisher at an address's host, as it is counted. @param name how a mark calls it, where nobody lists it. */
export function resolveHost(host: string, registry: Registry, name?: string): Named {
  const agency = agencyOfHost(host);
  if (agency) return { key: `wire:${agency.id}`, name: agency.name };
  const source = registry.byHost(host);
  if (source) return { key: keyOfSource(source), name: source.name };
  const newsroom = newsroomIn(registry, host);
  return { key: `newsroom:${newsroom}`, name: name || newsroom };
}
