import type { Source } from './source';

/** Match patterns of every web page; what the mode "everywhere" asks for. */
export const EVERY_HOST: readonly string[] = ['https://*/*', 'http://*/*'];

/** A host as a match pattern can carry it: a name of letters, digits, dots and hyphens, never a bare suffix. */
const NAME = /^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The feed's host as it is: subdomains of it are none of our business. Plain http only where the feed is (readers' own). */
function feedPattern(address: string): string | null {
  try {
    const { protocol, hostname } = new URL(address);
    return (protocol === 'https:' || protocol === 'http:') && NAME.test(hostname) ? `${protocol}//${hostname}/*` : null;
  } catch {
    return null;
  }
}

const inOrder = (patterns: Iterable<string | null>): string[] =>
  [...new Set(patterns)].filter((pattern): pattern is string => pattern !== null).sort();

/** What reading the sources' feeds needs. Sorted, each once; addresses that are none are left out. */
export function feedPatternsFor(sources: readonly Pick<Source, 'feeds'>[]): string[] {
  return inOrder(sources.flatMap((source) => source.feeds.map(feedPattern)));
}

/** What reading the sources' feeds and recognising their pages needs: their hosts with subdomains, and their feeds' hosts. */
export function patternsFor(sources: readonly Pick<Source, 'feeds' | 'hosts'>[]): string[] {
  const hosts = sources.flatMap((source) => source.hosts.filter((host) => NAME.test(host)));
  const pages = hosts.flatMap((host) => [`https://${host}/*`, `https://*.${host}/*`]);
  return inOrder([...pages, ...feedPatternsFor(sources)]);
}
