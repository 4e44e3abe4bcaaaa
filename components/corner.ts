import type { Size } from './free-room';
import { isFixed } from './obstacles';

/** A corner of the window, and how far from its edge the badge docks, px. */
export interface Corner {
  readonly block: 'end' | 'start';
  readonly inline: 'end' | 'start';
  readonly away: number;
}

/** Distance to the edges of the window, px (place.css has the same). */
export const EDGE = 16;
/** A bar lower than this share of the window is docked above; what is higher is a dialog, and passes. */
const BAR = 0.4;

const CORNERS: readonly Omit<Corner, 'away'>[] = [
  { block: 'end', inline: 'end' },
  { block: 'end', inline: 'start' },
  { block: 'start', inline: 'end' },
];

/**
 * The corner where nothing else is docked: beside chat buttons and back-to-top arrows, above cookie bars.
 * Reads the page at a few points.
 */
export function freeCorner(view: Window, { width, height }: Size, rtl: boolean, own: Element): Corner {
  const docked = (corner: Omit<Corner, 'away'>, away: number): Element | null => {
    const onRight = (corner.inline === 'end') !== rtl;
    const left = onRight ? view.innerWidth - EDGE - width : EDGE;
    const top = corner.block === 'end' ? view.innerHeight - away - height : away;
    for (const across of [0.02, 0.25, 0.5, 0.75, 0.98])
      for (const down of [0.1, 0.9]) {
        const at = view.document.elementsFromPoint(left + across * width, top + down * height);
        const here = at.find((element) => element !== own);
        if (here && isFixed(here)) return here;
      }
    return null;
  };
  for (const corner of CORNERS) {
    const there = docked(corner, EDGE);
    if (!there) return { ...corner, away: EDGE };
    const bar = outermostFixed(there).getBoundingClientRect();
    const deep = corner.block === 'end' ? view.innerHeight - bar.top : bar.bottom;
    const away = deep + EDGE / 2;
    if (deep < BAR * view.innerHeight && !docked(corner, away)) return { ...corner, away };
  }
  return { ...CORNERS[0]!, away: EDGE };
}

function outermostFixed(element: Element): Element {
  let found = element;
  for (let here: Element | null = element; here; here = here.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(here).position)) found = here;
  return found;
}
