import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAtomic } from '../../scripts/publish/atomic-file';
import { INDEX_CACHING, SHARD_CACHING, serve } from '../../scripts/publish/serve';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
let server: Server;
let port: number;
beforeAll(async () => {
  mkdirSync(join(folder, 'shards'));
  writeFileSync(join(folder, 'index.json'), '{"version":1}');
  writeFileSync(join(folder, 'shards', 'a.json'), '{"stories":[]}');
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, '.index.json.ab.tmp'), '{"half');
  ({ server, port } = await serve(folder, 0));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As sent: fetch would tidy the path up. */
function ask(path: string, headers: IncomingHttpHeaders = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', fail);
    sent.end();
  });
}

describe('the server of a published folder', () => {
  it.each([
    ['/index.json', INDEX_CACHING],
    ['/shards/a.json', SHARD_CACHING],
  ])('lets caches keep %s as long as is right', async (path, caching) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': caching,
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    });
  });

  it('says "unchanged" to who has it, until it is another', async () => {
    const { etag } = (await ask('/index.json')).headers;
    const again = await ask('/index.json', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([304, 0, INDEX_CACHING]);
    writeAtomic(join(folder, 'index.json'), ['{"version":2}']);
    expect((await ask('/index.json', { 'if-none-match': etag })).body.toString()).toBe('{"version":2}');
  });

  it('compresses for who can read it, and answers HEAD without a body', async () => {
    const packed = await ask('/shards/a.json', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe('{"stories":[]}');
    const head = await ask('/shards/a.json', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '14']);
  });

  it.each([
    ['/', 404],
    ['/secret.json', 404],
    ['/.index.json.ab.tmp', 404],
    ['/shards/../secret.json', 404],
    ['/shards/..%2fsecret.json', 404],
    ['//index.json', 404],
    ['/shards/b.json', 404],
    ['/shards/', 404],
  ])('has nothing else: %s', async (path, status) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
  });

  it('takes nothing in', async () => {
    expect((await ask('/index.json', {}, 'POST')).status).toBe(405);
  });
});
