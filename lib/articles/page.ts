import type { PageReading } from './article';
import { gatherPage } from './page-gather';
import { interpretPage } from './page-interpret';
import { lookAtPage } from './page-look';

/**
 * Reads the one article that a page is about, in one go: for Node and for tests. In the browser a script on the page gathers
 * (small, cheap), the worker interprets, and a second script looks at the page where the worker wants that. Changes nothing
 * and never throws.
 * @param url the page's address, as location.href
 * @returns null where the page is not one article: a front page, a list, a shop, a wall.
 */
export function readPage(document: Document, url: string): PageReading | null {
  const page = gatherPage(document, url, true);
  return page && interpretPage(page, lookAtPage(document, url));
}
