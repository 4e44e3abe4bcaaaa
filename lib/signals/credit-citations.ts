import type { Article } from '../articles/article';
import type { Registry } from '../sources/registry';
import { type Named, newsroomKey, resolveName } from './credit-names';
import type { Reason } from './signals';

/** A finding that an article rests on another's report; without a key where it does not say whose. */
export interface Citation {
  readonly named: Named | null;
  readonly certainty: number;
  readonly evidence: Reason;
}

/** A report that is the ground of an article is named in its title or first sentences; later it is a mention. */
const LEAD = 420;

/** A name of up to six words, capitalised but for the small ones inside. */
const NAME = String.raw`((?:[Tt]he )?[\p{Lu}\d][\p{L}\p{N}.&’'/-]*(?: (?:of|the|and|&|on|[\p{Lu}\d][\p{L}\p{N}.&’'/-]*)){0,5})`;

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
  const named = (said: string | undefined): Named | null => {
    const found = said ? resolveLongest(said, registry) : null;
    return found && found.key !== own ? found : null;
  };

  const end = TITLE_END.exec(title);
  const ended = named(end?.[1]);
  if (end && ended) return cites(article, ended, end[0].replace(/^[\s,:–—|-]+/, ''), 0.95);
  for (const [text, certainty] of [
    [title, 0.95],
    [lead, 0.8],
  ] as const) {
    for (const pattern of [AFTER, BEFORE]) {
      for (const match of text.matchAll(pattern)) {
        const found = named(match[1]);
        if (found) return cites(article, found, match[0], certainty);
      }
    }
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

/** The longest run of a name's words, from its first, that is an outlet: "Reuters on Tuesday" is Reuters. */
function resolveLongest(said: string, registry: Registry): Named | null {
  const words = said.replace(/[’']s?$/, '').split(' ');
  for (let from = 0; from < Math.min(words.length, 3); from += 1)
    for (let to = words.length; to > from; to -= 1) {
      const name = words
        .slice(from, to)
        .join(' ')
        .replace(/[’']s$/, '');
      // One common word ("The", "Time") is nobody's name.
      if (/^(?:the|a|an|of|on|and)$/i.test(name)) continue;
      const found = resolveName(name, registry);
      if (found) return found;
    }
  return null;
}
