import type { Source } from '../../sources/source';
import type { Mention } from '../signals';
import { commonWords, discover } from './discover';
import type { Lexicon } from './lexicon';
import { type Entity, type Kind, knownNames, occurrences } from './name-index';
import type { Sentence } from './sentences';

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

/** "Google Play" is not the gang Play, nor an "Electronic Visa" the firm: a capital before makes the word part of another name. */
function standsAlone({ text, words }: Sentence, from: number, entity: Entity): boolean {
  if (entity.kind === 'product' || from === 1) return true;
  const last = words[from - 1]!;
  return !/^\p{Lu}/u.test(last.text) || text.slice(last.end, words[from]!.start) !== ' ';
}

/** More names than this are not read. */
const MOST_SHOWN = 24;

/** A name that the beat does not know is shown where this share of a large story's articles has it. */
const LEAST_SHARE = 0.05;

/**
 * The people, organisations, products, places, vulnerabilities and laws of a story, most mentioned first.
 *
 * Names come from the beat's list, from the shape of what is written (CVE numbers, "... Act") and from capitals
 * in running text; Title Case headlines are searched for names that were found elsewhere, and give none of their own.
 * What cannot be told to be a person, an organisation or a product is left out: little, but never wrong.
 */
export function mentionsOf(sentences: readonly Sentence[], lexicon: Lexicon, publishers: Publishers): Mentions {
  const { entities, index, alike } = knownNames(lexicon);
  const common = commonWords(sentences);
  const generic = new Set(lexicon.generic);
  discover(sentences, lexicon, entities, index, alike, common, generic);
  const read = new Map<string, readonly Spot[]>();
  const counts = new Map<Entity, { articles: Set<string>; titles: Set<string>; first: number }>();
  const held = new Map<string, { entity: Entity; from: number; to: number; form: string }[]>();
  let order = 0;
  for (const sentence of sentences) {
    let found = held.get(sentence.text);
    if (found === undefined) {
      found = occurrences(sentence, index);
      if (!sentence.capitalised)
        for (const { entity, from } of found) entity.sure ||= from > 0 && standsAlone(sentence, from, entity);
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
