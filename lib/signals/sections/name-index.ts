import type { Mention } from '../signals';
import { HYPHENATED } from './english';
import type { Lexicon, Name } from './lexicon';
import { type Sentence, type Word, wordsOf } from './sentences';

export type Kind = Mention['kind'];

/** A name that was found, whatever it is called where. */
export interface Entity {
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
export type Index = Map<string, IndexEntry[]>;

interface IndexEntry {
  readonly words: readonly string[];
  readonly entity: Entity;
  /** As the beat writes it, where our words leave a sign out ("Lapsus$"). */
  readonly written?: string;
}

/** The beat's names, indexed once for each lexicon. */
const indexes = new WeakMap<Lexicon, readonly { readonly forms: readonly Form[]; readonly of: Name }[]>();

interface Form {
  readonly written: string;
  readonly words: readonly string[];
  readonly folded: string;
}

/** The same name in capitals, with a middle initial, in one word or two ("World Leaks"), or in the other spelling of English. */
export const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ \p{L} /gu, ' ')
    .replace(/\bcentre\b/gu, 'center')
    .replace(/\bdefence\b/gu, 'defense')
    .replace(/isation\b/gu, 'ization')
    .replace(/[\s-]+/gu, '');

/** The names by their own form; the index of all forms; and the names by all forms as `folded` writes them. */
export function knownNames(lexicon: Lexicon): { entities: Map<string, Entity>; index: Index; alike: Map<string, Entity> } {
  let prepared = indexes.get(lexicon);
  if (prepared === undefined) {
    prepared = lexicon.names.map((of) => ({
      of,
      forms: [of.name, ...(of.aliases ?? [])].map((form) => ({
        written: form,
        words: wordsOf(form).map(({ text }) => text),
        folded: folded(form),
      })),
    }));
    indexes.set(lexicon, prepared);
  }
  const entities = new Map<string, Entity>();
  const index: Index = new Map();
  const alike = new Map<string, Entity>();
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
    for (const { words, folded: form, written } of forms) {
      addForm(index, words, entity, written);
      alike.set(form, entity);
    }
  }
  return { entities, index, alike };
}

export function addForm(index: Index, words: readonly string[], entity: Entity, written = words.join(' ')): void {
  const first = words[0];
  if (first === undefined) return;
  const list = index.get(first);
  const entry = { words, entity, written };
  if (list === undefined) {
    index.set(first, [entry]);
    return;
  }
  if (list.some((other) => other.words.length === words.length && other.words.every((word, i) => word === words[i]))) return;
  list.push(entry);
  list.sort((a, b) => b.words.length - a.words.length);
}

/** Makes a single word a form of `entity`, whoever had it before. */
export function setForm(index: Index, word: string, entity: Entity): void {
  const longer = (index.get(word) ?? []).filter((entry) => entry.words.length > 1);
  index.set(word, [...longer, { words: [word], entity }]);
}

/** "Google" of "Google-owned". */
export const nameOf = (word: Word): string => {
  const hyphen = word.text.lastIndexOf('-');
  return hyphen > 0 && HYPHENATED.has(word.lower.slice(hyphen + 1)) ? word.text.slice(0, hyphen) : word.text;
};

export const CVE = /^CVE-\d{4}-\d{4,7}$/i;

export function occurrences(sentence: Sentence, index: Index): { entity: Entity; from: number; to: number; form: string }[] {
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
    found.push({ entity: match.entity, from, to, form: match.written ?? match.words.join(' ') });
    from = to;
  }
  return found;
}

export function formAt(words: readonly Word[], from: number, index: Index): IndexEntry | null {
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
