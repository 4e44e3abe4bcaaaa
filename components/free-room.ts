/** A rectangle, px; all of one page's are measured from the same corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Width of the frame in which the badge takes this size, px. */
  readonly frame: number;
}

/** Where a badge of one of the sizes may stand: its top left corner. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly size: Size;
}

export interface Surroundings {
  /** The lines of the headline's text, from the top. */
  readonly lines: readonly Box[];
  /** The column that the headline stands in: it may be wider than its text. */
  readonly column: Box;
  /** What may not be covered: text, pictures, controls, rules. */
  readonly obstacles: readonly Box[];
  /** The badge in its widths, widest first; all but the last carry words. */
  readonly sizes: readonly Size[];
  /** The part of the page that was looked at, and that a badge may stand in. */
  readonly bounds: Box;
  readonly rtl: boolean;
}

/** Distances to the headline, px: above and below it, and beside its lines. As much as bylines commonly have. */
const GAP = 6;
const GAP_BESIDE = 14;
/** Free space that everything else keeps around it, px. */
const AIR = 3;
/** How far from the headline's text a badge still belongs to it, px: the rows of standfirst, byline and date. */
const NEAR = 24;
const FAR = 150;
/** Step of the search, px. */
const STEP = 4;

/** Whether two boxes overlap once the first has grown by `air` on every side, px. */
export function overlap(a: Box, b: Box, air = 0): boolean {
  return a.left - air < b.right && a.right + air > b.left && a.top - air < b.bottom && a.bottom + air > b.top;
}

/** The smallest box around others; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (!first) return null;
  return boxes.reduce(
    (a, b) => ({
      left: Math.min(a.left, b.left),
      top: Math.min(a.top, b.top),
      right: Math.max(a.right, b.right),
      bottom: Math.max(a.bottom, b.bottom),
    }),
    first,
  );
}

/**
 * Finds room for the badge by the headline that covers nothing: under it, at the end of its last lines, above it, else in
 * the rows below; the widest badge that fits, and the mark with its number alone only where no words fit anywhere.
 * @returns null where nothing fits.
 */
export function freeRoom(surroundings: Surroundings): Room | null {
  const { sizes, lines } = surroundings;
  const text = around(lines);
  if (!text) return null;
  const worded = sizes.length > 1 ? sizes.slice(0, -1) : sizes;
  return (
    search(surroundings, text, worded, near) ??
    search(surroundings, text, worded, below) ??
    search(surroundings, text, sizes, near) ??
    search(surroundings, text, sizes, below)
  );
}

/** Whether a room that was found before still is one. */
export function isFree({ left, top, size }: Room, { obstacles, bounds, lines }: Surroundings): boolean {
  const box = { left, top, right: left + size.width, bottom: top + size.height };
  if (box.left < bounds.left || box.right > bounds.right || box.top < bounds.top || box.bottom > bounds.bottom) return false;
  return !lines.some((line) => overlap(box, line, 1)) && !obstacles.some((obstacle) => overlap(box, obstacle, AIR));
}

type Spots = (surroundings: Surroundings, text: Box, size: Size) => Iterable<readonly [left: number, top: number]>;

function search(surroundings: Surroundings, text: Box, sizes: readonly Size[], spots: Spots): Room | null {
  for (const size of sizes)
    for (const [left, top] of spots(surroundings, text, size)) {
      const room = { left: Math.round(left), top: Math.round(top), size };
      if (isFree(room, surroundings)) return room;
    }
  return null;
}

/** Left edge of a badge that starts, or ends, where a box does in the direction of reading. */
const atStart = (box: Box, { width }: Size, rtl: boolean): number => (rtl ? box.right - width : box.left);
const atEnd = (box: Box, { width }: Size, rtl: boolean): number => (rtl ? box.left : box.right - width);

/** Spots that touch the headline, the best first. */
function* near({ lines, column, rtl }: Surroundings, text: Box, size: Size): Generator<readonly [number, number]> {
  for (let away = GAP; away <= NEAR; away += STEP) yield [atStart(text, size, rtl), text.bottom + away];
  for (const line of lines.toReversed()) {
    const top = (line.top + line.bottom - size.height) / 2;
    yield [rtl ? line.left - GAP_BESIDE - size.width : line.right + GAP_BESIDE, top];
    yield [atEnd(column, size, rtl), top];
  }
  for (let away = GAP; away <= NEAR; away += STEP) {
    yield [atStart(text, size, rtl), text.top - away - size.height];
    yield [atEnd(column, size, rtl), text.top - away - size.height];
  }
}

/** The rows below the headline: at the start, and at the end of the column beside a byline or a date. */
function* below({ column, rtl }: Surroundings, text: Box, size: Size): Generator<readonly [number, number]> {
  for (let away = GAP; away <= FAR; away += STEP) {
    yield [atStart(text, size, rtl), text.bottom + away];
    yield [atEnd(column, size, rtl), text.bottom + away];
  }
}
