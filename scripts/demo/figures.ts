/** Line drawings for the demo's pages, in place of photographs: drawn here, so that a page asks no other host for anything. */

type Drawing = (line: string) => string;

/** A front with columns and steps. */
const columns: Drawing = (line) =>
  [
    `<path d="M250 90 L400 40 L550 90 Z"/><path d="M240 104 H560"/>`,
    ...Array.from({ length: 7 }, (_, n) => `<path d="M${268 + n * 44} 116 V188" stroke-width="9"/>`),
    `<path d="M240 200 H560 M224 213 H576 M208 226 H592"/>`,
  ]
    .join('')
    .replace(/^/, `<g stroke="${line}">`)
    .concat('</g>');

/** Racks with their cables. */
const racks: Drawing = (line) =>
  `<g stroke="${line}">${Array.from(
    { length: 6 },
    (_, n) =>
      `<path d="M${200 + n * 70} 70 h48 v156 h-48 Z"/>${Array.from({ length: 6 }, (_, row) => `<path d="M${208 + n * 70} ${88 + row * 22} h${n % 2 === row % 2 ? 32 : 20}"/>`).join('')}`,
  ).join('')}<path d="M224 70 C224 30 434 30 434 70 M294 70 C294 44 574 44 574 70"/></g>`;

/** Masts before a low horizon. */
const harbor: Drawing = (line) =>
  `<g stroke="${line}"><path d="M0 176 H800"/>${[210, 290, 420, 505, 610]
    .map(
      (x, n) =>
        `<path d="M${x} ${70 + n * 9} V196 M${x} ${80 + n * 9} L${x + 44} 172 H${x} M${x - 34} 186 C${x - 20} 206 ${x + 40} 206 ${x + 54} 186"/>`,
    )
    .join('')}<path d="M60 214 h90 M240 224 h120 M470 216 h90 M640 226 h80"/></g>`;

const DRAWINGS = [columns, racks, harbor];

/** @param text chooses the drawing: the same report always has the same. */
export function figure(text: string): string {
  const drawing = DRAWINGS[Array.from(text).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % DRAWINGS.length] ?? columns;
  return `<svg class="figure" viewBox="0 0 800 260" preserveAspectRatio="xMidYMid slice" fill="none" stroke-width="2.5" aria-hidden="true">${drawing('currentColor')}</svg>`;
}
