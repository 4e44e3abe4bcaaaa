import type { Article } from '../articles/article';
import { hostOf } from '../sources/host';
import type { Reason } from './signals';

/** Hosts that carry nothing but parties' statements. */
const RELEASE_HOSTS =
  /(?:^|\.)(?:prnewswire\.(?:com|co\.uk)|globenewswire\.com|businesswire\.com|accesswire\.com|accessnewswire\.com|einpresswire\.com|prweb\.com|newsfilecorp\.com|cision\.com|newswire\.(?:ca|com)|pressreleasepoint\.com|presseportal\.de|prlog\.org|openpr\.(?:com|de)|media-outreach\.com|eqs-news\.com|pr\.com|webwire\.com)$/;
/** The distributor's mark in a dateline, as the distributors write it. */
const RELEASE_MARK =
  /(?:\/|\(|-{2}\s?\(?)\s?(PR ?Newswire|GLOBE ?NEWSWIRE|GlobeNewswire|BUSINESS WIRE|Business Wire|ACCESS ?WIRE|ACCESS Newswire|EIN Presswire|EINPresswire|PRWEB|PRWeb|Newsfile Corp\.?|CNW|Marketwired|Media OutReach Newswire|EQS(?: News(?:wire)?)?|ots|NewMediaWire|TheNewswire|Canada NewsWire|ASIANET|PR TIMES)(?:\s|\/|\)|-|,|$)/;
const RELEASE_PATH =
  /\/(?:press-?releases?|pressreleases?|news-releases?|pr-newswire|prnewswire|globe-?newswire|business-?wire|accesswire|ein-?presswire)\//i;
/** Law firms that look for clients: the alert is the firm's statement, whoever carries it. */
const LAW_FIRM = /\b(?:LLP|P\.C\.|Law (?:Firm|Offices?|Group))(?=[\s,;:()]|$)|\bclaims (?:being )?investigated by\b/;
const SEEKS_CLIENTS = /\b(?:investigat\w+|alert|claims|class action)\b/i;
/** What a firm calls itself in the first sentence of its own announcement; no reporter writes so. */
const SELF_PRAISE =
  /,\s(?:a|an|the)\s(?:[\p{L}\p{N}’'-]+\s){0,2}?(?:global leader|world leader|leader in|leading|pioneer in|premier|preeminent|innovator in)\b[^.]{0,160}\b(?:today\s(?:announced|released|launched|unveiled|introduced|published)|has (?:released|announced|launched|published|unveiled)|announced (?:today|the|that|its|a|an)|is investigating)\b/u;
const TODAY_ANNOUNCED = /\b(?:today (?:announced|released|launched|unveiled|introduced)|announced today (?:that|the))\b/;
const TICKER = /\((?:NASDAQ|NYSE|Nasdaq|TSXV?|LSE|OTCQB|ASX)\s?:\s?[A-Z.]{1,6}\)/;
/** An institution in the place of the writer. */
const INSTITUTION_BYLINE =
  /^\s*By\s+(?:the\s+)?(?:U\.\s?S\.\s+|US\s+|UK\s+|[A-Z][a-z]+\s+){0,2}(?:Embassy|Ministry|Department|Government|Consulate|Press Office|Communications|Office of)\b/;

/** Beyond this a mark is a mention; releases begin with theirs. */
const LEAD = 420;

/** Why an article is a party's statement carried as it is, or null where nothing shows that. */
export function releaseOf(article: Article): { certainty: number; evidence: Reason } | null {
  const host =
    RELEASE_HOSTS.exec(article.host) ?? RELEASE_HOSTS.exec(article.marks.source ? (hostOf(article.marks.source.url) ?? '') : '');
  if (host) return found(article, 'origin_release_host', article.host, 0.99);
  for (const text of [article.summary, article.text]) {
    const lead = text.slice(0, LEAD);
    const mark = RELEASE_MARK.exec(lead);
    if (mark)
      return found(
        article,
        'origin_release_mark',
        lead.slice(Math.max(0, mark.index - 60), mark.index + mark[0].length).trim(),
        0.97,
      );
    const institution = INSTITUTION_BYLINE.exec(lead);
    if (institution) return found(article, 'origin_release_words', institution[0].trim(), 0.75);
  }
  const path = RELEASE_PATH.exec(article.address.slice(0, 300));
  if (path) return found(article, 'origin_release_address', path[0], 0.9);
  const firm = LAW_FIRM.exec(`${article.title}\n${article.summary.slice(0, 240)}`);
  if (firm && SEEKS_CLIENTS.test(article.title)) return found(article, 'origin_release_firm', article.title, 0.85);
  const lead = (article.summary || article.text).slice(0, LEAD);
  const praise = SELF_PRAISE.exec(lead);
  const today = TODAY_ANNOUNCED.exec(lead);
  const ticker = TICKER.exec(lead);
  // Praise alone is a release's; "today announced" needs the ticker beside it: reporters write it too.
  if (praise) return found(article, 'origin_release_words', praise[0].slice(0, 160).replace(/^,\s*/, ''), 0.8);
  if (today && ticker) return found(article, 'origin_release_words', `${ticker[0]} … ${today[0]}`.slice(0, 160), 0.8);
  return null;
}

const found = (article: Article, key: string, quote: string, certainty: number): { certainty: number; evidence: Reason } => ({
  certainty,
  evidence: { key, quote, article: article.id },
});
