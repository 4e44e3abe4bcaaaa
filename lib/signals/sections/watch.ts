import type { Article } from '../../articles/article';
import { type DateInText, DEADLINE, datesIn } from '../dates-in-text';
import type { Watch } from '../signals';
import type { Agreement } from './agreement';
import { DAYS_AND_MONTHS } from './english';
import type { Lexicon } from './lexicon';
import { quality } from './quality';
import type { Sentence } from './sentences';

const MOST = 6;
/** Two sentences about one day that share more than this are about one thing. */
const SAME_EVENT = 0.12;
/** A deadline is worth more than a plan. */
const DEADLINE_WORTH = 1.4;
/** Reading dates is the dearest step, about half a millisecond a sentence: the best are enough. */
const MOST_READ = 32;
/** Without one of these there is no date ahead to read. */
const DATED = new Set([
  ...DAYS_AND_MONTHS,
  ...'today tonight tomorrow week weeks month months days jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
]);

/** Characters before and after a date within which a word says that it is waited for, where nothing leads to the date. */
const NEAR = { before: 80, after: 50 };
/** "By Friday", "starting May 3", "next month": a day ahead that is led to is one on which something is to happen. */
const LED_TO = /^(?:by|until|before|on|in|from|after|no later than|due|starting|beginning|ending|through|for|next|tomorrow)\b/iu;
/** What was to come and does not, what only may come, and what shops and markets wait for every day. */
const NOTHING_TO_COME =
  /\b(?:cancel(?:s|led|ed|l?ing)|called off|scrap(?:s|ped)|changed (?:its|their|his|her) mind|as (?:soon|early) as|(?:could|might) \p{Ll}+(?: \p{Ll}+)? (?:in|on|until)|discount(?:s|ed)?|coupons?|save (?:up to|\p{Sc})|\d% off|(?:sales?|shopping|deals?) event|(?:the|spring|day) sale|this offer|(?:stocks|shares|markets|futures) (?:are|look) (?:set|expected))\b/iu;
/** Sentences in which something is waited for are read for dates before the others. */
const AWAITED_WORTH = 2;

/** "for several days" is a length of time. */
const STRETCH = /^for\s+(?:\w+\s+)?(?:days?|weeks?|months?)\b/iu;

const DAY = 86_400_000;

/**
 * What is still to come, soonest first: sentences with a date ahead that is led to ("by Friday") or has a word of waiting by
 * it ("deadline", "hearing", "will").
 * Dates are read as of the article's own day; what is past at `now` is dropped.
 */
export function watchOf(
  articles: readonly Article[],
  sentences: readonly Sentence[],
  agreement: Agreement,
  lexicon: Lexicon,
  now: number,
): Watch[] {
  const published = new Map(articles.map((article) => [article.id, article.published]));
  const awaited = new Set(lexicon.awaited);
  const worth = (sentence: Sentence): number =>
    quality(sentence) *
    (0.5 + agreement.rank(sentence)) *
    (sentence.leaning ? 0.4 : 1) *
    (sentence.words.some(({ lower }) => awaited.has(lower)) ? AWAITED_WORTH : 1) *
    (DEADLINE.test(sentence.text) ? DEADLINE_WORTH : 1);
  const seen = new Set<string>();
  const readable = sentences
    .filter((sentence) => {
      if (!sentence.quotable || seen.has(sentence.text)) return false;
      seen.add(sentence.text);
      return (
        !NOTHING_TO_COME.test(sentence.text) && sentence.words.some(({ lower }) => DATED.has(lower) || /^\d{4}-/.test(lower))
      );
    })
    .map((sentence) => ({ sentence, worth: worth(sentence) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_READ);
  const taken: { sentence: Sentence; date: DateInText }[] = [];
  for (const { sentence } of readable) {
    const near = (found: DateInText): boolean =>
      sentence.words.some(
        ({ lower, start, end }) =>
          awaited.has(lower) && start >= found.index - NEAR.before && end <= found.index + found.words.length + NEAR.after,
      );
    const date = datesIn(sentence.text, published.get(sentence.article) ?? now).find(
      (found) => found.ahead && endOf(found) > now && !STRETCH.test(found.words) && (LED_TO.test(found.words) || near(found)),
    );
    if (date === undefined) continue;
    const same = taken.findIndex(
      (other) =>
        sameTime(other.date, date) &&
        (agreement.likeness(sentence, other.sentence) > SAME_EVENT ||
          (DEADLINE.test(sentence.text) && DEADLINE.test(other.sentence.text))),
    );
    if (same < 0) taken.push({ sentence, date });
    // Who names the day says more than who names the month.
    else if (date.precision !== 'month' && taken[same]!.date.precision === 'month') taken[same] = { sentence, date };
  }
  return taken
    .sort((a, b) => a.date.at - b.date.at || (a.sentence.text < b.sentence.text ? -1 : 1))
    .slice(0, MOST)
    .map(({ sentence, date }) => ({
      text: sentence.text,
      article: sentence.article,
      at: date.at,
      precision: date.precision,
      dateWords: date.words,
    }));
}

const dayOf = (date: DateInText): number => Math.floor(date.at / DAY);

/** The same day; a month is the same time as each of its days. */
function sameTime(a: DateInText, b: DateInText): boolean {
  if (a.precision !== 'month' && b.precision !== 'month') return dayOf(a) === dayOf(b);
  return new Date(a.at).toISOString().slice(0, 7) === new Date(b.at).toISOString().slice(0, 7);
}

/** A day is over when it is over everywhere we read, a month when its last day is. */
function endOf(date: DateInText): number {
  if (date.precision === 'minute') return date.at;
  if (date.precision === 'day') return (dayOf(date) + 1) * DAY;
  const first = new Date(date.at);
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
}
