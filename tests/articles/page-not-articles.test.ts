import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/articles/page';
import { NOT_ARTICLES } from '../fixtures/pages/not-articles';

describe('pages that are not one article', () => {
  it.each(NOT_ARTICLES.map((page) => [page.name, page] as const))('%s is not taken for one', (_, { html, url }) => {
    expect(readPage(parseHTML(html).document as unknown as Document, url)).toBeNull();
  });
});
