import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedStoryOf } from '../../lib/signals/published-story';
import schema from '../../lib/signals/signal-feed.schema.json';
import indexSchema from '../../lib/signals/signal-feed-index.schema.json';
import { readSignalFeed } from '../../lib/signals/signal-feed-read';
import { INDEX, STORY } from '../fixtures/signal-feed';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv);
const fitsFeed = ajv.compile(schema);
const fitsIndex = ajv.compile(indexSchema);

const FEED = { version: 1, generatedAt: '2026-03-05T10:00:00.000Z', publisher: 'The Harbor Desk', stories: [STORY] };

/** Whether schema and validator say the same; what they say. */
function bothSay(value: unknown): boolean {
  const text = JSON.stringify(value);
  const parsed: unknown = JSON.parse(text);
  const isIndex = typeof parsed === 'object' && parsed !== null && 'shards' in parsed;
  const bySchema = isIndex ? fitsIndex(parsed) : fitsFeed(parsed);
  expect(readSignalFeed(text).is !== 'refused', text.slice(0, 300)).toBe(bySchema);
  return bySchema;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a value, as a path of keys. */
function placesOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, Json][] = Array.isArray(value) ? value.map((one, n) => [n, one]) : Object.entries(value);
  return [path, ...entries.flatMap(([key, one]) => placesOf(one, [...path, key]))];
}

/** A copy with another value at a place; `undefined` takes the field away. */
function withAt(value: Json, [key, ...rest]: readonly (string | number)[], put: Json | undefined): Json | undefined {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, Json | undefined>;
  const next = withAt(copy[key] as Json, rest, put);
  if (next !== undefined) copy[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy as unknown as Json;
}

/** Values that are near the edges of what some field allows. */
const edges = fc.constantFrom<Json | undefined>(
  undefined,
  null,
  '',
  'x',
  'own',
  'verified',
  'day',
  'constructor',
  -3,
  -1,
  0,
  0.5,
  1,
  1.5,
  2,
  10,
  10.5,
  11,
  1e300,
  true,
  [],
  {},
  ['a'],
  [1],
  '2026-03-05T10:00:00Z',
  '2026-03-05T10:00:00.123Z',
  '2026-02-30T10:00:00Z',
  '2024-02-29T10:00:00Z',
  '2025-02-29T10:00:00Z',
  '1900-02-29T10:00:00Z',
  '2000-02-29T10:00:00Z',
  '2026-03-05T24:00:00Z',
  '2026-03-05T23:59:60Z',
  '2026-03-05 10:00:00Z',
  '2026-03-05T10:00:00+01:00',
  '2026-03-05',
  '2026-13-05',
  'javascript:alert(1)',
  'https://harbor.example/1',
  'HTTPS://harbor.example/1',
  '../../etc/passwd',
  'a'.repeat(43),
  'a'.repeat(64),
  'a'.repeat(86),
  '\u{1f600}'.repeat(200),
  '\u{1f600}'.repeat(201),
);

describe('the validator of signal feeds and the published schema', () => {
  it('accept a whole feed and a whole index', () => {
    expect(bothSay(FEED)).toBe(true);
    expect(bothSay(INDEX)).toBe(true);
    expect(bothSay({ ...FEED, later: 1, stories: [{ ...STORY, later: [] }], withdrawn: ['s9'] })).toBe(true);
    expect(bothSay({ ...INDEX, key: 'a'.repeat(43), signature: 'b'.repeat(86) })).toBe(true);
    expect(bothSay({ ...INDEX, key: 'a'.repeat(43) })).toBe(false);
    expect(bothSay({ ...INDEX, everyMinutes: 15 })).toBe(true);
  });

  it.each<[string, Json]>([
    ['feed', FEED as unknown as Json],
    ['index', INDEX as unknown as Json],
  ])('agree about every field of the %s taken away', (_, whole) => {
    let refused = 0;
    for (const place of placesOf(whole)) if (place.length > 0 && !bothSay(withAt(whole, place, undefined))) refused++;
    expect(refused).toBeGreaterThan(5);
  });

  it.each<[string, Json]>([
    ['feed', FEED as unknown as Json],
    ['index', INDEX as unknown as Json],
  ])('agree about the %s with anything in any place', (_, whole) => {
    const said = { true: 0, false: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...placesOf(whole)), fc.oneof(edges, fc.jsonValue() as fc.Arbitrary<Json>)), {
          minLength: 1,
          maxLength: 2,
        }),
        (changes) => {
          let value: Json | undefined = whole;
          for (const [place, put] of changes) {
            try {
              value = withAt(value as Json, place, put);
            } catch {
              return; // The first change took the second one's place away.
            }
          }
          if (value !== undefined) said[`${bothSay(value)}`]++;
        },
      ),
      { numRuns: 4000 },
    );
    expect(said.true).toBeGreaterThan(50);
    expect(said.false).toBeGreaterThan(50);
  });
});

describe('what is no signal feed', () => {
  it.each([
    ['nothing', '', 'not-json'],
    ['a page', '<!doctype html>', 'not-json'],
    ['null', 'null', 'not-a-signal-feed'],
    ['a list', '[]', 'not-a-signal-feed'],
    ['a later version', '{"version":2,"stories":[]}', 'newer'],
    ['a version in letters', '{"version":"1","stories":[]}', 'not-a-signal-feed'],
    [
      'too many shards',
      JSON.stringify({ ...INDEX, shards: Array.from({ length: 501 }, () => INDEX.shards[0]) }),
      'not-a-signal-feed',
    ],
    ['brackets that never close', '['.repeat(400_000), 'not-json'],
    ['deep nesting', `{"version":1,"shards":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'not-a-signal-feed'],
  ])('%s is refused', (_, body, why) => {
    expect(readSignalFeed(body)).toEqual({ is: 'refused', why });
  });

  it('never throws, whatever stands in the file', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readSignalFeed(body).is !== undefined));
  });
});

describe('a publisher’s story', () => {
  const read = (change: object = {}) => {
    const reading = readSignalFeed(JSON.stringify({ ...FEED, stories: [{ ...STORY, ...change }] }));
    if (reading.is !== 'feed') throw new Error('not read');
    return publishedStoryOf(reading.feed.stories[0]!);
  };

  it('has the engine’s own shape, with addresses canonical and editorial as written', () => {
    const made = read()!;
    expect(made.articles.map(({ address }) => address)).toEqual([
      'https://harbor.example/cranes',
      'https://meridian.example/port',
    ]);
    expect(made.articles[0]!.link).toBe('https://www.harbor.example/cranes');
    expect(made.signals.verified.n).toBe(2);
    expect(made.signals.origins['a1']!.evidence[0]!.key).toBe('own_nothing_else');
    expect(made.signals.timeline.events[0]!.at).toBe(Date.parse('2026-03-04T08:00:00.000Z'));
    expect(made.editorial).toEqual({
      author: 'Mara Quist',
      analysis: 'Ports learn slowly.\nThis one may not.',
      watch: 'Friday.',
    });
  });

  it('with a count that its origins do not bear out is refused', () => {
    expect(read({ verifiedBy: 7 })).toBeNull();
  });

  it('with no address of the web is refused', () => {
    expect(read({ articles: STORY.articles.map((article) => ({ ...article, url: 'https://' })) })).toBeNull();
  });

  it('loses what points nowhere and what poses as more than text', () => {
    const made = read({
      title: 'A\u202etitle\n\nof two lines',
      timeline: [...STORY.timeline, { ...STORY.timeline[0], article: 'nobody' }],
    })!;
    expect(made.story.title).toBe('A title of two lines');
    expect(made.signals.timeline.events).toHaveLength(STORY.timeline.length);
  });
});
