/**
 * MinHash (Broder 1997): the share of equal places of two fingerprints estimates the Jaccard resemblance of the texts'
 * shingles. 64 places: standard error at most 0.0625; 16 bands of 4: two texts share a band with a chance of one half
 * at a resemblance of about 0.45, and of 0.99 at 0.7.
 */
const PLACES = 64;
const ROWS = 4;
/** Three words in a row: long enough to tell phrasing from vocabulary, short enough to survive an editor's cuts. */
const SHINGLE = 3;
/** With fewer shingles than this chance alone makes texts alike. */
const MIN_SHINGLES = 12;
/** Words beyond this add nothing: copies agree from the first paragraph. */
const MAX_WORDS = 1_200;

/** Odd multipliers and offsets, one pair a place: a fixed sequence (Weyl, golden ratio), the same on every machine. */
const MULTIPLIERS = Int32Array.from({ length: PLACES }, (_, place) => Math.imul(place + 1, 0x9e3779b1) | 1);
const OFFSETS = Int32Array.from({ length: PLACES }, (_, place) => Math.imul(place + 7, 0x85ebca6b));
/** Places of the table that counts different shingles, near enough to know a dozen. */
const SLOTS = 1_024;

/** PLACES unsigned 32-bit numbers, or none where the text is too short to tell. Deterministic. */
export function fingerprint(text: string): number[] {
  const words = wordHashes(text);
  if (words.length < MIN_SHINGLES + SHINGLE - 1) return [];
  // Signed 32-bit numbers all the way: the engine keeps them unboxed, which is most of the speed.
  const least = new Int32Array(PLACES).fill(0x7fffffff);
  const seen = new Uint8Array(SLOTS);
  let distinct = 0;
  for (let index = 0; index + SHINGLE <= words.length; index += 1) {
    let hash = 0x811c9dc5 | 0;
    for (let next = index; next < index + SHINGLE; next += 1) hash = mix(Math.imul(hash, 31) ^ (words[next] as number));
    const slot = hash & (SLOTS - 1);
    if (seen[slot] === 0) {
      seen[slot] = 1;
      distinct += 1;
    }
    for (let place = 0; place < PLACES; place += 1) {
      let value = Math.imul(hash ^ (OFFSETS[place] as number), MULTIPLIERS[place] as number);
      value ^= value >>> 15;
      if (value < (least[place] as number)) least[place] = value;
    }
  }
  return distinct < MIN_SHINGLES ? [] : Array.from(least, (value) => value >>> 0);
}

/** Estimated share of shingles that two texts have in common, 0 to 1; 0 where either is too short to tell. */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let equal = 0;
  for (let place = 0; place < a.length; place += 1) if (a[place] === b[place]) equal += 1;
  return equal / a.length;
}

/** Keys under which near-identical texts meet: look up each, then compare with `resemblance`. */
export function bands(print: readonly number[]): string[] {
  const keys: string[] = [];
  for (let start = 0; start + ROWS <= print.length; start += ROWS) {
    let hash = start;
    let other = ~start;
    for (let row = start; row < start + ROWS; row += 1) {
      hash = mix(Math.imul(hash, 31) ^ (print[row] as number));
      other = mix(Math.imul(other, 37) ^ (print[row] as number));
    }
    keys.push(`${(start / ROWS).toString(36)}.${(hash >>> 0).toString(36)}${(other >>> 0).toString(36)}`);
  }
  return keys;
}

/** A hash for each word, folded (case, accents); each character of scripts without spaces is a word. */
function wordHashes(text: string): number[] {
  const folded = text.slice(0, 12_000).normalize('NFKD').toLowerCase();
  const hashes: number[] = [];
  let hash = 0;
  let length = 0;
  for (let index = 0; index < folded.length && hashes.length < MAX_WORDS; index += 1) {
    const code = folded.charCodeAt(index);
    const dense = (code >= 0x2e80 && code <= 0x9fff && !(code >= 0x3000 && code <= 0x303f)) || (code >= 0xac00 && code <= 0xd7af);
    if (!dense && isWord(code)) {
      hash = Math.imul(hash ^ code, 0x01000193);
      length += 1;
    } else if (code < 0x300 || code > 0x36f) {
      // Anything but a combining accent ends the word.
      if (length > 0) hashes.push(mix(hash));
      hash = 0x811c9dc5 | 0;
      length = 0;
      if (dense) hashes.push(mix(code));
    }
  }
  if (length > 0) hashes.push(mix(hash));
  return hashes;
}

/** Letters and digits; beyond Latin, all but punctuation and the accents that NFKD has split off. */
function isWord(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return code >= 0xc0 && (code < 0x300 || code > 0x36f) && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}
