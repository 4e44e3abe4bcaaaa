import { describe, expect, it } from 'vitest';
import { feedPatternsFor, patternsFor } from '../../lib/sources/host-patterns';

const source = (hosts: readonly string[], feeds: readonly string[]) => ({ hosts, feeds });

describe('host patterns', () => {
  it.each([
    ['a host with its subdomains', source(['news.example'], []), ['https://*.news.example/*', 'https://news.example/*']],
    ['a feed on a host of its own', source([], ['https://feeds.example/x.xml']), ['https://feeds.example/*']],
    ['a reader’s own feed by http, http alone', source([], ['http://old.example/rss']), ['http://old.example/*']],
    ['a feed with a port by its host', source([], ['https://feeds.example:8443/x']), ['https://feeds.example/*']],
    ['nothing for what is no address', source([], ['feed', 'javascript:alert(1)', 'file:///etc/passwd']), []],
    ['nothing for what is no host', source(['*', 'com', '*.com', 'a b.example', '', 'x/y.example'], []), []],
  ])('has %s', (_, one, expected) => expect(patternsFor([one])).toEqual(expected));

  it('has each pattern once, in order', () => {
    const patterns = patternsFor([
      source(['b.example'], ['https://a.example/1', 'https://a.example/2']),
      source(['b.example'], ['https://b.example/rss']),
    ]);
    expect(patterns).toEqual(['https://*.b.example/*', 'https://a.example/*', 'https://b.example/*']);
  });

  it('asks for the feeds’ hosts alone where pages are not read', () => {
    expect(feedPatternsFor([source(['news.example'], ['https://feeds.example/x'])])).toEqual(['https://feeds.example/*']);
  });
});
