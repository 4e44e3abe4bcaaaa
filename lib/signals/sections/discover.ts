import { kindOf, type Run, runsOf } from './capitals';
import { CORPORATE_FORMS, FUNCTION_WORDS, NATIONALITIES, ORGANISATION_ENDS } from './english';
import type { Lexicon } from './lexicon';
import { addForm, CVE, type Entity, folded, type Index, type Kind, setForm } from './name-index';
import type { Sentence } from './sentences';

/** Words that the story has in lower case: with a capital they name nothing ("The Attack"). */
export function commonWords(sentences: readonly Sentence[]): Set<string> {
  const common = new Set<string>();
  const seen = new Set<string>();
  for (const { text, words } of sentences) {
    if (seen.has(text)) continue;
    seen.add(text);
    for (const word of words) if (word.text === word.lower) common.add(word.lower);
  }
  return common;
}

/** Adds the names that running text shows by its capitals, and those that have the shape of a CVE number. */
export function discover(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  entities: Map<string, Entity>,
  index: Index,
  alike: Map<string, Entity>,
  common: ReadonlySet<string>,
  generic: ReadonlySet<string>,
): void {
  const kinds = new Map(lexicon.kinds.map((kind) => [kind.after, kind]));
  const votes = new Map<string, Vote>();
  const seen = new Set<string>();
  for (const sentence of sentences) {
    for (const { text } of sentence.words) if (CVE.test(text)) entity(text.toUpperCase(), 'vulnerability');
    if (seen.has(sentence.text) || !readsAsEnglish(sentence)) continue;
    seen.add(sentence.text);
    for (const run of runsOf(sentence, index, common, generic)) {
      const name = run.words.join(' ');
      let vote = votes.get(name);
      if (vote === undefined) {
        vote = { kinds: new Map(), threat: false, articles: new Set(), acronym: null, within: false };
        votes.set(name, vote);
      }
      vote.articles.add(sentence.article);
      vote.within ||= !run.opens;
      vote.acronym ??= run.acronym;
      const cue = NATIONALITIES.has(run.words.at(-1)!.toLowerCase()) ? undefined : cueOf(run, kinds);
      const kind = asOwned(cue?.kind ?? kindOf(run), run.words, index);
      // "Quick Response (QR)": what the field abbreviates is a thing, not a name.
      if (kind === null || (run.acronym !== null && generic.has(run.acronym))) continue;
      vote.kinds.set(kind, (vote.kinds.get(kind) ?? 0) + 1);
      vote.threat ||= cue?.threat === true || calledThreat(run, kinds);
    }
  }
  const people: Entity[] = [];
  const acronyms = new Map<string, Entity>();
  const full = fullNames(votes);
  for (const [name, vote] of votes) {
    const [voted] = [...vote.kinds].sort((a, b) => b[1] - a[1])[0] ?? [null];
    // Nobody puts a person's initials in parentheses: "Marina Bay Sands (MBS)".
    const kind = voted === 'person' && vote.acronym !== null ? 'organisation' : voted;
    // A word that only ever opens sentences has its capital for that.
    if (kind === null || !vote.within) continue;
    const words = name.split(' ');
    // One plain word before "software" or "platform" may be any word; two articles make it a name.
    if (kind === 'product' && !vote.threat && words.length === 1 && vote.articles.size < 2 && /^\p{Lu}?\p{Ll}+$/u.test(name))
      continue;
    const bare = withoutForm(kind === 'organisation' ? (full.get(name) ?? words) : words, entities);
    // "THE NATIONAL Privacy Commission": some outlets open with capitals. "Alphv" is ALPHV, who is BlackCat.
    const found = entities.get(bare.join(' ')) ?? alike.get(folded(bare.join(' '))) ?? entity(bare.join(' '), kind);
    alike.set(folded(found.name), found);
    found.threat ||= vote.threat;
    if (bare.length !== words.length) addForm(index, words, found);
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
  // "Quorvex" beside "Quorvex Hospitals" is the hospitals, unless "Quorvex Council" is told of, too.
  for (const [first, whole] of callable(entities.values())) {
    const alone = entities.get(first);
    if (whole !== null && alone?.kind === 'organisation' && !alone.known) setForm(index, first, whole);
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

/** What the story's running text shows of one run of capitals. */
interface Vote {
  readonly kinds: Map<Kind, number>;
  threat: boolean;
  readonly articles: Set<string>;
  acronym: string | null;
  /** Seen inside a sentence, where a capital means a name. */
  within: boolean;
}

type Cue = Lexicon['kinds'][number];

/** The noun that tells the kind: "Qilin ransomware", "the gang Qilin", "a malware dubbed Qilin". */
function cueOf(run: Run, kinds: ReadonlyMap<string, Cue>): Cue | undefined {
  const after = kinds.get(run.after);
  // "Quorvex's servers" tell of an owner, "Quorvex servers" of a product.
  if (after !== undefined) return run.owns && after.kind === 'product' ? undefined : after;
  const named = /^(?:dubbed|codenamed|nicknamed|called)$/.test(run.before) ? run.earlier : run.touches ? run.before : '';
  // Of several nobody is named: "hackers Friday", "the actors Upendra and Priyanka".
  const before = named.endsWith('s') ? undefined : kinds.get(named);
  return before?.threat === true ? before : undefined;
}

/** "Quorvex, a cybercrime platform": what it is called right after its name. */
const calledThreat = (run: Run, kinds: ReadonlyMap<string, Cue>): boolean =>
  run.apposition.split(/[^\p{L}-]+/u).some((word) => kinds.get(word)?.threat === true);

/**
 * Full names by what they are cut down to: "Western Isles" is "Western Isles Council" where that is in the story too,
 * and "Harbour Clinic" the "Fernwick Harbour Clinic".
 */
function fullNames(votes: ReadonlyMap<string, Vote>): Map<string, readonly string[]> {
  const full = new Map<string, readonly string[]>();
  for (const [name, vote] of votes) {
    const words = name.split(' ');
    if (!vote.kinds.has('organisation') || words.length > LONGEST_NAME || !ORGANISATION_ENDS.has(words.at(-1)!.toLowerCase()))
      continue;
    if (words.length > 2) full.set(words.slice(0, -1).join(' '), words);
    for (let from = 1; words.length - from > 1; from++) full.set(words.slice(from).join(' '), words);
  }
  return full;
}
const LONGEST_NAME = 8;

/** Organisations of a name and what they are ("Quorvex Hospitals"), by that name; null where several begin with it. */
function callable(entities: Iterable<Entity>): Map<string, Entity | null> {
  const first = new Map<string, Entity | null>();
  for (const entity of entities) {
    const words = entity.name.split(' ');
    if (words.length === 1) continue;
    const called = words.length === 2 && !entity.known && ORGANISATION_ENDS.has(words[1]!.toLowerCase());
    first.set(words[0]!, called && entity.kind === 'organisation' && !first.has(words[0]!) ? entity : null);
  }
  return first;
}

/** "Fortinet Gateway Software" is something of Fortinet's and no organisation. */
function asOwned(kind: Kind | null, words: readonly string[], index: Index): Kind | null {
  // "Emma Harbour Microsoft has ...": a byline that a feed glued to the text.
  if (
    kind === 'person' &&
    index.get(words.at(-1)!)?.some(({ words: form, entity }) => form.length === 1 && entity.kind === 'organisation')
  )
    return null;
  if (kind !== 'organisation' || words.length < 2 || !/^(?:Software|Services|Systems)$/.test(words.at(-1)!)) return kind;
  const maker = index.get(words[0]!)?.find((entry) => entry.words.length === 1)?.entity;
  if (maker?.kind !== 'organisation') return kind;
  return words.at(-1) === 'Software' ? 'product' : null;
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
