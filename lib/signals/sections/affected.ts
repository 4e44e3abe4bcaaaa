import type { Affected } from '../signals';
import type { Agreement } from './agreement';
import { DAYS_AND_MONTHS, FUNCTION_WORDS, ORGANISATION_ENDS, ROLES, SPEECH } from './english';
import type { Effect, Lexicon } from './lexicon';
import type { Mentions } from './mentioned';
import { quality } from './quality';
import type { Sentence } from './sentences';

/** More than the reader wants to go through. */
const MOST = 8;
/** Words between a phrase and the one it is about; "the" and a few adjectives fit in. */
const REACH = { before: 9, after: 4 };
/** What stands before the name of another case: "the 2018 SingHealth breach", "firms like Google". */
const OTHER_CASE = /\b(?:(?:like|such as|linked to|similar to)(?: the)?|20\d\d) $/iu;
/** Words after a maker's name among which is what it makes: "Oracle's business software". */
const WARE_REACH = 3;
/** The weaker direction must have this share of what was said before both are shown as "mixed". */
const MIXED = 0.34;

const NEGATION = new Set(['not', 'no', 'never', 'without', 'denies', 'denied', 'deny', 'cannot', 'nor', 'little', 'few']);
/** What a firm says did not happen, or others found untrue: "the reports of a breach were refuted". */
const DENIED = /\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|debunk(?:s|ed)|false(?:ly)?|hoax)\b/iu;
/** A sentence that tells what did not happen. */
const TAKEN_BACK =
  /\b(?:no (?:evidence|data|breach|sign)|not (?:been )?(?:breached|hacked|affected|compromised)|dismiss(?:es|ed))\b/iu;
const FLAW = /\b(?:flaws?|vulnerabilit(?:y|ies)|bugs?|weakness(?:es)?|zero-days?)\b/iu;
const AT_RISK = /(?:risk|vulnerable)$/u;
/** Help that does not come: "blocked a patch for its users". */
const WITHHELD = /\b(?:block|prevent|unable|fail|withh|delay|refus|reject|rul(?:e|es|ed|ing) out\b)/iu;
/** What comes after a breach and is another matter: "the Quorvex data breach settlement". */
const AFTERMATH = new Set('settlement settlements payout payouts compensation claim claims'.split(' '));
/** People of whom nothing but the number is known: nearer to the phrase than a name, it is about them. */
const UNNAMED = new Set(
  (
    'people person individuals companies firms organizations organisations institutions agencies offices hackers attackers intruders ' +
    'criminals thieves millions thousands hundreds dozens man woman men women those'
  ).split(' '),
);
/** What follows a participle that has its subject before it: "fined £14m", "hacked after". Who "laid off 10%" is none. */
const PASSIVE = /^\s*(?:(?:by|after|over|for|amid|with)\b|\p{Sc}\d)/iu;
const BREAK = /[;:!?—–()]|, (?:but|while|although|as|and|says?)\b|,[’'"”] /u;
/** Between a phrase and a name these lead over to somebody else: "fined by the ICO", "a campaign linked to China". */
const PARTING = new Set(
  (
    'by to from with for in on at as that who which and says said after over via beyond under against between into about across throughout using amid ' +
    'it them him her could would should will can has have had was were is are be been record milestone'
  ).split(' '),
);

interface Said {
  harmed: number;
  helped: number;
  /** The best sentence of each direction. */
  readonly why: { harmed?: Sentence; helped?: Sentence };
  readonly origins: Set<string>;
  first: number;
}

/** Who comes out worse or better by the story's own sentences, most often said first. Gangs and malware are not listed. */
export function affectedOf(
  sentences: readonly Sentence[],
  agreement: Agreement,
  mentions: Mentions,
  lexicon: Lexicon,
): Affected[] {
  const phrases = indexOf(lexicon.effects);
  const groups = new Set(lexicon.groups.filter((group) => !group.includes(' ')));
  const wares = new Set(lexicon.wares);
  const said = new Map<string, Said>();
  const counted = new Set<string>();
  const read = new Map<string, { name: string; direction: 'harmed' | 'helped' }[]>();
  // The quotation that shows it best: one that reads well and that others bear out.
  const worth = (sentence: Sentence): number => quality(sentence) * (0.5 + agreement.rank(sentence));
  const counts = new Map(mentions.list.map(({ name, count }) => [name, count]));
  const told = (name: string): number => counts.get(name) ?? 0;
  // Whose matter more origins deny than tell is not shown.
  const denied = new Map<string, Set<string>>();
  let order = 0;
  for (const sentence of sentences) {
    if (DENIED.test(sentence.text))
      for (const { name } of mentions.spots(sentence)) denied.set(name, (denied.get(name) ?? new Set()).add(sentence.origin));
    let effects = read.get(sentence.text);
    if (effects === undefined) {
      effects = effectsIn(sentence, phrases, { groups, wares }, mentions);
      read.set(sentence.text, effects);
    }
    for (const { name, direction } of effects) {
      let entry = said.get(name);
      if (entry === undefined) {
        entry = { harmed: 0, helped: 0, why: {}, origins: new Set(), first: order++ };
        said.set(name, entry);
      }
      const best = entry.why[direction];
      if (sentence.quotable && (best === undefined || worth(sentence) > worth(best))) entry.why[direction] = sentence;
      // Copies of one text say it once.
      const once = `${name}\n${direction}\n${sentence.origin}`;
      if (counted.has(once)) continue;
      counted.add(once);
      entry[direction]++;
      entry.origins.add(sentence.origin);
    }
  }
  for (const [name, entry] of said) {
    const group = name.slice(name.lastIndexOf(' ') + 1);
    const bare = group === name || !groups.has(group) ? undefined : said.get(group);
    // "Quorvex users" are whom the others call "users".
    if (bare === undefined) continue;
    for (const direction of ['harmed', 'helped'] as const) {
      entry[direction] += bare[direction];
      const why = entry.why[direction] ?? bare.why[direction];
      if (why !== undefined) entry.why[direction] = why;
    }
    for (const origin of bare.origins) entry.origins.add(origin);
    said.delete(group);
  }
  return (
    [...said]
      .filter(([, entry]) => entry.why.harmed !== undefined || entry.why.helped !== undefined)
      .filter(([name, entry]) => (denied.get(name)?.size ?? 0) <= entry.origins.size)
      // Whom the most origins tell of; among equals, whom the story is about.
      .sort(([a, left], [b, right]) => right.origins.size - left.origins.size || told(b) - told(a) || left.first - right.first)
      .slice(0, MOST)
      .map(([name, entry]) => {
        const total = entry.harmed + entry.helped;
        const mixed = Math.min(entry.harmed, entry.helped) >= total * MIXED;
        const stronger = entry.harmed >= entry.helped ? 'harmed' : 'helped';
        const why = entry.why[stronger] ?? entry.why[stronger === 'harmed' ? 'helped' : 'harmed']!;
        return { name, direction: mixed ? 'mixed' : stronger, why: { text: why.text, article: why.article } };
      })
  );
}

type Phrases = Map<string, { readonly words: readonly string[]; readonly effect: Effect }[]>;

const prepared = new WeakMap<readonly Effect[], Phrases>();

/** Phrases by their first word, longest first; made once for each lexicon. */
function indexOf(effects: readonly Effect[]): Phrases {
  let index = prepared.get(effects);
  if (index === undefined) {
    index = new Map();
    for (const effect of effects) {
      const words = effect.words.split(' ');
      const list = index.get(words[0]!);
      if (list === undefined) index.set(words[0]!, [{ words, effect }]);
      else list.push({ words, effect });
    }
    for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
    prepared.set(effects, index);
  }
  return index;
}

function effectsIn(
  sentence: Sentence,
  phrases: Phrases,
  kinds: Kinds,
  mentions: Mentions,
): { name: string; direction: 'harmed' | 'helped' }[] {
  if (DENIED.test(sentence.text) || TAKEN_BACK.test(sentence.text)) return [];
  const words = sentence.words.map((word) => word.lower);
  const found: { name: string; direction: 'harmed' | 'helped' }[] = [];
  let scene: Scene | null = null;
  for (let at = 0; at < words.length; at++) {
    for (const { words: phrase, effect } of phrases.get(words[at]!) ?? []) {
      if (!phrase.every((word, i) => words[at + i] === word)) continue;
      if (
        effect.figure === true &&
        !/^\P{L}*\d/u.test(
          sentence.text.slice(sentence.words[at + phrase.length - 1]!.end, sentence.words[at + phrase.length]?.end),
        )
      )
        break;
      if (AFTERMATH.has(words[at + phrase.length] ?? '')) break;
      if (words.slice(Math.max(0, at - 3), at).some((word) => NEGATION.has(word) || /n['’]t$/u.test(word))) break;
      scene ??= sceneOf(sentence, words, kinds, mentions);
      const end = at + phrase.length;
      const reach = effect.beside === true ? 0 : REACH[effect.affected];
      let party = effect.affected === 'before' ? before(scene, at, reach) : after(scene, end, reach);
      // "Capita fined £14m by ..." is the passive voice of headlines: the affected is before.
      if (
        party === null &&
        effect.affected === 'after' &&
        !/^(?:ha[sd]|have)$/.test(words[at - 1] ?? '') &&
        PASSIVE.test(sentence.text.slice(sentence.words[end - 1]!.end))
      )
        party = before(scene, at, 1);
      // A flaw in a firm's product harms who uses that; who is said to be at risk uses something.
      if (
        party?.firm === true &&
        (AT_RISK.test(effect.words) ||
          (/^(?:affect|impact|expos|hits?$|hijack|target|attacks?$)/.test(phrase[0]!) && FLAW.test(sentence.text)))
      )
        party = null;
      if (effect.direction === 'helped' && WITHHELD.test(sentence.text.slice(0, sentence.words[at]!.start))) party = null;
      if (party !== null) found.push({ name: party.name, direction: effect.direction });
      at = end - 1;
      break;
    }
  }
  return found;
}

/** What the beat knows of nouns that stand beside a name. */
interface Kinds {
  readonly groups: ReadonlySet<string>;
  readonly wares: ReadonlySet<string>;
}

/** Someone who can be affected, with the place in the sentence. */
interface Party {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly threat: boolean;
  /** An organisation, and not people of its. */
  readonly firm: boolean;
}

/** A sentence as it is read for who is affected. */
interface Scene {
  readonly sentence: Sentence;
  /** In lower case. */
  readonly words: readonly string[];
  /** Names and groups of people, from left to right; "WhatsApp users" is one. */
  readonly parties: readonly Party[];
  /** Positions of the words that are part of any name we know. */
  readonly named: ReadonlySet<number>;
}

function sceneOf(sentence: Sentence, words: readonly string[], { groups, wares }: Kinds, mentions: Mentions): Scene {
  const parties: Party[] = [];
  const named = new Set<number>();
  for (const spot of mentions.spots(sentence)) {
    const { start } = sentence.words[spot.from]!;
    if (OTHER_CASE.test(sentence.text.slice(Math.max(0, start - 20), start))) continue;
    const group = words[spot.to];
    const joined = group !== undefined && groups.has(group) && gapBefore(sentence, spot.to) === ' ';
    for (let i = spot.from; i < spot.to + (joined ? 1 : 0); i++) named.add(i);
    // "Harbour America customers" are not America's.
    const partOfName = spot.kind === 'place' && spot.from > 0 && /^\p{Lu}/u.test(sentence.words[spot.from - 1]!.text);
    if (joined && !spot.threat && !partOfName)
      parties.push({ name: `${spot.name} ${group}`, from: spot.from, to: spot.to + 1, threat: false, firm: false });
    // A flaw in a product harms who uses it: a product is affected only together with its users.
    else if (
      (spot.kind === 'organisation' && !ofAnother(sentence, spot.to, wares)) ||
      (spot.kind === 'person' && !ORGANISATION_ENDS.has(words[spot.to] ?? '')) ||
      (spot.kind === 'place' && !attributive(sentence, spot.to)) ||
      spot.threat
    )
      parties.push({ name: spot.name, from: spot.from, to: spot.to, threat: spot.threat, firm: spot.kind === 'organisation' });
  }
  words.forEach((word, i) => {
    if (!named.has(i) && groups.has(word)) parties.push({ name: word, from: i, to: i + 1, threat: false, firm: false });
  });
  parties.sort((a, b) => a.from - b.from);
  // "Elon Musk's xAI" is about xAI, "Quorvex's two million northern customers" about the customers.
  const apartFromOwners = parties.filter((party, i) => {
    const next = parties[i + 1];
    if (next === undefined || next.from - party.to > (groups.has(next.name) ? WARE_REACH : 0)) return true;
    return !/^['’]s? [^,;:]*$/u.test(sentence.text.slice(sentence.words[party.to - 1]!.end, sentence.words[next.from]!.start));
  });
  return { sentence, words, parties: apartFromOwners, named };
}

/** "Ivanti Endpoint Manager", "Fortinet's old firewalls", "FBI director": the name is part of another, or says whose it is. */
function ofAnother(sentence: Sentence, to: number, wares: ReadonlySet<string>): boolean {
  if (ROLES.has(sentence.words[to]?.lower ?? '') && gapBefore(sentence, to) === ' ') return true;
  for (let at = to; at < Math.min(to + WARE_REACH, sentence.words.length); at++) {
    const { lower } = sentence.words[at]!;
    const gap = gapBefore(sentence, at);
    if (FUNCTION_WORDS.has(lower) || !(at === to ? /^(?:['’]s?)? $/u : /^[ -]$/u).test(gap)) break;
    if (wares.has(lower)) return true;
  }
  const next = sentence.words[to];
  return next !== undefined && !sentence.capitalised && /^\p{Lu}/u.test(next.text) && gapBefore(sentence, to) === ' ';
}

const gapBefore = ({ text, words }: Sentence, at: number): string => text.slice(words[at - 1]!.end, words[at]!.start);

/** "UK watchdog", "Australia's largest telecom", "U.S.-based firms": the place only says which. */
function attributive({ text, words }: Sentence, to: number): boolean {
  const next = /^\.?(?:['’]s?)?[ -]([\p{L}\p{N}]+)/u.exec(text.slice(words[to - 1]!.end))?.[1];
  return next !== undefined && !FUNCTION_WORDS.has(next.toLowerCase());
}

function before(scene: Scene, at: number, reach: number): Party | null {
  const party = scene.parties.findLast(({ to }) => to <= at);
  if (party === undefined || party.threat || at - party.to > reach || someoneNearer(scene, party.to, at)) return null;
  // "Google researchers said 100 companies were affected" is not about Google; "Logitech said it was hit" is about Logitech.
  const between = scene.words.slice(party.to, at);
  if (between.some((word) => UNNAMED.has(word))) return null;
  const spoken = between.findLastIndex((word) => SPEECH.has(word));
  if (spoken >= 0 && !between.slice(spoken).some((word) => word === 'it' || word === 'its' || word === 'they')) return null;
  return apart(scene.sentence, party.to, at) ? null : party;
}

function after(scene: Scene, at: number, reach: number): Party | null {
  const { sentence, words, parties } = scene;
  const party = parties.find(({ from }) => from >= at);
  if (party === undefined || party.threat || party.from - at > reach || someoneNearer(scene, at, party.from)) return null;
  if (words.slice(at, party.from).some((word) => PARTING.has(word))) return null;
  const gap = sentence.text.slice(sentence.words[at - 1]?.end ?? 0, sentence.words[party.from]!.start);
  return gap.includes(',') || apart(sentence, at, party.from) ? null : party;
}

/** A capital between phrase and name: a name that we do not know is nearer. */
function someoneNearer({ sentence, words, named }: Scene, from: number, to: number): boolean {
  if (sentence.capitalised) return false;
  for (let i = from; i < to; i++)
    if (!named.has(i) && !DAYS_AND_MONTHS.has(words[i]!) && /^\p{Lu}\p{Ll}/u.test(sentence.words[i]!.text)) return true;
  return false;
}

/** True where a clause ends between two word positions. */
function apart(sentence: Sentence, from: number, to: number): boolean {
  if (from >= to && from === 0) return false;
  const start = sentence.words[from - 1]?.end ?? 0;
  const end = sentence.words[to]?.start ?? sentence.text.length;
  return BREAK.test(sentence.text.slice(start, end));
}
