import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { carrierOf } from '../../lib/signals/credit-names';
import { findOrigins } from '../../lib/signals/origins';
import { verify } from '../../lib/signals/verified';
import { NEWS_INDEXES, viaOf } from '../../lib/sources/news-indexes';
import { article, REGISTRY } from './article';

const HOUR = 3_600_000;
/** By way of a news index, which only lists what it has not read. */
const INDEX = viaOf(NEWS_INDEXES[0]!);
const START = Date.UTC(2026, 10, 20);
const n = (articles: readonly Article[]): number => verify(articles, findOrigins(articles, REGISTRY)).n;
const newsroomsOf = (articles: readonly Article[]): string[] => [...new Set(articles.map((one) => carrierOf(one, REGISTRY)))];
const without = (articles: readonly Article[], newsroom: string): Article[] =>
  articles.filter((one) => carrierOf(one, REGISTRY) !== newsroom);

/** Texts that are told or stolen: titles of their own, so that only a copy is like another. */
const TEXTS: readonly (readonly [title: string, body: string])[] = [
  [
    'Cranes at the port of Velden stand still after an attack',
    'Nine cranes at the quay stopped on Monday when terminal software failed, a harbour master said in a brief statement to staff.',
  ],
  [
    'Harbour workers sent home while engineers rebuild terminal software',
    'Some four hundred dockers were told to stay away until Thursday while engineers rebuild what was lost over the weekend.',
  ],
  [
    'Insurers count the cost of a week without ships in Velden',
    'Underwriters expect claims of more than thirty million as fruit spoils in containers that nobody can lift from the decks.',
  ],
  [
    'Minister promises new rules for software that runs the ports',
    'A bill to be read next month would make operators report failures within a day and keep paper plans for every berth.',
  ],
];
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `VELDEN (Reuters) - ${text}`,
  (text) => `VELDEN (AP) - ${text}`,
  (text) => `VELDEN, Nov. 20 /PRNewswire/ -- ${text}`,
  (text) => `${text} This article was originally published by Defense Ledger`,
  (text) => `${text} This article was originally published by The Quay Tribune`,
  (text) => `${text} © AFP`,
];
const TITLED: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => `${title}, Reuters reports`,
  (title) => `${title}, the FT reports`,
  (title) => `${title}, Quay Tribune reports`,
  (title) => `${title}, Defense Ledger reports`,
  (title) => `Reportedly: ${title}`,
];
const HOSTS = [
  'ft.com',
  'reuters.com',
  'apnews.com',
  'cisa.gov',
  'acme.example',
  'defense-ledger.example',
  'north.example',
  'south.example',
  'quay.example',
  'one.quay.example',
  'tide.example',
  'slate.example',
  'mallory.example',
];
const report = fc.record({
  host: fc.constantFrom(...HOSTS),
  text: fc.constantFrom(...TEXTS),
  around: fc.constantFrom(...AROUND),
  titled: fc.constantFrom(...TITLED),
  hour: fc.integer({ min: 0, max: 40 }),
  outlet: fc.constantFrom(undefined, undefined, undefined, 'Quay Tribune', 'Reuters', 'Defense Ledger'),
  via: fc.constantFrom(undefined, undefined, undefined, undefined, 'points', 'ledger', 'host:mallory.example', INDEX),
  author: fc.constantFrom(undefined, undefined, 'Associated Press', 'Jane Doe, Reuters'),
  credit: fc.constantFrom(undefined, undefined, undefined, 'Reuters', 'AFP'),
});
const story = fc.array(report, { minLength: 1, maxLength: 12 }).map((reports) =>
  reports.map(({ host, text: [title, body], around, titled, hour, outlet, via, author, credit }, i) =>
    article({
      id: `r${i}`,
      host,
      title: titled(title),
      summary: around(body),
      published: START + hour * HOUR,
      ...(outlet !== undefined && { outlet }),
      ...(via !== undefined && { via }),
      ...(author !== undefined && { authors: [author] }),
      ...(credit !== undefined && { marks: { credit: [credit] } }),
    }),
  ),
);

describe('N', () => {
  it('is at most one more than it would be without any one newsroom, whatever that sends', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(story, (articles) => {
        const all = n(articles);
        for (const newsroom of newsroomsOf(articles)) {
          const others = without(articles, newsroom);
          expect(all, newsroom).toBeLessThanOrEqual((others.length === 0 ? 0 : n(others)) + 1);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is at least one, and at most the number of newsrooms', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(story, (articles) => {
        const { n: counted, independent } = verify(articles, findOrigins(articles, REGISTRY));
        expect(counted).toBe(independent.length);
        expect(counted).toBeGreaterThanOrEqual(1);
        expect(counted).toBeLessThanOrEqual(newsroomsOf(articles).length);
      }),
    );
  });

  /** Pairs of newsrooms that share an origin: each pair that a stranger could split would be one more. */
  const [SHARED_A, SHARED_B] = TEXTS as [(typeof TEXTS)[number], (typeof TEXTS)[number]];
  const told = (id: string, host: string, [title, summary]: (typeof TEXTS)[number], hour: number, more: object = {}): Article =>
    article({ id, host, title, summary, published: START + hour * HOUR, ...more });
  const PAIRS = [
    told('a', 'tide.example', SHARED_A, 10),
    told('b', 'slate.example', SHARED_A, 12),
    told('c', 'north.example', SHARED_B, 10),
    told('d', 'quay.example', SHARED_B, 12),
  ];
  it.each<[string, Article[]]>([
    [
      'prints both texts before them under two agencies’ names',
      ['Reuters', 'AP'].map((agency, i) =>
        told(`m${i}`, 'mallory.example', TEXTS[i]!, 1, { summary: `VELDEN (${agency}) - ${TEXTS[i]![1]}` }),
      ),
    ],
    [
      'floods the time between the copies with texts like theirs',
      TEXTS.slice(0, 2).flatMap((text, i) =>
        Array.from({ length: 12 }, (_, k) => told(`m${i}-${k}`, 'mallory.example', text, 11, { authors: [`Agency ${k}`] })),
      ),
    ],
    [
      'says that each is another outlet’s',
      ['Quay Tribune', 'Defense Ledger'].map((outlet, i) =>
        told(`m${i}`, 'mallory.example', TEXTS[i]!, 1, {
          summary: `${TEXTS[i]![1]} This article was originally published by ${outlet}`,
        }),
      ),
    ],
    [
      'takes the names of outlets that they cite',
      ['Quay Tribune', 'Defense Ledger'].map((outlet, i) => told(`m${i}`, 'mallory.example', TEXTS[2 + i]!, 1, { outlet })),
    ],
  ])('is at most one more where one newsroom %s', (_, hostile) => {
    expect(n(PAIRS)).toBe(2);
    expect(n([...PAIRS, ...hostile])).toBeLessThanOrEqual(3);
  });

  it.each<[string, number, Parameters<typeof article>[0][]]>([
    [
      'a copy of an earlier text adds nothing, its newsroom’s own report does',
      2,
      [
        { id: 'a', host: 'tide.example', title: SHARED_A[0], summary: SHARED_A[1], published: START },
        { id: 'b', host: 'slate.example', title: SHARED_A[0], summary: SHARED_A[1], published: START + HOUR },
        { id: 'c', host: 'slate.example', title: TEXTS[2]![0], summary: TEXTS[2]![1], published: START + 2 * HOUR },
      ],
    ],
    [
      'whoever was copied and writes again is one',
      1,
      [
        { id: 'a', host: 'tide.example', title: SHARED_A[0], summary: SHARED_A[1], published: START },
        { id: 'b', host: 'slate.example', title: SHARED_A[0], summary: SHARED_A[1], published: START + HOUR },
        { id: 'c', host: 'tide.example', title: TEXTS[2]![0], summary: TEXTS[2]![1], published: START + 2 * HOUR },
      ],
    ],
    [
      'two that rest on each other are one',
      1,
      [
        { id: 'a', host: 'ft.com', title: `${SHARED_A[0]}, Defense Ledger reports` },
        { id: 'b', host: 'defense-ledger.example', title: `${SHARED_B[0]}, the FT reports` },
      ],
    ],
    [
      'an aggregator that points to a page beside the page itself adds nothing',
      1,
      [
        { id: 'a', host: 'tide.example', title: SHARED_A[0] },
        { id: 'b', host: 'tide.example', title: SHARED_B[0], via: 'points' },
      ],
    ],
  ])('%s', (_, expected, written) => expect(n(written.map(article))).toBe(expected));
});
