import { type Box, overlap } from './free-room';

/** Elements and rectangles looked at: a page with more in the neighbourhood of its headline has no room there. */
const MOST_ELEMENTS = 1500;
const MOST_BOXES = 600;
const MOST_RECTS = 24;
/** An empty box at least this large, px, waits for something to come: an advertisement, a player, a picture. */
const PLACEHOLDER = 24;
/** Boxes up to this size, px, are text for screen readers alone. */
const UNSEEN = 2;

/** Elements that are drawn by themselves, and controls: never to be covered, whatever is in them. */
export const SOLID =
  'img,svg,video,audio,canvas,iframe,embed,object,button,input,select,textarea,progress,meter,hr,ins,[role="button"],[contenteditable="true"]';

/**
 * What a badge must not cover in a part of the page: lines of text, pictures, controls, rules, placeholders.
 * Reads only; what stands over the page (fixed) is not of the page.
 * @param region px in the window
 * @param headline whatever lies behind its lines is a backdrop, and no obstacle
 * @returns null where there is too much to look at.
 */
export function obstaclesIn(region: Box, headline: Element, lines: readonly Box[]): Box[] | null {
  const { body } = headline.ownerDocument;
  if (!body) return null;
  const range = headline.ownerDocument.createRange();
  const found: Box[] = [];
  const waiting: Element[] = [body];
  const add = (box: Box) => {
    if (overlap(box, region)) found.push(box);
  };
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen > MOST_ELEMENTS || found.length > MOST_BOXES) return null;
    const element = waiting.pop()!;
    if (element === headline) continue;
    const box = element.getBoundingClientRect();
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    // What has no box of its own may still have parts that have one.
    const boxed = width > 0 && height > 0;
    if (boxed && !overlap(box, region) && element !== body) continue;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.position === 'fixed' || style.opacity === '0') continue;
    if (boxed && (width <= UNSEEN || height <= UNSEEN) && style.overflow !== 'visible') continue;
    const shown = style.visibility === 'visible';

    if (boxed && shown && element.matches(SOLID)) {
      if (!isBackdrop(box, lines)) add(box);
      continue;
    }
    let text = false;
    for (const child of element.childNodes) {
      if (child.nodeType !== Node.TEXT_NODE || !child.nodeValue?.trim()) continue;
      text = true;
      if (!shown) break;
      range.selectNodeContents(child);
      const rects = range.getClientRects();
      for (let i = 0; i < Math.min(rects.length, MOST_RECTS); i++) add(rects[i]!);
    }
    const holdsHeadline = element.contains(headline);
    if (boxed && shown && !holdsHeadline && element !== body) {
      const { left, top, right, bottom } = box;
      if (Number.parseFloat(style.borderTopWidth) > 0) add({ left, right, top, bottom: top + 1 });
      if (Number.parseFloat(style.borderBottomWidth) > 0) add({ left, right, top: bottom - 1, bottom });
      const isPicture = style.backgroundImage.includes('url(') && !isBackdrop(box, lines);
      const waits = !text && element.childElementCount === 0 && width >= PLACEHOLDER && height >= PLACEHOLDER;
      if (isPicture || waits) add(box);
    }
    for (let child = element.lastElementChild; child; child = child.previousElementSibling) waiting.push(child);
    if (element.shadowRoot) waiting.push(...element.shadowRoot.children);
  }
  return found;
}

/** Whether the headline is written over a box: through the middle of one of its lines. */
function isBackdrop({ left, right, top, bottom }: Box, lines: readonly Box[]): boolean {
  return lines.some((line) => {
    const middle = (line.top + line.bottom) / 2;
    return top < middle && bottom > middle && left < line.right && right > line.left;
  });
}

/** Whether an element, or what holds it, stays in the window while the page scrolls. */
export function isFixed(element: Element): boolean {
  for (let here: Element | null = element; here; here = here.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(here).position)) return true;
  return false;
}

/** The layer that an element is painted in, as the z-index of its outermost positioned ancestor; 0 where there is none. */
export function layerOf(element: Element): number {
  let layer = 0;
  for (let here: Element | null = element; here; here = here.parentElement) {
    const { zIndex, position } = getComputedStyle(here);
    if (zIndex !== 'auto' && position !== 'static') layer = Number(zIndex);
  }
  return layer;
}

/** Points across a box that are asked what lies there. */
const ACROSS = 5;
const DOWN = 3;

/**
 * Asks the browser what it paints where the badge is to stand: catches what overflows its own box.
 * @returns the layer in which the badge is just above the page, or null where it would cover a picture or a control.
 */
export function layerAt(box: Box, headline: Element, lines: readonly Box[], own: Element): number | null {
  const { ownerDocument: document } = headline;
  let layer = 0;
  for (let x = 0; x < ACROSS; x++)
    for (let y = 0; y < DOWN; y++) {
      const left = box.left + ((x + 0.5) / ACROSS) * (box.right - box.left);
      const top = box.top + ((y + 0.5) / DOWN) * (box.bottom - box.top);
      for (const element of document.elementsFromPoint(left, top)) {
        if (element === own || isFixed(element)) continue;
        if (element.matches(SOLID) && !element.contains(headline) && !isBackdrop(element.getBoundingClientRect(), lines))
          return null;
        layer = Math.max(layer, layerOf(element));
        if (element.contains(headline)) break;
      }
    }
  return layer;
}
