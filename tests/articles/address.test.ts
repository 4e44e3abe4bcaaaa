import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, canonicalAddress, hostOf, MAX_ADDRESS, registrableDomain } from '../../lib/articles/address';

describe('canonicalAddress', () => {
  it.each([
    ['http://www.Paper.example:80/News/Story/', 'https://paper.example/News/Story'],
    ['https://paper.example/story?utm_source=feed&b=2&a=1&fbclid=x#top', 'https://paper.example/story?a=1&b=2'],
    ['https://reader:secret@paper.example/story', 'https://paper.example/story'],
    ['https://paper.example:8443/story', 'https://paper.example:8443/story'],
    ['https://m.paper.example/story', 'https://paper.example/story'],
    ['https://amp.paper.co.uk/story', 'https://paper.co.uk/story'],
    ['https://m.co.uk/story', 'https://m.co.uk/story'],
    ['https://paper.example/story/amp/', 'https://paper.example/story'],
    ['https://paper.example/story.amp.html', 'https://paper.example/story.html'],
    ['https://paper.example/story?amp=1&outputType=amp', 'https://paper.example/story'],
    ['https://www.google.com/amp/s/www.paper.example/story?x=1', 'https://paper.example/story?x=1'],
    ['https://paper-example.cdn.ampproject.org/c/s/paper.example/story', 'https://paper.example/story'],
    ['https://paper.example/news/index.html', 'https://paper.example/news'],
    ['https://paper.example/%7ejo/%e2%82%ac', 'https://paper.example/~jo/%E2%82%AC'],
    ['https://paper.example', 'https://paper.example/'],
    ['https://paper.example./story', 'https://paper.example/story'],
    ['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
    ['  https://paper.example/story  ', 'https://paper.example/story'],
    ['https://paper.example/?p=123', 'https://paper.example/?p=123'],
  ])('of %s is %s', (address, canonical) => expect(canonicalAddress(address)).toBe(canonical));

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,hi'],
    ['file:///etc/passwd'],
    ['ftp://paper.example/x'],
    ['/story'],
    [''],
    ['https://'],
    [`https://paper.example/${'x'.repeat(MAX_ADDRESS)}`],
    [`https://www.google.com/amp/s/${'google.com/amp/s/'.repeat(200)}`],
  ])('of %.60s is null', (address) => expect(canonicalAddress(address)).toBeNull());

  it('resolves against a base', () =>
    expect(canonicalAddress('../b?x=1', 'https://paper.example/a/c')).toBe('https://paper.example/b?x=1'));

  it('is idempotent, short, and https on whatever it is given', () => {
    const piece = fc.constantFrom(
      '/',
      'amp',
      '/amp/',
      '.amp',
      '%41',
      '%2f',
      '%',
      '?',
      '&',
      '=',
      'utm_x=1',
      'index.html',
      '..',
      'm.',
      'www.',
      ':80',
      '@',
      '#',
      '+',
      'ü',
      ' ',
    );
    const address = fc
      .tuple(
        fc.constantFrom('http', 'https'),
        fc.array(piece, { maxLength: 4 }),
        fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 20 }),
      )
      .map(([scheme, host, path]) => `${scheme}://${host.join('')}paper.example/${path.join('')}`);
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (text) => {
        const once = canonicalAddress(text);
        if (once === null) return;
        expect(canonicalAddress(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(MAX_ADDRESS);
        expect(once.startsWith('https://')).toBe(true);
        expect(hostOf(once)).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('articleId', () => {
  it('is the same for the same address and names its host', () => {
    expect(articleId('https://paper.example/story')).toBe(articleId('https://paper.example/story'));
    expect(articleId('https://paper.example/story')).toMatch(/^[a-z0-9]+-paper\.example$/);
  });

  it('tells a hundred thousand addresses apart', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => articleId(`https://paper.example/${index}`)));
    expect(ids.size).toBe(100_000);
  });
});

it.each([
  ['news.bbc.co.uk', 'bbc.co.uk'],
  ['paper.example', 'paper.example'],
  ['a.b.paper.example', 'paper.example'],
  ['alice.substack.com', 'alice.substack.com'],
  ['substack.com', 'substack.com'],
  ['localhost', 'localhost'],
  ['[::1]', '[::1]'],
])('the registrable domain of %s is %s', (host, domain) => expect(registrableDomain(host)).toBe(domain));
