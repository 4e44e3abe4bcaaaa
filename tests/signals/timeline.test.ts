import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { findOrigins } from '../../lib/signals/origins';
import type { Timeline } from '../../lib/signals/signals';
import { timelineOf } from '../../lib/signals/timeline';
import { REFERENCE_REPORTS } from '../fixtures/reference-story';
import { article, REGISTRY } from './article';

const timeline = (articles: readonly Article[], now: number): Timeline =>
  timelineOf(articles, findOrigins(articles, REGISTRY), now);

const REFERENCE = REFERENCE_REPORTS.trim()
  .split('\n')
  .map((line, index) => {
    const [published = '', host = '', title = '', summary = ''] = line.split(' | ');
    return article({ id: `r${index}`, host, title, summary, published });
  });
const until = (now: string): Article[] => REFERENCE.filter(({ published }) => published <= Date.parse(now));
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe('the reference story', () => {
  it('has every dated event of the reference page in the right order, the deadline ahead', () => {
    const now = '2026-02-25T15:00:00Z';
    const { events, coming } = timeline(until(now), Date.parse(now));
    const find = (pattern: RegExp) => events.findIndex(({ title }) => pattern.test(title));
    const [talks, agreement, meeting] = [find(/open talks over guardrails/), find(/xAI agreement/), find(/Hegseth meets Amodei/)];
    expect(talks).toBe(0);
    expect(agreement).toBeGreaterThan(talks);
    expect(meeting).toBeGreaterThan(agreement);
    expect(events.map(({ at }) => day(at)).slice(agreement, meeting + 1)).toEqual(['2026-02-23', '2026-02-24']);
    expect(coming).toHaveLength(1);
    expect(coming[0]).toMatchObject({
      at: Date.parse('2026-02-27T22:00:00Z'),
      precision: 'minute',
      dateWords: 'until Friday at 5 p.m. ET',
    });
  });

  it('makes ten to twenty-five events of fifty reports', () => {
    const { events } = timeline(REFERENCE, Date.parse('2026-03-05T00:00:00Z'));
    expect(REFERENCE).toHaveLength(50);
    expect(events.length).toBeGreaterThanOrEqual(10);
    expect(events.length).toBeLessThanOrEqual(25);
  });

  it('makes the deadline an event when it has passed, and looks ahead to what comes next', () => {
    const { events, coming } = timeline(REFERENCE, Date.parse('2026-03-05T00:00:00Z'));
    const at = events.map((event) => event.at);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    const deadline = events.findIndex((event) => event.at === Date.parse('2026-02-27T22:00:00Z'));
    const passes = events.findIndex(({ title }) => title.startsWith('Deadline passes'));
    expect(deadline).toBeGreaterThan(0);
    expect(passes).toBeGreaterThan(deadline);
    expect(coming.map((event) => day(event.at))).toEqual(['2026-03-12', '2026-03-20']);
  });

  it('quotes every line from the article that it names, which is first among those that report it', () => {
    const byId = new Map(REFERENCE.map((one) => [one.id, one]));
    const { events, coming } = timeline(REFERENCE, Date.parse('2026-03-05T00:00:00Z'));
    for (const event of [...events, ...coming]) {
      const first = byId.get(event.article)!;
      expect(`${first.title}\n${first.summary}\n${first.text}`).toContain(event.title);
      expect(event.articles[0]).toBe(event.article);
      expect(new Set(event.articles).size).toBe(event.articles.length);
    }
  });

  it('is the same in any order of arrival', () => {
    const now = Date.parse('2026-03-05T00:00:00Z');
    expect(timeline([...REFERENCE].reverse(), now)).toEqual(timeline(REFERENCE, now));
  });
});

describe('a timeline', () => {
  const AT = Date.UTC(2026, 1, 25, 12);

  it('says who was first, not who copied at the same minute', () => {
    const title = 'Harbour of Elmford stops four cranes after break-in';
    const { events } = timeline(
      [
        article({ id: 'a', title, summary: 'ELMFORD (AP) — Four cranes stand still.', published: AT }),
        article({ id: 'b', host: 'apnews.com', title, published: AT }),
      ],
      AT + 1,
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ article: 'b', articles: ['b', 'a'] });
  });

  it('keeps apart what happened on different days', () => {
    const { events } = timeline(
      [
        article({ id: 'a', title: 'Harbour of Elmford stops four cranes after break-in', published: AT }),
        article({ id: 'b', title: 'Director of Elmford harbour resigns', published: AT + 5 * 86_400_000 }),
      ],
      AT + 9 * 86_400_000,
    );
    expect(events.map(({ article: id }) => id)).toEqual(['a', 'b']);
  });

  it('puts an event on the day that its text names', () => {
    const { events } = timeline(
      [
        article({
          id: 'a',
          title: 'Harbour of Elmford stops four cranes',
          summary: 'The cranes were stopped on Monday.',
          published: AT,
        }),
      ],
      AT + 1,
    );
    expect(events[0]).toMatchObject({ at: Date.UTC(2026, 1, 23, 12), precision: 'day', dateWords: 'on Monday' });
  });

  it('does not take a deadline for the day of the news, also where it is set on the same day of the week', () => {
    const friday = Date.UTC(2026, 1, 27, 16);
    const { events } = timeline(
      [article({ id: 'a', title: 'Elmford port gives crane maker until Friday to hand over its keys', published: friday })],
      friday + 1,
    );
    expect(events).toMatchObject([{ at: friday, precision: 'minute' }]);
    expect(events[0]).not.toHaveProperty('dateWords');
  });

  it('has one deadline of a day, in the words that say most exactly when, though no two reports tell it alike', () => {
    const [monday, tuesday] = [AT - 2 * 86_400_000, AT - 86_400_000];
    const reports = [
      article({ id: 'a', title: 'Elmford port sets Friday deadline for crane maker Tollgrave', published: monday }),
      article({
        id: 'b',
        title: 'Tollgrave silent on ultimatum',
        summary: 'Its engineers must hand over maintenance keys by 5 p.m. ET on Friday, a letter says.',
        published: tuesday,
      }),
    ];
    expect(timeline(reports, AT).coming).toMatchObject([
      { at: Date.UTC(2026, 1, 27, 22), precision: 'minute', article: 'b', articles: ['b', 'a'] },
    ]);
    // A hearing on that day is something else.
    const hearing = article({
      id: 'c',
      title: 'Court sits over tugboat wages',
      summary: 'Judges of Westerhaven are to hear sailors on Friday.',
      published: tuesday,
    });
    expect(timeline([...reports, hearing], AT).coming).toHaveLength(2);
  });

  it('has no dates of texts in languages that it does not read, and is empty for nothing', () => {
    const { events } = timeline(
      [
        article({
          id: 'a',
          title: 'Elmford: Hafen steht still',
          summary: 'Am May 3 war alles anders.',
          language: 'de',
          published: AT,
        }),
      ],
      AT,
    );
    expect(events).toHaveLength(1);
    expect(timeline([], AT)).toEqual({ events: [], coming: [] });
  });

  it('stays short and quick for five hundred reports', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      article({
        id: `m${index}`,
        title: `Harbour report ${index} on cranes, quays and ferry ${index % 97}`,
        published: AT + index * 3_600_000,
      }),
    );
    const start = performance.now();
    expect(timeline(many, AT + 600 * 3_600_000).events.length).toBeLessThanOrEqual(25);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
