import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrigins } from '../../lib/signals/origins';
import type { Verified } from '../../lib/signals/signals';
import { verify } from '../../lib/signals/verified';
import { article, REGISTRY } from './article';

type Written = Parameters<typeof article>[0];
const verified = (...written: Written[]): Verified => {
  const articles = written.map(article);
  return verify(articles, findOrigins(articles, REGISTRY));
};

describe('N', () => {
  it.each<[string, number, Written[]]>([
    [
      'each newsroom with reporting of its own once',
      2,
      [
        { id: 'a', host: 'ft.com' },
        { id: 'b', host: 'ft.com' },
        { id: 'c', host: 'defense-ledger.example' },
      ],
    ],
    [
      'two outlets of one newsroom once',
      1,
      [
        { id: 'a', host: 'north.example' },
        { id: 'b', host: 'south.example' },
      ],
    ],
    [
      'an agency, its copies and who cites it once',
      1,
      [
        { id: 'a', host: 'reuters.com' },
        { id: 'b', text: 'ELMFORD (Reuters) - Cranes stood still.' },
        { id: 'c', title: 'Cranes of the port were hacked, Reuters reports' },
      ],
    ],
    [
      '"the FT reports" as the FT',
      1,
      [
        { id: 'a', host: 'ft.com' },
        { id: 'b', title: 'Cranes of the port were hacked, the FT reports' },
      ],
    ],
    [
      "an authority's document once",
      2,
      [
        { id: 'a', host: 'cisa.gov' },
        { id: 'b', host: 'cisa.gov' },
        { id: 'c', host: 'ft.com' },
      ],
    ],
    [
      "no party's statement beside other reporting",
      1,
      [
        { id: 'a', host: 'acme.example' },
        { id: 'b', host: 'ft.com' },
      ],
    ],
    [
      "a party's statement where there is nothing else",
      1,
      [
        { id: 'a', host: 'acme.example' },
        { id: 'b', host: 'businesswire.com' },
      ],
    ],
    [
      'hosts of one unknown domain once',
      1,
      [
        { id: 'a', host: 'one.quay.example' },
        { id: 'b', host: 'two.quay.example' },
      ],
    ],
  ])('counts %s', (_, n, written) => {
    const result = verified(...written);
    expect(result.n).toBe(n);
    expect(result.independent).toHaveLength(n);
  });

  it('is not raised by one newsroom that names many', () => {
    const result = verified(
      { id: 'a', host: 'evil.example', title: 'Cranes of the port were hacked, Reuters reports' },
      { id: 'b', host: 'evil.example', title: 'Port of cranes is hacked, the Financial Times reports' },
      { id: 'c', host: 'x.evil.example', title: 'It was the port whose cranes were hacked, AP reports' },
    );
    expect(result.n).toBe(1);
    expect(result.uncounted).toHaveLength(2);
  });

  it('is not raised by one feed that points to many', () => {
    const result = verified(
      { id: 'a', host: 'ft.com', via: 'points' },
      { id: 'b', host: 'reuters.com', via: 'points' },
      { id: 'c', host: 'quay.example', via: 'points' },
    );
    expect(result.n).toBe(1);
  });

  it('grows by at most one with every newsroom, whatever they write', () => {
    const hosts = ['evil.example', 'ft.com', 'reuters.com', 'cisa.gov', 'acme.example', 'quay.example'];
    const titles = [
      'Cranes hacked, Reuters reports',
      'Cranes hacked, FT reports',
      'Cranes reportedly hacked',
      'Cranes stand still',
      'Cranes hacked – AP',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...hosts), fc.constantFrom(...titles)), { minLength: 1, maxLength: 12 }),
        (written) => {
          const result = verified(
            ...written.map(([host, title], index) => ({ id: `r${index}`, host, title, published: 1e12 + index * 4e8 })),
          );
          expect(result.n).toBeGreaterThanOrEqual(1);
          expect(result.n).toBeLessThanOrEqual(new Set(written.map(([host]) => host)).size);
          expect(result.n).toBe(result.independent.length);
        },
      ),
    );
  });
});

describe('standing', () => {
  it.each<[string, Verified['standing'], Written[]]>([
    [
      'two newsrooms',
      'verified',
      [
        { id: 'a', host: 'ft.com' },
        { id: 'b', host: 'quay.example' },
      ],
    ],
    ['one newsroom', 'single-source', [{ id: 'a', host: 'ft.com' }]],
    ['a release alone', 'party-statement', [{ id: 'a', host: 'businesswire.com' }]],
    [
      'a claim on a leak site that two outlets repeat',
      'unconfirmed',
      [
        { id: 'a', host: 'ft.com', title: 'Ransomware gang claims to hold records of the port' },
        { id: 'b', host: 'quay.example', title: 'Port allegedly hit by hackers', summary: 'The gang lists it on its leak site.' },
      ],
    ],
    [
      'unnamed people at two outlets',
      'unconfirmed',
      [
        { id: 'a', host: 'ft.com', summary: 'The port will be sold, according to people familiar with the matter.' },
        { id: 'b', host: 'quay.example', summary: 'A sale is near, sources said.' },
      ],
    ],
    [
      'a claim that the victim has confirmed',
      'verified',
      [
        { id: 'a', host: 'ft.com', title: 'Ransomware gang claims to hold records of the port' },
        { id: 'b', host: 'quay.example', title: 'Port confirms that records were stolen' },
      ],
    ],
    [
      'a claim that one outlet states as its own finding',
      'verified',
      [
        { id: 'a', host: 'ft.com', title: 'Ransomware gang claims to hold records of the port' },
        { id: 'b', host: 'quay.example', title: 'Records of the port are for sale, files seen by us show' },
      ],
    ],
    [
      'a rumour beside the authority’s own document',
      'verified',
      [
        { id: 'a', host: 'ft.com', title: 'Port reportedly hacked' },
        { id: 'b', host: 'cisa.gov', title: 'Advisory on crane controllers' },
      ],
    ],
  ])('of %s is %s', (_, standing, written) => {
    const result = verified(...written);
    expect(result.standing).toBe(standing);
    expect(result.unconfirmed.length > 0).toBe(standing === 'unconfirmed');
    for (const reason of result.unconfirmed) expect(reason.quote).toBeTruthy();
  });
});
