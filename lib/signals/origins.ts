import type { Article } from '../articles/article';
import { registrableDomain } from '../sources/host';
import { indexOfVia } from '../sources/news-indexes';
import type { Registry } from '../sources/registry';
import { creditOf } from './credit';
import { agencyOfHost, homeAgency } from './credit-agencies';
import type { Citation } from './credit-citations';
import { nameKey, newsroomKey, newsroomOf } from './credit-names';
import { isPortal } from './credit-outlets';
import { publisherOf } from './credit-publishers';
import { releaseOf } from './credit-release';
import { standpoints, UNNAMED_WINDOW } from './independence';
import { isAuthorityHost } from './origins-authority';
import { type SharedText, sharedTexts } from './origins-shared-text';
import { type Said, saidBy, UNNAMED } from './said';
import type { Origin, Reason } from './signals';

/** No finding is the usual case of own reporting; but an absence proves little. */
const OWN = 0.7;
/** An authority's host or a listed authority. */
const PRIMARY = 0.97;
/** A text at outlets of one country's press whose agency is only inferred. */
const HOME_AGENCY = 0.55;

/**
 * What each article of a story rests on, by article id. The order of findings: an authority's own document, a party's
 * statement, what the article says of another's report, an agency's or outlet's credit, a text that several newsrooms
 * carry, an unnamed report, own reporting. "A cites B cites C" ends at C.
 */
export function findOrigins(articles: readonly Article[], registry: Registry): Record<string, Origin> {
  const sorted = [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  const said = new Map(sorted.map((article) => [article.id, saidBy(article, registry)]));
  // A stranger's words about a page are no copy of it, and must not make others look like copies.
  const spoken = sorted.filter(({ via }) => via === undefined);
  const texts = sharedTexts(spoken, (article) => newsroomOf(article, registry));
  const shared = sharedOrigins(texts, registry);
  const found = new Map<string, Origin>();
  const pending = new Map<string, Citation>();
  for (const article of sorted) {
    const words = ownWords(article, said.get(article.id)!, registry, shared.get(article.id));
    if ('named' in words) pending.set(article.id, words);
    else found.set(article.id, words);
  }
  const chains = new Chains(sorted, registry, found, pending);
  const stand = standpoints(sorted, said, texts, registry);
  // An outlet that a credit knows only by its name is the newsroom of the story's article that goes by that name.
  const named = new Map(sorted.map((article) => [nameKey(article), newsroomKey(article, registry)]));
  return Object.fromEntries(
    sorted.map((article) => {
      const origin = withFirstCarrier(chains.origin(article), chains);
      if (origin.kind === 'pr') return [article.id, origin];
      const { carrier } = stand.get(article.id)!;
      // Whoever repeats stands with what it rests on.
      const { key } = stand.get(carrier === null && origin.restsOn !== undefined ? origin.restsOn : article.id)!;
      return [article.id, carrier === null ? { ...origin, key: named.get(key) ?? key } : { ...origin, key, carrier }];
    }),
  );
}

/**
 * A text of nobody known counts with whoever had it first; where that one says that it rests on another's report, so do
 * the copies: else the same text would count once as its report and once as that other's.
 */
function withFirstCarrier(origin: Origin, chains: Chains): Origin {
  if (origin.restsOn === undefined || !origin.evidence.some(({ key }) => key === 'origin_shared_unknown')) return origin;
  const end = chains.originOf(origin.restsOn);
  if (end === null || end.kind === 'own' || end.kind === 'primary' || end.key === origin.key) return origin;
  return {
    ...origin,
    key: end.key,
    ...(end.name ? { name: end.name } : {}),
    certainty: Math.min(origin.certainty, end.certainty),
    evidence: [...origin.evidence, ...end.evidence],
  };
}

/** What one article and the texts it shares show, before chains are followed. @param copy what its text shows, where others carry it */
function ownWords(article: Article, said: Said, registry: Registry, copy: Origin | undefined): Origin | Citation {
  if (said.is === 'spoken-of') return spokenOf(article, registry, said.key);
  if (said.is === 'authority')
    return {
      kind: 'primary',
      name: said.name,
      key: said.key,
      certainty: PRIMARY,
      evidence: [{ key: 'origin_authority', values: { name: said.name }, quote: article.host, article: article.id }],
    };
  if (said.is === 'release')
    return {
      kind: 'pr',
      ...(said.party === undefined ? {} : { name: said.party }),
      key: said.key,
      certainty: said.release?.certainty ?? PRIMARY,
      evidence: [
        said.release?.evidence ?? {
          key: 'origin_party_site',
          values: { name: said.party ?? '' },
          quote: article.host,
          article: article.id,
        },
      ],
    };
  // A release that several carry stays a release, whatever else they say.
  if (copy?.kind === 'pr') return copy;
  if (said.is === 'copy' && !(copy?.kind === 'wire' && copy.certainty > said.credit.certainty)) {
    const { credit } = said;
    return {
      kind: 'wire',
      ...(credit.name ? { name: credit.name } : {}),
      key: said.key,
      certainty: credit.certainty,
      evidence: [credit.evidence, ...(copy?.evidence ?? [])],
      ...(copy?.restsOn ? { restsOn: copy.restsOn } : {}),
    };
  }
  if (copy) return copy;
  return said.is === 'cites' ? said.citation : ownOf(article, registry);
}

/** A stranger's feed that points to a page shows that it is spoken of, no more; a trusted aggregator is believed a little more. */
function spokenOf(article: Article, registry: Registry, key: string): Origin {
  const via = registry.byId(article.via ?? '');
  const index = indexOfVia(article.via ?? '');
  return {
    kind: 'cites',
    name: registry.byHost(article.host)?.name ?? article.outlet,
    key,
    certainty: via?.kind === 'aggregator' ? 0.7 : 0.4,
    evidence: [
      {
        key: index ? 'origin_listed' : 'origin_via',
        values: { via: index?.name ?? via?.name ?? article.via ?? '', outlet: article.outlet },
        quote: index ? article.host : article.address,
        article: article.id,
      },
    ],
  };
}

function ownOf(article: Article, registry: Registry): Origin {
  const key = newsroomKey(article, registry);
  const agency = key.startsWith('wire:');
  const name = agencyOfHost(article.host)?.name ?? registry.byHost(article.host)?.name ?? article.outlet;
  const evidence: Reason[] = [{ key: agency ? 'origin_agency_site' : 'origin_own', values: { name }, article: article.id }];
  return { kind: 'own', key, certainty: agency ? 0.95 : OWN, evidence };
}

/** Origins of the articles whose text others carry too. */
function sharedOrigins(texts: readonly SharedText[], registry: Registry): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const group of texts) {
    const whose = whoseText(group, registry);
    const oldest = group.articles[0]!;
    const newsrooms = new Set(group.articles.map((member) => newsroomOf(member, registry))).size;
    for (const article of group.articles) {
      if (article === whose.original) continue;
      const from = whose.original ?? (article === oldest ? undefined : oldest);
      const { by, quote, with: other } = group.shares.get(article.id)!;
      origins.set(article.id, {
        kind: whose.kind,
        ...(whose.name ? { name: whose.name } : {}),
        key: whose.key,
        certainty: Math.min(group.certainty, whose.certainty),
        evidence: [
          { key: `origin_shared_${by}`, values: { count: newsrooms, outlet: other.outlet }, quote, article: article.id },
          ...whose.evidence,
        ],
        ...(from ? { restsOn: from.id } : {}),
      });
    }
  }
  return origins;
}

interface Whose {
  readonly kind: Origin['kind'];
  readonly key: string;
  readonly name?: string;
  readonly certainty: number;
  readonly evidence: readonly Reason[];
  /** The article that the others copy, where it is the writer's own. */
  readonly original?: Article;
}

/** Whose text a group carries: as any copy says; else a publisher's own; else the agency of its country's press; else nobody known. */
function whoseText(group: SharedText, registry: Registry): Whose {
  const { articles } = group;
  const release = articles.map((article) => releaseOf(article)).find((found) => found !== null);
  if (release) return { kind: 'pr', key: 'pr', certainty: release.certainty, evidence: [release.evidence] };
  const authority = articles.find(
    (article) => registry.byHost(article.host)?.kind === 'authority' || isAuthorityHost(article.host),
  );
  if (authority)
    return {
      kind: 'cites',
      key: `primary:${newsroomOf(authority, registry)}`,
      name: authority.outlet,
      certainty: 0.8,
      evidence: [],
      original: authority,
    };
  const site = articles.find((article) => newsroomKey(article, registry).startsWith('wire:'));
  if (site) {
    const name = agencyOfHost(site.host)?.name ?? registry.byHost(site.host)?.name ?? site.outlet;
    return { kind: 'wire', key: newsroomKey(site, registry), name, certainty: 0.95, evidence: [], original: site };
  }
  const credits = articles
    .map((article) => creditOf(article, registry))
    .filter((credit) => credit !== null && credit.key !== 'wire:unknown');
  const best = credits.sort((a, b) => b!.certainty - a!.certainty)[0];
  if (best)
    return {
      kind: 'wire',
      key: best.key,
      ...(best.name ? { name: best.name } : {}),
      certainty: best.certainty,
      evidence: [best.evidence],
    };

  // A portal only passes on; and of those who may have written it, one that we know goes before one that says it was first.
  const writers = articles.filter(({ host }) => !isPortal(host));
  const oldest = writers.find(({ host }) => registry.byHost(host)) ?? writers[0];
  const key = oldest ? newsroomKey(oldest, registry) : `wire:unknown:${articles[0]!.id}`;
  const publishers = new Set(articles.map((article) => publisherOf(registrableDomain(article.host))));
  const publisher = publishers.size === 1 ? [...publishers][0] : undefined;
  if (publisher)
    return {
      kind: 'wire',
      key: `publisher:${publisher}`,
      name: publisher,
      certainty: 0.85,
      evidence: [{ key: 'origin_shared_publisher', values: { name: publisher } }],
    };
  const countries = new Set(articles.map((article) => countryOf(article, registry)));
  const home = countries.size === 1 ? homeAgency([...countries][0] ?? '') : undefined;
  if (home)
    return {
      kind: 'wire',
      key: `wire:${home.id}`,
      name: home.name,
      certainty: HOME_AGENCY,
      evidence: [{ key: 'origin_shared_home', values: { name: home.name } }],
    };
  // Nobody says whose: it counts once, with the newsroom that had it first, so that a copy never adds to the count.
  return {
    kind: 'wire',
    key,
    certainty: 0.6,
    evidence: [{ key: 'origin_shared_unknown', values: { outlet: (oldest ?? articles[0]!).outlet } }],
  };
}

/** ISO country of an outlet: as the registry has it, else by the country part of its host. Irish outlets carry PA as British ones do. */
function countryOf(article: Article, registry: Registry): string {
  const known = registry.byHost(article.host)?.country;
  const country =
    known ??
    /\.([a-z]{2})$/.exec(article.host)?.[1]?.toUpperCase() ??
    COUNTRY_OF_PUBLISHER[publisherOf(registrableDomain(article.host)) ?? ''] ??
    '';
  return country === 'UK' || country === 'IE' || country === 'SCOT' ? 'GB' : country;
}

/** Publishers whose hosts do not all show their country. */
const COUNTRY_OF_PUBLISHER: Readonly<Record<string, string>> = {
  Reach: 'GB',
  Newsquest: 'GB',
  'National World': 'GB',
  DMG: 'GB',
  Postmedia: 'CA',
  'Black Press': 'CA',
};

/** Follows citations through the story to the report at their end. */
class Chains {
  readonly #byNewsroom = new Map<string, Article[]>();
  readonly #done = new Map<string, Origin>();

  constructor(
    private readonly sorted: readonly Article[],
    private readonly registry: Registry,
    private readonly found: ReadonlyMap<string, Origin>,
    private readonly pending: ReadonlyMap<string, Citation>,
  ) {
    for (const article of sorted) {
      for (const key of new Set([newsroomKey(article, registry), nameKey(article)]))
        (this.#byNewsroom.get(key) ?? this.#byNewsroom.set(key, []).get(key)!).push(article);
    }
  }

  /** By article id; null for what is not of the story. */
  originOf(id: string): Origin | null {
    const article = this.sorted.find((one) => one.id === id);
    return article ? this.origin(article) : null;
  }

  origin(article: Article, path: ReadonlySet<string> = new Set()): Origin {
    const known = this.#done.get(article.id) ?? this.found.get(article.id);
    if (known) return known;
    const citation = this.pending.get(article.id)!;
    const origin = citation.named ? this.#cited(article, citation, path) : this.#unnamed(article, citation, path);
    if (path.size === 0) this.#done.set(article.id, origin);
    return origin;
  }

  #cited(article: Article, citation: Citation, path: ReadonlySet<string>): Origin {
    const named = citation.named!;
    const theirs = (this.#byNewsroom.get(named.key) ?? []).filter((other) => other !== article);
    // Their own report if we have it, else the first thing they said.
    const target = theirs.find((other) => this.found.get(other.id)?.kind === 'own') ?? theirs[0];
    const first: Origin = {
      kind: 'cites',
      ...(named.name ? { name: named.name } : {}),
      // An outlet known only by its name is the newsroom of the article that goes by that name.
      key: target ? newsroomKey(target, this.registry) : named.key,
      certainty: citation.certainty,
      evidence: [citation.evidence],
      ...(target ? { restsOn: target.id } : {}),
    };
    if (!target || path.has(target.id)) return first;
    const end = this.origin(target, new Set([...path, article.id]));
    if (end.kind === 'own') return first;
    return {
      ...first,
      ...(end.name ? { name: end.name } : {}),
      key: end.key,
      certainty: Math.min(first.certainty, end.certainty),
      evidence: [
        citation.evidence,
        { key: 'origin_chain', values: { name: named.name ?? '', end: end.name ?? '' }, article: target.id },
        ...end.evidence,
      ],
    };
  }

  /** "Reportedly": rests on an earlier report of another newsroom if the story has one, else on one that nobody named. */
  #unnamed(article: Article, citation: Citation, path: ReadonlySet<string>): Origin {
    const newsroom = newsroomOf(article, this.registry);
    const earlier = this.sorted.find(
      (other) =>
        other.published < article.published &&
        article.published - other.published <= UNNAMED_WINDOW &&
        newsroomOf(other, this.registry) !== newsroom &&
        !path.has(other.id) &&
        (this.found.get(other.id)?.key ?? 'pr') !== 'pr',
    );
    const end = earlier && this.found.get(earlier.id);
    return {
      kind: 'cites',
      ...(end ? { name: end.name ?? earlier.outlet } : {}),
      key: end?.key ?? UNNAMED,
      certainty: citation.certainty,
      evidence: [citation.evidence],
      ...(earlier ? { restsOn: earlier.id } : {}),
    };
  }
}
