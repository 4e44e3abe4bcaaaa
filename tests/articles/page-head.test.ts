import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { gatherPage } from '../../lib/articles/page-gather';
import { statedHead } from '../../lib/articles/page-head';

/** The head as the script on the page sends it. */
const sent = (html: string): string => {
  const { document } = parseHTML(`<!doctype html><html><head>${html}</head><body></body></html>`);
  const typed = '<meta property="og:type" content="article">';
  document.head.insertAdjacentHTML('afterbegin', typed);
  return gatherPage(document as unknown as Document, 'https://quay.example/news/night-ferry-48213')!.head;
};

describe('the head as written', () => {
  it('gives meta tags under whichever name they have, in lower case', () => {
    const { metas } = statedHead(
      sent(
        '<meta content="Quay" property="og:site_name"><meta name="Author" content="Ada Poe"><meta itemprop="datePublished" content="2026-05-02"><meta http-equiv="Content-Language" content="en"><meta name="empty" content=""><meta charset="utf-8">',
      ),
    );
    expect(metas).toEqual([
      ['og:type', 'article'],
      ['og:site_name', 'Quay'],
      ['author', 'Ada Poe'],
      ['datepublished', '2026-05-02'],
      ['content-language', 'en'],
    ]);
  });

  it('reads characters as the browser does, and data as they stand', () => {
    const { metas, data, canonical } = statedHead(
      '<meta name="t" content="Fish &amp; chips &quot;to go&quot; &lt;b&gt;"><link rel="canonical" href="https://quay.example/a?b=1&amp;copy=2">' +
        '<script type="application/ld+json">{"headline":"Fish &amp; <b>chips</b>"}</script>',
    );
    expect(metas).toEqual([['t', 'Fish & chips "to go" <b>']]);
    expect(data).toEqual(['{"headline":"Fish &amp; <b>chips</b>"}']);
    expect(canonical).toBe('https://quay.example/a?b=1&copy=2');
  });

  it('takes the words of a headline out of its markup, and nothing else for a part of the head', () => {
    const head = statedHead('<h1 class="a"><span>Night <i>ferry</i></span> starts<meta name="x" content="y"></h1><h1>Quay</h1>');
    expect(head).toEqual({ metas: [], data: [], canonical: '', h1s: ['Night ferry starts', 'Quay'] });
  });

  it('is bounded, however much a page piles up', () => {
    const huge = sent(`<meta name="a" content="${'x'.repeat(300_000)}">${'<meta name="b" content="y">'.repeat(5000)}`);
    expect(huge.length).toBeLessThan(250_000);
    const { metas, h1s } = statedHead(huge + '<h1>'.repeat(5000));
    expect(metas.length).toBeLessThanOrEqual(300);
    expect(h1s.length).toBeLessThanOrEqual(9);
  });

  it.each(['', '<', '<meta', '</h1></script>', '<script>', '<h1><script>', '<meta name="a" content="'])(
    'of broken markup takes what there is: %s',
    (markup) => expect(() => statedHead(markup)).not.toThrow(),
  );
});
