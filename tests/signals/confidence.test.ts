import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../lib/signals/confidence';
import { findOrigins } from '../../lib/signals/origins';
import { verify } from '../../lib/signals/verified';
import { article, REGISTRY } from './article';

const AT = Date.UTC(2026, 1, 25, 12);
const DAY = 86_400_000;

function confidence(cohesion: number, age: number, ...written: Parameters<typeof article>[0][]) {
  const articles = written.map(article);
  const origins = findOrigins(articles, REGISTRY);
  const story = {
    id: 's',
    title: 't',
    articles: articles.map(({ id }) => id),
    absorbed: [],
    opened: AT,
    updated: AT,
    cohesion,
    ties: [],
  };
  return confidenceOf(story, articles, origins, verify(articles, origins), AT + age);
}

describe('confidence', () => {
  const three = [
    { id: 'a', host: 'ft.com' },
    { id: 'b', host: 'quay.example' },
    { id: 'c', host: 'defense-ledger.example' },
  ];

  it.each([
    ['three newsrooms, firmly tied', 0.9, DAY, three, 'high'],
    ['two newsrooms', 0.9, DAY, three.slice(0, 2), 'medium'],
    ['two newsrooms and a primary document', 0.9, DAY, [...three.slice(0, 1), { id: 'd', host: 'cisa.gov' }], 'high'],
    ['one newsroom', 1, DAY, three.slice(0, 1), 'low'],
    ['three newsrooms, loosely tied', 0.5, DAY, three, 'medium'],
    ['three newsrooms, loosely tied, an hour ago', 0.5, DAY / 24, three, 'low'],
    [
      'a claim of a gang at two outlets',
      0.9,
      DAY,
      [
        { id: 'a', title: 'Gang claims to hold records' },
        { id: 'b', title: 'Port allegedly hacked' },
      ],
      'low',
    ],
  ] as const)('of %s', (_, cohesion, age, written, level) => {
    const result = confidence(cohesion, age, ...written);
    expect(result.level).toBe(level);
    expect(result.reasons.length).toBeGreaterThan(0);
  });

  it('falls with loose ties and youth, all else equal', () => {
    const levels = ['low', 'medium', 'high'];
    const of = (cohesion: number, age: number) => levels.indexOf(confidence(cohesion, age, ...three).level);
    expect(of(0.5, DAY)).toBeLessThan(of(0.9, DAY));
    expect(of(0.9, 0)).toBeLessThanOrEqual(of(0.9, DAY));
  });
});
