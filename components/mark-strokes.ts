import type { IndependentOrigin, Signals } from '../lib/signals/signals';

/** One line of the mark, in units of the drawing; `echo` counts from the stroke that it stands behind, 0 for the stroke. */
export interface Stroke {
  readonly x: number;
  readonly echo: number;
}

/** Units between a stroke and the next, and from a line to the echo behind it. */
const STROKE_STEP = 5;
const ECHO_STEP = 2.2;

/**
 * How many articles of an origin only carry or repeat it: the echoes behind its stroke.
 * The reporting itself is the stroke, whether or not we hold an article of it.
 */
export function echoesOf(origin: IndependentOrigin, origins: Signals['origins']): number {
  const copies = origin.articles.filter((id) => {
    const kind = origins[id]?.kind;
    return kind === 'wire' || kind === 'cites' || (kind === undefined && id !== origin.articles[0]);
  });
  // A party's statement that many carry: the first is the statement, the others are its echoes.
  return origin.kind === 'pr' ? Math.max(0, origin.articles.length - 1) : copies.length;
}

/**
 * Lays the mark out: a stroke for every independent origin, its echoes behind it.
 * @param echoes for each origin, how many articles echo it.
 * @param most strokes and echoes that are drawn; what is beyond is said by the number beside the mark.
 * @returns the lines from left to right, and the drawing's width.
 */
export function markStrokes(
  echoes: readonly number[],
  most: { readonly strokes: number; readonly echoes: number },
): { lines: readonly Stroke[]; width: number } {
  const shown = echoes.slice(0, most.strokes);
  const each = Math.max(1, Math.floor(most.echoes / Math.max(1, shown.length)));
  const lines: Stroke[] = [];
  let x = 2;
  for (const copies of shown) {
    lines.push({ x, echo: 0 });
    const drawn = Math.min(copies, each);
    for (let echo = 1; echo <= drawn; echo += 1) lines.push({ x: x + 0.6 + echo * ECHO_STEP, echo });
    x += STROKE_STEP + drawn * ECHO_STEP;
  }
  return { lines, width: x - STROKE_STEP + (lines.at(-1)?.echo ? 1 : 0) + 6 };
}
