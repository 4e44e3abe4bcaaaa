import type { Article } from '../articles/article';
import { bands, resemblance } from '../articles/fingerprint';
import { UnionFind } from './union-find';

/** Articles of different newsrooms with one text or headline. */
export interface SharedText {
  /** Oldest first. */
  readonly articles: readonly Article[];
  /** 0-1: the weakest link that holds the group together. */
  readonly certainty: number;
  /** By article id, what each shares with which other. */
  readonly shares: ReadonlyMap<string, Shared>;
}

/** What an article shares with another of its group. */
export interface Shared {
  readonly by: 'title' | 'text';
  /** As the article itself has it, but for case and points where it is a run of words. */
  readonly quote: string;
  readonly with: Article;
}

/** Copies run within hours; a weekend's are a little later. Later likeness is a rewritten background paragraph. */
const WINDOW = 72 * 3_600_000;
/** Two headlines of independent writers seldom agree in more of their words, in order, than this (Dice on the LCS). */
const SAME_TITLE = 0.86;
/** Shorter headlines agree by chance ("M&S reveals cost of cyber attack"). */
const TITLE_WORDS = 7;
/** A run of this many words of a headline without a gap, and headlines this alike: not by chance. */
const TITLE_RUN = 7;
const RUN_TITLE = 0.74;
/** The same words in another order: a desk that turned the headline round (Jaccard of the words). */
const SAME_WORDS = 0.88;
const SAME_WORDS_LEAST = 8;
/** A run of this many words of a summary outside quotation marks, if it is also RUN_SHARE of the shorter summary. */
const TEXT_RUN = 11;
const RUN_SHARE = 0.4;
/** With headlines this alike a shorter common run is enough. */
const LIKE_TITLE = 0.65;
const LIKE_RUN = 8;
/** Resemblance of the fingerprints of long texts: half of the shingles. */
const SAME_PRINT = 0.5;
/** Words of a summary that are compared: copies agree from the start. */
const MAX_WORDS = 120;
const MAX_TITLE_WORDS = 40;
/** Words in a row that bring two articles into one bucket. */
const SHINGLE = 4;
/**
 * An article is compared with this many of each newsroom's latest in a bucket: copies form chains, so groups of any size are
 * found, and no newsroom's flood comes between two others.
 */
const COMPARED = 4;

interface Words {
  readonly title: readonly string[];
  readonly body: readonly string[];
}

/**
 * Finds the texts that several newsrooms carry. Articles meet in buckets (runs of words, bands of fingerprints), so that
 * the cost grows with the articles and not with their pairs.
 * @param newsroom the newsroom of an article: likeness within one newsroom is no copy.
 */
export function sharedTexts(articles: readonly Article[], newsroom: (article: Article) => string): SharedText[] {
  const sorted = [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  const words = sorted.map((article) => wordsOf(article));
  const rooms = [...new Set(sorted.map(newsroom))];
  const numbers = new Map(rooms.map((room, n) => [room, n]));
  const roomOf = Int32Array.from(sorted, (article) => numbers.get(newsroom(article))!);
  /** By key, the latest articles of each newsroom that have it, oldest first. */
  const buckets = new Map<string, number[]>();
  const metBy = new Int32Array(sorted.length).fill(-1);
  const groupOf = new UnionFind<number>();
  const links: { a: number; b: number; certainty: number; quote: string; by: 'title' | 'text' }[] = [];

  for (const [index, article] of sorted.entries()) {
    const candidates: number[] = [];
    const isOwn = (other: number) => roomOf[other] === roomOf[index];
    for (const key of keysOf(words[index]!, article)) {
      const bucket = buckets.get(key) ?? buckets.set(key, []).get(key)!;
      let own = 0;
      for (const other of bucket) {
        if (isOwn(other)) own++;
        else if (metBy[other] !== index) {
          metBy[other] = index;
          candidates.push(other);
        }
      }
      if (bucket.at(-1) === index) continue;
      if (own >= COMPARED) bucket.splice(bucket.findIndex(isOwn), 1);
      bucket.push(index);
    }
    for (const other of candidates) {
      const earlier = sorted[other]!;
      // One link to a group says that it belongs to it.
      if (article.published - earlier.published > WINDOW || groupOf.root(index) === groupOf.root(other)) continue;
      const found = likeness(article, words[index]!, earlier, words[other]!);
      if (!found) continue;
      links.push({ a: other, b: index, ...found });
      groupOf.join(other, index);
    }
  }

  const groups = new Map<number, number[]>();
  for (const index of new Set(links.flatMap(({ a, b }) => [a, b]).sort((a, b) => a - b)))
    (groups.get(groupOf.root(index)) ?? groups.set(groupOf.root(index), []).get(groupOf.root(index))!).push(index);
  return [...groups.values()].map((members) => {
    const own = links.filter(({ a }) => groupOf.root(a) === groupOf.root(members[0]!));
    const shares = new Map<string, Shared>();
    for (const { a, b, by, quote } of own) {
      const [earlier, later] = [sorted[a]!, sorted[b]!];
      if (!shares.has(later.id)) shares.set(later.id, { by, quote, with: earlier });
      if (!shares.has(earlier.id)) shares.set(earlier.id, { by, quote: by === 'title' ? earlier.title : quote, with: later });
    }
    return {
      articles: members.map((index) => sorted[index]!),
      certainty: Math.min(...own.map(({ certainty }) => certainty)),
      shares,
    };
  });
}

/** How two articles are taken to be one text, or null. */
function likeness(
  article: Article,
  words: Words,
  earlier: Article,
  others: Words,
): { certainty: number; quote: string; by: 'title' | 'text' } | null {
  const title = inOrder(words.title, others.title);
  const shorter = Math.min(words.title.length, others.title.length);
  const dice = (2 * title) / Math.max(1, words.title.length + others.title.length);
  if (shorter >= TITLE_WORDS && (dice >= SAME_TITLE || title === shorter))
    return { certainty: 0.6 + 0.35 * dice, quote: article.title, by: 'title' };
  if (shorter >= SAME_WORDS_LEAST && overlap(words.title, others.title) >= SAME_WORDS)
    return { certainty: 0.8, quote: article.title, by: 'title' };
  const titleRun = longestRun(words.title, others.title);
  // Sums and single letters do not count: every reporter has the same fine.
  if (titleRun.filter((word) => /^\p{L}{2}/u.test(word)).length >= TITLE_RUN && dice >= RUN_TITLE)
    return { certainty: 0.75, quote: article.title, by: 'title' };

  const print = resemblance(article.fingerprint, earlier.fingerprint);
  const run = longestRun(words.body, others.body);
  const share = run.length / Math.max(1, Math.min(words.body.length, others.body.length));
  if (run.length >= TEXT_RUN && share >= RUN_SHARE) return { certainty: 0.9, quote: run.join(' '), by: 'text' };
  if (run.length >= LIKE_RUN && share >= RUN_SHARE && dice >= LIKE_TITLE)
    return { certainty: 0.75, quote: run.join(' '), by: 'text' };
  if (print >= SAME_PRINT && dice >= 0.3) return { certainty: print, quote: article.title, by: 'text' };
  return null;
}

/** Words that are compared: folded, without what stands in quotation marks, which any reporter may repeat. */
function wordsOf(article: Article): Words {
  const body = article.summary !== '' && article.summary !== article.title ? article.summary : article.text;
  return { title: fold(article.title).slice(0, MAX_TITLE_WORDS), body: fold(unquoted(body.slice(0, 900))).slice(0, MAX_WORDS) };
}

const unquoted = (text: string): string => text.replace(/[“"«][^”"»]{1,300}[”"»]/g, ' ');
const fold = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘']/g, '')
    .replace(/\b(\p{L})\. (?=\p{L}\.)/gu, '$1')
    .match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? [];

function* keysOf(words: Words, article: Article): Generator<string> {
  for (const run of [words.title, words.body])
    for (let at = 0; at + SHINGLE <= run.length; at += 1) yield run.slice(at, at + SHINGLE).join(' ');
  for (const band of bands(article.fingerprint)) yield `#${band}`;
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  const both = [...left].filter((word) => right.has(word)).length;
  return both / (left.size + right.size - both);
}

/** Length of the longest common subsequence of two short word lists. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const row = new Uint16Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1]!;
      row[j + 1] = word === b[j] ? diagonal + 1 : Math.max(row[j]!, above);
      diagonal = above;
    }
  }
  return row[b.length]!;
}

/** The longest run of words that both have without a gap. */
function longestRun(a: readonly string[], b: readonly string[]): readonly string[] {
  const row = new Uint16Array(b.length + 1);
  let best = 0;
  let end = 0;
  for (let i = 0; i < a.length; i += 1) {
    // From the end, so that row[j] is still that of the word before.
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const length = a[i] === b[j] ? row[j]! + 1 : 0;
      row[j + 1] = length;
      if (length > best) [best, end] = [length, i + 1];
    }
  }
  return a.slice(end - best, end);
}
