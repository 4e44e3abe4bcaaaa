import { describe, expect, it } from 'vitest';
import { findOrigins } from '../../lib/signals/origins';
import type { Verified } from '../../lib/signals/signals';
import { verify } from '../../lib/signals/verified';
import { article, REGISTRY } from './article';

/** A report: its host, then what it says (lib/signals/origins.ts reads it), as far as that matters. */
type Told = string | readonly [host: string, said: Omit<Parameters<typeof article>[0], 'id' | 'host'>];
const verified = (...told: readonly Told[]): Verified => {
  const articles = told.map((one, i) =>
    article(typeof one === 'string' ? { id: `r${i}`, host: one } : { id: `r${i}`, host: one[0], ...one[1] }),
  );
  return verify(articles, findOrigins(articles, REGISTRY));
};

/** That no newsroom raises it alone is held by independence.test.ts. */
describe('N counts', () => {
  it.each<[string, number, Told[]]>([
    ['each newsroom with reporting of its own once', 2, ['ft.com', 'ft.com', 'defense-ledger.example']],
    ['two outlets of one newsroom once', 1, ['north.example', 'south.example']],
    [
      'an agency, its copies and who cites it once',
      1,
      [
        'reuters.com',
        ['r1.example', { text: 'ELMFORD (Reuters) - Cranes stood still.' }],
        ['r2.example', { title: 'Cranes of the port were hacked, Reuters reports' }],
      ],
    ],
    ['"the FT reports" as the FT', 1, ['ft.com', ['r1.example', { title: 'Cranes of the port were hacked, the FT reports' }]]],
    ['an authority’s document once', 2, ['cisa.gov', 'cisa.gov', 'ft.com']],
    ['no party’s statement beside other reporting', 1, ['acme.example', 'ft.com']],
    ['a party’s statement where there is nothing else', 1, ['acme.example', 'businesswire.com']],
    ['hosts of one unknown domain once', 1, ['one.quay.example', 'two.quay.example']],
    [
      'one newsroom that names many once',
      1,
      [
        ['evil.example', { title: 'Cranes of the port were hacked, Reuters reports' }],
        ['evil.example', { title: 'Port of cranes is hacked, the Financial Times reports' }],
        ['x.evil.example', { title: 'It was the port whose cranes were hacked, AP reports' }],
      ],
    ],
    [
      'one feed that points to many once',
      1,
      ['ft.com', 'reuters.com', 'quay.example'].map((host): Told => [host, { via: 'points' }]),
    ],
  ])('%s', (_, n, told) => {
    const { n: counted, independent } = verified(...told);
    expect(counted).toBe(n);
    expect(independent).toHaveLength(n);
  });

  it('and what it leaves out is still told', () => {
    const { uncounted } = verified('ft.com', 'acme.example', ['ft.com', { title: 'Cranes of the port were hacked, AP reports' }]);
    expect(uncounted.map(({ key }) => key)).toEqual(['pr', 'wire:ap']);
  });
});

describe('the standing of', () => {
  const CLAIM: Told = ['ft.com', { title: 'Ransomware gang claims to hold records of the port' }];
  it.each<[string, Verified['standing'], Told[]]>([
    ['two newsrooms', 'verified', ['ft.com', 'quay.example']],
    ['one newsroom', 'single-source', ['ft.com']],
    ['a release alone', 'party-statement', ['businesswire.com']],
    [
      'a claim on a leak site that two outlets repeat',
      'unconfirmed',
      [CLAIM, ['quay.example', { title: 'Port allegedly hit by hackers', summary: 'The gang lists it on its leak site.' }]],
    ],
    [
      'unnamed people at two outlets',
      'unconfirmed',
      [
        ['ft.com', { summary: 'The port will be sold, according to people familiar with the matter.' }],
        ['quay.example', { summary: 'A sale is near, sources said.' }],
      ],
    ],
    [
      'a claim that the victim has confirmed',
      'verified',
      [CLAIM, ['quay.example', { title: 'Port confirms that records were stolen' }]],
    ],
    [
      'a claim that one outlet states as its own finding',
      'verified',
      [CLAIM, ['quay.example', { title: 'Records of the port are for sale, files seen by us show' }]],
    ],
    [
      'a rumour beside the authority’s own document',
      'verified',
      [
        ['ft.com', { title: 'Port reportedly hacked' }],
        ['cisa.gov', { title: 'Advisory on crane controllers' }],
      ],
    ],
  ])('%s is %s', (_, standing, told) => {
    const result = verified(...told);
    expect(result.standing).toBe(standing);
    expect(result.unconfirmed.length > 0).toBe(standing === 'unconfirmed');
    for (const reason of result.unconfirmed) expect(reason.quote).toBeTruthy();
  });
});
