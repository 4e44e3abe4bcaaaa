import type { Sentence } from './sentences';

/** Words of a sentence that reads well alone: shorter is a headline, longer is not read to its end. */
const READABLE = { least: 10, most: 36 };

/** "The incident", "The company": a reader who starts here does not know which. */
const DEFINITE =
  /^The (?:[\p{L}-]+ )?(?:incident|company|firm|flaw|bug|vulnerability|issue|attack|breach|move|news|report|developer|post|hackers?|group|campaign|attackers?|agency|order|decision|deal|data|malware|botnet|activity|latest|export|fine|secretary|president|minister|chief|judge|label|ultimatum|department|ministry|court|committee|law|meeting|measure|restrictions?|messages?|claim)\b/iu;

/**
 * 0-1: how well a sentence stands alone on a page. Body sentences are preferred to headlines, which clip their grammar;
 * the beginning of a report to its end, since reporters put first what matters; statements to talk.
 */
export function quality(sentence: Sentence): number {
  let value = known.get(sentence);
  if (value === undefined) {
    value = judged(sentence);
    known.set(sentence, value);
  }
  return value;
}

/** Asked by every section, found once. */
const known = new WeakMap<Sentence, number>();

function judged(sentence: Sentence): number {
  const { words, text, place, index } = sentence;
  let value = place === 'title' ? 0.5 : 1;
  if (words.length < READABLE.least) value *= 0.75;
  if (words.length > READABLE.most) value *= 0.7;
  if (place === 'text' || place === 'summary') value *= 1 / (1 + 0.04 * Math.max(0, index - 1));
  if (/^["“'‘]/u.test(text)) value *= 0.55;
  else if (/["“]/u.test(text)) value *= 0.85;
  if (/\d\. \d|\p{Ll}{3}\p{Lu}\p{Ll}+ \p{Ll}.*\p{Ll}{3}\p{Lu}\p{Ll}+ /u.test(text)) value *= 0.75;
  if (DEFINITE.test(text)) value *= 0.7;
  if (sentence.secondhand) value *= 0.75;
  if (/\b(?:I|we|you|your|our|my)\b/u.test(text)) value *= 0.5;
  if (/\b(?:here's|here’s|let's|let’s|bit\.ly)\b|!$|^(?:How|Why|What|When|Inside|Top \d|\d+ )/iu.test(text)) value *= 0.5;
  return value;
}
