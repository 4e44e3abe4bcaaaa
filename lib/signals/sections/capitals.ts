import {
  BUSINESS,
  DAYS_AND_MONTHS,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  LAW_ENDS,
  NATIONALITIES,
  ORGANISATION_ENDS,
  ORGANISATION_STARTS,
  REPORTERS,
  ROLE_PARTS,
  ROLES,
  SPEECH,
  STRUCK,
} from './english';
import { formAt, type Index, type Kind, nameOf } from './name-index';
import type { Sentence, Word } from './sentences';

/** A run of capitalised words in running text, with what stands around it. */
export interface Run {
  readonly words: readonly string[];
  /** The word before, lower case, or ''. */
  readonly before: string;
  readonly after: string;
  /** The word before that one and the one after the next, for phrases of two words ("breach at", "data breach"). */
  readonly earlier: string;
  readonly later: string;
  /** "Quorvex's": what follows is its own. */
  readonly owns: boolean;
  /** What the text calls it right after: ", a maker of pumps" gives the text up to its next comma. */
  readonly apposition: string;
  /** It opens the sentence with a single word, which may have its capital for that alone. */
  readonly opens: boolean;
  /** Nothing but a space between the name and the word before it. */
  readonly touches: boolean;
  /** A role stood before the name: "Secretary". */
  readonly role: boolean;
  /** The second of "Kensington and Chelsea": may be a name, may be half of one. */
  readonly half: boolean;
  /** In parentheses after the run: "(DPA)". */
  readonly acronym: string | null;
}

const CAPITAL = /^(?:\p{Lu}|[xei]\p{Lu}|\d*\p{Lu}\p{L}{2})/u;

/** Characters after a name that may say what it is. */
const APPOSITION = 80;

/** "Police Service of Northern Ireland": the last word of an organisation that goes on with "of". */
const SERVICE = /^(?:service|bank|bureau|board|court|trust|society|federation|association|church|academy)$/;

/** What offices are for, the first of two: "Securities and Exchange", "Customs and Border", "Food and Drug". */
const MATTER = /(?:ion|ions|ing|ity|ment|ics|ce|ure|ies|ogy|ers)$|^(?:Arts|Customs|Food|Health|Justice|Labou?r|Space|Trade)$/u;
/** The second of them, which ends no organisation by itself: "Standards and Technology". */
const SECOND_MATTER = /^(?:technology|protection)$/;

const JOINER = new Set(['of', 'for', 'de', 'von', 'van', 'bin', 'al']);

/** Names of more words with capitals are headlines that a feed put into the text. */
const MOST_CAPITALS = 6;

export function runsOf(sentence: Sentence, index: Index, common: ReadonlySet<string>, generic: ReadonlySet<string>): Run[] {
  if (sentence.capitalised) return [];
  const { words, text } = sentence;
  const runs: Run[] = [];
  const close = (from: number, to: number): void => {
    const [start, end] = narrowed(words, from, to, common, generic);
    if (start >= end) return;
    const names = words.slice(start, end).map(nameOf);
    // "PHALT#BLYX" is one name that our words cut in two, and so is "Backup & Replication".
    if (text[words[end - 1]!.end] === '#' || /\p{L} & $/u.test(text.slice(0, words[start]!.start).slice(-4))) return;
    // "AI-orchestrated" names nobody either.
    if (names.every((name) => generic.has(name) || (/-\p{Ll}/u.test(name) && generic.has(name.slice(0, name.indexOf('-'))))))
      return;
    // "CrowdStrike-SGNL" is two names.
    if (names.some((name) => /^[^-]+-\p{Lu}/u.test(name) && index.has(name.slice(0, name.indexOf('-'))))) return;
    // Known names side by side are no new name: "Fortinet FortiGate".
    let known = start;
    for (
      let form = formAt(words, known, index);
      form !== null && known < end;
      form = known < end ? formAt(words, known, index) : null
    )
      known += form.words.length;
    if (known >= end) return;
    const neighbour = start > 0 && text.slice(words[start - 1]!.end, words[start]!.start) === ' ';
    const before = start > 0 ? words[start - 1]!.lower.replace(/\./gu, '') : '';
    const next = words[end];
    const then = words[end + 1];
    const bracket = next !== undefined && /^\s*\($/.test(text.slice(words[end - 1]!.end, next.start)) && text[next.end] === ')';
    const follows = text.slice(words[end - 1]!.end, words[end - 1]!.end + APPOSITION);
    const adjacent = next !== undefined && /^(?:['’]s?)? $/.test(text.slice(words[end - 1]!.end, next.start));
    runs.push({
      words: names,
      before,
      earlier: start > 1 ? words[start - 2]!.lower : '',
      after: next === undefined || bracket ? '' : next.lower,
      later: adjacent && then !== undefined && text.slice(next.end, then.start) === ' ' ? then.lower : '',
      owns: /^['’]s? /u.test(follows),
      apposition: /^, ((?:an?|the [^\s,.;:]+|one of)\s[^,.;:—–]{3,70})/iu.exec(follows)?.[1]?.toLowerCase() ?? '',
      opens: start === 0 && end === 1,
      touches: neighbour,
      role: ROLES.has(before),
      half: before === 'and' && start > 1 && CAPITAL.test(words[start - 2]!.text) && formAt(words, start - 2, index) === null,
      acronym:
        bracket && /^\p{Lu}[\p{Lu}\d&]{1,7}$/u.test(next.text) && initialsOf(names).includes(next.text[0]!) ? next.text : null,
    });
  };
  for (let i = 0; i < words.length; ) {
    if (!CAPITAL.test(words[i]!.text)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < words.length) {
      const gap = text.slice(words[end - 1]!.end, words[end]!.start);
      const next = words[end]!.text;
      if (gap !== ' ' && !/^\. $/.test(gap)) break;
      // "Russia-based Media Land" is two names.
      if (nameOf(words[end - 1]!) !== words[end - 1]!.text) break;
      // A point belongs to a name only after an initial: "Samuel L. Jackson".
      if (gap !== ' ' && words[end - 1]!.text.length > 1) break;
      if (CAPITAL.test(next)) {
        end++;
        continue;
      }
      const after = words[end + 1];
      const organisation = words.slice(i, end).some((word) => ORGANISATION_STARTS.has(word.lower));
      const service = next === 'of' && SERVICE.test(words[end - 1]!.lower) && end - i > 1;
      const joins = JOINER.has(next) && (organisation || service || /^(?:de|von|van|bin|al)$/.test(next));
      const and =
        next === 'and' &&
        (MATTER.test(words[end - 1]!.text) || (organisation && end - i > 2)) &&
        endsAsOrganisation(words, end + 1, text);
      const the = joins && after?.text === 'the' ? words[end + 2] : undefined;
      if ((joins || and) && after !== undefined && CAPITAL.test(after.text) && text.slice(words[end]!.end, after.start) === ' ')
        end += 2;
      else if (the !== undefined && CAPITAL.test(the.text)) end += 3;
      else break;
    }
    // A role inside the run parts two names: "OpenAI CEO Sam Altman".
    let from = i;
    for (let at = i; at < end; at++) {
      if (!ROLES.has(words[at]!.lower.replace(/\./gu, ''))) continue;
      // ... but "Office of the Harbour Commissioner" is one.
      if (words.slice(from, at).some((word) => ORGANISATION_STARTS.has(word.lower))) continue;
      close(from, at);
      from = at + 1;
    }
    close(from, end);
    i = end;
  }
  return runs;
}

/** "Securities and Exchange Commission": an "and" is inside a name that ends as organisations do. */
function endsAsOrganisation(words: readonly Word[], from: number, text: string): boolean {
  let end = from;
  while (
    end < words.length &&
    end - from < 4 &&
    CAPITAL.test(words[end]!.text) &&
    (end === from || text.slice(words[end - 1]!.end, words[end]!.start) === ' ')
  )
    end++;
  return end > from && (ORGANISATION_ENDS.has(words[end - 1]!.lower) || SECOND_MATTER.test(words[end - 1]!.lower));
}

const initialsOf = (names: readonly string[]): string =>
  names
    .map((name) => name[0])
    .join('')
    .toUpperCase();

/** Without what is no part of the name at either end: "The", "Former", "Friday", "British", a word that opens the sentence. */
function narrowed(
  words: readonly Word[],
  from: number,
  to: number,
  common: ReadonlySet<string>,
  generic: ReadonlySet<string>,
): [number, number] {
  let start = from;
  let end = to;
  const idle = (word: Word): boolean => {
    const lower = word.lower;
    return (
      lower.length === 1 ||
      FUNCTION_WORDS.has(lower) ||
      DAYS_AND_MONTHS.has(lower) ||
      ROLE_PARTS.has(lower) ||
      /^\d+$/.test(lower)
    );
  };
  while (start < end) {
    const word = words[start]!;
    const lower = word.lower;
    const opens = start === 0 && (common.has(lower) || /(?:ly|ing|ed)$/u.test(lower)) && !ORGANISATION_STARTS.has(lower);
    if (
      idle(word) &&
      !ORGANISATION_STARTS.has(lower) &&
      !(end - start > 1 && ORGANISATION_ENDS.has(words[end - 1]!.lower) && ROLE_PARTS.has(lower))
    )
      start++;
    else if (opens || (/\p{Ll}{3}ly$/u.test(word.text) && end - start > 2 && !GIVEN_NAMES.has(lower)) || NATIONALITIES.has(lower))
      start++;
    else if (generic.has(word.text) && end - start > 1 && GIVEN_NAMES.has(words[start + 1]!.lower)) start++;
    else break;
  }
  while (end > start && (idle(words[end - 1]!) || (generic.has(words[end - 1]!.text) && end - start > 1))) end--;
  return [start, end];
}

/** Places where nobody is: "at Marina Bay Sands". */
const WHERE = /^(?:at|in|near|inside|outside)$/;
/** What only a firm or an office has: "Quorvex's servers". */
const OWNED =
  /^(?:customers?|clients|users|employees|staff|workers|shareholders|systems?|networks?|servers?|websites?|portal|stores|operations|services|subsidiary|platform|infrastructure|spokes(?:man|woman|person)|headquarters|board|parent)$/;
/** What only a firm or an office does, or does in the news: people confirm and deny as well. */
const DOES = /^(?:discloses|disclosed|suffers|suffered|notifies|notified|subsidiary|outage|breach|cyberattack|cyber-attack)$/;
const HAS_DONE = /^(?:disclosed|notified|suspended|suffered|confirmed|acknowledged|patched|launched|acquired|not|begun)$/;
const LOST = /^(?:breach|breaches|leak|leaks|theft|incident|attack|outage)$/;

/** Who is known by one name: "the actor Upendra", but not "the threat actor Qilin". */
const STAGE = /^(?:actor|actress|singer|rapper|comedian|footballer|driver)$/;

/** What a run names, as far as its own words and its neighbours tell; null where they do not. */
export function kindOf(run: Run): Kind | null {
  if (REPORTERS.has(run.before) || NATIONALITIES.has(run.words.at(-1)!.toLowerCase())) return null;
  const last = run.words.at(-1)!.toLowerCase();
  const first = run.words[0]!.toLowerCase();
  const size = run.words.length;
  // A headline inside the text has a capital on every word.
  if (run.words.filter((word) => CAPITAL.test(word)).length > MOST_CAPITALS) return null;
  if (size === 1 && (ORGANISATION_ENDS.has(last) || ORGANISATION_STARTS.has(last))) return null;
  // "State of Ransomware" is a report; of states and cities the place is named.
  if (/^(?:state|city)$/.test(first) && !ORGANISATION_ENDS.has(last)) return null;
  if (size > 1 && LAW_ENDS.has(last)) return 'law';
  const person = size <= 4 && run.words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word));
  if (size > 1 && (ORGANISATION_ENDS.has(last) || (ORGANISATION_STARTS.has(first) && size > 2) || ofWhat(run.words)))
    return run.half && size === 2 ? null : 'organisation';
  if (person && size > 1 && !WHERE.test(run.before) && (run.role || GIVEN_NAMES.has(first))) return 'person';
  if (person && size > 1 && size <= 3 && SPEECH.has(run.before)) return 'person';
  if (person && size <= 3 && run.touches && STAGE.test(run.before) && run.earlier !== 'threat') return 'person';
  // "Park Dae-jun": given names of Korea, and some of China, are written so.
  if (person && size === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(run.words[1]!)) return 'person';
  if (size <= 3 && actsAsOrganisation(run)) return 'organisation';
  if (size === 1 && SPEECH.has(run.after) && !run.role && !run.half && run.before !== 'at') return 'organisation';
  if (size <= 2 && /^(?:dubbed|codenamed|nicknamed)$/.test(run.before)) return 'product';
  return null;
}

/** By what it is of or for: "Police Service of Northern Ireland", "Customs and Border Protection". */
const ofWhat = (words: readonly string[]): boolean =>
  words.some((word, i) => words[i + 1] === 'of' && i > 0 && SERVICE.test(word.toLowerCase())) ||
  (words.includes('and') && SECOND_MATTER.test(words.at(-1)!.toLowerCase()));

/** The words around say that it is a firm or an office: "the retailer Quorvex", "the breach at Quorvex", "Quorvex's customers". */
function actsAsOrganisation(run: Run): boolean {
  if (run.role) return false;
  if (run.touches && BUSINESS.has(run.before)) return true;
  if (run.apposition.split(/[^\p{L}-]+/u).some((word) => BUSINESS.has(word))) return true;
  if (/^(?:at|on|of|against)$/.test(run.before) && STRUCK.has(run.earlier)) return true;
  if (run.half) return false;
  if (run.owns ? OWNED.test(run.after) : DOES.test(run.after)) return true;
  if (/^(?:data|security|cyber)$/.test(run.after) && LOST.test(run.later)) return true;
  return (run.after === 'has' && HAS_DONE.test(run.later)) || (run.after === 'declined' && run.later === 'to');
}
