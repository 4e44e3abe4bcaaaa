import { describe, expect, it } from 'vitest';
import { cybersecuritySources } from '../../lib/beats/cybersecurity/sources';
import { sourceFromFeed, speakerOf } from '../../lib/sources/own-source';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source } from '../../lib/sources/source';

const registry = makeRegistry(cybersecuritySources);
const head = (title: string, site: string | null) => ({ title, site });

describe('sourceFromFeed', () => {
  it.each([
    ['another feed of a known host', 'https://www.theregister.com/offbeat/headlines.atom', undefined, 'the-register'],
    ['a known feed at a feed service', 'https://feeds.feedburner.com/TheHackersNews', undefined, 'the-hacker-news'],
  ])('gives %s to the publisher that has it', (_, address, feed, id) =>
    expect(sourceFromFeed(address, feed, registry)?.id).toBe(id),
  );

  it('makes a source of a stranger, with its own domain as newsroom', () => {
    const source = sourceFromFeed(
      'https://rss.village.example/all.xml',
      head('The <b>Village</b> Paper', 'https://www.village.example/'),
      registry,
    );
    expect(source).toMatchObject({
      name: 'The Village Paper',
      newsroom: 'village.example',
      kind: 'outlet',
      hosts: ['village.example', 'rss.village.example'],
      feeds: ['https://rss.village.example/all.xml'],
    });
    expect(source?.id).toMatch(/^own:rss\.village\.example\/[a-z0-9]+$/);
  });

  it('gives two feeds of one host one newsroom and two ids', () => {
    const one = sourceFromFeed('https://village.example/a', undefined, registry);
    const two = sourceFromFeed('https://village.example/b', undefined, registry);
    expect(one?.newsroom).toBe(two?.newsroom);
    expect(one?.id).not.toBe(two?.id);
  });

  it.each([
    ['a stranger that says it is Reuters', 'https://evil.example/feed', 'https://www.reuters.com/'],
    ['a stranger behind a feed service that says it is Reuters', 'https://feeds.feedburner.com/evil', 'https://www.reuters.com/'],
  ])('never makes %s Reuters', (_, address, site) => {
    const source = sourceFromFeed(address, head('Reuters', site), registry);
    expect(source?.id).toMatch(/^own:/);
    expect(source?.hosts).not.toContain('reuters.com');
    expect(source?.newsroom).not.toBe('reuters');
  });

  it('takes the site of a stranger behind a feed service', () => {
    expect(sourceFromFeed('https://feeds.feedburner.com/v', head('V', 'https://village.example/'), registry)?.newsroom).toBe(
      'village.example',
    );
  });

  it('is null for what is no address', () => expect(sourceFromFeed('javascript:alert(1)', undefined, registry)).toBeNull());
});

describe('speakerOf', () => {
  const guardian = registry.byId('guardian') as Source;
  const hackers = registry.byId('the-hacker-news') as Source;
  it.each([
    ['stays on its host', guardian, 'https://www.theguardian.com/x/rss', 'guardian'],
    ['moves within its domain', guardian, 'https://feeds.theguardian.com/x', 'guardian'],
    ['is served by a feed service', hackers, 'https://feeds.feedburner.com/Other', 'the-hacker-news'],
    ['turns into a known publisher', guardian, 'https://www.darkreading.com/rss.xml', 'dark-reading'],
    ['turns into a stranger', guardian, 'https://feeds.evil.example/x', 'host:evil.example'],
  ])('of a feed that %s is right', (_, source, final, id) => expect(speakerOf(source, final, registry).id).toBe(id));
});
