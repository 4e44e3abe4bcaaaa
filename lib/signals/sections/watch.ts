import type { Article } from '../../articles/article';
import type { Watch } from '../signals';
import type { Agreement } from './agreement';
import type { Lexicon } from './lexicon';
import type { Sentence } from './sentences';

/** What is still to come, soonest first. */
export function watchOf(
  _articles: readonly Article[],
  _sentences: readonly Sentence[],
  _agreement: Agreement,
  _lexicon: Lexicon,
  _now: number,
): Watch[] {
  return [];
}
