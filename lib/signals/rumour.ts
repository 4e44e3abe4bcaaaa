import type { Article } from '../articles/article';
import type { Origin, Reason } from './signals';

/** Words of a party that says it is so, or of a document: then it is no rumour. */
const CONFIRMED =
  /\b(?:confirm(?:s|ed|ing)?|admit(?:s|ted)?|acknowledg(?:es|ed)|disclos(?:es|ed|ing)|announc(?:es|ed)|says it (?:was|has|is|had)|said (?:it|in a (?:statement|filing|notice|letter|blog post|press release))|in a (?:statement|filing|letter|notice|court filing|blog post)|court (?:documents?|filing|records)|notif(?:ies|ied|ying|ication)|sentenced|pleads? guilty|pleaded guilty|charged|indicted|arrested|fined|convicted|sued|ruled|patch(?:es|ed)|advisory|CVE-\d{4}-\d+)\b/i;
const NOT_CONFIRMED =
  /\b(?:not (?:been )?(?:independently )?(?:confirmed|verified)|unconfirmed|yet to (?:be )?confirm(?:ed)?|ha(?:s|ve) not (?:yet )?(?:confirmed|commented|responded)|could not (?:be )?(?:independently )?verif(?:y|ied)|den(?:y|ies|ied))\b/i;

/** What only an unnamed or interested mouth says. */
const RUMOURS: readonly { readonly key: string; readonly pattern: RegExp; readonly in: 'title' | 'lead' }[] = [
  {
    key: 'rumour_leak_site',
    pattern:
      /\b(?:hackers?|ransomware (?:gang|group|operators?|actors?)|gang|hacking group|extortion (?:gang|group)|threat actors?|cybercriminals?|hacktivists?|(?:[A-Z][\w-]+ )?ransomware)\s+(?:[\w-]+\s){0,2}?(?:claims?|claimed|alleges?|alleged|boasts?|lists?|listed|says? (?:it|they))\b|\bclaims? (?:responsibility|credit)\b|\b(?:on|to) (?:its|their|a|the) (?:dark web |data |tor )?leak site\b|\boffer(?:s|ed|ing)? (?:for sale|to sell)\b.{0,60}\b(?:forum|dark web)\b/i,
    in: 'lead',
  },
  {
    key: 'rumour_reportedly',
    pattern: /\b(?:reportedly|allegedly|alleged|rumou?r(?:s|ed)?|claims? of|unconfirmed|leaks? suggests?)\b/i,
    in: 'title',
  },
  {
    key: 'rumour_anonymous',
    pattern:
      /\b(?:sources? (?:say|said|tell|told|claim)|people (?:familiar with|with knowledge of|briefed on)|person familiar with|individuals familiar with|officials who (?:asked|spoke)|on (?:the )?condition of anonymity|anonymous sources?|who (?:asked|declined) (?:not )?to be (?:named|identified))\b/i,
    in: 'lead',
  },
];

/** Beyond this a hedge is about a side matter. */
const LEAD = 420;

/**
 * Why a story is unconfirmed, or nothing. It is when every origin says it only by unnamed or interested mouths and no
 * article confirms it: many outlets that repeat a leak site make no confirmation, so N does not matter.
 */
export function rumourReasons(articles: readonly Article[], origins: Readonly<Record<string, Origin>>): Reason[] {
  const reasons: Reason[] = [];
  const hedged = new Set<string>();
  const keys = new Set<string>();
  for (const article of articles) {
    const origin = origins[article.id];
    if (!origin || origin.kind === 'pr') continue;
    if (origin.kind === 'primary') return [];
    keys.add(origin.key);
    const lead = `${article.title}. ${(article.summary || article.text).slice(0, LEAD)}`;
    const denied = NOT_CONFIRMED.exec(lead);
    if (!denied && CONFIRMED.test(lead)) return [];
    const rumour = rumourIn(article, lead);
    if (rumour) {
      hedged.add(origin.key);
      reasons.push(rumour);
    }
    if (denied && rumour) reasons.push({ key: 'rumour_denied', quote: denied[0], article: article.id });
  }
  return keys.size > 0 && hedged.size === keys.size ? reasons.slice(0, 4) : [];
}

function rumourIn(article: Article, lead: string): Reason | null {
  for (const { key, pattern, in: where } of RUMOURS) {
    const match = pattern.exec(where === 'title' ? article.title : lead);
    if (match) return { key, quote: match[0].slice(0, 120), article: article.id };
  }
  return null;
}
