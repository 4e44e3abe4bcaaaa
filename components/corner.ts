import type { Size } from './free-room';
import { isFixed, layerOf } from './obstacles';

/** A corner of the window, and how far from its edge the badge docks, px. */
export interface Corner {
  readonly block: 'end' | 'start';
  readonly inline: 'end' | 'start';
  readonly away: number;
  /** In which the badge is above the page there, but not above its dialogs. */
  readonly layer: number;
}

/** Distance to the edges of the window, px (place.css has the same). */
export const EDGE = 16;
/** A bar lower than this share of the window is docked above; what is higher is a dialog, and passes. */
const BAR = 0.4;

/** Above the page and its bars, below its dialogs, which begin at 1000 in the common kits (Bootstrap 1050, Material 1300). */
const LAYER = 999;

type Where = Pick<Corner, 'block' | 'inline'>;
const CORNERS: readonly Where[] = [
  { block: 'end', inline: 'end' },
  { block: 'end', inline: 'start' },
  { block: 'start', inline: 'end' },
];

/**
 * The corner where nothing else is docked: beside chat buttons and back-to-top arrows, above cookie bars.
 * Reads the page at a few points.
 */
export function freeCorner(view: Window, { width, height }: Pick<Size, 'width' | 'height'>, rtl: boolean, own: Element): Corner {
  let layer = LAYER;
  /** What is docked there already. */
  const docked = (corner: Where, away: number): Element | null => {
    layer = LAYER;
    const onRight = (corner.inline === 'end') !== rtl;
    const left = onRight ? view.innerWidth - EDGE - width : EDGE;
    const top = corner.block === 'end' ? view.innerHeight - away - height : away;
    for (const across of [0.02, 0.25, 0.5, 0.75, 0.98])
      for (const down of [0.1, 0.9]) {
        const at = view.document.elementsFromPoint(left + across * width, top + down * height);
        const here = at.find((element) => element !== own);
        if (!here) continue;
        if (isFixed(here)) return here;
        layer = Math.max(layer, layerOf(here));
      }
    return null;
  };
  for (const corner of CORNERS) {
    const there = docked(corner, EDGE);
    if (!there) return { ...corner, away: EDGE, layer };
    const bar = outermostFixed(there).getBoundingClientRect();
    const deep = corner.block === 'end' ? view.innerHeight - bar.top : bar.bottom;
    const away = deep + EDGE / 2;
    if (deep < BAR * view.innerHeight && !docked(corner, away)) return { ...corner, away, layer };
  }
  return { ...CORNERS[0]!, away: EDGE, layer };
}

function outermostFixed(element: Element): Element {
  let found = element;
  for (let here: Element | null = element; here; here = here.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(here).position)) found = here;
  return found;
}
