/** The real pages of ../shared/pages, served at their own addresses, with a story planted for each. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { escapeHtml } from '../../lib/sources/feed';
import type { Newsroom } from '../../scripts/demo/newsroom';

const FOLDER = new URL('../../../shared/pages/', import.meta.url);

export interface RealPage {
  readonly file: string;
  readonly url: string;
  readonly title: string;
}

/** Absent on machines without the shared folder: what needs them is skipped. */
export const areHere = existsSync(FOLDER);

/** Pages of as many outlets as possible: the first of each, then the second of each. */
export function realPages(most = Infinity): readonly RealPage[] {
  if (!areHere) return [];
  const all = readFileSync(new URL('index.jsonl', FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RealPage);
  const seen = new Map<string, number>();
  const turn = all.map(({ url }) => {
    const { host } = new URL(url);
    const before = seen.get(host) ?? 0;
    seen.set(host, before + 1);
    return before;
  });
  return all
    .map((page, i) => ({ page, turn: turn[i]! }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ page }) => page)
    .slice(0, most);
}

/**
 * Has the newsroom serve the pages at their addresses, and a feed of each outlet that carries them: the stories go the
 * way of every other story.
 * @param now epoch ms; the reports are an hour old, since what is months old is not kept.
 * @returns the feeds as a reader's list (OPML).
 */
export function serveRealPages(newsroom: Newsroom, pages: readonly RealPage[], now: number): string {
  const byHost = new Map<string, RealPage[]>();
  for (const page of pages) {
    const { host } = new URL(page.url);
    byHost.set(host, [...(byHost.get(host) ?? []), page]);
    newsroom.answer(page.url, (response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(gunzipSync(readFileSync(new URL(page.file, FOLDER))));
    });
  }
  const date = new Date(now - 3_600_000).toUTCString();
  for (const [host, own] of byHost) {
    const items = own.map(
      ({ url, title }) =>
        `<item><title>${escapeHtml(title)}</title><link>${escapeHtml(url)}</link><guid>${escapeHtml(url)}</guid><pubDate>${date}</pubDate></item>`,
    );
    newsroom.answer(feedOf(host), (response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
      response.end(
        `<rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link>${items.join('')}</channel></rss>`,
      );
    });
  }
  const outlines = [...byHost.keys()].map(
    (host) => `<outline type="rss" text="${host}" xmlUrl="${feedOf(host)}" htmlUrl="https://${host}/"/>`,
  );
  return `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
}

const feedOf = (host: string): string => `https://${host}/planted-feed.xml`;
