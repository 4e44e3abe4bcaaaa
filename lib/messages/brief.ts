import type { StoryLine } from './protocol';

/** A brief is of the last day, ms. */
export const BRIEF_SPAN = 86_400_000;
/** Stories that a brief tells: what is read in a minute. */
const TOP = 5;

/** What a reader who has a minute should know. */
export interface Brief {
  /** The stories of the last day that matter most. */
  readonly top: readonly StoryLine[];
  /** Followed stories in which something changed since the reader last looked, and new stories about followed names. */
  readonly changed: readonly StoryLine[];
}

/**
 * @param lines of all stories
 * @param names that the reader follows, each with the moment since when, epoch ms
 * @param now epoch ms
 */
export function briefOf(
  lines: readonly StoryLine[],
  names: readonly { readonly name: string; readonly since: number }[],
  now: number,
): Brief {
  const fresh = lines.filter(({ updated }) => updated > now - BRIEF_SPAN);
  const byImpact = [...fresh].sort((a, b) => b.impact - a.impact || b.updated - a.updated || (a.id < b.id ? -1 : 1));
  const isAbout = (line: StoryLine) => names.some(({ name, since }) => line.opened >= since && line.entities.includes(name));
  const changed = lines.filter((line) => (line.followed && line.news.length > 0) || (line.unread && isAbout(line)));
  return { top: byImpact.slice(0, TOP), changed: [...changed].sort((a, b) => b.updated - a.updated) };
}
