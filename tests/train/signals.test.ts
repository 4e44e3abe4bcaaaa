import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEXICON } from '../../lib/beats/cybersecurity/lexicon-signals';
import { scoreText } from '../../lib/signals/score-text';
import { decodeSignalModel } from '../../lib/signals/signal-model';
import { quadraticKappa, spearman } from '../../scripts/evaluate/signals';
import { type Labelled, splitByTime } from '../../scripts/train/labelled';
import { fitSignals } from '../../scripts/train/signals';

const items = readFileSync(new URL('../fixtures/signals-small.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Labelled);

describe('learning the signals', () => {
  it('gives the same bytes for the same items', () => {
    expect(JSON.stringify(fitSignals(items, LEXICON))).toBe(JSON.stringify(fitSignals(items, LEXICON)));
  });

  it('tells the worst of what it learned from the trivial', () => {
    const model = decodeSignalModel(fitSignals(items, LEXICON));
    const impact = (label: number) => {
      const own = items.filter(({ labels }) => labels.impact === label);
      return own.reduce((sum, item) => sum + scoreText(item, model).impact, 0) / own.length;
    };
    expect(impact(8)).toBeGreaterThan(impact(1) + 2);
  });

  it('holds back the latest of each stream', () => {
    const { development, heldOut } = splitByTime([
      ...items.slice(0, 10).map((item, i) => ({ ...item, stream: 'wide' as const, published: `2025-09-${10 + i}` })),
      ...items.slice(10, 20).map((item, i) => ({ ...item, published: `2026-01-${10 + i}` })),
    ]);
    expect(development).toHaveLength(14);
    expect(heldOut.map(({ published }) => published)).toEqual([
      '2025-09-17',
      '2025-09-18',
      '2025-09-19',
      '2026-01-17',
      '2026-01-18',
      '2026-01-19',
    ]);
  });
});

describe('the measures', () => {
  it.each([
    ['full agreement', [-2, -1, 0, 1], [-2, -1, 0, 1], 1],
    ['no better than chance', [0, 0, 1, 1], [0, 1, 0, 1], 0],
    ['the reverse', [-2, 2], [2, -2], -1],
  ])('kappa of %s', (_, a, b, kappa) => {
    expect(quadraticKappa(a, b)).toBeCloseTo(kappa, 6);
  });

  it.each([
    ['the same order', [1, 2, 3], [10, 20, 30], 1],
    ['the reverse order', [1, 2, 3], [3, 2, 1], -1],
    ['ties', [1, 1, 2], [1, 2, 3], 0.866],
  ])('rank correlation of %s', (_, a, b, rank) => {
    expect(spearman(a, b)).toBeCloseTo(rank, 3);
  });
});
