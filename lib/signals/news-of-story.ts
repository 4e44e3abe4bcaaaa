import { ACT_FROM } from './impact';
import type { Signals } from './signals';

/** What a reader is told of a story that they follow; each once. */
export const NEWS = ['found', 'second-source', 'act', 'contradicted'] as const;
export type News = (typeof NEWS)[number];

/**
 * What holds of a story now:
 * it has joined a story that the reader follows by words of their own,
 * a second independent source reports it (the confidence floor, GUIDE.md), its impact is one to act on, or its sources
 * contradict each other or those concerned deny it.
 */
export function newsHolding({ verified, impact, sections }: Signals, joined = false): readonly News[] {
  const holds: Record<News, boolean> = {
    found: joined,
    'second-source': verified.n >= 2,
    act: Math.round(impact.score) >= ACT_FROM,
    contradicted:
      sections.facts.some(({ figures }) => figures !== undefined && figures.length > 1) ||
      verified.unconfirmed.some(({ key }) => key === 'rumour_denied'),
  };
  return NEWS.filter((news) => holds[news]);
}

/**
 * What to tell of a story, and what has been told afterwards. What held when the reader began to follow counts as told:
 * only a change is news; and what was told once is not told again, though it may cease to hold and return.
 * @param told so far
 */
export function newsOfStory(
  signals: Signals,
  told: readonly News[],
  joined = false,
): { tell: readonly News[]; told: readonly News[] } {
  const tell = newsHolding(signals, joined).filter((news) => !told.includes(news));
  return { tell, told: tell.length > 0 ? [...told, ...tell] : told };
}
