import { describe, expect, it } from 'vitest';
import { scoreItems } from '../../lib/signals/score-items';
import { scoreText } from '../../lib/signals/score-text';
import { articleOf, type Item } from '../../scripts/items';
import { registry, shippedGrouping, signalWorld } from '../../scripts/world';

const { signalModel } = signalWorld();
const grouping = shippedGrouping();
const NOW = Date.parse('2026-03-05T00:00:00Z');

const item = (id: string, title: string, summary: string, hour = 1): Item => ({
  id,
  outlet: id,
  host: `${id}.example`,
  url: `https://${id}.example/news/${id}`,
  title,
  summary,
  published: `2026-03-03T${String(hour).padStart(2, '0')}:00:00Z`,
});
const scored = (items: readonly Item[]) =>
  scoreItems(
    items.flatMap((one) => articleOf(one, registry) ?? []),
    signalModel,
    grouping,
    NOW,
  );
const alone = (one: Item) => scoreText(articleOf(one, registry)!, signalModel);

const TERSE = item('harbor', 'Fernwick Bancorp breach: what Fernwick Bancorp customers should know', '', 2);
const FULL = item(
  'ledger',
  'Fernwick Bancorp breach exposes 9 million customers, regulator fines bank $40 million',
  'Fernwick Bancorp says hackers stole social security numbers of 9 million customers; the regulator fined the bank $40 million.',
  3,
);
const OTHER = item('post', 'Startup Quillmark raises $8 million in seed funding', 'Quillmark will hire engineers in Leeds.', 4);

describe('scores of reports that are there together', () => {
  it('of a report alone in its story are those of its own words', () => {
    const { sentiment, regulatory, financial, operational, impact } = alone(OTHER);
    expect(scored([TERSE, FULL, OTHER]).get('post')).toEqual({ sentiment, regulatory, financial, operational, impact });
  });

  it('lean to what the other reports of the story say', () => {
    const together = scored([TERSE, FULL]);
    expect(together.get('harbor')!.financial).toBeGreaterThan(alone(TERSE).financial);
    expect(together.get('ledger')!.financial).toBeLessThan(alone(FULL).financial);
  });

  it('stand when copies are multiplied', () => {
    const copies = Array.from({ length: 40 }, (_, n) => item(`copy${n}`, FULL.title, FULL.summary, 5));
    const [before, after] = [scored([TERSE, FULL]), scored([TERSE, FULL, ...copies])];
    expect(after.get('harbor')).toEqual(before.get('harbor'));
    expect(after.get('ledger')).toEqual(before.get('ledger'));
  });

  it('exist for hostile and foreign texts', () => {
    const odd = [
      item('a', 'x', ''),
      item('b', '<script>alert(1)</script> patch', '&lt;img onerror=1&gt;'),
      item('c', '銀行のデータが流出', '詳細は不明'),
      item('d', 'flood '.repeat(9000), 'flood '.repeat(9000)),
    ];
    for (const score of scored(odd).values()) for (const value of Object.values(score)) expect(Number.isFinite(value)).toBe(true);
  });
});
