import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageReading } from '../../lib/articles/article';
import { BEATS } from '../../lib/beats/beats';
import { verdictOf } from '../../lib/messages/page-verdict';
import { groupInbox } from '../../lib/refresh';
import { makeRegistry } from '../../lib/sources/registry';
import { defaultSettings } from '../../lib/store/settings';
import { Store } from '../../lib/store/store';
import { article, source } from '../signals/article';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const beat = BEATS[0]!;
const registry = makeRegistry([
  source('harbor', 'Harbor Ledger', 'harborledger.example'),
  source('meridian', 'Meridian Post', 'meridianpost.example'),
]);

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** A story of two reports that their feeds show as each newsroom's own; asks for the verdict of the second one's page. */
async function reader(name: string) {
  const store = new Store(name);
  stores.push(store);
  await store.acceptArticles([
    article({
      id: 'h',
      host: 'harborledger.example',
      path: 'osk',
      title: 'Velvet Crab gang paralyses the port of Osk',
      summary: 'Ships wait outside Osk since Velvet Crab locked the cranes of its port on Monday.',
      published: NOW - 3 * HOUR,
    }),
    article({
      id: 'm',
      host: 'meridianpost.example',
      path: 'osk',
      title: 'Dockers sent home as ransomware by Velvet Crab halts Osk’s port',
      summary: 'Nobody works at the terminals of Osk; the port’s master speaks of extortion by Velvet Crab.',
      published: NOW - 2 * HOUR,
    }),
  ]);
  await groupInbox(
    { store, grouping: beat.grouping, signals: { registry, signalModel: beat.signals, lexicon: beat.lexicon } },
    NOW,
  );
  const [own] = (await store.allArticles()).filter(({ host }) => host === 'meridianpost.example');
  return (more: Partial<PageReading>) =>
    verdictOf(
      {
        url: own!.address,
        canonical: null,
        title: own!.title,
        authors: [],
        published: new Date(own!.published).toISOString(),
        language: 'en',
        outlet: 'Meridian Post',
        lead: '',
        text: '',
        marks: {},
        ...more,
      } as PageReading,
      { store, registry, grouping: beat.grouping, settings: defaultSettings(), now: NOW },
    );
}

describe('the verdict of a page whose article came by feed', () => {
  it('counts as the feeds do where the page says nothing of its origin', async () => {
    const verdictFor = await reader('page-verdict-own');
    expect(await verdictFor({})).toMatchObject({ is: 'story', standing: 'verified', view: { signals: { verified: { n: 2 } } } });
  });

  it('counts a source less and names it where a byline of the page shows a copy of another’s text', async () => {
    const verdictFor = await reader('page-verdict-copy');
    const verdict = await verdictFor({ authors: ['Harbor Ledger'], text: 'This report first appeared in the Harbor Ledger.' });
    if (verdict.is !== 'story') throw new Error(verdict.is);
    const { origin, article: id } = verdict.page;
    expect(origin.kind).not.toBe('own');
    // What is said of the page and what is said of its report in the story are one thing.
    expect(verdict.view.signals.origins[id!]).toEqual(origin);
    expect(verdict).toMatchObject({ standing: 'single-source', view: { signals: { verified: { n: 1 } } } });
    expect(await verdictFor({})).toMatchObject({ view: { signals: { verified: { n: 2 } } } });
  });

  it('names the agency of a report that its feed shows as own, and counts no more for it', async () => {
    const verdictFor = await reader('page-verdict-agency');
    const verdict = await verdictFor({ authors: ['Associated Press'] });
    if (verdict.is !== 'story') throw new Error(verdict.is);
    expect(verdict.page.origin).toMatchObject({ kind: 'wire', name: 'AP' });
    expect(verdict.view.signals.origins[verdict.page.article!]).toMatchObject({ kind: 'wire', name: 'AP' });
    expect(verdict.view.signals.verified.n).toBe(2);
    expect(verdict.view.signals.verified.independent.map(({ name }) => name)).toContain('AP');
  });
});
