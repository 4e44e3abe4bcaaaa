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
  const spans = spansOf(features, model);
  return {
    sentiment: strongest(features, model, spans, 'sentiment', null),
    regulatory: strongest(features, model, spans, 'regulatory', 'regulatory'),
    financial: strongest(features, model, spans, 'financial', 'financial'),
    operational: strongest(features, model, spans, 'operational', 'operational'),
  };
}

/** A place in the text and the names of the rubric features that it stands for. */
interface Span {
  readonly inTitle: boolean;
  readonly from: number;
  readonly to: number;
  readonly part: Part | undefined;
  readonly names: readonly string[];
}

/** The part that an amount speaks for. */
const AMOUNT_PART = { money: 'financial', people: 'operational', systems: 'operational', cvss: 'operational' } as const;

function spansOf(features: Features, model: SignalModel): Span[] {
  const spans: Span[] = features.hits.map(({ feature, inTitle, from, to }) => {
    const words = inTitle ? features.titleWords : features.summaryWords;
    const name = model.lexicon.names[feature]!;
    return {
      inTitle,
      from: words[from]!.start,
      to: words[to - 1]!.end,
      part: model.lexicon.parts[feature],
      names: inTitle ? [`a:${name}`, `t:${name}`] : [`a:${name}`],
    };
  });
  for (const { kind, inTitle, start, end, steps } of features.amounts)
    spans.push({ inTitle, from: start, to: end, part: AMOUNT_PART[kind], names: steps });
  return spans;
}

/** Spans that begin at the same place are one reason: the longest phrase, with the weight of all. */
function strongest(
  features: Features,
  model: SignalModel,
  spans: readonly Span[],
  output: (typeof OUTPUTS)[number],
  part: Part | null,
): TextReason[] {
  const merged = new Map<string, { span: Span; weight: number }>();
  for (const span of spans) {
    if (part && span.part !== part) continue;
    const key = `${span.inTitle} ${span.from}`;
    const weight = span.names.reduce((sum, name) => sum + weightOf(name, output, model), 0);
    const known = merged.get(key);
    merged.set(key, {
      span: known && known.span.to >= span.to ? known.span : span,
      weight: (known?.weight ?? 0) + weight,
    });
  }
  const said = new Set<string>();
  return [...merged.values()]
    .filter(({ weight }) => (part ? weight >= LEAST_PART : Math.abs(weight) >= LEAST_SENTIMENT))
    .filter(({ span }) => !isName(features, span, part))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.span.from - b.span.from)
    .filter(({ span: { inTitle, from, to } }) => {
      const phrase = bare((inTitle ? features.title : features.summary).slice(from, to)).toLowerCase();
      return phrase !== '' && !said.has(phrase) && said.add(phrase);
    })
    .slice(0, MOST)
    .map(({ span: { inTitle, from, to }, weight }) => {
      const text = inTitle ? features.title : features.summary;
      return { phrase: bare(text.slice(from, to)), quote: around(text, from, to), weight };
    });
}

/** Without the marks of the sentence around it: "risk" of "risk.", "exposed" of "'exposed'". */
const bare = (phrase: string): string => phrase.replace(/^[\s'"‘’“”.,;:!?]+|[\s'"‘’“”.,;:!?]+$/gu, '');

/**
 * A name says whom a text is about, which the model weighs, but it is no reason to a reader: "financial, because of Ledger".
 * Of what is used everywhere a name is one ("Windows"), and so is a rule's or an office's for what they order.
 */
function isName(features: Features, { inTitle, from, to }: Span, part: Part | null): boolean {
  if (part === 'operational' || part === 'regulatory') return false;
  const text = inTitle ? features.title : features.summary;
  const phrase = bare(text.slice(from, to));
  if (!/^\p{Lu}[\p{L}&]*(?:['’]s)?(?: \p{Lu}\p{L}*)*$/u.test(phrase)) return false;
  // What is never written small where words are; in a headline that has capitals on all, the rest of the text tells.
  const running =
    inTitle && hasCapitals(text) ? features.summary : `${hasCapitals(features.title) ? '' : features.title} ${features.summary}`;
  return running.includes(phrase) && !running.includes(phrase.toLowerCase());
}

/** Title Case: nearly all longer words begin with a capital. */
function hasCapitals(title: string): boolean {
  const long = title.match(/\b\p{L}[\p{L}’'-]{4,}/gu) ?? [];
  return long.filter((word) => /^\p{Lu}/u.test(word)).length > 0.6 * long.length;
}

function weightOf(name: string, output: (typeof OUTPUTS)[number], model: SignalModel): number {
  const row = model.rubric.get(name);
  return row === undefined ? 0 : model.mass.rubric * model.weights[row * OUTPUTS.length + OUTPUTS.indexOf(output)]!;
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
