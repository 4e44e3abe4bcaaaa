import { describe, expect, it } from 'vitest';
import { hashOf, type Route, readRoute } from '../../../components/desk/route';

const ALL: Route = { is: 'stories', filter: {}, order: 'impact' };

describe('an address of the desk', () => {
  it.each<[string, Route]>([
    ['#stories', ALL],
    ['#stories?order=fresh', { is: 'stories', filter: {}, order: 'fresh' }],
    [
      '#stories?q=a+b&name=K%26T&n=2&impact=8&tier=-2&unread=1&followed=1',
      {
        is: 'stories',
        filter: { query: 'a b', entity: 'K&T', n: 2, impact: 8, tier: -2, unread: true, followed: true },
        order: 'impact',
      },
    ],
    ['#story=x%2Fy', { is: 'story', id: 'x/y', open: null }],
    ['#story=x?open=impact', { is: 'story', id: 'x', open: 'impact' }],
    ['#entity=K%2C%20T%3F', { is: 'entity', name: 'K, T?' }],
    [
      '#compare=story:x,name:A%2CB%3A1',
      {
        is: 'compare',
        what: [
          { is: 'story', id: 'x' },
          { is: 'name', id: 'A,B:1' },
        ],
      },
    ],
    ['#compare=', { is: 'compare', what: [] }],
    ['#trends', { is: 'trends' }],
  ])('%s is read and written the same', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each([
    ['nothing', ''],
    ['an unknown page', '#nowhere'],
    ['a story without its id', '#story='],
    ['figures beyond the scale', '#stories?n=0&impact=99&tier=7&from=-1'],
    ['what is no number', '#stories?n=two'],
  ])('that is %s is the list of all stories', (_, hash) => expect(readRoute(hash)).toEqual(ALL));

  it('compares no more than fit beside each other', () => {
    const route = readRoute('#compare=name:a,name:b,name:c,name:d,name:e,other:f');
    expect(route.is === 'compare' && route.what.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that is broken or endless throws nothing', () => {
    for (const hash of ['#story=%E0%A4%A', '#compare=story:%', `#stories?q=${'x'.repeat(100_000)}`])
      expect(() => readRoute(hash)).not.toThrow();
  });
});
