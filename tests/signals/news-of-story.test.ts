import { describe, expect, it } from 'vitest';
import { type News, newsHolding, newsOfStory } from '../../lib/signals/news-of-story';
import type { Signals } from '../../lib/signals/signals';
import { view } from '../components/sample-story';

const signals = ({ n = 1, impact = 5, figures = 0, denied = false }): Signals => ({
  ...view.signals,
  verified: { ...view.signals.verified, n, unconfirmed: denied ? [{ key: 'rumour_denied' }] : [] },
  impact: { ...view.signals.impact, score: impact },
  sections: {
    ...view.signals.sections,
    facts: [
      {
        text: 'Some cranes stood still.',
        article: 'a1',
        origins: [],
        figures: Array.from({ length: figures }, (_, at) => ({ value: `${at} cranes`, articles: ['a1'] })),
      },
    ],
  },
});

describe('what holds of a story', () => {
  it.each<[string, Parameters<typeof signals>[0], readonly News[]]>([
    ['nothing of a quiet one', {}, []],
    ['a second source from two on', { n: 2 }, ['second-source']],
    ['one to act on, as the badge rounds it', { impact: 7.5 }, ['act']],
    ['not yet just below', { impact: 7.4 }, []],
    ['a contradiction where figures differ', { figures: 2 }, ['contradicted']],
    ['none with one figure', { figures: 1 }, []],
    ['a contradiction where it is denied', { denied: true }, ['contradicted']],
    ['all at once', { n: 3, impact: 9, denied: true }, ['second-source', 'act', 'contradicted']],
  ])('is %s', (_, of, news) => expect(newsHolding(signals(of))).toEqual(news));
});

describe('what is told', () => {
  it('is what has come to hold since', () => {
    expect(newsOfStory(signals({ n: 2, impact: 8 }), ['act'])).toEqual({
      tell: ['second-source'],
      told: ['act', 'second-source'],
    });
  });

  it('is told once, though it ceases to hold and returns', () => {
    let told: readonly News[] = [];
    const said = [8, 7, 8, 9].map((impact) => {
      const outcome = newsOfStory(signals({ impact }), told);
      told = outcome.told;
      return outcome.tell;
    });
    expect(said).toEqual([['act'], [], [], []]);
  });
});
