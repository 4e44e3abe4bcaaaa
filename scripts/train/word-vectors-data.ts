import { existsSync, readFileSync } from 'node:fs';

/** Vectors of words as stored in scripts/train/word-vectors.json: words of like use have like vectors. For training only. */
export interface WordVectorsData {
  /** Divided by spaces. */
  readonly words: string;
  /** Numbers of one vector. */
  readonly size: number;
  /** What one step of a stored number is worth. */
  readonly step: number;
  /** Base64 of signed bytes, word after word. */
  readonly vectors: string;
}

/** A word's vector; the rarer the word, the longer. */
export type WordVectors = ReadonlyMap<string, Float32Array>;

/** The committed vectors, with their length. */
export function wordVectors(): { readonly size: number; readonly of: WordVectors } {
  const file = new URL('word-vectors.json', import.meta.url);
  if (!existsSync(file)) throw new Error(`${file.pathname} is missing: see scripts/train/word-vectors.ts`);
  return decodeWordVectors(JSON.parse(readFileSync(file, 'utf8')) as WordVectorsData);
}

export function encodeWordVectors(words: readonly string[], vectors: readonly (readonly number[])[]): WordVectorsData {
  const size = vectors[0]?.length ?? 0;
  const most = vectors.reduce((top, vector) => vector.reduce((high, value) => Math.max(high, Math.abs(value)), top), 0);
  const step = Number((most / 127).toPrecision(6)) || 1;
  const bytes = Int8Array.from(vectors.flatMap((vector) => vector.map((value) => Math.round(value / step))));
  return { words: words.join(' '), size, step, vectors: Buffer.from(bytes.buffer).toString('base64') };
}

export function decodeWordVectors({ words, size, step, vectors }: WordVectorsData): { size: number; of: WordVectors } {
  const bytes = new Int8Array(Buffer.from(vectors, 'base64'));
  const list = words === '' ? [] : words.split(' ');
  if (bytes.length !== list.length * size) throw new TypeError('word vectors that do not fit their words');
  return {
    size,
    of: new Map(
      list.map((word, i) => [word, Float32Array.from(bytes.subarray(i * size, (i + 1) * size), (byte) => byte * step)]),
    ),
  };
}
