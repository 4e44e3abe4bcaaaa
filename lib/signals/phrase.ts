import { stem } from '../stories/words';
import { amountsIn } from './amounts';

/**
 * True where two phrases that moved a signal are one reason to a reader: forms of one word ("fined", "fines"), spellings
 * ("cyber attack", "cyber-attack"), one inside the other ("breach", "data breach"), or one amount ("£14m", "£14 million").
 */
export function isSamePhrase(a: string, b: string): boolean {
  const left = partsOf(a);
  const right = partsOf(b);
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  return few.size > 0 && [...few].every((part) => many.has(part));
}

/** Two digits of an amount count, since outlets round. */
function partsOf(phrase: string): ReadonlySet<string> {
  const amounts = amountsIn(phrase);
  if (amounts.length > 0) return new Set(amounts.map(({ value }) => `#${Number(value.toPrecision(2))}`));
  const words =
    phrase
      .toLowerCase()
      .replace(/['’]s\b/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word) => KIN.get(word) ?? stem(word).replace(ENDING, '')));
}

/** What the stem of stories leaves on, since it keeps "fine" and "fined" apart. */
const ENDING = /(?<=..)(?:ed|es|e|s|d)$/u;
/** Forms that no ending tells. */
const KIN: ReadonlyMap<string, string> = new Map([
  ['stole', 'steal'],
  ['stolen', 'steal'],
  ['stealing', 'steal'],
  ['attackers', 'attack'],
  ['attacker', 'attack'],
  ['hackers', 'hack'],
  ['hacker', 'hack'],
]);
