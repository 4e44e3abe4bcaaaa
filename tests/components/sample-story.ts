import type { OverlayState } from '../../lib/messages/protocol';
import type { ArticleBrief, PageReport, StoryView, Verdict } from '../../lib/messages/verdict';
import type { Standing } from '../../lib/signals/signals';

/** Thursday noon, in the sample's week. */
export const NOW = Date.UTC(2026, 1, 26, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const article = (id: string, outlet: string, hoursAgo: number, title: string): ArticleBrief => ({
  id,
  outlet,
  source: outlet.toLowerCase(),
  address: `https://${outlet.toLowerCase().replace(/\W+/g, '')}.example/${id}`,
  title,
  published: NOW - hoursAgo * HOUR,
  language: 'en',
});

/** A story in our own words that has one of everything: own reporting, an agency with copies, a repeater, an authority, a party. */
export const view: StoryView = {
  story: {
    id: 's1',
    title: 'Harbour authority orders ports to unplug crane controllers after break-in at Norvik',
    articles: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'],
    absorbed: [],
    opened: NOW - 52 * HOUR,
    updated: NOW - 2 * HOUR,
    cohesion: 0.86,
    ties: [],
  },
  articles: [
    article('a1', 'The Quayside', 52, 'Norvik port stops cranes after intruders reach their controllers'),
    article('a2', 'Nordwire', 48, 'Port of Norvik halts unloading after computer break-in'),
    article('a3', 'Evening Ledger', 47, 'Port of Norvik halts unloading after computer break-in'),
    article('a4', 'Daily Compass', 46, 'Norvik port: unloading halted after computer break-in'),
    article('a5', 'Relay Blog', 40, 'Cranes in Norvik stood still, The Quayside reports'),
    article('a6', 'Harbour Authority', 20, 'Directive 7: disconnect crane controllers of the K-series'),
    article('a7', 'KranTec', 18, 'KranTec statement on the events in Norvik'),
    article('a8', 'Signal Desk', 2, 'How the intruders came in: a service account that nobody had closed'),
  ],
  signals: {
    origins: {
      a1: { kind: 'own', key: 'newsroom:quayside', certainty: 0.9, evidence: [{ key: 'sample', quote: 'told The Quayside' }] },
      a2: { kind: 'own', key: 'wire:nordwire', certainty: 0.9, evidence: [{ key: 'sample' }] },
      a3: {
        kind: 'wire',
        name: 'Nordwire',
        key: 'wire:nordwire',
        certainty: 1,
        evidence: [{ key: 'sample', quote: '(Nordwire)' }],
      },
      a4: { kind: 'wire', name: 'Nordwire', key: 'wire:nordwire', certainty: 0.8, evidence: [{ key: 'sample' }], restsOn: 'a2' },
      a5: {
        kind: 'cites',
        name: 'The Quayside',
        key: 'newsroom:quayside',
        certainty: 0.95,
        evidence: [{ key: 'sample', quote: 'as The Quayside first reported', article: 'a5' }],
        restsOn: 'a1',
      },
      a6: { kind: 'primary', key: 'primary:harbour', certainty: 1, evidence: [{ key: 'sample' }] },
      a7: { kind: 'pr', name: 'KranTec', key: 'pr', certainty: 1, evidence: [{ key: 'sample' }] },
      a8: { kind: 'own', key: 'newsroom:signal-desk', certainty: 0.7, evidence: [{ key: 'sample' }] },
    },
    verified: {
      n: 4,
      standing: 'verified',
      independent: [
        { key: 'newsroom:quayside', name: 'The Quayside', kind: 'own', articles: ['a1', 'a5'] },
        { key: 'wire:nordwire', name: 'Nordwire', kind: 'wire', articles: ['a2', 'a3', 'a4'] },
        { key: 'primary:harbour', name: 'Harbour Authority', kind: 'primary', articles: ['a6'] },
        { key: 'newsroom:signal-desk', name: 'Signal Desk', kind: 'own', articles: ['a8'] },
      ],
      uncounted: [{ key: 'pr', name: 'KranTec', kind: 'pr', articles: ['a7'] }],
      unconfirmed: [],
    },
    impact: {
      score: 7.6,
      regulatory: 8.2,
      financial: 4,
      operational: 9,
      reasons: [
        { key: 'sample', values: { part: 'regulatory' }, quote: 'orders every port to disconnect', article: 'a6' },
        { key: 'sample', values: { part: 'operational' }, quote: 'cranes stood still for nine hours', article: 'a1' },
      ],
    },
    sentiment: { tier: -2, certainty: 0.8, reasons: [{ key: 'sample', quote: 'stood still', article: 'a1' }] },
    confidence: { level: 'high', reasons: [{ key: 'sample' }] },
    timeline: {
      events: [
        {
          at: NOW - 60 * HOUR,
          precision: 'day',
          title: 'Intruders reach the controllers of six cranes in Norvik.',
          article: 'a1',
          articles: ['a1', 'a5'],
          dateWords: 'on Tuesday',
        },
        {
          at: NOW - 48 * HOUR,
          precision: 'minute',
          title: 'The port halts unloading.',
          article: 'a2',
          articles: ['a2', 'a3', 'a4'],
        },
        {
          at: NOW - 20 * HOUR,
          precision: 'day',
          title: 'The Harbour Authority orders ports to disconnect controllers of the K-series.',
          article: 'a6',
          articles: ['a6'],
        },
      ],
      coming: [
        {
          at: NOW + 4 * DAY,
          precision: 'day',
          title: 'Ports must report that they have complied.',
          article: 'a6',
          articles: ['a6', 'a8'],
          dateWords: 'by 2 March',
        },
      ],
    },
    sections: { takeaways: [], mentioned: [], facts: [], affected: [], analysis: [], watch: [], coverage: [] },
  },
};

/** The page in front of the reader: one that prints the agency's text. */
export const page: PageReport = {
  origin: {
    kind: 'wire',
    name: 'Nordwire',
    key: 'wire:nordwire',
    certainty: 1,
    evidence: [{ key: 'sample', quote: '(Nordwire)' }],
  },
  article: 'a3',
  matched: 'address',
  certainty: 1,
};

/** The same story, standing otherwise. */
export function standing(how: Standing, n: number): StoryView {
  const { verified } = view.signals;
  return {
    ...view,
    signals: {
      ...view.signals,
      impact: { ...view.signals.impact, score: how === 'verified' ? 8 : 5 },
      verified: {
        ...verified,
        n,
        standing: how,
        independent: how === 'party-statement' ? verified.uncounted : verified.independent.slice(0, n),
        uncounted: [],
        unconfirmed: how === 'unconfirmed' ? [{ key: 'sample', quote: 'people who asked not to be named' }] : [],
      },
    },
  };
}

export const storyVerdict = (shown: StoryView = view, staleSince: number | null = null): Verdict => ({
  is: 'story',
  standing: shown.signals.verified.standing,
  view: shown,
  page,
  staleSince,
});

export const overlayState = (verdict: Verdict = storyVerdict()): OverlayState => ({
  verdict,
  place: 'headline',
  catalogue: null,
});
