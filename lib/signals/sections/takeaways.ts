import type { Takeaway } from '../signals';
import { type Agreement, figuresWithin } from './agreement';
import type { Lexicon } from './lexicon';
import { quality } from './quality';
import type { Sentence } from './sentences';

/** Two to four are what a reader takes in at a glance; the reference page has two. */
const MOST = 4;
/** One that says this much of what is already said adds nothing; below it, a reader sees two statements. */
const REPEATS = 0.36;
/** The same where it brings no figure of its own: another wording of "fined £14m". */
const REPEATS_FIGURE = 0.13;
/** Nearly all of one in the other; headlines have few words beside those that they repeat. */
const WITHIN = 0.6;
const WITHIN_TITLE = 0.48;
/** Past the first two, a sentence must be this central, relative to the best. */
const STILL_CENTRAL = 0.55;

/** Headlines clip what sentences say: one is a takeaway only where it is agreed on, or nothing else is left. */
const HEADLINE = 0.7;
/** Orders and decisions are what readers take away, before meetings and talks. */
const DECISION_BONUS = 0.12;

/**
 * The sentences that independent origins agree on, best first: central among all origins' sentences,
 * each origin counted once, none saying what another says.
 * @param counted keys of the story's independent origins
 */
export function takeawaysOf(agreement: Agreement, counted: ReadonlySet<string>, lexicon: Lexicon, title: string): Takeaway[] {
  const decisions = new Set(lexicon.decisions);
  const origins = (sentence: Sentence): string[] => agreement.carriers(sentence).filter((key) => counted.has(key));
  const heading = agreement.ranked.find((sentence) => sentence.text === title);
  const candidates = agreement.ranked
    .filter((sentence) => sentence.quotable && !sentence.leaning && !restatesTitle(sentence, title, heading, agreement))
    .map((sentence) => ({ sentence, score: scoreOf(sentence, agreement, origins(sentence).length, counted, decisions) }))
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (best === undefined) return [];
  const taken: Sentence[] = [];
  for (const { sentence, score } of candidates) {
    if (taken.length === MOST || (taken.length >= 2 && score < best.score * STILL_CENTRAL)) break;
    if (taken.some((other) => repeats(sentence, other, agreement))) continue;
    taken.push(sentence);
  }
  return taken.map((sentence) => ({
    text: sentence.text,
    article: sentence.article,
    origins: ownFirst(sentence, origins(sentence)),
  }));
}

/** A headline that says what the story's own headline says, under which it would stand. */
export function restatesTitle(sentence: Sentence, title: string, heading: Sentence | undefined, agreement: Agreement): boolean {
  if (sentence.text === title) return true;
  return sentence.place === 'title' && heading !== undefined && repeats(sentence, heading, agreement);
}

/** True where a reader of `other` learns nothing from `sentence`. */
export function repeats(sentence: Sentence, other: Sentence, agreement: Agreement): boolean {
  return (
    sentence.text === other.text ||
    agreement.likeness(sentence, other) > REPEATS ||
    (agreement.likeness(sentence, other) > REPEATS_FIGURE && figuresWithin(sentence, other)) ||
    agreement.contained(sentence, other) > (sentence.place === 'title' ? WITHIN_TITLE : WITHIN) ||
    agreement.contained(other, sentence) > WITHIN
  );
}

/** A quotation carries at least the origin it is from, counted or not. */
export function ownFirst(sentence: Sentence, origins: readonly string[]): string[] {
  return origins.length > 0 ? [...origins] : [sentence.origin];
}

function scoreOf(
  sentence: Sentence,
  agreement: Agreement,
  carriers: number,
  counted: ReadonlySet<string>,
  decisions: ReadonlySet<string>,
): number {
  const agreed = Math.min(1, (carriers - 1) / 2);
  // A party's own words are quoted only where nobody else says it.
  const partial = counted.size > 0 && !counted.has(sentence.origin) ? 0.5 : 1;
  const decided = Math.min(2, sentence.words.filter(({ lower }) => decisions.has(lower)).length);
  return (
    (agreement.rank(sentence) + 0.5 * Math.max(0, agreed)) *
    quality(sentence) *
    partial *
    (sentence.place === 'title' && carriers < 3 ? HEADLINE : 1) *
    (1 + DECISION_BONUS * decided)
  );
}
