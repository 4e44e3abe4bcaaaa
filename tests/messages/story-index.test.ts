import { describe, expect, it } from 'vitest';
import type { StoryLine } from '../../lib/messages/protocol';
import { type StoryFilter, StoryIndex } from '../../lib/messages/story-index';

const line = (id: string, more: Partial<StoryLine> = {}): StoryLine => ({
  id,
  title: `Title ${id}`,
  updated: 100,
  opened: 50,
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
const index = () => {
  const made = new StoryIndex((id) => (id === 'cisa-gov' ? 'CISA' : id));
  made.add([
    line('port', {
      title: 'Norvík port stops cranes',
      n: 4,
      impact: 7.6,
      tier: -2,
      entities: ['KranTec'],
      sources: ['cisa-gov'],
    }),
    line('court', { title: 'Court fines a parking app', updated: 300, impact: 4, unread: false, topics: ['data breach'] }),
    line('patch', { title: 'Patch for a router', updated: 200, impact: 7.6, n: 2, tier: 1, followed: true, opened: 80 }),
  ]);
  return made;
};

describe('the list', () => {
  it('is ordered by impact, then by freshness', () =>
    expect(
      index()
        .find({}, 'impact')
        .map(({ id }) => id),
    ).toEqual(['patch', 'port', 'court']));
  it('or newest first', () =>
    expect(
      index()
        .find({}, 'fresh')
        .map(({ id }) => id),
    ).toEqual(['court', 'patch', 'port']));

  it.each<[string, StoryFilter, readonly string[]]>([
    ['a word of the title, without accents', { query: 'norvik' }, ['port']],
    ['words in any order', { query: 'cranes PORT' }, ['port']],
    ['parts of words', { query: 'park' }, ['court']],
    ['the name of a source, not its id', { query: 'cisa' }, ['port']],
    ['a name', { query: 'krantec' }, ['port']],
    ['a topic', { query: 'data breach' }, ['court']],
    ['every word, not any', { query: 'port fines' }, []],
    ['the least N', { n: 2 }, ['patch', 'port']],
    ['impact as it is shown', { impact: 8 }, ['patch', 'port']],
    ['sentiment', { tier: -2 }, ['port']],
    ['a name by itself', { entity: 'krantec' }, ['port']],
    ['a source', { source: 'cisa-gov' }, ['port']],
    ['a period', { from: 60, until: 81 }, ['patch']],
    ['unread', { unread: true }, ['patch', 'port']],
    ['followed', { followed: true }, ['patch']],
    ['several at once', { n: 2, tier: 1 }, ['patch']],
    ['nothing but spaces narrows nothing', { query: '  ' }, ['patch', 'port', 'court']],
  ])('is narrowed by %s', (_, filter, ids) =>
    expect(
      index()
        .find(filter, 'impact')
        .map(({ id }) => id),
    ).toEqual(ids),
  );

  it('takes the newest line of a story', () => {
    const made = index();
    made.add([line('court', { title: 'Court lets a parking app go', impact: 9 })]);
    expect(made.size).toBe(3);
    expect(made.find({}, 'impact')[0]?.title).toBe('Court lets a parking app go');
    expect(made.find({ query: 'fines' }, 'impact')).toEqual([]);
  });

  it('offers the names that most stories mention', () => {
    const made = index();
    made.add([line('x', { entities: ['Osk', 'KranTec'] })]);
    expect(made.names(5)).toEqual(['KranTec', 'Osk']);
  });

  it('finds among 5,000 stories within the time of a key stroke', () => {
    const made = new StoryIndex();
    const words = ['harbour', 'crane', 'ransomware', 'court', 'patch', 'router', 'budget', 'leak'];
    made.add(
      Array.from({ length: 5000 }, (_, n) =>
        line(`s${n}`, {
          title: Array.from({ length: 12 }, (_, at) => words[(n * 7 + at * 3) % words.length]).join(' '),
          impact: n % 10,
          entities: [`Name ${n % 400}`],
        }),
      ),
    );
    made.find({}, 'impact');
    const before = performance.now();
    for (const query of ['r', 'ra', 'ran', 'rans', 'ranso']) made.find({ query }, 'impact');
    // Five key strokes; the limit is 50 ms each on a reader's machine, and this one is shared.
    expect(performance.now() - before).toBeLessThan(500);
  });
});
