/** What a person sees of the badge on a page, measured from outside: not with the code that placed it. */
import type { Locator, Page } from 'playwright-core';

export interface Sight {
  readonly place: 'headline' | 'corner';
  readonly badge: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Visible lines of the page's text that the badge covers; the page's fixed parts do not count. */
  readonly covered: readonly string[];
  /** Pictures and controls that it covers. */
  readonly coveredParts: readonly string[];
  /** Words of the headlines that cannot be pressed or selected because something of ours, seen or unseen, lies there. */
  readonly blocked: readonly string[];
  /** Whether the page is wider than its window because of us. */
  readonly widens: boolean;
}

/** Measures the badge where it stands; `page` is pierced already (badgeOn). */
export async function sightOf(page: Page, badge: Locator): Promise<Sight> {
  const box = await badge.boundingBox();
  if (!box) throw new Error('The badge has no box');
  const place = await badge.evaluate((node) => (node.closest('.ss-place-corner') ? 'corner' : 'headline'));
  const seen = await page.evaluate(({ x, y, width, height }) => {
    const over = (rect: DOMRect) =>
      rect.left < x + width - 1 &&
      rect.right > x + 1 &&
      rect.top < y + height - 1 &&
      rect.bottom > y + 1 &&
      rect.width > 2 &&
      rect.height > 2;
    const fixed = (element: Element | null): boolean =>
      element !== null && (/fixed|sticky/.test(getComputedStyle(element).position) || fixed(element.parentElement));
    const shown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
    const covered: string[] = [];
    const texts = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      if (!text.nodeValue?.trim() || !text.parentElement) continue;
      range.selectNodeContents(text);
      if (![...range.getClientRects()].some(over) || !shown(text.parentElement) || fixed(text.parentElement)) continue;
      // Cut off by a part that scrolls or hides what it cannot hold.
      let cut = false;
      for (let here: Element | null = text.parentElement; here && here !== document.body; here = here.parentElement)
        if (getComputedStyle(here).overflow !== 'visible' && !over(here.getBoundingClientRect())) cut = true;
      if (!cut) covered.push(text.nodeValue.trim().slice(0, 80));
    }
    const parts = [...document.querySelectorAll('img,svg,video,iframe,button,input,select,textarea')].filter(
      (part) => over(part.getBoundingClientRect()) && shown(part) && !fixed(part),
    );
    const host = document.querySelector<HTMLElement>('second-source-overlay')!;
    const wide = document.documentElement.scrollWidth;
    host.style.setProperty('display', 'none', 'important');
    const without = document.documentElement.scrollWidth;
    host.style.setProperty('display', 'block', 'important');
    return { covered, coveredParts: parts.map((part) => part.outerHTML.slice(0, 120)), widens: wide > without };
  }, box);
  return { place, badge: box, blocked: await page.evaluate(wordsUnderUs, 'h1,h2'), ...seen };
}

/**
 * Words of headings in sight that lie under something of ours, seen or unseen, at one of five points across a line. It runs
 * in the page, in either browser: `page.evaluate(wordsUnderUs, 'h1')`.
 * @param selector of the headings
 */
export function wordsUnderUs(selector: string): string[] {
  const under: string[] = [];
  const range = document.createRange();
  for (const heading of document.querySelectorAll(selector)) {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode);
      for (const { left, top, width, height } of range.getClientRects())
        for (const across of [0.05, 0.1, 0.5, 0.9, 0.95])
          if (document.elementFromPoint(left + across * width, top + height / 2)?.localName === 'second-source-overlay')
            under.push(texts.currentNode.nodeValue!.trim().slice(0, 80));
    }
  }
  return under;
}
