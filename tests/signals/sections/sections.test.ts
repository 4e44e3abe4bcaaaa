import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../lib/articles/article';
import { lexicon } from '../../../lib/beats/cybersecurity/lexicon';
import { findOrigins } from '../../../lib/signals/origins';
import { sectionsOf } from '../../../lib/signals/sections/sections';
import type { Quote, Sections } from '../../../lib/signals/signals';
import { verify } from '../../../lib/signals/verified';
import { makeRegistry } from '../../../lib/sources/registry';
import type { Story } from '../../../lib/stories/story';
import { ARTICLES, NOW, SOURCES, STORY } from '../../fixtures/sections-reference';
import { reported } from './reported';

const registry = makeRegistry(SOURCES);

function sections(articles: readonly Article[], story: Story = storyOf(articles), now = NOW): Sections {
  const origins = findOrigins(articles, registry);
  return sectionsOf(story, articles, origins, verify(articles, origins), registry, lexicon, now);
}

function storyOf(articles: readonly Article[]): Story {
  const ids = articles.map((article) => article.id);
  return { id: 's', title: articles[0]?.title ?? '', articles: ids, absorbed: [], opened: 0, updated: 0, cohesion: 1, ties: [] };
}

/** Every quotation of the page. */
const quotes = (page: Sections): Quote[] => [
  ...page.takeaways,
  ...page.facts,
  ...page.affected.map((affected) => affected.why),
  ...page.analysis,
  ...page.watch,
  ...page.coverage.flatMap((reason) =>
    reason.quote !== undefined && reason.article !== undefined ? [{ text: reason.quote, article: reason.article }] : [],
  ),
];

const sources = (section: readonly Quote[], word: RegExp): string[] =>
  section.filter((quote) => word.test(quote.text)).map((quote) => quote.article);

describe('the reference story', () => {
  const page = sections(ARTICLES, STORY);

  test.each([
    ['the deadline', /Friday.*5 p\.m\.|5 p\.m\..*Friday/],
    ['the refusal', /refuses.*autonomous weapon targeting.*domestic surveillance/],
    ['the threat of the Defense Production Act', /invoke the Defense Production Act/],
    ['the deal with xAI', /xAI.*classified networks/],
    ['the label as a supply-chain risk', /supply-chain risk.*blacklist/],
  ])('tells %s among its key facts, with its article', (_, fact) => {
    expect(sources(page.facts, fact)).not.toEqual([]);
  });

  test('takes away the standoff and the ultimatum, each from two or more independent origins', () => {
    expect(page.takeaways.length).toBeGreaterThanOrEqual(2);
    expect(page.takeaways.length).toBeLessThanOrEqual(4);
    expect(sources(page.takeaways, /autonomous weapon targeting/)).not.toEqual([]);
    expect(sources(page.takeaways, /Friday|Defense Production Act/)).not.toEqual([]);
    for (const takeaway of page.takeaways) expect(takeaway.origins.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['Anthropic', 'organisation'],
    ['Pentagon', 'organisation'],
    ['Pete Hegseth', 'person'],
    ['Dario Amodei', 'person'],
    ['xAI', 'organisation'],
    ['OpenAI', 'organisation'],
    ['Palantir', 'organisation'],
    ['Claude', 'product'],
    ['Defense Production Act', 'law'],
  ] as const)('mentions %s, which is a %s', (name, kind) => {
    expect(page.mentioned.find((mention) => mention.name === name)?.kind).toBe(kind);
  });

  test('merges the names of one under one name, and counts articles', () => {
    const pentagon = page.mentioned.find(({ name }) => name === 'Pentagon')!;
    expect(pentagon.aliases).toContain('Department of Defense');
    expect(page.mentioned.find(({ name }) => name === 'Pete Hegseth')?.aliases).toEqual(['Hegseth']);
    expect(page.mentioned.find(({ name }) => name === 'Anthropic')?.aliases).toEqual(['Anthropic PBC']);
    expect(page.mentioned.find(({ name }) => name === 'Defense Production Act')?.aliases).toEqual(['DPA']);
    for (const mention of page.mentioned) expect(mention.count).toBe(mention.articles.length);
  });

  test('shows the two values of the contract as a contradiction, each with its article', () => {
    expect(page.facts.flatMap(({ figures }) => figures ?? [])).toEqual([
      { value: '$200 million', articles: ['ref-capital-courier'] },
      { value: '$250 million', articles: ['ref-harbor-ledger'] },
    ]);
  });

  test('says that Anthropic is harmed and xAI helped, in the words that show it', () => {
    const of = (name: string) => page.affected.find((affected) => affected.name === name);
    expect(of('Anthropic')?.direction).toBe('harmed');
    expect(of('Anthropic')?.why.text).toMatch(/blacklist|isolated|threat|force/);
    expect(of('xAI')?.direction).toBe('helped');
    expect(of('xAI')?.why.text).toMatch(/agreement with xAI|deal with xAI/);
  });

  test('keeps the analysis apart from the news', () => {
    expect(page.analysis.length).toBeGreaterThan(0);
    for (const quote of page.analysis) expect(quote.article).toBe('ref-policy-review');
    for (const quote of [...page.takeaways, ...page.facts]) expect(quote.article).not.toBe('ref-policy-review');
  });

  test('watches the Friday deadline first, then what comes later, and drops what is past', () => {
    expect(page.watch.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2026-02-27',
      '2026-03-16',
      '2026-04-09',
    ]);
    expect(page.watch[0]?.dateWords).toMatch(/Friday/);
    expect(
      sections(ARTICLES, STORY, Date.UTC(2026, 2, 1)).watch.map(({ at }) => new Date(at).toISOString().slice(0, 10)),
    ).toEqual(['2026-03-16', '2026-04-09']);
  });

  test('tells what it rests on, what was counted once, repeated, left out and merged', () => {
    const keys = page.coverage.map((reason) => reason.key);
    expect(page.coverage[0]).toMatchObject({ key: 'coverage_rests', values: { articles: 9, outlets: 9, origins: 5 } });
    for (const key of [
      'coverage_once',
      'coverage_cites',
      'coverage_primary',
      'coverage_uncounted',
      'coverage_tie',
      'coverage_absorbed',
    ])
      expect(keys).toContain(key);
  });

  test('is the same whatever the order of the articles', () => {
    expect(sections([...ARTICLES].reverse(), STORY)).toEqual(page);
  });

  test('is the same story when an agency text is printed twenty times more, but for the counts', () => {
    const copy = ARTICLES.find(({ source }) => source === 'northfield-gazette')!;
    const copies = Array.from({ length: 20 }, (_, i) => ({
      ...copy,
      id: `copy-${i}`,
      source: `host:copy${i}.example`,
      host: `copy${i}.example`,
      address: `https://copy${i}.example/story`,
      addresses: [`https://copy${i}.example/story`],
      outlet: `Copy ${i}`,
    }));
    const more = sections([...ARTICLES, ...copies], STORY);
    expect(more.takeaways.map(({ text }) => text)).toEqual(page.takeaways.map(({ text }) => text));
    expect(more.facts.map(({ text, origins }) => [text, origins])).toEqual(
      page.facts.map(({ text, origins }) => [text, origins]),
    );
  });

  test('says nothing that no source says', () => {
    expectVerbatim(page, ARTICLES);
    expect(quotes(page).length).toBeGreaterThan(15);
  });
});

test('who claims money or goes to law is no witness of something unconfirmed', () => {
  const claimed = (text: string): boolean =>
    sections([reported('a', { title: 'A', text }), reported('b', { title: 'B', text: 'The bank was hit.' })]).coverage.some(
      ({ key }) => key === 'coverage_claimed',
    );
  expect(claimed('Customers of the bank can claim up to $5,000 until the end of the year.')).toBe(false);
  expect(claimed('A crew claims the theft of all records of the bank in the north.')).toBe(true);
});

function expectVerbatim(page: Sections, articles: readonly Article[]): void {
  const byId = new Map(articles.map((one) => [one.id, one]));
  for (const { text, article: id } of quotes(page)) {
    const one = byId.get(id);
    expect(one, `article of: ${text}`).toBeDefined();
    expect(
      [one!.title, one!.summary, one!.text, one!.host].some((part) => part.includes(text)),
      text,
    ).toBe(true);
  }
}

describe('any text', () => {
  const hostile = [
    '',
    'Breach',
    '.',
    '。。。',
    '<script>alert(1)</script>',
    '漏洞影响数百万用户，政府要求立即修补。',
    'مجموعة قرصنة تهاجم البنوك.',
    'Die Behörde hat am Montag eine Warnung vor einer Lücke in der Software des Herstellers veröffentlicht.',
    'A'.repeat(6000),
    'A. '.repeat(2000),
    '"'.repeat(6000),
    '("'.repeat(3000),
    '.'.repeat(6000),
    '$1 '.repeat(2000),
    'The The The '.repeat(500),
    'CVE-2026-1 CVE-2026-99999999 CVE-2026-12345',
    'constructor __proto__ toString hasOwnProperty said Prototype Inc was hacked.',
    '\u0000\uffff\ud800',
    'By Friday '.repeat(600),
    'he saw a boat A boat saw a man '.repeat(190),
    Array.from({ length: 300 }, (_, i) => `it was Q${i}x R${i}y Harbour Council`).join(' '),
    "Quorvex's servers, a maker of ".repeat(200),
  ];

  test.each(hostile.map((text) => [text.slice(0, 24), text]))('%j gives a page and never an exception', (_, text) => {
    const articles = [
      reported('a', { title: text.slice(0, 300), summary: text.slice(0, 1000), text }),
      reported('b', { title: text.slice(0, 300), text }),
    ];
    const before = performance.now();
    const page = sections(articles);
    expect(performance.now() - before).toBeLessThan(1000);
    expectVerbatim(page, articles);
  });

  test.each(['', 'Breach', '漏洞影响数百万用户，政府要求立即修补。'])('%j alone makes empty sections', (text) => {
    const page = sections([reported('a', { title: text })]);
    expect({ ...page, coverage: [] }).toEqual({
      takeaways: [],
      mentioned: [],
      facts: [],
      affected: [],
      analysis: [],
      watch: [],
      coverage: [],
    });
  });

  test('no article makes empty sections', () => {
    const empty = { n: 0, independent: [], uncounted: [], standing: 'single-source', unconfirmed: [] } as const;
    const page = sectionsOf(storyOf([]), [], {}, empty, registry, lexicon, NOW);
    expect(quotes(page)).toEqual([]);
  });

  test('every quotation is in its article, whatever the text', () => {
    const words = fc.constantFrom(
      ...'Anthropic Pentagon hackers breached fined £14m 2.4 million customers by Friday deadline “said “quote” U.S. Inc. 。 ! ? — ( ) \n Claude, the will must not was hit CVE-2026-1234 xAI, according to'.split(
        ' ',
      ),
    );
    const text = fc.array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 80 }).map((list) => list.join(' '));
    const any = fc.record({ title: text, summary: text, text });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (parts) => {
        const articles = parts.map((part, i) => reported(`a${i}`, part));
        expectVerbatim(sections(articles), articles);
      }),
      { numRuns: 150 },
    );
  });
});

test('sections of four times as many long articles cost little more than four times as much', () => {
  const vary = (text: string, i: number): string =>
    text.replaceAll('officials', `officials in district ${i}`).replaceAll('company', `company of case ${i * 7}`);
  const all = Array.from({ length: 200 }, (_, i) => {
    const from = ARTICLES[i % ARTICLES.length]!;
    return {
      ...from,
      id: `a${i}`,
      source: `host:outlet${i}.example`,
      outlet: `Outlet ${i}`,
      text: vary(`${from.text}\n`.repeat(4), i).slice(0, 6000),
    };
  });
  const costOf = (count: number) => {
    const articles = all.slice(0, count);
    const origins = Object.fromEntries(
      articles.map(({ id }) => [id, { kind: 'own', key: `newsroom:${id}`, certainty: 1, evidence: [] } as const]),
    );
    const independent = articles.map(
      ({ id, outlet }) => ({ key: `newsroom:${id}`, name: outlet, kind: 'own', articles: [id] }) as const,
    );
    const verified = { n: count, independent, uncounted: [], standing: 'verified', unconfirmed: [] } as const;
    return () => {
      const before = process.cpuUsage();
      sectionsOf(storyOf(articles), articles, origins, verified, registry, lexicon, NOW);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
  };
  // Processor time, the best of eight in turns: other work on the machine is not ours, and how fast it is does not matter.
  const [few, many] = [costOf(50), costOf(200)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 8; round++) {
    least = Math.min(least, few());
    most = Math.min(most, many());
  }
  console.info(`200 articles cost ${(most / least).toFixed(1)} times 50`);
  expect(most / least).toBeLessThan(8);
});
