/** What both scripts that read a page go by (page-gather.ts, page-look.ts): bounds, several times what the real pages have. */
export const MOST_PARAGRAPHS = 200;
export const MOST_LINE = 2000;
/** Paragraphs from so many characters on are no labels. */
export const PARAGRAPH = 25;

/** Parts of a page that are not its text. */
const ASIDE = 'a,nav,aside,footer,figure,dialog,script,style,noscript,button';

/** Whether an element stands in a part that is not the page's text. What it answered is kept. */
export function asides(): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    if (!element) return false;
    const answer = known.get(element) ?? element.closest(ASIDE) !== null;
    known.set(element, answer);
    return answer;
  };
}
