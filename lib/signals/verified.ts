import type { Article } from '../articles/article';
import { isListing } from '../sources/news-indexes';
import { rumourReasons } from './rumour';
import type { IndependentOrigin, Origin, OriginKind, Standing, Verified } from './signals';

/** Of articles with one origin, the kind that says most of it: an own report before its copies. */
const KINDS: readonly OriginKind[] = ['primary', 'own', 'wire', 'cites', 'pr'];

/**
 * Counts the independent origins of a story (DESIGN.md, "verified by N"). A party's statement counts only where there is
 * nothing else. Each origin needs a newsroom of its own that carries it, so that one newsroom alone, however many names it
 * cites, never adds more than one: N is a maximum matching of origins to newsrooms.
 */
export function verify(articles: readonly Article[], origins: Readonly<Record<string, Origin>>): Verified {
  const groups = new Map<string, { articles: Article[]; origins: Origin[] }>();
  for (const article of [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1))) {
    const origin = origins[article.id];
    if (!origin) continue;
    const group = groups.get(origin.key) ?? groups.set(origin.key, { articles: [], origins: [] }).get(origin.key)!;
    group.articles.push(article);
    group.origins.push(origin);
  }
  const all = [...groups].map(([key, group]) => independentOf(key, group.articles, group.origins));
  const byId = new Map(articles.map((article) => [article.id, article]));
  // What only an index lists was not read, and shows nobody carrying anything: beside anything else it does not count.
  const isRead = (id: string) => !isListing(byId.get(id)!.via);
  const read = all.filter((origin) => origin.articles.some(isRead));
  const reporting = read.filter(({ key }) => key !== 'pr');
  const counted = [reporting, read, all].find((some) => some.length > 0) ?? [];
  const carried = matched(counted, (id) => (read.length > 0 && !isRead(id) ? undefined : origins[id]?.carrier));
  // Where each only repeats another, somebody has reported it all the same.
  const independent = carried.size > 0 ? counted.filter((origin) => carried.has(origin)) : counted.slice(0, 1);
  const uncounted = all.filter((origin) => !independent.includes(origin));
  const unconfirmed = rumourReasons(articles, origins);
  return {
    n: independent.length,
    independent,
    uncounted,
    standing: standingOf(independent, unconfirmed.length > 0),
    unconfirmed,
  };
}

function standingOf(independent: readonly IndependentOrigin[], unconfirmed: boolean): Standing {
  if (independent.length > 0 && independent.every(({ kind }) => kind === 'pr')) return 'party-statement';
  if (unconfirmed) return 'unconfirmed';
  return independent.length >= 2 ? 'verified' : 'single-source';
}

function independentOf(key: string, articles: readonly Article[], origins: readonly Origin[]): IndependentOrigin {
  const kind = KINDS.find((one) => origins.some((origin) => origin.kind === one)) ?? 'own';
  const own = origins.findIndex((origin) => origin.kind === 'own' || origin.kind === 'primary');
  const name =
    own >= 0
      ? (origins[own]!.name ?? articles[own]!.outlet)
      : (origins.find((origin) => origin.name)?.name ?? articles[0]!.outlet);
  return { key, name, kind, articles: articles.map(({ id }) => id) };
}

/** The origins that a maximum matching gives a newsroom each (Kuhn's algorithm; a story has at most some hundreds of origins). */
function matched(
  origins: readonly IndependentOrigin[],
  newsroom: (article: string) => string | undefined,
): Set<IndependentOrigin> {
  const holder = new Map<string, IndependentOrigin>();
  const carriers = new Map(origins.map((origin) => [origin, [...new Set(origin.articles.flatMap((id) => newsroom(id) ?? []))]]));
  const place = (origin: IndependentOrigin, tried: Set<string>): boolean => {
    for (const room of carriers.get(origin)!) {
      if (tried.has(room)) continue;
      tried.add(room);
      const held = holder.get(room);
      if (!held || place(held, tried)) {
        holder.set(room, origin);
        return true;
      }
    }
    return false;
  };
  for (const origin of origins) place(origin, new Set());
  return new Set(holder.values());
}
