import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedState, newFeedState } from '../../lib/sources/feed-state';
import { type FetchWorld, retryAfter } from '../../lib/sources/fetch-bytes';
import { fetchFeed } from '../../lib/sources/fetch-feed';

const NOW = Date.UTC(2026, 0, 10);
const FEED = '<rss><channel><title>Paper</title><item><title>t</title><link>/a</link></item></channel></rss>';

/** A real server: what a feed does wrong, by its path. */
const seen: IncomingMessage[] = [];
const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/feed': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] === 'Mon, 05 Jan 2026 10:00:00 GMT') {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT' }).end(FEED);
  },
  '/500': (_, response) => response.writeHead(500).end('broken'),
  '/429': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/503': (_, response) => response.writeHead(503, { 'retry-after': 'Sat, 10 Jan 2026 01:00:00 GMT' }).end(),
  '/html': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html></html>'),
  '/empty': (_, response) => response.writeHead(200).end(),
  '/cut': (_, response) => response.writeHead(200).end(FEED.slice(0, -10)),
  '/reset': (_, response) => response.writeHead(200, { 'content-length': '9000' }).write(FEED, () => response.destroy()),
  '/slow': () => {},
  '/drip': (_, response) => void response.writeHead(200).write('<rss>'),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/feed' }).end(),
  '/away': (request, response) =>
    response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/feed` }).end(),
  '/large': (_, response) => response.writeHead(200, { 'content-length': String(60e6) }).end('x'),
  '/endless': (_, response) => {
    response.writeHead(200);
    const chunk = 'x'.repeat(65_536);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
  '/long-etag': (_, response) => response.writeHead(200, { etag: `"${'x'.repeat(2_000)}"` }).end(FEED),
};
const server = createServer((request, response) => {
  seen.push(request);
  answers[request.url ?? '']?.(request, response);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, state: Partial<FeedState> = {}, world: Partial<FetchWorld> = {}) =>
  fetchFeed(base + path, { ...newFeedState(base + path, 'paper'), ...state }, { fetch, now: NOW, timeout: 2_000, ...world });

describe('fetchFeed', () => {
  it('brings a new feed with its validators', async () => {
    expect(await get('/feed')).toMatchObject({
      is: 'new',
      etag: '"v1"',
      lastModified: 'Mon, 05 Jan 2026 10:00:00 GMT',
      finalAddress: `${base}/feed`,
      moved: false,
      feed: { title: 'Paper', items: [{ link: `${base}/a` }] },
    });
  });

  it.each([{ etag: '"v1"' }, { lastModified: 'Mon, 05 Jan 2026 10:00:00 GMT' }])(
    'sends validators back and sees 304: %j',
    async (state) => {
      expect(await get('/feed', state)).toEqual({ is: 'unchanged' });
    },
  );

  it('sends neither cookies nor a referrer', async () => {
    await get('/feed');
    expect(seen.at(-1)?.headers).not.toHaveProperty('cookie');
    expect(seen.at(-1)?.headers).not.toHaveProperty('referer');
  });

  it.each([
    ['/500', { is: 'http', status: 500 }],
    ['/html', { is: 'html-instead' }],
    ['/empty', { is: 'empty' }],
    ['/loop', { is: 'network' }],
    ['/reset', { is: 'network' }],
    ['/large', { is: 'too-large' }],
    ['/endless', { is: 'too-large' }],
  ])('says why %s failed', async (path, why) => expect(await get(path)).toEqual({ is: 'failed', why }));

  it.each(['/slow', '/drip'])('gives up on %s', async (path) => {
    expect(await get(path, {}, { timeout: 100 })).toEqual({ is: 'failed', why: { is: 'timeout' } });
  });

  it.each([
    ['/429', NOW + 120_000],
    ['/503', NOW + 3_600_000],
  ])('tells when %s wants to be asked again', async (path, at) => expect(await get(path)).toMatchObject({ retryAfter: at }));

  it('keeps what is whole of a feed that is cut', async () => {
    expect(await get('/cut')).toMatchObject({ is: 'new', feed: { items: [{ title: 't' }], problems: ['truncated'] } });
  });

  it('follows a redirect, and tells when it leads to another host', async () => {
    expect(await get('/moved')).toMatchObject({ is: 'new', moved: false, finalAddress: `${base}/feed` });
    expect(await get('/away')).toMatchObject({
      is: 'new',
      moved: true,
      finalAddress: `${base.replace('127.0.0.1', 'localhost')}/feed`,
    });
  });

  it('keeps no validator that no server means', async () =>
    expect(await get('/long-etag')).toMatchObject({ is: 'new', etag: null }));

  it('can be cancelled, before and during', async () => {
    const stop = new AbortController();
    const pending = get('/slow', {}, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    expect(await pending).toEqual({ is: 'failed', why: { is: 'cancelled' } });
    expect(await get('/feed', {}, { signal: stop.signal })).toEqual({ is: 'failed', why: { is: 'cancelled' } });
  });

  it.each(['ftp://a.example/', 'file:///etc/passwd', 'nonsense'])('does not fetch %s', async (address) => {
    expect(await fetchFeed(address, newFeedState(address, 'x'), { fetch, now: NOW })).toEqual({
      is: 'failed',
      why: { is: 'bad-address' },
    });
  });

  it('is an outcome also where nobody listens', async () => {
    expect(await fetchFeed('http://127.0.0.1:9/feed', newFeedState('x', 'x'), { fetch, now: NOW })).toEqual({
      is: 'failed',
      why: { is: 'network' },
    });
  });
});

it.each([
  ['60', NOW + 60_000],
  ['Sat, 10 Jan 2026 00:00:30 GMT', NOW + 30_000],
  ['Fri, 09 Jan 2026 00:00:00 GMT', null],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j is read', (header, at) => expect(retryAfter(header, NOW)).toBe(at));
