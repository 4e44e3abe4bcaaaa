import { describe, expect, it } from 'vitest';
import { findOrigins } from '../../lib/signals/origins';
import type { Origin } from '../../lib/signals/signals';
import { article, REGISTRY } from './article';

type Written = Parameters<typeof article>[0];
const one = (written: Written): Origin => findOrigins([article(written)], REGISTRY)[written.id]!;
const of = (...written: Written[]): Record<string, Origin> => findOrigins(written.map(article), REGISTRY);

describe('an article alone', () => {
  it.each<[string, Omit<Written, 'id'>, string, string]>([
    [
      'a dateline of an agency',
      { text: 'LONDON (Reuters) - A port said on Monday that its cranes were moving again.' },
      'wire',
      'wire:reuters',
    ],
    [
      'a dateline with a long dash',
      { summary: 'BERLIN (AP) — The cranes of the port moved again on Monday.' },
      'wire',
      'wire:ap',
    ],
    ['an agency in the byline', { authors: ['Jane Doe, Associated Press'] }, 'wire', 'wire:ap'],
    ['an agency as the byline', { authors: ['PA Media'] }, 'wire', 'wire:pa'],
    ['a copyright line', { text: `${'The port worked. '.repeat(30)}© AFP` }, 'wire', 'wire:afp'],
    [
      'the signature of Reuters',
      { text: 'The port worked. (Reporting by Jane Doe; Editing by John Roe)' },
      'wire',
      'wire:reuters',
    ],
    ['a credit for machines', { marks: { credit: ['Associated Press'] } }, 'wire', 'wire:ap'],
    ['an original named for machines', { marks: { original: ['https://www.ft.com/content/1'] } }, 'wire', 'newsroom:ft'],
    [
      'a feed that says where it took it',
      { marks: { source: { name: 'Reuters', url: 'https://www.reuters.com/feed' } } },
      'wire',
      'wire:reuters',
    ],
    ['an address with the agency as a folder', { path: 'news/ap/cranes-move-again' }, 'wire', 'wire:ap'],
    ['an outlet that is named', { title: 'Cranes of the port were hacked, Financial Times reports' }, 'cites', 'newsroom:ft'],
    ['an alias of an outlet', { title: 'Cranes of the port were hacked – FT' }, 'cites', 'newsroom:ft'],
    ['"according to" an agency', { summary: 'The cranes stood still for a day, according to Reuters.' }, 'cites', 'wire:reuters'],
    [
      '"first reported by"',
      { summary: 'The cranes stood still, as first reported by the Financial Times.' },
      'cites',
      'newsroom:ft',
    ],
    ['"told"', { summary: 'A docker told the Financial Times that the cranes stood still.' }, 'cites', 'newsroom:ft'],
    [
      'an outlet nobody lists',
      { summary: 'The cranes stood still, according to the Quayside Gazette.' },
      'cites',
      'newsroom:quayside-gazette',
    ],
    ['a page that says what it is based on', { marks: { basedOn: ['https://www.ft.com/content/1'] } }, 'cites', 'newsroom:ft'],
    ['a report that nobody names', { title: 'Cranes of the port reportedly hacked' }, 'cites', 'cites:unknown'],
    [
      'a distributor of releases',
      { summary: 'ELMFORD, Nov. 3, 2025 (GLOBE NEWSWIRE) -- Cranes Inc. has a new crane.' },
      'pr',
      'pr',
    ],
    ['a distributor in slashes', { summary: 'ELMFORD, Nov. 3, 2025 /PRNewswire/ -- Cranes Inc. has a new crane.' }, 'pr', 'pr'],
    ['a host of releases', { host: 'businesswire.com' }, 'pr', 'pr'],
    ['a folder of releases', { path: 'press-releases/new-crane' }, 'pr', 'pr'],
    [
      'a law firm that looks for clients',
      { title: 'Doe & Roe LLP is investigating claims on behalf of Cranes Inc. customers' },
      'pr',
      'pr',
    ],
    [
      'words of an announcement',
      { summary: 'Cranes Inc., a global leader in cranes, today announced a new crane for small ports.' },
      'pr',
      'pr',
    ],
    ["a party's own site", { host: 'acme.example' }, 'pr', 'pr'],
    ['an authority of the registry', { host: 'cisa.gov' }, 'primary', 'primary:cisa'],
    ['an authority by its host', { host: 'cert.gov.pl' }, 'primary', 'primary:cert.gov.pl'],
    ['an agency itself', { host: 'reuters.com' }, 'own', 'wire:reuters'],
    ['nothing of the kind', { host: 'ft.com' }, 'own', 'newsroom:ft'],
    ['an unknown host', { host: 'news.quay.example' }, 'own', 'newsroom:quay.example'],
  ])('with %s', (_, written, kind, key) => {
    const origin = one({ id: 'a', ...written });
    expect([origin.kind, origin.key]).toEqual([kind, key]);
    expect(origin.evidence.length).toBeGreaterThan(0);
    expect(origin.evidence[0]!.article).toBe('a');
  });

  it.each<[string, Omit<Written, 'id'>]>([
    ['cites itself', { host: 'ft.com', summary: 'A docker told the Financial Times that the cranes stood still.' }],
    ['cites a firm that does research', { summary: 'The malware is new, according to Acme Security.' }],
    ['cites an unlisted firm', { summary: 'The malware is new, according to Quay Labs, which found it.' }],
    ['has a name in brackets that is no agency', { summary: 'Malware (RAT) - The cranes stood still.' }],
    ['names a state by its letters', { summary: 'The port of Erie, according to PA officials, is open.' }],
    ['asks an institute named like an outlet', { summary: 'The phone was hacked, says a report from the Citizen Lab.' }],
    ['tells of an attorney general', { title: 'Attorney General opens investigation on behalf of the port' }],
    [
      'mentions an outlet far down',
      { summary: `${'The cranes stood still. '.repeat(25)}The Financial Times reported on cranes in May.` },
    ],
    ['quotes a fine in its title', { title: 'The Next Layer of Crane Safety: Information Sharing' }],
  ])('is its own where it %s', (_, written) => {
    expect(one({ id: 'a', ...written }).kind).toBe('own');
  });

  it('keeps the words of the source as its evidence', () => {
    const [reason] = one({ id: 'a', summary: 'The cranes stood still for a day, according to Reuters.' }).evidence;
    expect(reason).toMatchObject({ key: 'origin_cites', quote: 'according to Reuters', values: { name: 'Reuters' } });
  });
});

describe('one text at several newsrooms', () => {
  const TEXT =
    'The harbour office of Elmford has stopped four of its nine cranes after intruders changed the limits that keep a load from swinging over the quay.';
  const TITLE = 'Harbour of Elmford stops four cranes after intruders change load limits';

  it('is an agency’s where any copy says so', () => {
    const origins = of(
      { id: 'a', title: TITLE, summary: TEXT },
      { id: 'b', title: 'Four cranes stand still', summary: `ELMFORD (AP) — ${TEXT}`, published: Date.UTC(2026, 1, 25, 14) },
    );
    expect([origins.a!.key, origins.b!.key]).toEqual(['wire:ap', 'wire:ap']);
  });

  it('is the agency’s whose site has it', () => {
    const origins = of({ id: 'a', title: TITLE, summary: TEXT }, { id: 'b', host: 'apnews.com', title: TITLE, summary: TEXT });
    expect(origins.a).toMatchObject({ kind: 'wire', key: 'wire:ap', restsOn: 'b' });
    expect(origins.b).toMatchObject({ kind: 'own', key: 'wire:ap' });
  });

  it('counts once where nobody says whose it is', () => {
    const origins = of(
      { id: 'a', title: TITLE, summary: TEXT },
      { id: 'b', title: TITLE, summary: 'Cranes.', published: Date.UTC(2026, 1, 25, 15) },
      { id: 'c', title: 'Cranes of Elmford stand still', summary: TEXT, published: Date.UTC(2026, 1, 25, 18) },
    );
    expect(new Set(Object.values(origins).map(({ key }) => key)).size).toBe(1);
    expect(origins.c!.evidence.map(({ key }) => key)).toContain('origin_shared_text');
  });

  it('is found when a headline was turned round or cut', () => {
    const origins = of(
      { id: 'a', title: 'Cyber attack on Elmford harbour cost port nearly 20 million crowns' },
      { id: 'b', title: 'Elmford harbour cyber attack cost port nearly 20 million crowns' },
    );
    expect(origins.a!.key).toBe(origins.b!.key);
  });

  it('is not seen in what only the party said, nor in a fine that all report', () => {
    const origins = of(
      {
        id: 'a',
        title: 'Elmford harbour fined 315,000 crowns over cranes',
        summary:
          'The office said: “We regret that four of our nine cranes had to be stopped for as long as this.” Dockers are angry.',
      },
      {
        id: 'b',
        title: 'Cranes: fine of 315,000 crowns for Elmford',
        summary: 'Trade will suffer. “We regret that four of our nine cranes had to be stopped for as long as this,” it said.',
      },
    );
    expect(origins.a!.kind).toBe('own');
    expect(origins.b!.kind).toBe('own');
  });

  it('is not looked for across more than three days', () => {
    const origins = of({ id: 'a', title: TITLE }, { id: 'b', title: TITLE, published: Date.UTC(2026, 2, 4) });
    expect(origins.a!.key).not.toBe(origins.b!.key);
  });

  it('is a release at all of them where one shows the mark', () => {
    const origins = of(
      { id: 'a', title: TITLE, summary: `ELMFORD (BUSINESS WIRE) -- ${TEXT}` },
      { id: 'b', title: TITLE, summary: TEXT },
    );
    expect([origins.a!.kind, origins.b!.kind]).toEqual(['pr', 'pr']);
  });

  it('finds a thousand copies without comparing all pairs', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      article({ id: `m${index}`, title: TITLE, summary: TEXT, published: Date.UTC(2026, 1, 25, 12) + index * 60_000 }),
    );
    const start = performance.now();
    const origins = findOrigins(many, REGISTRY);
    expect(new Set(Object.values(origins).map(({ key }) => key)).size).toBe(1);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('chains', () => {
  it('end at the report that the others rest on', () => {
    const origins = of(
      { id: 'c', host: 'defense-ledger.example', published: Date.UTC(2026, 1, 24) },
      { id: 'b', host: 'capitol-wire.example', title: 'Cranes were hacked, Defense Ledger reports' },
      { id: 'a', title: 'Cranes were hacked, Capitol Wire says' },
    );
    expect([origins.a!.key, origins.b!.key, origins.c!.key]).toEqual(Array(3).fill('newsroom:ledger'));
    expect(origins.a!.restsOn).toBe('b');
    expect(origins.a!.evidence.map(({ key }) => key)).toContain('origin_chain');
  });

  it('end where two cite each other', () => {
    const origins = of(
      { id: 'b', host: 'capitol-wire.example', title: 'Cranes were hacked, Defense Ledger reports' },
      { id: 'c', host: 'defense-ledger.example', title: 'Port is silent on cranes, Capitol Wire reports' },
    );
    expect(Object.values(origins).every(({ kind }) => kind === 'cites')).toBe(true);
  });

  it('take "reportedly" for the report that ran hours before', () => {
    const origins = of(
      { id: 'b', host: 'ft.com', title: 'Cranes of Elmford hacked' },
      { id: 'a', title: 'Harbour reportedly lost control of its cranes', published: Date.UTC(2026, 1, 25, 14) },
    );
    expect(origins.a).toMatchObject({ kind: 'cites', key: 'newsroom:ft', restsOn: 'b' });
  });

  it('know an unlisted outlet by the name that its own article has', () => {
    const origins = of(
      { id: 'b', host: 'quayside.example', outlet: 'Quayside Gazette' },
      { id: 'a', title: 'Cranes were hacked, Quayside Gazette reports' },
    );
    expect(origins.a).toMatchObject({ key: 'newsroom:quayside.example', restsOn: 'b' });
  });
});

describe('strangers', () => {
  it('show by their feed only that a page is spoken of', () => {
    const origin = one({ id: 'a', host: 'cisa.gov', via: 'points' });
    expect(origin).toMatchObject({ kind: 'cites', key: 'primary:cisa' });
    expect(origin.evidence[0]!.key).toBe('origin_via');
  });

  it('never gain a newsroom by looking like it', () => {
    expect(one({ id: 'a', host: 'reuters.com.evil.example' }).key).toBe('newsroom:evil.example');
    expect(one({ id: 'a', host: 'notreuters.com', outlet: 'Reuters' }).key).toBe('newsroom:notreuters.com');
  });

  it('cannot make a known newsroom’s report look like a copy of theirs', () => {
    const TITLE = 'Harbour of Elmford stops four cranes after intruders change load limits';
    const origins = of(
      { id: 'x', host: 'evil.example', title: TITLE, published: Date.UTC(2026, 1, 25, 1) },
      { id: 'y', host: 'ft.com', title: TITLE },
    );
    expect(origins.y!.key).toBe('newsroom:ft');
  });

  it('find no text that stops or slows us', () => {
    const hostile = [
      '('.repeat(50_000),
      'A '.repeat(50_000),
      `${'According to '.repeat(5_000)}X`,
      'The '.repeat(20_000),
      '\u0000￿',
      `${'Aa.'.repeat(20_000)}`,
    ];
    for (const text of hostile) {
      const start = performance.now();
      findOrigins(
        [
          article({ id: 'a', title: text.slice(0, 300), summary: text, text }),
          article({ id: 'b', title: text.slice(0, 300), summary: text }),
        ],
        REGISTRY,
      );
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
