import type { Article } from '../articles/article';
import { hostOf } from '../sources/host';
import type { Registry } from '../sources/registry';
import { type Named, newsroomKey, resolveHost, resolveName, sameName } from './credit-names';
import type { Reason } from './signals';

/** A finding that an article rests on another's report; without a key where it does not say whose. */
export interface Citation {
  readonly named: Named | null;
  readonly certainty: number;
  readonly evidence: Reason;
}

/** A report that is the ground of an article is named in its title or first sentences; later it is a mention. */
const LEAD = 420;

/** A capitalised word; a point only inside it ("U.S", "Databreaches.net"), as at its end it ends the sentence. */
const WORD = String.raw`[\p{Lu}\d][\p{L}\p{N}&’'/-]*(?:\.[\p{L}\p{N}]+)*`;
/** A name of up to six words, capitalised but for the small ones inside. */
const NAME = `((?:[Tt]he )?${WORD}(?: (?:of|the|and|&|on|${WORD})){0,5})`;

/** Words before the name. Each alternative is fixed: nothing here can run away. */
const BEFORE = new RegExp(
  String.raw`\b(?:[Aa]ccording to|[Cc]iting|[Ff]irst reported (?:by|in)|[Rr]eported (?:earlier )?(?:by|in)|[Rr]evealed by|[Rr]eports? (?:by|from|in)|[Ii]nvestigation by|[Tt]old|[Tt]ells|[Ss]een by|[Oo]btained by|[Rr]eviewed by|[Ss]hared with|[Ii]nterview with|[Ss]poke to|[Ss]peaking to|[Ss]aid on)\s+(?:(?:an? |the )?(?:new |recent |exclusive |earlier )?(?:report|story|article|investigation|interview|reports|sources)\s(?:from|by|in|with|published by|published in|at)\s)?${NAME}`,
  'gu',
);
/** Words after the name. */
const AFTER = new RegExp(
  String.raw`${NAME}(?:[’']s [\p{L} ]{2,30}?)?(?: (?:first|has|earlier|exclusively|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)){0,2} (?:reports?|reported|(?:has )?learned|understands|revealed|reveals|report says|report said)\b`,
  'gu',
);
/** At the end of a title: ", NAME says", ": NAME", "- NAME reports". */
const TITLE_END = new RegExp(String.raw`(?:,|:| [-–—|])\s+${NAME}(?:\s+(?:reports?|says?|report|sources))?\s*$`, 'u');

/** "Multiple reports suggest", "according to reports citing", ", report says". */
const UNNAMED =
  /\b(?:(?:multiple|several|media|news|local|press|recent) reports (?:suggest|say|said|claim|indicate)|according to (?:multiple |several |media |news |local |press )?reports?\b(?! (?:by|from|of|in)\b)|reports (?:citing|say|suggest)\b)/i;
const UNNAMED_TITLE = /\breportedly\b|[,:–—-]\s*(?:reports?\s+says?|(?:media\s+)?reports|media)\s*$/i;

/** What an article says that it rests on, strongest first; null where it says nothing of the kind. */
export function citationOf(article: Article, registry: Registry): Citation | null {
  const own = newsroomKey(article, registry);
  const title = article.title.slice(0, 300);
  const lead = (article.summary === title || article.summary === '' ? article.text : article.summary).slice(0, LEAD);
  const other = (found: Named | null): Named | null =>
    found && found.key !== own && !sameName(found.name ?? '', article.outlet) ? found : null;

  const end = TITLE_END.exec(title);
  const ended = end?.[1] ? other(resolveName(end[1], registry)) : null;
  if (end && ended) return cites(article, ended, end[0].replace(/^[\s,:–—|-]+/, ''), 0.95);
  for (const [text, certainty] of [
    [title, 0.95],
    [lead, 0.8],
  ] as const) {
    for (const [pattern, near] of [
      [AFTER, 'end'],
      [BEFORE, 'start'],
    ] as const) {
      for (const match of text.matchAll(pattern)) {
        const found = match[1] ? other(resolveLongest(match[1], near, registry)) : null;
        if (found) return cites(article, found, match[0], certainty);
      }
    }
  }
  for (const address of (article.marks.basedOn ?? []).slice(0, 3)) {
    const host = hostOf(address);
    const found = host === null ? null : other(resolveHost(host, registry));
    if (found)
      return {
        named: found,
        certainty: 0.85,
        evidence: { key: 'origin_mark_based_on', values: { name: found.name ?? '' }, quote: address, article: article.id },
      };
  }
  const unnamed = UNNAMED_TITLE.exec(title) ?? UNNAMED.exec(title) ?? UNNAMED.exec(lead);
  return unnamed
    ? {
        named: null,
        certainty: 0.5,
        evidence: { key: 'origin_cites_unnamed', quote: unnamed[0].replace(/^[\s,:–—-]+/, ''), article: article.id },
      }
    : null;
}

const cites = (article: Article, named: Named, quote: string, certainty: number): Citation => ({
  named,
  certainty,
  evidence: { key: 'origin_cites', values: { name: named.name ?? '' }, quote: quote.trim(), article: article.id },
});

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/**
 * The longest run of a name's words, from the one that stands beside the cue, that is an outlet:
 * "according to Reuters on Tuesday" is Reuters; "spokesman John Doe of Reuters said" is not "John".
 */
function resolveLongest(said: string, near: 'start' | 'end', registry: Registry): Named | null {
  const words = said.replace(/^the\s+/i, '').split(' ');
  for (let length = words.length; length > 0; length -= 1) {
    const run = near === 'start' ? words.slice(0, length) : words.slice(-length);
    // "The Citizen Lab" is not the Citizen, "Bloomberg's Mark Gurman" is Bloomberg's.
    const next = near === 'start' ? words[length] : undefined;
    if (next !== undefined && /^\p{Lu}/u.test(next) && !WEEKDAY.test(next) && !/[’']s?$/.test(run.at(-1) ?? '')) continue;
    const found = resolveName(run.join(' '), registry);
    if (found) return found;
  }
  return null;
}
