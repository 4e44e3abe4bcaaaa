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
