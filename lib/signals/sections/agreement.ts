import { DAYS_AND_MONTHS } from './english';
import { type Sentence, termOf } from './sentences';

/** How sentences of a story agree: which say the same, which are central, and which origins carry each. */
export interface Agreement {
  /** The sentences that were compared, best first to last by `rank`. */
  readonly ranked: readonly Sentence[];
  /** 0-1, relative to the most central sentence of the story. */
  rank(sentence: Sentence): number;
  /** Keys of the origins that say what the sentence says, its own first. */
  carriers(sentence: Sentence): readonly string[];
  /** 0-1: share of the matter that two sentences have in common, weighted by how telling each word is. */
  likeness(a: Sentence, b: Sentence): number;
  /** 0-1: how much of what `inner` says is in `outer`. */
  contained(inner: Sentence, outer: Sentence): number;
}

/** Pairs are compared, so the number of sentences is bounded; 160 take about 10 ms. */
const MOST_COMPARED = 160;
/**
 * Two sentences say the same from this likeness on, or where the shorter one is nearly all in the longer.
 * Chosen by reading pairs of the older 70 % of the labelled streams: below, two facts of one event are mixed up.
 */
const SAME_CLAIM = 0.42;
const WITHIN = 0.72;
/** A figure ("£14m") or a day and an hour in common are half the proof. */
const SAME_FIGURE_CLAIM = 0.28;
/** Words that all sentences have still count: ten reports that all say "Capita fined £14m" do agree. */
const LEAST_WEIGHT = 0.8;
/** Fewer telling words than this are "contained" in anything. */
const CONTAINED_TERMS = 4;
/** Damping and number of rounds of LexRank (Erkan and Radev, 2004); ranks settle well before. */
const DAMPING = 0.85;
const ROUNDS = 15;

/**
 * Compares the sentences of a story. Agreement within one origin counts for nothing where there are others:
 * forty copies of one text agree with nobody but themselves.
 */
export function agreementOf(sentences: readonly Sentence[]): Agreement {
  const compared = chosen(sentences);
  const size = compared.length;
  const frequency = new Map<string, number>();
  for (const { terms } of compared) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [term, count] of frequency) weights.set(term, LEAST_WEIGHT + Math.log((size + 2) / (count + 0.5)));
  const unseen = LEAST_WEIGHT + Math.log((size + 2) / 0.5);
  const weight = (term: string): number => weights.get(term) ?? unseen;
  const mass = new Map<Sentence, number>();
  const massOf = (sentence: Sentence): number => {
    let sum = mass.get(sentence);
    if (sum === undefined) {
      sum = 0;
      for (const term of sentence.terms) sum += weight(term);
      mass.set(sentence, sum);
    }
    return sum;
  };
  // Weight of the words in common, for every pair at once, by way of the sentences that have each word.
  const place = new Map(compared.map((sentence, i) => [sentence, i]));
  const common = new Float64Array(size * size);
  const having = new Map<string, number[]>();
  compared.forEach((sentence, i) => {
    for (const term of sentence.terms) {
      const list = having.get(term);
      if (list === undefined) having.set(term, [i]);
      else list.push(i);
    }
  });
  for (const [term, list] of having) {
    const value = weight(term);
    for (const i of list) for (const j of list) common[i * size + j]! += value;
  }
  const overlap = (a: Sentence, b: Sentence): number => {
    const i = place.get(a);
    const j = place.get(b);
    if (i !== undefined && j !== undefined) return common[i * size + j]!;
    let sum = 0;
    for (const term of a.terms) if (b.terms.has(term)) sum += weight(term);
    return sum;
  };
  const likeness = (a: Sentence, b: Sentence): number => {
    const both = massOf(a) + massOf(b);
    return both === 0 ? 0 : (2 * overlap(a, b)) / both;
  };
  const contained = (inner: Sentence, outer: Sentence): number =>
    inner.terms.size < CONTAINED_TERMS || massOf(inner) === 0 ? 0 : overlap(inner, outer) / massOf(inner);
  const marked = new Map<Sentence, Marks>();
  const marksIn = (sentence: Sentence): Marks => {
    let marks = marked.get(sentence);
    if (marks === undefined) {
      marks = marksOf(sentence);
      marked.set(sentence, marks);
    }
    return marks;
  };
  const same = (a: Sentence, b: Sentence): boolean => {
    if (a.text === b.text) return true;
    const like = likeness(a, b);
    if (like < SAME_FIGURE_CLAIM / 2) return false;
    const marks = sharedMarks(marksIn(a), marksIn(b));
    if (marks < 0) return false;
    return like >= SAME_CLAIM || (like >= SAME_FIGURE_CLAIM && marks >= 1) || contained(a, b) >= WITHIN;
  };

  const several = new Set(compared.map((sentence) => sentence.origin)).size > 1;
  const edges: { to: number; weight: number }[][] = compared.map(() => []);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const a = compared[i]!;
      const b = compared[j]!;
      if (several ? a.origin === b.origin : a.text === b.text) continue;
      const like = likeness(a, b);
      if (like < 0.08) continue;
      edges[i]!.push({ to: j, weight: like });
      edges[j]!.push({ to: i, weight: like });
    }
  }
  const scores = lexRank(edges);
  const top = Math.max(...scores, Number.MIN_VALUE);
  const rank = new Map(compared.map((sentence, i) => [sentence, scores[i]! / top]));
  const carried = new Map<Sentence, readonly string[]>();
  return {
    ranked: [...compared].sort((a, b) => rank.get(b)! - rank.get(a)!),
    rank: (sentence) => rank.get(sentence) ?? 0,
    carriers(sentence) {
      let origins = carried.get(sentence);
      if (origins === undefined) {
        const found = new Set([sentence.origin]);
        for (const other of compared) if (!found.has(other.origin) && same(sentence, other)) found.add(other.origin);
        origins = [...found];
        carried.set(sentence, origins);
      }
      return origins;
    },
    likeness,
    contained,
  };
}

/** True where a sentence has figures, and all of them are in the other. */
export function figuresWithin(inner: Sentence, outer: Sentence): boolean {
  let figures = 0;
  for (const term of inner.terms) {
    if (!term.startsWith('#')) continue;
    if (!outer.terms.has(term)) return false;
    figures++;
  }
  return figures > 0;
}

/** What in a sentence is seldom shared by chance: its figures, and the days, months and bare numbers that date it. */
interface Marks {
  readonly figures: readonly string[];
  readonly dates: readonly string[];
}

function marksOf(sentence: Sentence): Marks {
  const figures: string[] = [];
  const dates: string[] = [];
  for (const term of sentence.terms) {
    if (term.startsWith('#')) figures.push(term);
    else if (DATE_TERMS.has(term) || /^\d{1,3}$/.test(term)) dates.push(term);
  }
  return { figures, dates };
}

/** A shared figure counts 1, a shared date half. -1 where both have figures and none is the same: they do not say the same. */
function sharedMarks(a: Marks, b: Marks): number {
  const figures = a.figures.filter((figure) => b.figures.includes(figure)).length;
  if (figures === 0 && a.figures.length > 0 && b.figures.length > 0) return -1;
  return figures + a.dates.filter((date) => b.dates.includes(date)).length / 2;
}

const DATE_TERMS: ReadonlySet<string> = new Set([...DAYS_AND_MONTHS].map(termOf));

/** Each text once for each origin, taken from the origins in turn so that none crowds out the others. */
function chosen(sentences: readonly Sentence[]): Sentence[] {
  const byOrigin = new Map<string, Sentence[]>();
  const seen = new Set<string>();
  for (const sentence of sentences) {
    const identity = `${sentence.origin}\n${sentence.text}`;
    if (sentence.terms.size < 3 || seen.has(identity)) continue;
    seen.add(identity);
    const list = byOrigin.get(sentence.origin);
    if (list === undefined) byOrigin.set(sentence.origin, [sentence]);
    else list.push(sentence);
  }
  const queues = [...byOrigin.values()];
  const taken: Sentence[] = [];
  for (let turn = 0; taken.length < MOST_COMPARED && queues.some((queue) => turn < queue.length); turn++) {
    for (const queue of queues) {
      const sentence = queue[turn];
      if (sentence !== undefined && taken.length < MOST_COMPARED) taken.push(sentence);
    }
  }
  return taken;
}

function lexRank(edges: readonly (readonly { to: number; weight: number }[])[]): number[] {
  const size = edges.length;
  const out = edges.map((list) => list.reduce((sum, edge) => sum + edge.weight, 0));
  let scores = Array.from({ length: size }, () => 1 / Math.max(1, size));
  for (let round = 0; round < ROUNDS; round++) {
    const next = Array.from({ length: size }, () => (1 - DAMPING) / Math.max(1, size));
    edges.forEach((list, from) => {
      for (const { to, weight } of list) next[to]! += (DAMPING * scores[from]! * weight) / out[from]!;
    });
    scores = next;
  }
  return scores;
}
