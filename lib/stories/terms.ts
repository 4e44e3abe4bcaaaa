/** Scripts that set no spaces: a term is found anywhere in a run of letters, not as a word. */
export const UNSPACED = /[ー\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/u;
const EACH_UNSPACED = new RegExp(UNSPACED, 'gu');
/** Korean writes particles onto the word: a term is the beginning of one. */
const HANGUL = /\p{sc=Hangul}/u;

/** A text as terms are looked for in it: words without case, accents and punctuation, a space before and after each. */
export function searchable(text: string): string {
  // Hangul falls apart into its letters and is put together again.
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  // A firm's Latin name stands in a Japanese sentence without spaces around it.
  const apart = plain.replace(EACH_UNSPACED, ' $& ');
  return ` ${(apart.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** Whether a text holds every term, in any order. @param text from `searchable` */
export function holdsAll(text: string, terms: readonly string[]): boolean {
  return terms.every((term) => {
    const words = searchable(term);
    if (words === '  ') return true;
    if (UNSPACED.test(words)) return text.includes(words.trim());
    return text.includes(HANGUL.test(words) ? words.trimEnd() : words);
  });
}
