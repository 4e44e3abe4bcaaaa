import { describe, expect, it } from 'vitest';
import { TrendCount, type TrendStory, topicsOf } from '../../lib/signals/trends';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);
const WEEKS = 4;

const story = (daysAgo: number, more: Partial<TrendStory> = {}): TrendStory => ({
  opened: NOW - daysAgo * DAY,
  articles: 1,
  n: 1,
  impact: 3,
  tier: 0,
  names: [],
  topics: [],
  ...more,
});
const trends = (...stories: readonly TrendStory[]) => {
  const count = new TrendCount(NOW, WEEKS);
  for (const one of stories) count.add(one);
  return count.trends();
};
const named = (daysAgo: number, name: string) => story(daysAgo, { names: [{ name, kind: 'organisation' }] });

describe('the weeks', () => {
  it('end now, so that the last one is whole', () => {
    const { weeks } = trends(story(0.5), story(6.9), story(7.1), story(27.9), story(28.1));
    expect(weeks.map((week) => week.stories)).toEqual([1, 0, 1, 2]);
    expect(weeks.at(-1)?.from).toBe(NOW - 7 * DAY);
  });

  it('hold means over their stories, and none where there are none', () => {
    const { weeks } = trends(story(1, { impact: 8, tier: -2, n: 3, articles: 5 }), story(2, { impact: 3, tier: 1 }));
    expect(weeks.at(-1)).toMatchObject({ reports: 6, verified: 1, impact: 5.5, actOn: 1, sentiment: -0.5 });
    expect(weeks.at(-1)?.tiers).toEqual([1, 0, 0, 1, 0]);
    expect(weeks[0]).toMatchObject({ impact: null, sentiment: null });
  });
});

describe('what rises', () => {
  it('is named more often in the last week than before, first what is furthest above chance', () => {
    const { names } = trends(
      ...[1, 2, 3].map((day) => named(day, 'New')),
      ...[1, 2, 3, 9, 10, 16, 17, 23].map((day) => named(day, 'Known')),
      ...[1, 9, 10].map((day) => named(day, 'Falling')),
    );
    expect(names.map(({ name }) => name)).toEqual(['New', 'Known']);
    expect(names[1]).toMatchObject({ last: 3, weeks: [1, 2, 2, 3] });
    expect(names[1]?.before).toBeCloseTo(5 / 3);
  });

  it('is nothing that one story alone names', () => expect(trends(named(1, 'Once')).names).toEqual([]));

  it('keeps topics apart from names', () => {
    const { names, topics } = trends(story(1, { topics: ['data breach'] }), story(2, { topics: ['data breach'] }));
    expect(names).toEqual([]);
    expect(topics).toMatchObject([{ name: 'data breach', kind: 'topic', last: 2 }]);
  });
});

it('takes the phrases of the reasons for topics, without amounts', () => {
  const reason = (phrase: string) => ({ key: 'impact_operational', values: { phrase } });
  const reasons = [reason('Ransomware'), reason('ransomware'), reason('$30 million'), { key: 'impact_act' }];
  expect(topicsOf({ reasons })).toEqual(['ransomware']);
});
