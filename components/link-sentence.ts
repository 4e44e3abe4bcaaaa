import type { LinkMark } from '../lib/messages/protocol';
import type { Words } from '../lib/words/words';
import { wholeImpact } from './ImpactBar';
import { standingLabel } from './story-words';

/** What the mark beside a link says in words, the story it speaks of last. */
export function linkSentence(words: Words, { standing, n, impact, title }: LinkMark): string {
  return words('link_mark', { standing: standingLabel(words, standing, n), impact: wholeImpact(impact), title });
}
