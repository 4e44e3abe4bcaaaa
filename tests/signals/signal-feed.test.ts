import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { SIGNAL_FEED_VERSION, type SignalFeed } from '../../lib/signals/signal-feed';
import schema from '../../lib/signals/signal-feed.schema.json';
import { feedOf } from '../../scripts/commands/feed';
import { REFERENCE_REPORTS } from '../fixtures/reference-story';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

describe('a signal feed', () => {
  let feed: SignalFeed;
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'signal-feed-'));
    const lines = REFERENCE_REPORTS.trim()
      .split('\n')
      .map((line, index) => {
        const [published = '', host = '', title, summary] = line.split(' | ');
        return { id: `r${index}`, outlet: host, host, url: `https://${host}/${index}`, title, summary, published };
      });
    const items = join(folder, 'items.jsonl');
    const stories = join(folder, 'stories.jsonl');
    writeFileSync(items, lines.map((line) => JSON.stringify(line)).join('\n'));
    writeFileSync(
      stories,
      lines.map(({ id }, index) => JSON.stringify({ id, story: index === 4 ? 'none' : 'standoff' })).join('\n'),
    );
    feed = feedOf({ items, stories, now: Date.UTC(2026, 2, 5), lenient: false }).feed;
  });

  it('fits its published schema', () => {
    validate(JSON.parse(JSON.stringify(feed)));
    expect(validate.errors ?? []).toEqual([]);
    expect(schema.properties.version.const).toBe(SIGNAL_FEED_VERSION);
  });

  it.each<[string, (feed: { stories: Record<string, unknown>[] }) => void]>([
    ['a count of none', ({ stories }) => Object.assign(stories[0]!, { verifiedBy: 0 })],
    [
      'an address that runs',
      ({ stories }) => Object.assign((stories[0] as { articles: object[] }).articles[0]!, { url: 'javascript:alert(1)' }),
    ],
    ['an unknown standing', ({ stories }) => Object.assign(stories[0]!, { standing: 'certain' })],
    ['an impact beyond ten', ({ stories }) => Object.assign((stories[0] as { impact: object }).impact, { score: 11 })],
    ['a story without articles', ({ stories }) => Object.assign(stories[0]!, { articles: [] })],
  ])('does not fit it with %s', (_, spoil) => {
    const spoilt = JSON.parse(JSON.stringify(feed));
    spoil(spoilt);
    expect(validate(spoilt)).toBe(false);
  });

  it('has every article under the id and address of its item, single ones included', () => {
    const articles = feed.stories.flatMap((story) => story.articles);
    expect(feed.stories).toHaveLength(2);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(50);
    expect(articles.find(({ id }) => id === 'r7')).toMatchObject({
      url: 'https://capitol-wire.example/7',
      publishedAt: '2026-01-22T19:05:00.000Z',
    });
  });

  it('says its reasons in words, with key and quote beside them', () => {
    const words = JSON.parse(readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'));
    for (const story of feed.stories) {
      const all = [story.confidence, story.impact, story.sentiment, story.unconfirmed, story.sections.coverage];
      for (const { reasons, because } of [
        ...all,
        ...story.articles.map(({ origin }) => ({ reasons: origin.evidence, because: origin.because })),
      ]) {
        expect(reasons).toHaveLength(because.length);
        for (const [index, { key }] of because.entries()) {
          expect(
            Object.keys(words).some((name) => name === `reason_${key}` || name === `reason_${key}_other`),
            key,
          ).toBe(true);
          expect(reasons[index]).not.toMatch(/\{\w+\}/);
        }
      }
    }
  });
});
