import type { SourceKind } from '../../lib/sources/source';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';
/** What a page tells machines about itself, as it varies in the wild. */
export type Markup = 'json-ld' | 'json-ld-graph' | 'open-graph' | 'microdata';
/** How an outlet's pages look (scripts/demo/looks.ts). */
export type Look = 'broadsheet' | 'modern' | 'trade' | 'wire' | 'local' | 'dark' | 'company' | 'office';

/**
 * A publisher of the demo newsroom. All are invented, at host names that are reserved for examples (RFC 2606): no real
 * outlet, party or authority is made to say what it did not. The reader's extension learns of them as of any other
 * source: by importing the newsroom's OPML.
 */
export interface DemoOutlet {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  /** Stated in the OPML (`secondSourceKind`); without it an import takes a feed for an outlet. */
  readonly kind: SourceKind;
  readonly format: FeedFormat;
  readonly markup: Markup;
  readonly look: Look;
  readonly motto: string;
  readonly sections: readonly string[];
  /** Whether its feed carries whole texts, or only the first sentences. */
  readonly fullText: boolean;
  /** False: an outlet that the reader never subscribed to. */
  readonly subscribed: boolean;
}

const news = ['World', 'Politics', 'Business', 'Technology', 'Opinion'];

export const OUTLETS = {
  harbor: {
    id: 'harbor',
    name: 'Harbor Ledger',
    host: 'harborledger.example',
    kind: 'outlet',
    format: 'rss',
    markup: 'json-ld-graph',
    look: 'broadsheet',
    motto: 'Printed on the waterfront since 1874',
    sections: news,
    fullText: false,
    subscribed: true,
  },
  meridian: {
    id: 'meridian',
    name: 'The Meridian Post',
    host: 'meridianpost.example',
    kind: 'outlet',
    format: 'atom',
    markup: 'json-ld',
    look: 'modern',
    motto: 'News at noon, and after',
    sections: news,
    fullText: false,
    subscribed: true,
  },
  systems: {
    id: 'systems',
    name: 'Defense Systems Review',
    host: 'defensesystemsreview.example',
    kind: 'outlet',
    format: 'json',
    markup: 'open-graph',
    look: 'trade',
    motto: 'Procurement, programs, policy',
    sections: ['Land', 'Air', 'Sea', 'Networks', 'Policy'],
    fullText: true,
    subscribed: true,
  },
  northwire: {
    id: 'northwire',
    name: 'Northwire',
    host: 'northwire.example',
    kind: 'agency',
    format: 'rdf',
    markup: 'microdata',
    look: 'wire',
    motto: 'The news agency of the northern press',
    sections: ['All wires', 'Americas', 'Europe', 'Technology', 'Customers'],
    fullText: true,
    subscribed: true,
  },
  coastal: {
    id: 'coastal',
    name: 'Coastal Tribune',
    host: 'coastaltribune.example',
    kind: 'outlet',
    format: 'rss',
    markup: 'open-graph',
    look: 'local',
    motto: 'The shore, the towns, the harbor',
    sections: ['Local', 'Nation', 'Sports', 'Weather', 'Notices'],
    fullText: true,
    subscribed: true,
  },
  valley: {
    id: 'valley',
    name: 'Valley Courier',
    host: 'www.valleycourier.example',
    kind: 'outlet',
    format: 'atom',
    markup: 'microdata',
    look: 'broadsheet',
    motto: 'Every morning in nine counties',
    sections: ['Counties', 'Nation', 'Farm', 'Schools', 'Letters'],
    fullText: true,
    subscribed: true,
  },
  signal: {
    id: 'signal',
    name: 'Signal Desk',
    host: 'signaldesk.example',
    kind: 'outlet',
    format: 'json',
    markup: 'json-ld',
    look: 'dark',
    motto: 'Security news for people on call',
    sections: ['Breaches', 'Flaws', 'Policy', 'Tools', 'Jobs'],
    fullText: true,
    subscribed: true,
  },
  company: {
    id: 'company',
    name: 'Anthropic',
    host: 'anthropic.example',
    kind: 'party',
    format: 'rss',
    markup: 'json-ld',
    look: 'company',
    motto: 'Statements',
    sections: ['Research', 'Policy', 'Products', 'Statements'],
    fullText: true,
    subscribed: true,
  },
  notices: {
    id: 'notices',
    name: 'Department of Defense Notices',
    host: 'notices.defense.example',
    kind: 'authority',
    format: 'atom',
    markup: 'open-graph',
    look: 'office',
    motto: 'Readouts, agreements and notices',
    sections: ['Readouts', 'Agreements', 'Rules', 'Archive'],
    fullText: true,
    subscribed: true,
  },
  quillon: {
    id: 'quillon',
    name: 'Quillon Systems Newsroom',
    host: 'newsroom.quillon.example',
    kind: 'party',
    format: 'rdf',
    markup: 'json-ld-graph',
    look: 'company',
    motto: 'Press releases',
    sections: ['Products', 'Press releases', 'Investors', 'Contact'],
    fullText: true,
    subscribed: true,
  },
  quiet: {
    id: 'quiet',
    name: 'The Quiet Gazette',
    host: 'quietgazette.example',
    kind: 'outlet',
    format: 'rss',
    markup: 'json-ld',
    look: 'local',
    motto: 'Gardens, kitchens, weekends',
    sections: ['Garden', 'Kitchen', 'Walks', 'About'],
    fullText: false,
    subscribed: false,
  },
} as const satisfies Record<string, DemoOutlet>;

export type OutletId = keyof typeof OUTLETS;
/** In the order of the OPML. */
export const ALL_OUTLETS: readonly DemoOutlet[] = Object.values(OUTLETS);
/** Where an outlet's feed lies. */
export const feedAddress = (outlet: DemoOutlet): string =>
  `https://${outlet.host}/${{ rss: 'feed.xml', rdf: 'index.rdf', atom: 'atom.xml', json: 'feed.json' }[outlet.format]}`;
