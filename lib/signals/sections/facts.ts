import { amountsIn } from '../amounts';
import type { KeyFact } from '../signals';
import type { Agreement } from './agreement';
import type { Lexicon } from './lexicon';
import { quality } from './quality';
import { type Sentence, termOf } from './sentences';
import { ownFirst, repeats, restatesTitle } from './takeaways';

/** The reference page has five; more than eight is no longer key. */
const MOST = 8;
/** A fact this far below the best is not key. */
const STILL_KEY = 0.3;
/** Figures closer than this are one figure, rounded ("6.6m", "6.63 million"). */
const ROUNDING = 0.06;
/** Figures further apart than this measure different things: what it cost the firm, and what it cost the country. */
const SAME_ORDER = 3;
/** Sentences must share this much beside their figures before the figures are held to contradict each other. */
const SAME_QUANTITY = 0.3;
/** Headlines are short and give one figure, the story's: less will do. */
const SAME_QUANTITY_IN_TITLES = 0.1;

/** Two sentences of one story that share less than this are about different things. */
const UNRELATED = 0.16;

/** A figure as a source writes it. */
export interface Figure {
  /** As written, with its unit: "2.4 million customers", "$14m". */
  readonly value: string;
  /** What it measures, where the words around it tell; only figures of one measure are compared. */
  readonly measure: string | null;
  /** For comparison, in the units of lib/signals/amounts.ts. */
  readonly amount: number;
}

/**
 * What happened, in numbered sentences: those with figures, orders and decisions, most widely carried first.
 * A sentence that is already a takeaway comes again only where no other says the same.
 */
export function factsOf(
  sentences: readonly Sentence[],
  agreement: Agreement,
  counted: ReadonlySet<string>,
  lexicon: Lexicon,
  title: string,
  takeaways: ReadonlySet<string>,
): KeyFact[] {
  const decisions = new Set(lexicon.decisions);
  const origins = (sentence: Sentence): string[] => agreement.carriers(sentence).filter((key) => counted.has(key));
  const figures = new Map<Sentence, readonly Figure[]>();
  const figuresIn = (sentence: Sentence): readonly Figure[] => {
    let found = figures.get(sentence);
    if (found === undefined) {
      found = figuresOf(sentence.text);
      figures.set(sentence, found);
    }
    return found;
  };
  const heading = agreement.ranked.find((sentence) => sentence.text === title);
  const candidates = agreement.ranked
    .filter((sentence) => sentence.quotable && !sentence.leaning && !restatesTitle(sentence, title, heading, agreement))
    .map((sentence) => {
      const hard = hardness(sentence, figuresIn(sentence), decisions);
      const carried = Math.log2(1 + origins(sentence).length);
      const partial = counted.size > 0 && !counted.has(sentence.origin) ? 0.6 : 1;
      const known = takeaways.has(sentence.text) ? 0.6 : 1;
      return {
        sentence,
        score: hard === 0 ? 0 : (hard + carried + agreement.rank(sentence)) * quality(sentence) * partial * known,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (best === undefined) return [];
  const taken: Sentence[] = [];
  const covered = new Set<string>();
  const toldFigures: Figure[] = [];
  for (const { sentence, score } of candidates) {
    if (taken.length === MOST || score < best.score * STILL_KEY) break;
    if (taken.some((other) => repeats(sentence, other, agreement))) continue;
    // A fact brings a figure or a decision that is not there yet, or is about something else altogether.
    const keys = keysOf(sentence, decisions);
    const unrelated = taken.every((other) => agreement.likeness(sentence, other) < UNRELATED);
    if (!unrelated && !keys.some((key) => !covered.has(key))) continue;
    // Other words for a figure that is there: "lost almost £500m", "a loss of £485m".
    const own = figuresIn(sentence);
    if (
      own.length > 0 &&
      own.every((figure) => toldFigures.some((other) => isSame(figure, other))) &&
      (!unrelated || own.some(measured))
    )
      continue;
    toldFigures.push(...own);
    for (const key of keys) covered.add(key);
    taken.push(sentence);
  }
  const facts: KeyFact[] = [];
  const shown = new Set<string>();
  for (const sentence of taken) {
    // Its figure stands beside another fact already, as the one that contradicts it.
    if (figuresIn(sentence).some((figure) => figure.measure !== null && shown.has(identityOf(figure)))) continue;
    const conflict = contradiction(sentence, sentences, agreement, figuresIn);
    for (const { figure } of conflict ?? []) shown.add(identityOf(figure));
    facts.push({
      text: sentence.text,
      article: sentence.article,
      origins: ownFirst(sentence, origins(sentence)),
      ...(conflict !== null && {
        figures: conflict.map(({ figure, articles }) => ({ value: figure.value, articles: [...articles] })),
      }),
    });
  }
  return facts;
}

const identityOf = (figure: Figure): string => `${figure.measure} ${figure.amount}`;

const SAID = /^(?:confirm|den(?:y|ie)|announc|disclos|must$)/;
const measured = ({ measure }: Figure): boolean => measure !== null;

/** Figures and decisions of a sentence, for comparing. */
function keysOf(sentence: Sentence, decisions: ReadonlySet<string>): string[] {
  const keys = [...sentence.terms].filter((term) => term.startsWith('#'));
  // All forms of one verb begin alike: "fined", "fines"; "stole", "stolen". What is only said is no decision.
  for (const { lower } of sentence.words) if (decisions.has(lower) && !SAID.test(lower)) keys.push(lower.slice(0, 4));
  return keys;
}

/** 0 where a sentence neither counts nor decides anything. */
function hardness(sentence: Sentence, figures: readonly Figure[], decisions: ReadonlySet<string>): number {
  let hard = Math.min(2, figures.length) * 0.8;
  if (hard === 0 && /\d/u.test(sentence.text)) hard = 0.4;
  let decided = 0;
  for (const { lower } of sentence.words) if (decisions.has(lower)) decided++;
  return hard + Math.min(2, decided) * 0.7;
}

/** What money is: sums of one kind are compared, a loss is never held against a fine. */
const MONEY_KINDS: readonly (readonly [string, RegExp])[] = [
  ['fine', /^(?:fine[ds]?|penalt(?:y|ies)|penali[sz]ed)$/],
  ['loss', /^(?:loss(?:es)?|lost|loses?|losing)$/],
  ['cost', /^(?:costs?|costing|damages?|bill)$/],
  ['ransom', /^(?:ransoms?|extort(?:ed|ion)?)$/],
  ['settlement', /^(?:settle(?:s|d|ment)?|payouts?|compensation)$/],
  ['theft', /^(?:stole|stolen|steal|theft|heist|drained|hack)$/],
  ['revenue', /^(?:revenues?|sales|turnover|profits?|earnings)$/],
  ['funding', /^(?:rais(?:e[ds]?|ing)|funding|round|invest(?:s|ed|ment)?)$/],
  ['value', /^(?:valuation|valued|worth)$/],
  ['contract', /^(?:contracts?|deals?|agreements?|awarded|acquire[ds]?|acquisition|buy(?:s|ing)?|bought)$/],
];
/** Nouns of people who are counted apart from the rest, and of what is counted that is nobody. */
const STAFF = /^(?:employees?|staff|workers?|officers?|teachers?)$/;
const RECORDS = /^(?:records?|emails?|passwords?|credentials?|profiles?|identities)$/;
/** Characters around a figure that say what it measures. */
const AROUND = 60;

/** The figures of a text that measure something, in the order of the text. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = [];
  for (const amount of amountsIn(text)) {
    if (amount.kind === 'cvss') continue;
    const number = text.slice(amount.start, amount.end).trim();
    const after = text.slice(amount.end, amount.end + AROUND).toLowerCase();
    if (amount.kind === 'money') {
      const unit = /^\s*(?:dollars?|euros?|pounds|yen|won|yuan|rupees|francs)/u.exec(after)?.[0] ?? '';
      // Currencies are not held against each other: rates move, and outlets convert.
      const currency = /^[^\d\s.,]+/u.exec(number)?.[0].toLowerCase() ?? unit.trim();
      const kind = moneyKind(text.slice(Math.max(0, amount.start - AROUND), amount.start).toLowerCase(), after);
      found.push({ value: number + unit, measure: kind === null ? null : `${kind} ${currency}`, amount: amount.value });
      continue;
    }
    const unit = /^ ?(?:[\p{Ll}-]+ ){0,2}?[\p{Ll}-]{4,}/u.exec(after)?.[0] ?? '';
    const noun = unit.trim().split(' ').at(-1) ?? '';
    const measure =
      amount.kind === 'systems'
        ? `systems ${termOf(noun)}`
        : STAFF.test(noun)
          ? 'staff'
          : RECORDS.test(noun)
            ? 'records'
            : 'people';
    found.push({ value: number + text.slice(amount.end, amount.end + unit.length), measure, amount: amount.value });
  }
  return found;
}

/** By the nearest word that tells, on either side; null where none does. */
function moneyKind(before: string, after: string): string | null {
  const left = before
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .reverse();
  const right = after.split(/[^\p{L}]+/u).filter(Boolean);
  for (let distance = 0; distance < 6; distance++) {
    for (const word of [right[distance], left[distance]]) {
      const kind = word === undefined ? undefined : MONEY_KINDS.find(([, pattern]) => pattern.test(word));
      if (kind !== undefined) return kind[0];
    }
  }
  return null;
}

/**
 * Where articles of different origins give different figures for what a sentence measures.
 * An article that has both figures means two things by them ("6.6m people, 325,000 of them patients"), and so there is no contradiction.
 */
function contradiction(
  fact: Sentence,
  sentences: readonly Sentence[],
  agreement: Agreement,
  figuresIn: (sentence: Sentence) => readonly Figure[],
): { figure: Figure; articles: Set<string> }[] | null {
  for (const own of figuresIn(fact)) {
    if (own.measure === null) continue;
    const values: { figure: Figure; articles: Set<string>; origins: Set<string> }[] = [];
    const gather = (figure: Figure, sentence: Sentence): void => {
      let same = values.find((value) => isSame(value.figure, figure));
      if (same === undefined) {
        same = { figure, articles: new Set(), origins: new Set() };
        values.push(same);
      }
      same.articles.add(sentence.article);
      same.origins.add(sentence.origin);
    };
    gather(own, fact);
    for (const sentence of sentences) {
      if (sentence === fact) continue;
      const comparable = figuresIn(sentence).filter((figure) => figure.measure === own.measure && sameOrder(figure, own));
      const least = sentence.place === 'title' && fact.place === 'title' ? SAME_QUANTITY_IN_TITLES : SAME_QUANTITY;
      if (comparable.length !== 1 || agreement.likeness(sentence, fact) < least) continue;
      gather(comparable[0]!, sentence);
    }
    const distinct = values.filter((value, i) =>
      values.every(
        (other, j) =>
          i === j ||
          (![...value.articles].some((article) => other.articles.has(article)) &&
            ![...value.origins].some((origin) => other.origins.has(origin))),
      ),
    );
    if (distinct.length < 2 || !distinct.includes(values[0]!)) continue;
    // What most origins give comes first, whichever sentence was quoted.
    return distinct.slice(0, 4).sort((a, b) => b.origins.size - a.origins.size || a.figure.amount - b.figure.amount);
  }
  return null;
}

const isSame = (a: Figure, b: Figure): boolean => Math.abs(a.amount - b.amount) <= ROUNDING * Math.max(a.amount, b.amount);
const sameOrder = (a: Figure, b: Figure): boolean => Math.max(a.amount, b.amount) <= SAME_ORDER * Math.min(a.amount, b.amount);
