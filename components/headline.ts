import type { Box } from './free-room';

/** Headings looked at, and characters of each: more is no article's page. */
const MOST_HEADINGS = 60;
const MOST_CHARACTERS = 600;
/** Share of the title's words that a heading must have to be taken for its headline: titles are shortened and rephrased. */
const SAME = 0.6;
/** An h1 is preferred to another heading that is a little more like the title. */
const H1_FIRST = 0.3;
/** A heading of so many words says something; fewer are a section's or the outlet's name. */
const SENTENCE = 4;
/** Lines of a headline that are measured. */
const MOST_LINES = 12;

const wordsOf = (text: string): string[] =>
  text
    .slice(0, MOST_CHARACTERS)
    // Places where a word may be broken.
    .replace(/[\u00ad\u200b-\u200d]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How much of a title a heading says, 0-1; a heading with much else besides says less. */
export function likeness(heading: string, title: string): number {
  const wanted = new Set(wordsOf(title));
  const said = new Set(wordsOf(heading));
  if (wanted.size === 0 || said.size === 0) return 0;
  let both = 0;
  for (const word of said) if (wanted.has(word)) both++;
  // A heading may be the title without its kicker, or with one: the smaller of the two counts, unless it is a word or two.
  const smaller = Math.min(wanted.size, said.size);
  return smaller > 2 ? both / smaller - Math.max(0, said.size - 2 * wanted.size) / 100 : both / Math.max(wanted.size, said.size);
}

/** Whether an element is laid out where it can be read: not hidden, not for screen readers alone. */
function isShown(element: Element): boolean {
  const { width, height, right } = element.getBoundingClientRect();
  if (width < 40 || height < 8 || right <= 0) return false;
  const style = getComputedStyle(element);
  return style.visibility === 'visible' && Number(style.opacity) > 0 && style.clipPath === 'none';
}

/**
 * The visible headline that says the title; the page's own text, so that the badge stands by what it speaks of. Pages say
 * other titles to search engines than to their readers: the tab's counts as well, and a page's only long h1 is its headline.
 * @returns null where none is certain.
 */
export function findHeadline(document: Document, title: string): HTMLElement | null {
  const headings = [...document.querySelectorAll<HTMLElement>('h1,h2,[itemprop~="headline"]')].slice(0, MOST_HEADINGS);
  const titles = [title, document.title].filter((known) => wordsOf(known).length > 1);
  let best: HTMLElement | null = null;
  let most = 0;
  for (const heading of headings) {
    const text = (heading.textContent ?? '').slice(0, MOST_CHARACTERS);
    const like = Math.max(0, ...titles.map((known) => likeness(text, known)));
    const score = like < SAME ? 0 : like + (heading.localName === 'h1' ? H1_FIRST : 0);
    if (score > most && isShown(heading)) [best, most] = [heading, score];
  }
  if (best) return best;
  const [only, ...others] = headings.filter(
    (heading) => heading.localName === 'h1' && wordsOf(heading.textContent ?? '').length >= SENTENCE,
  );
  return only && others.length === 0 && isShown(only) ? only : null;
}

/** The lines of an element's text as they are laid out, from the top; px in the window. */
export function linesOf(element: Element): Box[] {
  const { ownerDocument: document } = element;
  const range = document.createRange();
  const lines: { left: number; top: number; right: number; bottom: number }[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let seen = 0; texts.nextNode() && seen < 10 * MOST_LINES; seen++) {
    if (!texts.currentNode.nodeValue?.trim()) continue;
    range.selectNodeContents(texts.currentNode);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      if (right - left < 2 || bottom - top < 6) continue;
      const middle = (top + bottom) / 2;
      const line = lines.find((known) => middle > known.top && middle < known.bottom);
      if (line) {
        line.left = Math.min(line.left, left);
        line.right = Math.max(line.right, right);
      } else if (lines.length < MOST_LINES) lines.push({ left, top, right, bottom });
    }
  }
  return lines.sort((a, b) => a.top - b.top);
}
