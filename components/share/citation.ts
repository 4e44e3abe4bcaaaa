import type { StoryView } from '../../lib/messages/verdict';
import type { Words } from '../../lib/words/words';
import { wholeImpact } from '../ImpactBar';
import { standingLabel } from '../story-words';

/** A story in one sentence that can be cited: how it stood, when, and who had it first. Epoch ms. */
export function storyCitation({ story, signals, articles }: StoryView, words: Words, now: number): string {
  const [first] = articles;
  return words('share_citation_text', {
    title: story.title,
    standing: standingLabel(words, signals.verified.standing, signals.verified.n),
    impact: words('impact_of_ten', { score: wholeImpact(signals.impact.score) }),
    date: words.date(now),
    outlet: first?.outlet ?? '',
    address: first?.link ?? first?.address ?? '',
  });
}
