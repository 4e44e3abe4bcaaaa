import type { Article } from '../articles/article';
import { hostOf } from '../sources/host';
import type { Registry } from '../sources/registry';
import { type Agency, agencyNamed, agencyOfDateline } from './credit-agencies';
import { deskOf } from './credit-desks';
import { type Named, newsroomKey, resolveAgency, resolveHost, resolveName, sameName } from './credit-names';
import type { Reason } from './signals';

/** What an article says of itself: an agency's or another outlet's text. A finding with the words that show it. */
export interface Credit extends Named {
  readonly certainty: number;
  readonly evidence: Reason;
}

/**
 * How sure each kind of credit is, by how seldom it is there without the text being a copy. Judgements, not fitted:
 * a dateline in brackets and a byline are what editors use to say so; a desk that usually carries an agency is a guess.
 */
const CERTAINTY = { dateline: 0.97, byline: 0.95, mark: 0.9, signature: 0.95, tail: 0.9, address: 0.75, desk: 0.6 } as const;

/** A dateline stands in the first words; beyond this a bracket is a mention ("Kensington (AP) ..."). */
const DATELINE_WITHIN = 140;
const BRACKETS = /\(([A-Z][\p{L}. ]{0,24}?|dpa|sda)(?:\/[\p{L} ]{2,20})?\)(?=\s*[-–—:]|\s+[\p{Lu}"“‘])/gu;
/** Without brackets: "PARIS, Feb 2 (...)" is above; this is "LONDON, Oct 15 /Reuters/" and "Reuters - ". */
const BARE_DATELINE = /^\s*(AP|AFP|Reuters|PTI|ANI|IANS|dpa|Xinhua|Yonhap)\s+[-–—]\s/;

const SIGNATURES: readonly RegExp[] = [
  /©\s*(?:20\d\d\s+)?(?:The\s+)?([A-Z][\p{L}-]*(?: [A-Z][\p{L}-]*){0,3})/u,
  /\bcopyright\s+(?:©\s*)?(?:20\d\d\s+)?(?:the\s+)?([A-Z][\p{L}-]*(?: [A-Z][\p{L}-]*){0,3})/iu,
  /\bWith (?:agency )?inputs? from ([A-Z][\p{L}-]*)/u,
  /\b(?:This (?:story|article|report) (?:was|is|has been) (?:first |originally )?(?:published|produced|written|provided) (?:by|in|on)|(?:originally|first) (?:appeared|published) (?:in|on|at|by)|republished (?:from|with permission (?:from|of)))\s+((?:the )?[\p{Lu}][\p{L}.&’'-]*(?: (?:of|the|and|[\p{Lu}][\p{L}.&’'-]*)){0,4})/u,
];
/** Reuters signs its reports so, and nobody else does. */
const REUTERS_SIGNATURE =
  /\(?Reporting by [^.()]{3,120}[;.] ?(?:Additional reporting by [^.()]{3,80}[;.] ?)?(?:Writing by [^.()]{3,80}[;.] ?)?Editing by /;
const SYNDICATED =
  /\b(?:published from a syndicated feed|auto-generated from (?:a|an) (?:agency|syndicated) feed|has not been edited by our staff)\b/i;
const FIRST_APPEARED =
  /\bThe post .{3,240}? (?:appeared|first appeared) (?:first )?on ([\p{L}\p{N}][\p{L}\p{N} .&’'-]{1,50}?)\s*\.?\s*$/u;

/**
 * The credit of an article that stands closest to its text, or null where it shows none but its own.
 * An outlet that credits itself is no credit.
 */
export function creditOf(article: Article, registry: Registry): Credit | null {
  const own = newsroomKey(article, registry);
  for (const find of [byDateline, byByline, byMarks, bySignature, byTail, byAddress, byDesk]) {
    const credit = find(article, registry);
    if (credit && credit.key !== own) return credit;
  }
  return null;
}

const ofAgency = (agency: Agency | Named, certainty: number, evidence: Reason): Credit => ({
  key: 'key' in agency ? agency.key : `wire:${agency.id}`,
  ...(agency.name === undefined ? {} : { name: agency.name }),
  certainty,
  evidence,
});

function byDateline(article: Article, registry: Registry): Credit | null {
  for (const text of [article.text, article.summary, article.title]) {
    const start = text.slice(0, DATELINE_WITHIN);
    const bare = BARE_DATELINE.exec(start);
    const found = bare ? [bare] : [...start.matchAll(BRACKETS)];
    for (const match of found) {
      const agency = agencyOfDateline(match[1] ?? '') ?? resolveAgency(match[1] ?? '', registry);
      if (!agency) continue;
      const quote = start.slice(0, match.index + match[0].length).trim();
      return ofAgency(agency, CERTAINTY.dateline, {
        key: 'origin_dateline',
        values: { name: agency.name ?? '' },
        quote,
        article: article.id,
      });
    }
  }
  return null;
}

function byByline(article: Article, registry: Registry): Credit | null {
  for (const author of article.authors.slice(0, 6)) {
    const line = author.slice(0, 120).replace(/^\s*by\s+/i, '');
    // "Jane Doe, Associated Press", "Associated Press", "Jane Doe | PA", "PTI"
    for (const part of [line, ...line.split(/\s*(?:,|\||\/|\bof\b|\bfor\b|\bat\b|[-–—]\s|\(|\))\s*/)]) {
      const agency =
        resolveAgency(part, registry) ?? agencyNamed(part.replace(/\s+(?:staff|reporters?|writers?|correspondents?)$/i, ''));
      if (agency)
        return ofAgency(agency, CERTAINTY.byline, {
          key: 'origin_byline',
          values: { name: agency.name ?? '' },
          quote: author.slice(0, 120),
          article: article.id,
        });
    }
  }
  return null;
}

function byMarks(article: Article, registry: Registry): Credit | null {
  const { source, syndication, original, credit } = article.marks;
  for (const [key, name, address] of [
    ['origin_mark_source', source?.name, source?.url],
    ['origin_mark_original', undefined, syndication],
    ...(original ?? []).slice(0, 3).map((url) => ['origin_mark_original', undefined, url] as const),
  ] as const) {
    const host = address ? hostOf(address) : null;
    const named = host ? resolveHost(host, registry, name) : name ? resolveName(name, registry) : null;
    if (named)
      return {
        ...named,
        certainty: CERTAINTY.mark,
        evidence: { key, values: { name: named.name ?? '' }, quote: name ?? host ?? '', article: article.id },
      };
  }
  for (const line of (credit ?? []).slice(0, 8)) {
    const agency = agencyIn(line.slice(0, 200), registry);
    if (agency)
      return ofAgency(agency, CERTAINTY.mark, {
        key: 'origin_mark_credit',
        values: { name: agency.name ?? '' },
        quote: line.slice(0, 200),
        article: article.id,
      });
  }
  return null;
}

/** An agency named alone in a credit line: "Reuters", "Associated Press / Jane Doe", "© AFP". */
function agencyIn(line: string, registry: Registry): Named | null {
  for (const part of [line, ...line.split(/\s*(?:,|;|\||\/|©|\(c\)|\bvia\b|[-–—]\s)\s*/i)]) {
    const agency = resolveAgency(
      part.replace(/^\s*(?:copyright|source|credit)s?:?\s*/i, '').replace(/^(?:20\d\d)\s+/, ''),
      registry,
    );
    if (agency) return agency;
  }
  return null;
}

function bySignature(article: Article, registry: Registry): Credit | null {
  // Signatures stand at the end of the text, or close a summary.
  const text = article.text === '' ? article.summary : `${article.text.slice(0, 400)}\n${article.text.slice(-900)}`;
  const reuters = REUTERS_SIGNATURE.exec(text);
  const agency = reuters ? agencyNamed('reuters') : undefined;
  if (reuters && agency)
    return ofAgency(agency, CERTAINTY.signature, {
      key: 'origin_signature',
      values: { name: agency.name },
      quote: reuters[0],
      article: article.id,
    });
  for (const pattern of SIGNATURES) {
    const match = pattern.exec(text);
    const named = match?.[1] ? resolveName(match[1], registry) : null;
    if (match && named)
      return {
        ...named,
        certainty: CERTAINTY.signature,
        evidence: { key: 'origin_signature', values: { name: named.name ?? '' }, quote: match[0], article: article.id },
      };
  }
  const syndicated = SYNDICATED.exec(text);
  return syndicated
    ? {
        key: 'wire:unknown',
        certainty: CERTAINTY.tail,
        evidence: { key: 'origin_syndicated', quote: syndicated[0], article: article.id },
      }
    : null;
}

/** WordPress names the blog that a post appeared on; where that is another, the text is a copy. */
function byTail(article: Article, registry: Registry): Credit | null {
  const match = FIRST_APPEARED.exec(article.summary.slice(-420));
  const said = match?.[1];
  if (!match || !said || sameName(said, article.outlet) || sameName(said, article.host)) return null;
  const named = resolveName(said, registry, true);
  return named
    ? {
        ...named,
        certainty: CERTAINTY.tail,
        evidence: {
          key: 'origin_signature',
          values: { name: named.name ?? said },
          quote: match[0].slice(-160).trim(),
          article: article.id,
        },
      }
    : null;
}

/** "/ap/", "/reuters/", "-afp-" as a folder or the end of a slug. */
const ADDRESS_PART =
  /(?:^|\/)(?:news\/)?(ap|ap-news|ap-wire|associated-press|reuters|afp|pti|ani|ians|pa-media|the-canadian-press|canadian-press|cp-wire|dpa|yonhap|bloomberg|cnn-wire|cnn-newsource)(?=\/)/;

function byAddress(article: Article): Credit | null {
  const path = article.address.slice(0, 300).replace(/^https?:\/\/[^/]+/, '');
  const match = ADDRESS_PART.exec(path);
  const name = match?.[1]?.replace(/-(?:wire|news|newsource)$/, '').replace(/-/g, ' ');
  const agency = name ? agencyNamed(name) : undefined;
  return match && agency
    ? ofAgency(agency, CERTAINTY.address, {
        key: 'origin_address',
        values: { name: agency.name },
        quote: match[0],
        article: article.id,
      })
    : null;
}

function byDesk(article: Article): Credit | null {
  const desk = deskOf(article);
  return desk
    ? ofAgency(desk, CERTAINTY.desk, {
        key: 'origin_desk',
        values: { name: desk.name, outlet: article.outlet },
        quote: article.address,
        article: article.id,
      })
    : null;
}
