import { bareHost, hostOf, isPublicSuffix, registrableDomain } from './host';
import type { Source } from './source';

/** All sources that we know, found by id, host, name and feed. Built once per set of sources; look-ups are constant. */
export interface Registry {
  readonly all: readonly Source[];
  byId(id: string): Source | undefined;
  /** The source whose host this is, or is a subdomain of; the longest host wins. Look-alikes belong to nobody. */
  byHost(host: string): Source | undefined;
  /** The source that has this very feed address. */
  byFeed(address: string): Source | undefined;
  /** By name, alias or main host, whatever the case, punctuation, spacing, accents and a leading "the". */
  named(name: string): Source | undefined;
  /**
   * The newsroom of a source id ("host:" and "own:" ids included) or of a host.
   * Unknown hosts are their registrable domain, so that the hosts of one publisher never look independent.
   */
  newsroomOf(sourceIdOrHost: string): string;
}

/** Where two sources claim the same id, host or name, the first one has it: built-in sources come first. */
export function makeRegistry(sources: readonly Source[]): Registry {
  const ids = new Map<string, Source>();
  const hosts = new Map<string, Source>();
  const feeds = new Map<string, Source>();
  const names = new Map<string, Source>();
  const all: Source[] = [];
  for (const source of sources) {
    if (ids.has(source.id)) continue;
    all.push(source);
    ids.set(source.id, source);
    for (const host of source.hosts) setOnce(hosts, bareHost(host), source);
    for (const feed of source.feeds) setOnce(feeds, feed, source);
  }
  // Names before aliases before hosts, over all sources: nobody's alias takes another's name.
  for (const source of all) setOnce(names, foldName(source.name), source);
  for (const source of all) for (const alias of source.aliases ?? []) setOnce(names, foldName(alias), source);
  for (const source of all) for (const host of source.hosts) setOnce(names, foldName(host), source);
  names.delete('');

  const byHost = (host: string): Source | undefined => {
    const bare = bareHost(host);
    let rest = bare;
    while (rest !== '') {
      const found = hosts.get(rest);
      // The government's site at gov.uk does not speak for every council below it.
      if (found !== undefined) return rest === bare || !isPublicSuffix(rest) ? found : undefined;
      const dot = rest.indexOf('.');
      if (dot < 0) return undefined;
      rest = rest.slice(dot + 1);
    }
    return undefined;
  };

  return {
    all,
    byId: (id) => ids.get(id),
    byHost,
    byFeed: (address) => feeds.get(address),
    named: (name) => names.get(foldName(name)),
    newsroomOf(sourceIdOrHost) {
      const known = ids.get(sourceIdOrHost);
      if (known !== undefined) return known.newsroom;
      const host = hostOfId(sourceIdOrHost);
      return byHost(host)?.newsroom ?? registrableDomain(host);
    },
  };
}

/** Letters and digits only, lower case, without accents and a leading "the": "The Hacker-News" = "hackernews". */
export function foldName(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "host:example.org" and "own:example.org/1a2b" name a host; a bare host and an address are taken as they are. */
function hostOfId(id: string): string {
  if (id.startsWith('host:')) return id.slice(5);
  if (id.startsWith('own:')) return id.slice(4).split('/')[0] ?? '';
  return hostOf(id) ?? id;
}

function setOnce(map: Map<string, Source>, key: string, source: Source): void {
  if (!map.has(key)) map.set(key, source);
}
