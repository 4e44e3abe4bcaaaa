import type { Article } from '../articles/article';
import type { Registry } from '../sources/registry';
import type { Story } from '../stories/story';
import { confidenceOf } from './confidence';
import { impactOf } from './impact';
import { findOrigins } from './origins';
import type { Lexicon } from './sections/lexicon';
import { sectionsOf } from './sections/sections';
import { sentimentOf } from './sentiment';
import type { SignalModel } from './signal-model';
import type { Signals } from './signals';
import { timelineOf } from './timeline';
import { verify } from './verified';

/** What the signals are computed with: the sources that we know, and the beat's model and words. */
export interface SignalWorld {
  readonly registry: Registry;
  readonly signalModel: SignalModel;
  readonly lexicon: Lexicon;
}

/**
 * All that is said of a story. Pure: the same articles give the same signals in any order.
 * @param articles the story's, at least one
 * @param now epoch ms
 */
export function computeSignals(story: Story, articles: readonly Article[], world: SignalWorld, now: number): Signals {
  const { registry, signalModel, lexicon } = world;
  const origins = findOrigins(articles, registry);
  const verified = verify(articles, origins);
  return {
    origins,
    verified,
    impact: impactOf(articles, origins, signalModel),
    sentiment: sentimentOf(articles, origins, signalModel),
    confidence: confidenceOf(story, articles, origins, verified, now),
    timeline: timelineOf(articles, origins, now),
    sections: sectionsOf(story, articles, origins, verified, registry, lexicon, now),
  };
}
