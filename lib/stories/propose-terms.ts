import { isGrammar } from '../articles/language';
import type { GroupingModel } from './grouping-model';
import { searchable, UNSPACED } from './terms';
import { wordsOf } from './words';

/** A term in more than this share of the beat's texts says nothing of one story; of 100,000. */
const COMMON = 4000;
/** From this share of words with a capital on, capitals are the headline's style, not names. */
const TITLE_CASE = 0.7;
/** More would be held by no other report's headline. */
const PROPOSED = 3;

/**
 * Terms by which other reports of a page's story might be found, from its title: its names, and where there are fewer than
 * two, the rarest words beside them. A proposal, for the reader to change. @returns at most 3, each once, in the title's order
 */
export function proposeTerms(title: string, model: GroupingModel): string[] {
  const all = UNSPACED.test(title) ? unspacedWords(title) : spacedWords(title, model);
  const words = [...new Map(all.map((word) => [searchable(word.surface), word])).values()];
  const names = words.filter(({ isName }) => isName);
  const rarest = words.filter(({ isName }) => !isName).sort((a, b) => b.worth - a.worth);
  const most = names.length === 1 ? 2 : PROPOSED;
  const best = new Set([...names, ...(names.length < 2 ? rarest : [])].slice(0, most));
  // As they stand in the title: a name of two words reads as one.
  return words.flatMap((word) => (best.has(word) ? [word.surface] : []));
}

interface Candidate {
  readonly surface: string;
  readonly isName: boolean;
  /** Among words that are no names, how telling: the more the better. */
  readonly worth: number;
}

function spacedWords(title: string, model: GroupingModel): Candidate[] {
  const words = wordsOf(title, 300);
  const capitals = words.filter(({ surface }) => /^\p{Lu}/u.test(surface)).length;
  const isStyled = capitals >= words.length * TITLE_CASE;
  return words.flatMap(({ term, surface, name }) => {
    const statistic = model.terms.get(term);
    const frequency = statistic?.frequency ?? 0;
    const plain = surface.replace(/['’]s?$/u, '');
    if (frequency > COMMON || isGrammar(plain) || plain.length < 2) return [];
    // In a headline all in capitals only the beat's own texts can tell: a word that they lack is most likely a name.
    const isName = isStyled ? (statistic?.name ?? 1) > 0.5 : name;
    return [{ surface: plain, isName, worth: -frequency }];
  });
}

const KATAKANA = /[\p{sc=Katakana}ー]{2,}/gu;

/** The shortest words carry the grammar; what is in other letters is a name (a firm's, a product's). */
function unspacedWords(title: string): Candidate[] {
  // The segmenter does not know most foreign names in Katakana, and takes them apart.
  const katakana = title.match(KATAKANA) ?? [];
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(title.replace(KATAKANA, ' '))];
  const words = [...katakana, ...segments.flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))];
  return words.flatMap((surface) => {
    return surface.length >= 2 ? [{ surface, isName: !UNSPACED.test(surface), worth: surface.length }] : [];
  });
}
