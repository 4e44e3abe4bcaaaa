import type { Article, Marks } from '../../lib/articles/article';
import { fingerprint } from '../../lib/articles/fingerprint';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source, SourceKind } from '../../lib/sources/source';

/** A source for tests; its newsroom is its id unless said. */
export const source = (id: string, name: string, host: string, more: Partial<Source> & { kind?: SourceKind } = {}): Source => ({
  id,
  name,
  newsroom: id,
  owner: name,
  kind: 'outlet',
  country: 'US',
  language: 'en',
  hosts: [host],
  feeds: [],
  why: 'For tests.',
  ...more,
});

/** Sources of the tests of signals: real agencies by name, invented outlets. */
export const REGISTRY = makeRegistry([
  source('reuters', 'Reuters', 'reuters.com', { kind: 'agency' }),
  source('ap', 'Associated Press', 'apnews.com', { kind: 'agency', aliases: ['AP'] }),
  source('ft', 'Financial Times', 'ft.com', { country: 'GB', aliases: ['FT'] }),
  source('ledger', 'Defense Ledger', 'defense-ledger.example'),
  source('wire-daily', 'Capitol Wire', 'capitol-wire.example'),
  source('cisa', 'CISA', 'cisa.gov', { kind: 'authority' }),
  source('acme', 'Acme Security', 'acme.example', { kind: 'party' }),
  source('points', 'Pointer', 'pointer.example', { kind: 'aggregator' }),
  source('north', 'North Paper', 'north.example', { newsroom: 'twin' }),
  source('south', 'South Paper', 'south.example', { newsroom: 'twin' }),
]);

/** An article for tests: what is not said is plain. */
export function article(more: {
  id: string;
  host?: string;
  title?: string;
  summary?: string;
  text?: string;
  published?: number | string;
  outlet?: string;
  authors?: readonly string[];
  marks?: Marks;
  via?: string;
  path?: string;
  language?: string;
}): Article {
  const { id, host = `${id}.example`, title = `Report ${id}`, summary = '', text = '' } = more;
  const address = `https://${host}/${more.path ?? id}`;
  const published =
    typeof more.published === 'string' ? Date.parse(more.published) : (more.published ?? Date.UTC(2026, 1, 25, 12));
  const known = REGISTRY.byHost(host);
  return {
    id,
    address,
    addresses: [address],
    source: known?.id ?? `host:${host}`,
    outlet: more.outlet ?? known?.name ?? host,
    host,
    title,
    summary,
    text,
    authors: more.authors ?? [],
    published,
    dated: 'stated',
    seen: published,
    language: more.language ?? 'en',
    fingerprint: fingerprint(`${title}\n${text || summary}`),
    marks: more.marks ?? {},
    ...(more.via === undefined ? {} : { via: more.via }),
  };
}
