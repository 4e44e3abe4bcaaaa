import { describe, expect, it } from 'vitest';
import { briefOf } from '../../lib/messages/brief';
import type { StoryLine } from '../../lib/messages/protocol';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 1, 26, 8);
const line = (id: string, hoursAgo: number, more: Partial<StoryLine> = {}): StoryLine => ({
  id,
  title: id,
  updated: NOW - hoursAgo * HOUR,
  opened: NOW - hoursAgo * HOUR,
  n: 1,
  standing: 'single-source',
  impact: 3,
  tier: 0,
  articles: 1,
  followed: false,
  news: [],
  entities: [],
  sources: [],
  unread: true,
  ...more,
});
const news = [{ key: 'news_reports', values: { n: 1 } }];
const ids = (lines: readonly StoryLine[]) => lines.map(({ id }) => id);

describe('the brief', () => {
  it('tells the day’s five stories that matter most', () => {
    const lines = [
      line('old', 25, { impact: 10 }),
      ...[2, 9, 4, 7, 5, 3].map((impact) => line(`i${impact}`, impact, { impact })),
    ];
    expect(ids(briefOf(lines, [], NOW).top)).toEqual(['i9', 'i7', 'i5', 'i4', 'i3']);
  });

  it('tells what changed in followed stories, newest first, and nothing of the others', () => {
    const lines = [
      line('quiet', 1, { followed: true }),
      line('changed', 30, { followed: true, news }),
      line('newer', 2, { followed: true, news }),
      line('not followed', 1, { news }),
    ];
    expect(ids(briefOf(lines, [], NOW).changed)).toEqual(['newer', 'changed']);
  });

  it('tells new unread stories about followed names', () => {
    const names = [{ name: 'KranTec', since: NOW - 10 * HOUR }];
    const about = { entities: ['KranTec'] };
    const lines = [line('new', 2, about), line('before', 12, about), line('read', 2, { ...about, unread: false })];
    expect(ids(briefOf(lines, names, NOW).changed)).toEqual(['new']);
  });
});
