/**
 * Which articles rest on one origin, and which newsroom shows us each origin: all that N is made of.
 *
 * One newsroom alone, whatever it sends, never adds more than one to N. That holds by construction: an article is joined to
 * others only by its own words (said.ts) or by a text that two share, and it shows an origin unless another article stands
 * in its way. So whatever is added can only bring origins of others together and take away who shows them, never split an
 * origin or show one more; and the newsroom that it comes from is one more node of the matching (verified.ts), which adds at
 * most one. Every rule here must keep to that: more articles, fewer origins of others.
 */
import type { Article } from '../articles/article';
import type { Registry } from '../sources/registry';
import { carrierOf, nameKey, newsroomKey, newsroomOf } from './credit-names';
import { isPortal } from './credit-outlets';
import type { SharedText } from './origins-shared-text';
import { type Said, UNNAMED } from './said';
import { UnionFind } from './union-find';

export interface Standpoint {
  /** Equal keys are one origin (Origin.key). */
  readonly key: string;
  /** The newsroom that shows us the origin by this article; null where it only repeats what is in the story already. */
  readonly carrier: string | null;
}

/** An article that names no report it rests on is taken to rest on one that ran within this time before it. */
export const UNNAMED_WINDOW = 12 * 3_600_000;

/**
 * @param articles of one story, oldest first
 * @param said of each article
 * @param shared texts that several of them carry
 * @returns by article id
 */
export function standpoints(
  articles: readonly Article[],
  said: ReadonlyMap<string, Said>,
  shared: readonly SharedText[],
  registry: Registry,
): ReadonlyMap<string, Standpoint> {
  const groups = new UnionFind<string>();
  // Own reports are not joined by their newsroom: the matching counts a newsroom once, and one of them may be a copy.
  for (const article of articles) {
    const own = said.get(article.id)!;
    if (own.is !== 'release' && !isOwnReport(own)) groups.join(`=${article.id}`, own.key);
  }
  for (const { articles: copies } of shared) for (const { id } of copies) groups.join(`=${copies[0]!.id}`, `=${id}`);

  const present = presentIn(articles, said, registry);
  const repeats = new Set([...copiesOf(shared, said, registry), ...restingOn(articles, said, present, registry)]);
  const carriers = new Map(
    articles.filter(({ id }) => !repeats.has(id)).map((article) => [article.id, carrierOf(article, registry)]),
  );
  const keys = new Map<string, string>();
  const weight = ({ id }: Article) => (isOwnReport(said.get(id)!) ? 2 : 0) + (carriers.has(id) ? 0 : 1);
  for (const { id } of [...articles].sort((a, b) => weight(a) - weight(b))) {
    const group = groups.root(`=${id}`);
    const { key } = said.get(id)!;
    // A report of a newsroom that only others show us must not be taken for that newsroom's own, which it is not joined to.
    const isApart = !isOwnReport(said.get(id)!) && carriers.has(id) && key.startsWith('newsroom:') && present.has(key);
    if (!keys.has(group)) keys.set(group, isApart ? `${key}~` : key);
  }
  return new Map(articles.map(({ id }) => [id, { key: keys.get(groups.root(`=${id}`))!, carrier: carriers.get(id) ?? null }]));
}

const isOwnReport = ({ is, key }: Said): boolean => is === 'own' && key.startsWith('newsroom:');

/** Whose reports are here themselves: ids of articles by the key of their newsroom, or by the name that others may know it by. */
function presentIn(
  articles: readonly Article[],
  said: ReadonlyMap<string, Said>,
  registry: Registry,
): ReadonlyMap<string, readonly string[]> {
  const present = new Map<string, string[]>();
  for (const article of articles) {
    if (article.via !== undefined) continue;
    const { is, key } = said.get(article.id)!;
    for (const name of new Set([newsroomKey(article, registry), nameKey(article), ...(is === 'authority' ? [key] : [])]))
      (present.get(name) ?? present.set(name, []).get(name)!).push(article.id);
  }
  return present;
}

/** Copies of a release; and of a text that nobody credits all but those of whoever is taken to have written it. */
function* copiesOf(shared: readonly SharedText[], said: ReadonlyMap<string, Said>, registry: Registry): Generator<string> {
  for (const { articles } of shared) {
    if (articles.some(({ id }) => said.get(id)!.is === 'release')) yield* articles.map(({ id }) => id);
    const uncredited = articles.filter(({ id }) => ['own', 'authority'].includes(said.get(id)!.is));
    const [writer] = uncredited.sort((a, b) => rank(a, said, registry) - rank(b, said, registry));
    for (const copy of uncredited)
      if (said.get(copy.id)!.is === 'own' && newsroomOf(copy, registry) !== newsroomOf(writer!, registry)) yield copy.id;
  }
}

/** A portal only passes on; and of those who may have written it, one that we know goes before one that says it was first. */
function rank(article: Article, said: ReadonlyMap<string, Said>, registry: Registry): number {
  const { is, key } = said.get(article.id)!;
  if (is === 'authority' || key.startsWith('wire:')) return 0;
  return isPortal(article.host) ? 3 : registry.byHost(article.host) ? 1 : 2;
}

/** Parties' statements; and articles that rest on a report that is here itself, as they say. */
function* restingOn(
  articles: readonly Article[],
  said: ReadonlyMap<string, Said>,
  present: ReadonlyMap<string, readonly string[]>,
  registry: Registry,
): Generator<string> {
  for (const article of articles) {
    const { is, key } = said.get(article.id)!;
    const isHere =
      key === UNNAMED
        ? articles.some((other) => mayBeMeant(other, article, said, registry))
        : (is === 'spoken-of' || is === 'copy' || is === 'cites') && present.get(key)?.some((id) => id !== article.id);
    if (is === 'release' || isHere) yield article.id;
  }
}

/** "Reportedly": the report that it rests on may be any that another newsroom ran shortly before. */
export function mayBeMeant(other: Article, by: Article, said: ReadonlyMap<string, Said>, registry: Registry): boolean {
  const earlier = by.published - other.published;
  return (
    earlier > 0 &&
    earlier <= UNNAMED_WINDOW &&
    said.get(other.id)!.is !== 'release' &&
    newsroomOf(other, registry) !== newsroomOf(by, registry)
  );
}
