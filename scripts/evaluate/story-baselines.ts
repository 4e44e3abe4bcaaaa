/** What the reader's alternatives do, on the same items: baselines for grouping. */
import { wordsOf } from '../../lib/stories/words';

/** What baselines read. */
export interface Text {
  readonly title: string;
  readonly summary: string;
  /** Epoch ms. */
  readonly published: number;
}

const DAY = 86_400_000;
/** A story takes no more reports after so long a silence: the usual setting of online clustering. */
const ACTIVE = 14 * DAY;

/** Joins the story that has the title most alike (Jaccard over words), from `threshold` on. @returns group of each text */
export function titleJaccard(texts: readonly Text[], threshold: number): string[] {
  const stories: { titles: Set<string>[]; updated: number }[] = [];
  return texts.map(({ title, published }) => {
    const words = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    let best = -1;
    let bestScore = threshold;
    stories.forEach((story, s) => {
      if (published - story.updated > ACTIVE) return;
      for (const other of story.titles) {
        let both = 0;
        for (const word of words) if (other.has(word)) both++;
        const score = both / (words.size + other.size - both || 1);
        if (score >= bestScore) {
          bestScore = score;
          best = s;
        }
      }
    });
    if (best === -1) best = stories.push({ titles: [], updated: published }) - 1;
    stories[best]!.titles.push(words);
    stories[best]!.updated = published;
    return `${best}`;
  });
}

/** A sparse vector of unit length. */
export type Vector = ReadonlyMap<string, number>;

/** Vectors of title and summary by TF-IDF, the statistics taken from the texts themselves. */
export function tfidf(texts: readonly Text[]): Vector[] {
  const counts = texts.map(({ title, summary }) => {
    const count = new Map<string, number>();
    for (const { term } of wordsOf(`${title}. ${title}. ${summary}`, 1_200)) count.set(term, (count.get(term) ?? 0) + 1);
    return count;
  });
  const frequency = new Map<string, number>();
  for (const count of counts) for (const term of count.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return counts.map((count) => {
    const vector = new Map<string, number>();
    let square = 0;
    for (const [term, times] of count) {
      const weight = (1 + Math.log(times)) * Math.log(texts.length / frequency.get(term)! + 1);
      vector.set(term, weight);
      square += weight * weight;
    }
    const norm = Math.sqrt(square) || 1;
    for (const [term, weight] of vector) vector.set(term, weight / norm);
    return vector;
  });
}

/** Online clustering by TF-IDF centroids: each text joins the nearest active centroid from `threshold` on, else opens one. */
export class Centroids {
  private readonly stories: { sum: Map<string, number>; norm: number; updated: number }[] = [];

  constructor(
    private readonly threshold: number,
    /** Silence after which a story takes no more, ms. */
    private readonly active = ACTIVE,
  ) {}

  /** Opens a story with a text, without looking for one that it might join. */
  open(vector: Vector, published: number): void {
    this.stories.push({ sum: new Map(vector), norm: 1, updated: published });
  }

  /** @returns the group that the text joins */
  add(vector: Vector, published: number): string {
    let best = -1;
    let bestScore = this.threshold;
    this.stories.forEach((story, s) => {
      if (published - story.updated > this.active) return;
      let dot = 0;
      for (const [term, weight] of vector) {
        const other = story.sum.get(term);
        if (other !== undefined) dot += weight * other;
      }
      const score = dot / story.norm;
      if (score >= bestScore) {
        bestScore = score;
        best = s;
      }
    });
    if (best === -1) {
      this.open(vector, published);
      return `${this.stories.length - 1}`;
    }
    const story = this.stories[best]!;
    for (const [term, weight] of vector) story.sum.set(term, (story.sum.get(term) ?? 0) + weight);
    let square = 0;
    for (const weight of story.sum.values()) square += weight * weight;
    story.norm = Math.sqrt(square) || 1;
    story.updated = published;
    return `${best}`;
  }
}
