import type { Article } from '../articles/article';

/** Why an article belongs to no story with others. */
export type Apart = 'roundUp' | 'podcast' | 'live' | 'sponsored' | 'event' | 'deal';

/** A report that lists many stories or sells something joins none (eval/GUIDE.md). Matched on the title; English. */
const TITLE_SIGNS: readonly (readonly [Apart, RegExp])[] = [
  [
    'roundUp',
    /\b(?:week(?:ly)?|month(?:ly)?|year|daily|morning|evening) (?:in (?:review|security|cyber)|recap|round-?up|digest|briefing|wrap|update)\b/iu,
  ],
  ['roundUp', /\b(?:round-?up|newsletter|news brief|in other news|in case you missed it|threatsday bulletin|daybreak)\b/iu],
  [
    'roundUp',
    /^(?:\d+|five|six|seven|ten) things to know\b|\b\d+\+? (?:more )?stories$|\bweekly recap\b|\bnews briefs?:|^the good, the bad\b/iu,
  ],
  ['roundUp', /\b(?:top|biggest|worst) (?:\d+|five|ten)\b.{0,60}\b(?:of|in) (?:the (?:week|month|year)|20\d\d)\b/iu],
  ['podcast', /\bpodcast\b|\bepisode \d+|\bsmashing security\b/iu],
  ['live', /\blive (?:blog|updates?|news)\b|\bas it happened\b/iu],
  ['sponsored', /^(?:sponsored|advertorial|partner content|ad feature)\b/iu],
  ['event', /\bwebinar\b|^(?:virtual event|join us|register now)\b/iu],
  [
    'deal',
    /\b\d{1,2}% off\b|\b(?:deals?|discount|coupon)s? (?:of the|on|for) |\blifetime (?:subscription|deal|license)\b|\bfor just \$\d/iu,
  ],
];

/** @returns why it stands apart, with the words that say so; null for an ordinary report. */
export function standsApart(article: Article): { readonly kind: Apart; readonly quote: string } | null {
  const title = article.title.slice(0, 300);
  for (const [kind, sign] of TITLE_SIGNS) {
    const found = sign.exec(title);
    if (found !== null) return { kind, quote: found[0] };
  }
  return null;
}
