import type { Features, Part } from './features';
import { OUTPUTS, type SignalModel } from './signal-model';

/** Words of a text that moved one of its signals. */
export interface TextReason {
  /** The phrase, verbatim. */
  readonly phrase: string;
  /** The sentence or title around it, verbatim, at most `QUOTE_MAX` characters. */
  readonly quote: string;
  /** How much it moved the signal, on the signal's own scale. */
  readonly weight: number;
}

/** Strongest first; for sentiment by size, for the parts only what raised them. */
export interface TextReasons {
  readonly sentiment: readonly TextReason[];
  readonly regulatory: readonly TextReason[];
  readonly financial: readonly TextReason[];
  readonly operational: readonly TextReason[];
}

const MOST = 3;
const QUOTE_MAX = 180;
/** Phrases that move a part by less than this are noise of the fit, not a reason. */
const LEAST_PART = 0.15;
const LEAST_SENTIMENT = 0.03;

/** The phrases of the rubric in a text that moved its signals: never bare numbers, always words of the text. */
export function textReasons(features: Features, model: SignalModel): TextReasons {
  const reasonsFor = (output: (typeof OUTPUTS)[number], part: Part | null): TextReason[] => {
    const least = part ? LEAST_PART : LEAST_SENTIMENT;
    const best = new Map<number, TextReason & { readonly length: number }>();
    for (const hit of features.hits) {
      if (part && model.lexicon.parts[hit.feature] !== part) continue;
      const name = model.lexicon.names[hit.feature]!;
      const weight = weightOf(`a:${name}`, output, model) + (hit.inTitle ? weightOf(`t:${name}`, output, model) : 0);
      if (part ? weight < least : Math.abs(weight) < least) continue;
      const words = hit.inTitle ? features.titleWords : features.summaryWords;
      const text = hit.inTitle ? features.title : features.summary;
      const from = words[hit.from]!.start;
      const to = words[hit.to - 1]!.end;
      const length = to - from;
      const known = best.get(hit.feature);
      if (known && (Math.abs(known.weight) > Math.abs(weight) || known.length >= length)) continue;
      best.set(hit.feature, { phrase: text.slice(from, to), quote: around(text, from, to), weight, length });
    }
    return [...best.values()]
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, MOST)
      .map(({ phrase, quote, weight }) => ({ phrase, quote, weight }));
  };
  return {
    sentiment: reasonsFor('sentiment', null),
    regulatory: reasonsFor('regulatory', 'regulatory'),
    financial: reasonsFor('financial', 'financial'),
    operational: reasonsFor('operational', 'operational'),
  };
}

function weightOf(name: string, output: (typeof OUTPUTS)[number], model: SignalModel): number {
  const row = model.rubric.get(name);
  return row === undefined ? 0 : model.rubricMass * model.weights[row * OUTPUTS.length + OUTPUTS.indexOf(output)]!;
}

/** The sentence around a phrase, cut at spaces where it is long. */
function around(text: string, from: number, to: number): string {
  let start = from;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  let end = to;
  while (end < text.length && !isBreak(text, end)) end++;
  if (end < text.length) end++;
  if (end - start > QUOTE_MAX) {
    start = Math.max(start, from - (QUOTE_MAX - (to - from)) / 2) | 0;
    if (start > 0) start = Math.min(from, text.indexOf(' ', start) + 1 || start);
    const cut = text.lastIndexOf(' ', start + QUOTE_MAX);
    end = Math.max(to, Math.min(end, cut > to ? cut : end, start + QUOTE_MAX));
  }
  return text.slice(start, end).trim();
}

/** The end of a sentence: its mark followed by a space, so that "U.S." inside a word or "2.4M" ends none. */
function isBreak(text: string, at: number): boolean {
  const mark = text[at];
  return (mark === '.' || mark === '!' || mark === '?') && /^\s+[\p{Lu}\d"“‘]/u.test(text.slice(at + 1, at + 4));
}
