import type { Beat } from './beat';
import { cybersecurity } from './cybersecurity/beat';
import { spaceDefence } from './space-defence/beat';

/** All beats, the default one first. A beat is added by a folder of data and a line here. */
export const BEATS: readonly Beat[] = [cybersecurity, spaceDefence];

export function beatById(id: string): Beat | undefined {
  return BEATS.find((beat) => beat.id === id);
}
