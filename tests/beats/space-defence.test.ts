import { describe, expect, test } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { spaceDefence } from '../../lib/beats/space-defence/beat';
import { computeSignals } from '../../lib/signals/compute';
import { makeRegistry } from '../../lib/sources/registry';
import { buildStories } from '../../lib/stories/build';

const NOW = Date.UTC(2026, 4, 13, 18);
const registry = makeRegistry(spaceDefence.sources);

function article(source: string, hours: number, title: string, text: string): Article {
  const from = registry.byId(source)!;
  const host = from.hosts[0]!;
  const address = `https://${host}/2026/${source}-${-hours}`;
  const published = NOW + hours * 3_600_000;
  return {
    id: `${source}${hours}`,
    address,
    addresses: [address],
    source,
    outlet: from.name,
    host,
    title,
    summary: text.split('\n')[0]!,
    text,
    authors: [],
    published,
    dated: 'stated',
    seen: published,
    language: 'en',
    fingerprint: [],
    marks: {},
  };
}

/** An invented mishap, in our own words. */
const ARTICLES = [
  article(
    'spaceflight-now',
    -9,
    'New Glenn rocket explodes on the pad during a fuelling test',
    `A New Glenn rocket exploded on its launch pad in Florida on Wednesday during a fuelling test, Blue Origin said.
The pad was damaged, and nobody was hurt.
The rocket was to carry a NASA lander to the Moon.`,
  ),
  article(
    'spacenews',
    -7,
    'Blue Origin loses New Glenn rocket in explosion on the pad',
    `Blue Origin lost a New Glenn rocket on Wednesday when it exploded during a fuelling test on its launch pad in Florida.
The FAA grounded New Glenn and ordered a mishap investigation.
Repairs of the pad will cost about $90 million, two industry officials said.
Chief executive Dave Limp said the company would publish its findings by June 30, 2026.`,
  ),
  article(
    'nasa',
    -5,
    'Statement on the New Glenn mishap',
    `NASA is aware of the explosion of a New Glenn rocket on its launch pad in Florida and supports the mishap investigation.
The agency will hold a briefing on May 20, 2026.`,
  ),
  article(
    'naval-news',
    -6,
    'Shipyard lays the keel of a second frigate',
    `A shipyard in Lorient laid the keel of the second frigate of its class on Tuesday.
Naval Group will deliver the ship in 2029.`,
  ),
];

describe('a beat that is data alone', () => {
  const stories = buildStories(ARTICLES, spaceDefence.grouping, NOW);
  const mishap = stories.find(({ articles }) => articles.length > 1);

  test('has its reports on one mishap grouped, and another matter left out', () => {
    expect(mishap?.articles).toHaveLength(3);
    expect(stories).toHaveLength(2);
  });

  test('has origins, impact, sentiment and sections from the same engine', () => {
    const articles = mishap!.articles.map((id) => ARTICLES.find((known) => known.id === id)!);
    const world = { registry, signalModel: spaceDefence.signals, lexicon: spaceDefence.lexicon };
    const { verified, impact, sentiment, sections } = computeSignals(mishap!, articles, world, NOW);
    expect(verified.standing).toBe('verified');
    expect(verified.n).toBe(3);
    expect(sentiment.tier).toBeLessThanOrEqual(0);
    expect(impact.score).toBeGreaterThanOrEqual(2);
    const named = new Map(sections.mentioned.map(({ name, kind }) => [name, kind]));
    expect(named.get('Blue Origin')).toBe('organisation');
    expect(named.get('New Glenn')).toBe('product');
    expect(named.get('Federal Aviation Administration')).toBe('organisation');
    expect(named.get('Dave Limp')).toBe('person');
    expect(sections.facts.map(({ text }) => text).join(' ')).toMatch(/grounded New Glenn.*|\$90 million/);
    expect(sections.watch.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual(['2026-05-20', '2026-06-30']);
  });
});
