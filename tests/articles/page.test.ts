import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/articles/page';
import { gatherPage } from '../../lib/articles/page-gather';
import { interpretPage } from '../../lib/articles/page-interpret';
import { ARTICLES } from '../fixtures/pages/articles';
import { ld, og, page, prose } from '../fixtures/pages/not-articles';

const read = (html: string, url = 'https://quay.example/news/night-ferry-48213') =>
  readPage(parseHTML(html).document as unknown as Document, url);
const news = { '@type': 'NewsArticle', headline: 'Night ferry starts', datePublished: '2026-05-02' };

describe('pages that are one article', () => {
  it.each(ARTICLES.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { html, url, expected }) => {
    const reading = read(html, url);
    expect(reading).toMatchObject({ ...expected, url });
    if (!/wall|live/.test(html) && html.includes('The harbour office'))
      expect(reading?.text).toContain('The harbour office counted more boats');
  });

  it.each(ARTICLES.map((fixture) => [fixture.name, fixture] as const))(
    '%s: told alike before its text is read',
    (_, { html, url }) => {
      const { document } = parseHTML(html) as unknown as { document: Document };
      const gathered = gatherPage(document, url)!;
      const early = interpretPage(gathered, null);
      const { title, published, canonical } = readPage(document, url)!;
      // What its head leaves open is looked at before anybody judges.
      if (gathered.stated) expect(early).toMatchObject({ title, published, canonical });
    },
  );

  it('is not looked at where the head states the article and its matter, and is where it does not', () => {
    const gathered = (head: string) =>
      gatherPage(
        parseHTML(page('Night ferry starts', head, prose(6))).document as unknown as Document,
        'https://quay.example/news/night-ferry-48213',
      );
    const lead = 'The first boat leaves at ten in the evening, the last comes back at two, and the bar stays open.';
    expect(gathered(ld(news) + og({ 'og:description': lead }))).toMatchObject({ stated: true, lead: '' });
    expect(gathered('')).toMatchObject({ stated: false, lead: '' });
  });

  it('that states all but its matter is taken by how its text begins', () => {
    const { document } = parseHTML(
      page('Night ferry starts', ld(news), `<nav><p>Subscribe to our letters from the harbour every week.</p></nav>${prose(30)}`),
    ) as unknown as { document: Document };
    const gathered = gatherPage(document, 'https://quay.example/news/night-ferry-48213')!;
    expect(gathered).toMatchObject({ stated: true, lead: expect.stringContaining('Part 1') });
    expect(gathered.lead).not.toContain('Subscribe');
    expect(gathered.lead.length).toBeLessThanOrEqual(800);
    expect(interpretPage(gathered, null)?.text).toContain('Part 1');
  });

  it('keeps what it promises on lengths', () => {
    const reading = read(page('Night ferry starts', ld({ ...news, description: 'word '.repeat(900) }), prose(400)));
    expect(reading?.lead.length).toBeLessThanOrEqual(600);
    expect(reading?.text.length).toBeLessThanOrEqual(4000);
    expect(reading?.text.length).toBeGreaterThan(3000);
  });

  it('takes the text of the report, not of teasers, menus and captions', () => {
    const teasers = Array.from(
      { length: 30 },
      (_, n) =>
        `<li><h3><a href="/${n}">Other report</a></h3><p>Something else happened in town ${n}, readers were told at length today.</p></li>`,
    );
    const reading = read(
      page(
        'Night ferry starts',
        ld(news),
        `<ul>${teasers.join('')}</ul><div>${prose(5)}</div><aside>${'<p>Subscribe to our letters from the harbour every week.</p>'.repeat(60)}</aside>`,
      ),
    );
    expect(reading?.text).toContain('Part 5');
    expect(reading?.text).not.toMatch(/Something else|Subscribe/);
  });
});

describe('hostile pages', () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  it.each([
    ['megabytes of JSON-LD', page('Night ferry starts', ld({ ...news, articleBody: 'x '.repeat(2_000_000) }), prose(5))],
    [
      'nesting of a hundred thousand',
      page('Night ferry starts', `<script type="application/ld+json">${deep}</script>${ld(news)}`, prose(5)),
    ],
    [
      'a hundred thousand articles',
      page('Night ferry starts', ld(Array.from({ length: 20_000 }, () => ({ '@type': 'Article' }))) + ld(news), prose(5)),
    ],
    ['fifty thousand paragraphs', page('Night ferry starts', ld(news), prose(50_000))],
    ['ten thousand meta tags', page('Night ferry starts', ld(news) + '<meta name="a" content="b">'.repeat(10_000), prose(5))],
    ['a title of a megabyte', page('Night ferry starts', og({ 'og:title': ' - '.repeat(400_000) }) + ld(news), prose(5))],
    [
      'a date of a megabyte',
      page('Night ferry starts', og({ 'article:published_time': '1'.repeat(1_000_000) }) + ld(news), prose(5)),
    ],
    [
      'commas and spaces in broken JSON',
      page('Night ferry starts', `<script type="application/ld+json">${', '.repeat(90_000)}</script>${ld(news)}`, prose(5)),
    ],
    [
      'elements in ten thousand elements',
      page('Night ferry starts', ld(news), `${'<div>'.repeat(3_000)}${prose(5)}${'</div>'.repeat(3_000)}`),
    ],
  ])('%s: answered within a second of processor time', (_, html) => {
    const { document } = parseHTML(html);
    const start = process.cpuUsage();
    const reading = readPage(document as unknown as Document, 'https://quay.example/news/night-ferry-48213');
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
    if (reading) expect(reading.title.length).toBeLessThanOrEqual(300);
  });

  it('takes nothing from the prototypes that keys name, and gives them nothing', () => {
    const source =
      '{"@type":"NewsArticle","headline":"Night ferry starts","__proto__":{"author":"Nobody","polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const reading = read(page('Night ferry starts', `<script type="application/ld+json">${source}</script>`, prose(5)));
    expect(reading?.authors).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('gives a script in a title as no markup, and only addresses of the web', () => {
    const reading = read(
      page(
        'x',
        '<link rel="canonical" href="javascript:alert(1)">' +
          ld({
            ...news,
            headline: '<script>alert(1)</script>Night &lt;img src=x&gt; ferry',
            url: 'https://quay.example/news/night-ferry-48213',
            isBasedOn: ['data:text/html,x', 'javascript:1'],
          }),
        prose(5),
      ),
    );
    expect(reading?.title).not.toMatch(/[<>]/);
    expect(reading?.canonical).toBe('https://quay.example/news/night-ferry-48213');
    expect(reading?.marks).toEqual({});
  });

  it('never throws, whatever the data and the tags say', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(
        fc.record(
          {
            '@type': fc.oneof(fc.constant('NewsArticle'), value),
            headline: value,
            author: value,
            url: value,
            mainEntityOfPage: value,
            isBasedOn: value,
            datePublished: value,
            articleBody: value,
            inLanguage: value,
            '@graph': value,
          },
          { requiredKeys: [] },
        ),
        fc.dictionary(
          fc.constantFrom('og:type', 'og:title', 'og:url', 'article:published_time', 'author', 'og:locale'),
          fc.string(),
        ),
        fc.string(),
        (data, tags, text) => {
          const metas = Object.entries(tags).map(
            ([name, content]) => `<meta property="${name}" content="${content.replace(/["<&]/g, '')}">`,
          );
          const html = page(
            'Night ferry starts',
            metas.join('') +
              `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script><script type="application/ld+json">${text.replaceAll('<', '')}</script>`,
            prose(2),
          );
          const reading = read(html);
          if (reading) {
            expect(reading.title.length).toBeGreaterThan(0);
            expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
