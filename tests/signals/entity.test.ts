import { describe, expect, it } from 'vitest';
import { entityOf, mentionOf } from '../../lib/signals/entity';
import type { Mention, Signals, TimelineEvent } from '../../lib/signals/signals';
import { view } from '../components/sample-story';

const mention = (name: string, more: Partial<Mention> = {}): Mention => ({
  name,
  kind: 'organisation',
  count: 1,
  aliases: [],
  articles: ['a1'],
  ...more,
});
const event = (at: number, title: string): TimelineEvent => ({ at, precision: 'day', title, article: 'a1', articles: ['a1'] });
const signals = (mentioned: readonly Mention[], events: readonly TimelineEvent[] = []): Signals => ({
  ...view.signals,
  timeline: { events, coming: [] },
  sections: { ...view.signals.sections, mentioned },
});
const story = (id: string, at: number) => ({ ...view.story, id, title: `Story ${id}`, opened: at, updated: at });
const found = (id: string, at: number, as: Mention, events: readonly TimelineEvent[] = []) => ({
  story: story(id, at),
  signals: signals([as], events),
  mention: as,
});

describe('a name in a story', () => {
  const told = signals([mention('Port of Norvík', { aliases: ['Norvik Port'] }), mention('KranTec')]);
  it.each([
    ['under its form', 'KranTec', 'KranTec'],
    ['whatever its case and accents', 'port of norvik', 'Port of Norvík'],
    ['under another form', 'Norvik Port', 'Port of Norvík'],
    ['and not where it is only part of one', 'Norvik', undefined],
  ])('is found %s', (_, name, is) => expect(mentionOf(name, told)?.name).toBe(is));
});

describe('a name over all stories', () => {
  it('is null without any', () => expect(entityOf([])).toBeNull());

  it('goes by its most frequent form and kind, its stories newest first', () => {
    const entity = entityOf([
      found('old', 1, mention('KranTec', { aliases: ['KT'] })),
      found('new', 3, mention('KranTec AG', { kind: 'product' })),
      found('mid', 2, mention('KranTec')),
    ]);
    expect(entity).toMatchObject({ name: 'KranTec', kind: 'organisation', stories: ['new', 'mid', 'old'] });
    expect(entity?.aliases).toEqual(['KT', 'KranTec AG'].sort());
  });

  it('has the events that name it, and a story’s title where none does', () => {
    const entity = entityOf([
      found('a', 10, mention('KranTec'), [event(4, 'KRANTEC recalls controllers'), event(5, 'The port halts')]),
      found('b', 20, mention('KranTec'), [event(6, 'Cranes stand still')]),
    ]);
    expect(entity?.events.map(({ title, story: of }) => [title, of])).toEqual([
      ['Story b', 'b'],
      ['KRANTEC recalls controllers', 'a'],
    ]);
  });
});
