import type { Source } from '../../sources/source';
import type { Mention } from '../signals';
import {
  CORPORATE_FORMS,
  DAYS_AND_MONTHS,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  HYPHENATED,
  LAW_ENDS,
  NATIONALITIES,
  ORGANISATION_ENDS,
  ORGANISATION_STARTS,
  REPORTERS,
  ROLE_PARTS,
  ROLES,
  SPEECH,
} from './english';
import type { Lexicon, Name } from './lexicon';
import type { Sentence, Word } from './sentences';

type Kind = Mention['kind'];

/** Where a name stands in a sentence. */
export interface Spot {
  readonly name: string;
  readonly kind: Kind;
  readonly threat: boolean;
  /** Word positions: first, and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** The names of a story: the list that is shown, and where each stands, for the other sections. */
export interface Mentions {
  readonly list: readonly Mention[];
  /** The names of a sentence of this story, from left to right, none overlapping. */
  spots(sentence: Sentence): readonly Spot[];
}

/** Which publisher goes by a name; see lib/sources/registry.ts. */
export interface Publishers {
  named(name: string): Source | null | undefined;
}

/** More names than this are not read. */
const MOST_SHOWN = 24;
/** A name that the beat does not know is shown where this share of a large story's articles has it. */
const LEAST_SHARE = 0.05;

/** Names of more words with capitals are headlines that a feed put into the text. */
const MOST_CAPITALS = 6;

/** A name that was found, whatever it is called where. */
interface Entity {
  name: string;
  kind: Kind;
  threat: boolean;
  /** Known to the beat, or seen where a capital means a name. */
  sure: boolean;
  known: boolean;
  /** Forms as written, other than the name. */
  readonly forms: Set<string>;
}

/** Finds forms of names in a run of words: first word -> forms, longest first. */
type Index = Map<string, { readonly words: readonly string[]; readonly entity: Entity }[]>;

/** The beat's names, indexed once for each lexicon. */
const indexes = new WeakMap<Lexicon, readonly { readonly forms: readonly (readonly string[])[]; readonly of: Name }[]>();

/**
 * The people, organisations, products, places, vulnerabilities and laws of a story, most mentioned first.
 *
 * Names come from the beat's list, from the shape of what is written (CVE numbers, "... Act") and from capitals
 * in running text; Title Case headlines are searched for names that were found elsewhere, and give none of their own.
 * What cannot be told to be a person, an organisation or a product is left out: little, but never wrong.
 */
export function mentionsOf(sentences: readonly Sentence[], lexicon: Lexicon, publishers: Publishers): Mentions {
  const { entities, index } = knownNames(lexicon);
  const common = commonWords(sentences);
  const generic = new Set(lexicon.generic);
  discover(sentences, lexicon, entities, index, common, generic);
  const read = new Map<string, readonly Spot[]>();
  const counts = new Map<Entity, { articles: Set<string>; titles: Set<string>; first: number }>();
  const held = new Map<string, { entity: Entity; from: number; to: number; form: string }[]>();
  let order = 0;
  for (const sentence of sentences) {
    let found = held.get(sentence.text);
    if (found === undefined) {
      found = occurrences(sentence, index);
      for (const { entity, from } of found) if (!entity.sure && from > 0 && !sentence.capitalised) entity.sure = true;
      held.set(sentence.text, found);
    }
    for (const { entity, form } of found) {
      if (form !== entity.name) entity.forms.add(form);
      let count = counts.get(entity);
      if (count === undefined) {
        count = { articles: new Set(), titles: new Set(), first: order++ };
        counts.set(entity, count);
      }
      count.articles.add(sentence.article);
      if (sentence.place === 'title') count.titles.add(sentence.article);
    }
  }
  const articles = new Set(sentences.map((sentence) => sentence.article)).size;
  const shown = (entity: Entity): boolean => {
    const count = counts.get(entity);
    if (count === undefined || !entity.sure) return false;
    if (!entity.known && count.articles.size < articles * LEAST_SHARE) return false;
    // An outlet is named because it reports; it is part of the matter only where the headlines say so.
    const publisher = publishers.named(entity.name);
    const reports = publisher != null && publisher.kind !== 'authority' && publisher.kind !== 'party';
    return !reports || count.titles.size * 2 > articles;
  };
  const list = [...counts]
    .filter(([entity]) => shown(entity))
    .sort(([, a], [, b]) => b.articles.size - a.articles.size || b.titles.size - a.titles.size || a.first - b.first)
    .slice(0, MOST_SHOWN)
    .map(([entity, count]) => ({
      name: entity.name,
      kind: entity.kind,
      count: count.articles.size,
      aliases: [...entity.forms].sort(),
      articles: [...count.articles],
    }));
  return {
    list,
    spots(sentence) {
      let spots = read.get(sentence.text);
      if (spots === undefined) {
        spots = (held.get(sentence.text) ?? [])
          .filter(({ entity }) => shown(entity))
          .map(({ entity, from, to }) => ({ name: entity.name, kind: entity.kind, threat: entity.threat, from, to }));
        read.set(sentence.text, spots);
      }
      return spots;
    },
  };
}

function knownNames(lexicon: Lexicon): { entities: Map<string, Entity>; index: Index } {
  let prepared = indexes.get(lexicon);
  if (prepared === undefined) {
    prepared = lexicon.names.map((of) => ({ of, forms: [of.name, ...(of.aliases ?? [])].map((form) => form.split(/\s+/)) }));
    indexes.set(lexicon, prepared);
  }
  const entities = new Map<string, Entity>();
  const index: Index = new Map();
  for (const { of, forms } of prepared) {
    const entity: Entity = {
      name: of.name,
      kind: of.kind,
      threat: of.threat === true,
      sure: of.everyday !== true,
      known: true,
      forms: new Set(),
    };
    entities.set(of.name, entity);
    for (const words of forms) addForm(index, words, entity);
  }
  return { entities, index };
}

function addForm(index: Index, words: readonly string[], entity: Entity): void {
  const first = words[0];
  if (first === undefined) return;
  const list = index.get(first);
  const entry = { words, entity };
  if (list === undefined) {
    index.set(first, [entry]);
    return;
  }
  if (list.some((other) => other.words.length === words.length && other.words.every((word, i) => word === words[i]))) return;
  list.push(entry);
  list.sort((a, b) => b.words.length - a.words.length);
}

/** "Google" of "Google-owned". */
const nameOf = (word: Word): string => {
  const hyphen = word.text.lastIndexOf('-');
  return hyphen > 0 && HYPHENATED.has(word.lower.slice(hyphen + 1)) ? word.text.slice(0, hyphen) : word.text;
};

const CVE = /^CVE-\d{4}-\d{4,7}$/i;

function occurrences(sentence: Sentence, index: Index): { entity: Entity; from: number; to: number; form: string }[] {
  const found: { entity: Entity; from: number; to: number; form: string }[] = [];
  const { words } = sentence;
  for (let from = 0; from < words.length; ) {
    const match = formAt(words, from, index);
    if (match === null) {
      from++;
      continue;
    }
    const to = from + match.words.length;
    // As written, so that an alias is never a form that no source uses.
    found.push({ entity: match.entity, from, to, form: match.words.join(' ') });
    from = to;
  }
  return found;
}

function formAt(words: readonly Word[], from: number, index: Index): { words: readonly string[]; entity: Entity } | null {
  const first = words[from]!;
  const written = CVE.test(first.text) ? first.text.toUpperCase() : first.text;
  const lists = [index.get(written)];
  // "Google" of "Google-owned", "CrowdStrike" of "the CrowdStrike-SGNL deal".
  const hyphen = first.text.indexOf('-');
  if (hyphen > 0) lists.push(index.get(first.text.slice(0, hyphen))?.filter(({ words: form }) => form.length === 1));
  for (const list of lists) {
    for (const entry of list ?? []) {
      if (entry.words.every((word, i) => i === 0 || (words[from + i] !== undefined && nameOf(words[from + i]!) === word)))
        return entry;
    }
  }
  return null;
}

/** Words that the story has in lower case: with a capital they name nothing ("The Attack"). */
function commonWords(sentences: readonly Sentence[]): Set<string> {
  const common = new Set<string>();
  const seen = new Set<string>();
  for (const { text, words } of sentences) {
    if (seen.has(text)) continue;
    seen.add(text);
    for (const word of words) if (word.text === word.lower) common.add(word.lower);
  }
  return common;
}

/** A run of capitalised words in running text, with what stands around it. */
interface Run {
  readonly words: readonly string[];
  /** The word before, lower case, or ''. */
  readonly before: string;
  readonly after: string;
  /** A role stood before the name: "Secretary". */
  readonly role: boolean;
  /** The second of "Kensington and Chelsea": may be a name, may be half of one. */
  readonly half: boolean;
  /** In parentheses after the run: "(DPA)". */
  readonly acronym: string | null;
}

/** Adds the names that running text shows by its capitals, and those that have the shape of a CVE number. */
function discover(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  entities: Map<string, Entity>,
  index: Index,
  common: ReadonlySet<string>,
  generic: ReadonlySet<string>,
): void {
  const kinds = new Map(lexicon.kinds.map((kind) => [kind.after, kind]));
  const votes = new Map<string, { kinds: Map<Kind, number>; threat: boolean; articles: Set<string>; acronym: string | null }>();
  const seen = new Set<string>();
  for (const sentence of sentences) {
    for (const { text } of sentence.words) if (CVE.test(text)) entity(text.toUpperCase(), 'vulnerability');
    if (seen.has(sentence.text) || !readsAsEnglish(sentence)) continue;
    seen.add(sentence.text);
    for (const run of runsOf(sentence, index, common, generic)) {
      const name = run.words.join(' ');
      let vote = votes.get(name);
      if (vote === undefined) {
        vote = { kinds: new Map(), threat: false, articles: new Set(), acronym: null };
        votes.set(name, vote);
      }
      vote.articles.add(sentence.article);
      vote.acronym ??= run.acronym;
      const cue = NATIONALITIES.has(run.words.at(-1)!.toLowerCase()) ? undefined : kinds.get(run.after);
      const kind = cue?.kind ?? kindOf(run);
      // "Quick Response (QR)": what the field abbreviates is a thing, not a name.
      if (kind === null || (run.acronym !== null && generic.has(run.acronym))) continue;
      vote.kinds.set(kind, (vote.kinds.get(kind) ?? 0) + 1);
      vote.threat ||= cue?.threat === true;
    }
  }
  const people: Entity[] = [];
  const acronyms = new Map<string, Entity>();
  // "THE NATIONAL Privacy Commission": some outlets open with capitals.
  const alike = new Map([...entities.values()].map((known) => [folded(known.name), known]));
  for (const [name, vote] of votes) {
    const [voted] = [...vote.kinds].sort((a, b) => b[1] - a[1])[0] ?? [null];
    // Nobody puts a person's initials in parentheses: "Marina Bay Sands (MBS)".
    const kind = voted === 'person' && vote.acronym !== null ? 'organisation' : voted;
    if (kind === null) continue;
    const words = name.split(' ');
    // One plain word before "software" or "platform" may be any word; two articles make it a name.
    if (kind === 'product' && !vote.threat && words.length === 1 && vote.articles.size < 2 && /^\p{Lu}?\p{Ll}+$/u.test(name))
      continue;
    const bare = withoutForm(words, entities);
    const found = entities.get(bare.join(' ')) ?? alike.get(folded(bare.join(' '))) ?? entity(bare.join(' '), kind);
    alike.set(folded(found.name), found);
    found.threat ||= vote.threat;
    if (bare.length < words.length) addForm(index, words, found);
    addForm(index, bare, found);
    if (vote.acronym !== null && !generic.has(vote.acronym)) acronyms.set(vote.acronym, found);
    if (found.kind === 'person' && bare.length > 1) people.push(found);
  }
  // After all names: an acronym that also speaks for itself ("the PDPC said") is no organisation of its own.
  for (const [acronym, of] of acronyms) {
    if (entities.get(acronym)?.known === true) continue;
    setForm(index, acronym, of);
  }
  // "Hegseth" after "Pete Hegseth" is he, unless two people of the story share the surname.
  for (const known of lexicon.names)
    if (known.kind === 'person' && known.name.includes(' ')) people.push(entities.get(known.name)!);
  const surnames = new Map<string, Entity | null>();
  for (const person of people) {
    const surname = person.name.split(' ').at(-1)!;
    surnames.set(surname, surnames.has(surname) && surnames.get(surname) !== person ? null : person);
  }
  const written = new Set<string>();
  for (const sentence of sentences) for (const { text } of sentence.words) written.add(text);
  for (const [surname, person] of surnames) {
    if (
      person === null ||
      !person.name.split(' ').every((word) => written.has(word)) ||
      surname.length < 3 ||
      common.has(surname.toLowerCase())
    )
      continue;
    const alone = entities.get(surname);
    if (alone?.known === true) continue;
    setForm(index, surname, person);
  }

  function entity(name: string, kind: Kind): Entity {
    let found = entities.get(name);
    if (found === undefined) {
      found = { name, kind, threat: false, sure: true, known: false, forms: new Set() };
      entities.set(name, found);
      addForm(index, name.split(' '), found);
    }
    return found;
  }
}

/** Makes a single word a form of `entity`, whoever had it before. */
function setForm(index: Index, word: string, entity: Entity): void {
  const longer = (index.get(word) ?? []).filter((entry) => entry.words.length > 1);
  index.set(word, [...longer, { words: [word], entity }]);
}

/** "Mixpanel Inc" is Mixpanel; "OpenAI Group" is OpenAI where OpenAI is known. */
function withoutForm(words: readonly string[], entities: ReadonlyMap<string, Entity>): readonly string[] {
  let bare = words;
  while (bare.length > 1) {
    const last = bare.at(-1)!.toLowerCase();
    const rest = bare.slice(0, -1);
    if (!CORPORATE_FORMS.has(last) && !((last === 'group' || last === 'holdings') && entities.has(rest.join(' ')))) break;
    bare = rest;
  }
  return bare;
}

/** A seventh of an English text is function words; other languages have their capitals elsewhere (German: on every noun). */
function readsAsEnglish({ words }: Sentence): boolean {
  let function_ = 0;
  for (const { lower } of words) if (FUNCTION_WORDS.has(lower)) function_++;
  return function_ * 7 >= words.length;
}

const CAPITAL = /^(?:\p{Lu}|[xei]\p{Lu}|\d*\p{Lu}\p{L}{2})/u;
const JOINER = new Set(['of', 'for', 'de', 'von', 'van', 'bin', 'al']);

function runsOf(sentence: Sentence, index: Index, common: ReadonlySet<string>, generic: ReadonlySet<string>): Run[] {
  if (sentence.capitalised) return [];
  const { words, text } = sentence;
  const runs: Run[] = [];
  const close = (from: number, to: number): void => {
    const [start, end] = narrowed(words, from, to, common, generic);
    if (start >= end) return;
    const names = words.slice(start, end).map(nameOf);
    // "PHALT#BLYX" is one name that our words cut in two.
    if ((start === 0 && end === 1) || text[words[end - 1]!.end] === '#') return;
    if (names.every((name) => generic.has(name))) return;
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
    const before = start > 0 ? words[start - 1]!.lower.replace(/\./gu, '') : '';
    const next = words[end];
    const bracket = next !== undefined && /^\s*\($/.test(text.slice(words[end - 1]!.end, next.start)) && text[next.end] === ')';
    runs.push({
      words: names,
      before,
      after: next === undefined || bracket ? '' : next.text.toLowerCase(),
      role: ROLES.has(before),
      half: before === 'and' && start > 1 && CAPITAL.test(words[start - 2]!.text),
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
      const joins = JOINER.has(next) && (organisation || /^(?:de|von|van|bin|al)$/.test(next));
      const and =
        next === 'and' &&
        (/(?:ion|ions|ing|ity|ment|ics|ce|ure|ies|ogy|ers)$/u.test(words[end - 1]!.text) || (organisation && end - i > 2)) &&
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
      if (ORGANISATION_STARTS.has(words[from]!.lower)) continue;
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
  return end > from && ORGANISATION_ENDS.has(words[end - 1]!.lower);
}

/** The same name in capitals, with a middle initial, or in the other spelling of English. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ \p{L} /gu, ' ')
    .replace(/\bcentre\b/gu, 'center')
    .replace(/\bdefence\b/gu, 'defense')
    .replace(/isation\b/gu, 'ization');

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

/** What a run names, as far as its own words and its neighbours tell; null where they do not. */
function kindOf(run: Run): Kind | null {
  if (REPORTERS.has(run.before) || NATIONALITIES.has(run.words.at(-1)!.toLowerCase())) return null;
  const last = run.words.at(-1)!.toLowerCase();
  const first = run.words[0]!.toLowerCase();
  const size = run.words.length;
  // A headline inside the text has a capital on every word.
  if (run.words.filter((word) => CAPITAL.test(word)).length > MOST_CAPITALS) return null;
  if (size > 1 && LAW_ENDS.has(last)) return 'law';
  const person = size <= 4 && run.words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word));
  if (size > 1 && (ORGANISATION_ENDS.has(last) || (ORGANISATION_STARTS.has(first) && size > 2))) return 'organisation';
  if (person && size > 1 && (run.role || GIVEN_NAMES.has(first))) return 'person';
  if (person && size > 1 && size <= 3 && SPEECH.has(run.before)) return 'person';
  if (size === 1 && SPEECH.has(run.after) && !run.role && !run.half) return 'organisation';
  if (size <= 2 && /^(?:dubbed|codenamed|nicknamed)$/.test(run.before)) return 'product';
  if (size === 1 && /^(?:firm|company|vendor|giant|startup|maker|provider|researchers?|bank|agency)$/.test(run.before))
    return 'organisation';
  return null;
}
