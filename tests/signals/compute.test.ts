import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../lib/articles/article';
import { articleFromItem } from '../../lib/articles/article-from-item';
import { computeSignals, type SignalWorld } from '../../lib/signals/compute';
import type { Signals } from '../../lib/signals/signals';
import { parseFeed } from '../../lib/sources/feed';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source } from '../../lib/sources/source';
import { calendar } from '../../scripts/demo/calendar';
import { feedOf } from '../../scripts/demo/feeds';
import { ALL_OUTLETS, OUTLETS } from '../../scripts/demo/outlets';
import { type DemoStory, EXPECTED, reports } from '../../scripts/demo/reports';
import { registry as shipped, signalWorld } from '../../scripts/world';
import { source } from './article';

/** A Monday: the demo's deadline is the Friday after. */
const NOW = Date.UTC(2026, 10, 23, 20);
const SOURCES: readonly Source[] = ALL_OUTLETS.map(({ host, name, kind }) =>
  source(`own:${host}/1`, name, host, { newsroom: host, kind }),
);
const REGISTRY = makeRegistry([...shipped.all, ...SOURCES]);
const REPORTS = reports(calendar(NOW));
let world: SignalWorld;

beforeAll(() => {
  world = { ...signalWorld(), registry: REGISTRY };
});

/** The articles that the feeds of the demo newsroom give for a story. */
function articlesOf(name: DemoStory): { article: Article; origin: string }[] {
  return REPORTS.filter(({ story }) => story === name)
    .map((report) => {
      const outlet = OUTLETS[report.outlet];
      const reading = parseFeed(feedOf(outlet, [report]), null, `https://${outlet.host}/feed`);
      if (!reading.ok) throw new Error(reading.why);
      const article = articleFromItem(reading.feed.items[0]!, REGISTRY.byHost(outlet.host)!, NOW, REGISTRY)!;
      return { article, origin: report.origin };
    })
    .sort((a, b) => a.article.published - b.article.published);
}

function signalsOf(name: DemoStory): { signals: Signals; told: ReturnType<typeof articlesOf> } {
  const told = articlesOf(name);
  const articles = told.map(({ article }) => article);
  const story = {
    id: name,
    title: articles[0]!.title,
    articles: articles.map(({ id }) => id),
    absorbed: [],
    opened: articles[0]!.published,
    updated: articles.at(-1)!.published,
    cohesion: 0.9,
    ties: [],
  };
  return { signals: computeSignals(story, articles, world, NOW), told };
}

describe('the demo newsroom', () => {
  it.each(Object.keys(EXPECTED) as DemoStory[])('is counted as by hand: %s', (name) => {
    const { signals, told } = signalsOf(name);
    expect({ n: signals.verified.n, standing: signals.verified.standing }).toEqual({
      n: EXPECTED[name].n,
      standing: EXPECTED[name].standing,
    });
    for (const { article, origin } of told) {
      const found = signals.origins[article.id]!;
      expect(found.kind, `${article.outlet}: ${article.title}`).toBe(origin);
    }
  });

  it('tells the reference story in order: talks, agreement, ultimatum, and one deadline ahead', () => {
    const { events, coming } = signalsOf('standoff').signals.timeline;
    const find = (pattern: RegExp) => events.findIndex(({ title }) => pattern.test(title));
    const order = [find(/open talks/), find(/xAI agreement/), find(/Hegseth/)];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBe(0);
    expect(coming).toHaveLength(1);
    expect(coming[0]).toMatchObject({ at: calendar(NOW).deadline, precision: 'minute' });
    expect(coming[0]!.dateWords).toContain('5 p.m. ET on Friday');
  });

  it.each([
    ['the deadline', /5 p\.m\. ET on Friday/],
    ['the refusal', /refused.*autonomous weapon targeting and domestic surveillance/],
    ['the threat of the law', /invoke the Defense Production Act/],
    ['the deal that ended an exclusive place', /xAI.*classified networks.*only provider/],
    ['the label that shuts out of contracts', /supply-chain risk.*federal contracts/],
  ])('tells %s of the reference story among its key facts', (_, fact) => {
    const { facts } = signalsOf('standoff').signals.sections;
    expect(facts.filter(({ text }) => fact.test(text))).toHaveLength(1);
  });

  it('says whom the claim of a crew concerns', () => {
    const { mentioned, affected } = signalsOf('freight').signals.sections;
    expect(mentioned.map(({ name }) => name)).toContain('Calder Freight');
    expect(affected.map(({ name, direction }) => `${name} ${direction}`)).toEqual(['Calder Freight harmed']);
  });

  it('is the same whatever the order of the articles', () => {
    const articles = articlesOf('standoff').map(({ article }) => article);
    const story = {
      id: 's',
      title: 't',
      articles: articles.map(({ id }) => id),
      absorbed: [],
      opened: 0,
      updated: 0,
      cohesion: 1,
      ties: [],
    };
    const shuffled = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(computeSignals(story, shuffled, world, NOW)).toEqual(computeSignals(story, articles, world, NOW));
  });
});
