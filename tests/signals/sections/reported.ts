import type { Article } from '../../../lib/articles/article';

import { NOW } from '../../fixtures/sections-reference';

/** An article of an outlet of its own, an hour old. */
export function reported(id: string, parts: Partial<Article>): Article {
  const host = `${id}.example`;
  const address = `https://${host}/news/${id}`;
  return {
    id,
    address,
    addresses: [address],
    source: `host:${host}`,
    outlet: id,
    host,
    title: '',
    summary: '',
    text: '',
    authors: [],
    published: NOW - 3_600_000,
    dated: 'stated',
    seen: NOW,
    language: 'en',
    fingerprint: [],
    marks: {},
    ...parts,
  };
}
