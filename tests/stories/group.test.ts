import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { addToShelf, buildStories } from '../../lib/stories/build';
import { groupArticles } from '../../lib/stories/group';
import { keysOf, MOST_KEYS } from '../../lib/stories/keys';
import { isFirmlyHeld, matchArticle } from '../../lib/stories/match';
import { MemoryShelf, WINDOW } from '../../lib/stories/shelf';
import type { Story } from '../../lib/stories/story';
import { type Item, type Label, readLines, streamOf } from '../../scripts/evaluate/items';
import { movedByOrder, shippedModel } from '../../scripts/evaluate/stories';

const lines = readLines<Item & Label>(new URL('../fixtures/stories-small.jsonl', import.meta.url));
const stream = streamOf('own words', lines, lines);
const model = shippedModel();
const storyOfLabel = (label: string): readonly Article[] => stream.articles.filter((_, i) => stream.labels[i]!.story === label);
const togetherIn = (stories: readonly Story[], articles: readonly Article[]): number =>
  new Set(articles.map(({ id }) => stories.find((story) => story.articles.includes(id))!.id)).size;

describe('stories from nothing', () => {
  const stories = buildStories(stream.articles, model, Infinity);

  it('holds every article in exactly one story', () => {
    const held = stories.flatMap((story) => story.articles);
    expect([...held].sort()).toEqual(stream.articles.map(({ id }) => id).sort());
  });

  it.each([
    ['nordhafen-port', 'a saga of nine days'],
    ['veltrix-cve', 'a flaw, its patch, its exploitation and the order to patch'],
    ['castellan-fine', 'a fine and what followed'],
  ])('keeps %s together: %s', (label) => {
    expect(togetherIn(stories, storyOfLabel(label))).toBe(1);
  });

  it('keeps another flaw of the same vendor apart', () => {
    const one = stories.find((story) => story.articles.includes(storyOfLabel('veltrix-cve')[0]!.id))!;
    for (const { id } of storyOfLabel('veltrix-other')) expect(one.articles).not.toContain(id);
  });

  it.each(['Weekly recap', 'In other news', 'Podcast', 'Live updates'])('leaves "%s" alone', (start) => {
    const article = stream.articles.find(({ title }) => title.startsWith(start))!;
    expect(stories.find((story) => story.articles.includes(article.id))!.articles).toEqual([article.id]);
  });

  it('says what brought articles together, strongest first', () => {
    const story = stories.find(({ articles }) => articles.includes(storyOfLabel('veltrix-cve')[0]!.id))!;
    expect(story.ties.length).toBe(story.articles.length - 1);
    expect(story.ties[0]!.shared).toContain('CVE-2031-40411');
    const certainties = story.ties.map(({ certainty }) => certainty);
    expect([...certainties].sort((a, b) => b - a)).toEqual(certainties);
    expect(story.cohesion).toBeGreaterThan(0.5);
  });

  it('gives the same stories in any order of arrival within a day', () => {
    expect(movedByOrder(stream, model)).toBeLessThanOrEqual(0.02);
  });
});

describe('the identity of a story', () => {
  const [first, second, third] = storyOfLabel('nordhafen-port') as [Article, Article, Article];

  it('is kept when a later report joins', () => {
    const shelf = new MemoryShelf(model);
    addToShelf(shelf, [first], model, first.published);
    const [opened] = shelf.allStories();
    addToShelf(shelf, [second], model, second.published);
    expect(shelf.allStories().map(({ id, articles }) => ({ id, articles }))).toEqual([
      { id: opened!.id, articles: [first.id, second.id] },
    ]);
  });

  it('is that of the oldest when two come together, which names the other', () => {
    const alone = (article: Article, id: string): Story => ({
      id,
      title: article.title,
      articles: [article.id],
      absorbed: [],
      opened: article.published,
      updated: article.published,
      cohesion: 1,
      ties: [],
    });
    const around = { articles: [first, second], stories: [alone(second, 'younger'), alone(first, 'older')] };
    const grouping = groupArticles([third], around, model, third.published);
    expect(grouping.gone).toEqual(['younger']);
    expect(grouping.stories).toHaveLength(1);
    expect(grouping.stories[0]).toMatchObject({ id: 'older', absorbed: ['younger'], articles: [first.id, second.id, third.id] });
    expect(grouping.of.get(second.id)).toBe('older');
  });

  it('stays with the larger part when a story is split', () => {
    const stranger = stream.articles.find(({ title }) => title.startsWith('How to choose'))!;
    const mixed: Story = {
      id: 'mixed',
      title: first.title,
      articles: [first.id, second.id, stranger.id],
      absorbed: [],
      opened: first.published,
      updated: stranger.published,
      cohesion: 1,
      ties: [],
    };
    const grouping = groupArticles([third], { articles: [first, second, stranger], stories: [mixed] }, model, third.published);
    expect(grouping.of.get(first.id)).toBe('mixed');
    expect(grouping.of.get(stranger.id)).not.toBe('mixed');
  });

  it('is not lost with members that were not loaded', () => {
    const long: Story = {
      id: 'long',
      title: first.title,
      articles: ['unloaded', first.id],
      absorbed: [],
      opened: first.published - 1,
      updated: first.published,
      cohesion: 1,
      ties: [],
    };
    const grouping = groupArticles([second], { articles: [first], stories: [long] }, model, second.published);
    expect(grouping.stories[0]!.articles).toEqual(['unloaded', first.id, second.id]);
    expect(grouping.stories[0]!.opened).toBe(long.opened);
  });
});

describe('keys', () => {
  it('are few, and shared by reports on one story', () => {
    const [one, other] = storyOfLabel('pollen-botnet').map((article) => keysOf(article, model));
    expect(one!.length).toBeLessThanOrEqual(MOST_KEYS);
    expect(one!.filter((key) => other!.includes(key))).toContain('pollen');
  });
});

describe('a page that is in no feed', () => {
  const page = storyOfLabel('castellan-fine')[2]!;
  const stored = stream.articles.filter((article) => article !== page);
  const shelf = new MemoryShelf(model);
  shelf.keep(stored, buildStories(stored, model, Infinity), []);
  const around = (article: Article) =>
    shelf.neighbours([keysOf(article, model)], article.published - WINDOW, article.published + WINDOW);

  it('finds its story', () => {
    const match = matchArticle(page, around(page), model);
    expect(match?.story.articles).toContain(storyOfLabel('castellan-fine')[0]!.id);
    expect(match?.shared).toContain('Castellan');
  });

  it.each([
    [
      'another bank, another fine',
      'Regulator fines Harrowgate Bank £4m over call recordings',
      'Harrowgate Bank kept recordings of calls for too long, the regulator said.',
    ],
    ['a round-up that names the story', 'Weekly recap: Castellan Bank fined £17m', 'Castellan Bank was fined £17m.'],
    ['nothing to go by', '', ''],
  ])('gets no answer for %s', (_, title, summary) => {
    const other: Article = { ...page, id: 'other', title, summary };
    expect(matchArticle(other, around(other), model)).toBeNull();
  });
});

describe('an article in its story', () => {
  const [first, ...others] = storyOfLabel('nordhafen-port');

  it('is held firmly by reports that tell the same, and alone', () => {
    expect(isFirmlyHeld(first!, others, model)).toBe(true);
    expect(isFirmlyHeld(first!, [], model)).toBe(true);
  });

  it('is not held by reports of another matter: its page gets no badge', () => {
    expect(isFirmlyHeld(first!, storyOfLabel('castellan-fine'), model)).toBe(false);
  });
});

it('survives hostile text in linear time', () => {
  const hostile = ['a'.repeat(300), '9.'.repeat(150), 'A-'.repeat(150), "x'".repeat(150), '\ud800'.repeat(300), '漢'.repeat(300)];
  const articles = hostile.map(
    (title, i): Article => ({
      ...stream.articles[0]!,
      id: `hostile-${i}`,
      title,
      summary: title.repeat(3),
      text: title.repeat(20),
    }),
  );
  const start = performance.now();
  const stories = buildStories(articles, model, Infinity);
  expect(stories.flatMap((story) => story.articles)).toHaveLength(hostile.length);
  expect(performance.now() - start).toBeLessThan(5_000);
});
