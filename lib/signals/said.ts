import type { Article } from '../articles/article';
import type { Registry } from '../sources/registry';
import { type Credit, creditOf } from './credit';
import { type Citation, citationOf } from './credit-citations';
import { newsroomKey, newsroomOf } from './credit-names';
import { releaseOf } from './credit-release';
import { isAuthorityHost } from './origins-authority';
import type { Reason } from './signals';

/** The key of a report that is rested on and not named. */
export const UNNAMED = 'cites:unknown';

/** Whose report an article is by its own words and address alone, no other article looked at. `key` as in Origin. */
export type Said =
  /** An authority's own document. */
  | { readonly is: 'authority'; readonly key: string; readonly name: string }
  /** A page that another's feed speaks of (Article.via); `key` is the page's. */
  | { readonly is: 'spoken-of'; readonly key: string }
  /** A party's statement. */
  | {
      readonly is: 'release';
      readonly key: 'pr';
      readonly party?: string;
      readonly release: { readonly certainty: number; readonly evidence: Reason } | null;
    }
  /** Another's text, as it says. */
  | { readonly is: 'copy'; readonly key: string; readonly credit: Credit }
  /** It rests on another's report, as it says; which one may be left open. */
  | { readonly is: 'cites'; readonly key: string; readonly citation: Citation }
  /** Nothing of all this: own reporting, as far as it says. */
  | { readonly is: 'own'; readonly key: string };

export function saidBy(article: Article, registry: Registry): Said {
  const source = registry.byHost(article.host) ?? registry.byId(article.source);
  const newsroom = newsroomOf(article, registry);
  const isAuthority = source?.kind === 'authority' || (!source && isAuthorityHost(article.host));
  const primary = `primary:${newsroom}`;
  if (article.via !== undefined) return { is: 'spoken-of', key: isAuthority ? primary : newsroomKey(article, registry) };
  if (isAuthority) return { is: 'authority', key: primary, name: source?.name ?? article.outlet };
  const release = releaseOf(article);
  if (release || source?.kind === 'party')
    return { is: 'release', key: 'pr', release, ...(source?.kind === 'party' && { party: source.name }) };
  const credit = creditOf(article, registry);
  if (credit) return { is: 'copy', key: credit.key === 'wire:unknown' ? `wire:unknown:${newsroom}` : credit.key, credit };
  const citation = citationOf(article, registry);
  if (citation) return { is: 'cites', key: citation.named?.key ?? UNNAMED, citation };
  return { is: 'own', key: newsroomKey(article, registry) };
}
