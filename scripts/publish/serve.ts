import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Caches ask again after a minute, and may answer with what they have for five while they do. */
export const INDEX_CACHING = 'public, max-age=60, stale-while-revalidate=300';
/** A shard's name never holds other bytes. */
export const SHARD_CACHING = 'public, max-age=31536000, immutable';

/** Nothing else is served: no path of a request ever reaches the disk as it came. */
const PATHS = /^\/(?:index\.json|shards\/[A-Za-z0-9][A-Za-z0-9._-]{0,119}\.json)$/;
/** Files kept ready, compressed. */
const MOST_READY = 600;

interface Ready {
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  /** Tells a file that was replaced from the one that was read. */
  readonly stamp: string;
}

/** Serves a published folder on this machine: behind a proxy or a CDN, or for a try. */
export async function serve(folder: string, port: number): Promise<{ server: Server; port: number }> {
  const answer = answers(folder);
  const server = createServer(answer);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return { server, port: (server.address() as AddressInfo).port };
}

/** The handler of `serve`, for a server of one's own. */
export function answers(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const ready = new Map<string, Ready>();
  const read = (path: string): Ready | null => {
    try {
      const file = join(folder, path);
      const { mtimeMs, size, ino } = statSync(file);
      const stamp = `${mtimeMs} ${size} ${ino}`;
      const known = ready.get(path);
      if (known?.stamp === stamp) return known;
      const plain = readFileSync(file);
      const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
      const made = { etag, plain, gzip: gzipSync(plain, { level: 9 }), stamp };
      if (ready.size >= MOST_READY) ready.clear();
      ready.set(path, made);
      return made;
    } catch {
      return null;
    }
  };

  return (request, response) => {
    const path = (request.url ?? '').split('?')[0]!;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const found = isRead && PATHS.test(path) ? read(path) : null;
    // Any reader may read it, and no cookie goes with it; the header spares extensions a permission.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('x-content-type-options', 'nosniff');
    if (!found) {
      response.writeHead(isRead ? 404 : 405, { 'cache-control': 'no-store', ...(!isRead && { allow: 'GET, HEAD' }) }).end();
      return;
    }
    const { etag, plain, gzip } = found;
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const body = isPacked ? gzip : plain;
    const headers = {
      'cache-control': path === '/index.json' ? INDEX_CACHING : SHARD_CACHING,
      // Compressed bytes are others than plain ones, but the same content: a weak validator.
      etag: `W/${etag}`,
      vary: 'accept-encoding',
    };
    const asked = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
    if (asked.includes(etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      ...(isPacked && { 'content-encoding': 'gzip' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
