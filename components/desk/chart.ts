/** Geometry that the charts share: one drawing of 640 by 220 units, with room for the labels of both axes. */
export const WIDTH = 640;
export const HEIGHT = 220;
export const LEFT = 34;
export const RIGHT = 34;
export const TOP = 12;
export const BOTTOM = 24;
export const INNER = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM } as const;

/** The end of a scale that has a mark at its half: an even number at or above `most`, in readable steps (2, 4, 6, 8, 10, 20, 40 …). */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [2, 4, 6, 8, 10, 20].map((step) => step * power).find((top) => top >= most) ?? most;
}

/** Distance of the marks of a scale that is `length` long: 1, 2 or 5 of a power of ten, with at most five marks. */
export function niceStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, length / 5)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => length / step <= 5) ?? length;
}

/** Middle of the n-th of `count` places along the axis. */
export const middle = (n: number, count: number): number => LEFT + (INNER.width * (n + 0.5)) / Math.max(1, count);

/** RFC 4180; a text that a spreadsheet would run as a formula is kept text by a leading apostrophe. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Properties that our style sheets set on drawings; a file of its own must carry them itself. */
const DRAWN = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-family',
  'text-anchor',
] as const;

/** A drawing as an SVG file that looks the same outside of our pages. */
export function svgFile(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawing, copy].map((svg) => [svg, ...svg.querySelectorAll<SVGElement>('*')]) as [
    SVGElement[],
    SVGElement[],
  ];
  from.forEach((element, n) => {
    const style = getComputedStyle(element);
    for (const name of DRAWN) to[n]?.setAttribute(name, style.getPropertyValue(name));
    to[n]?.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
