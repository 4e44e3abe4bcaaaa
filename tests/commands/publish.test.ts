import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { isSigned } from '../../lib/signals/signal-feed-key';
import { readSignalFeed } from '../../lib/signals/signal-feed-read';
import { run } from '../../scripts/commands/publish';
import { Publisher } from '../../scripts/publish/publisher';
import { readKey } from '../../scripts/publish/signing-key';

const folder = mkdtempSync(join(tmpdir(), 'publish-command-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());

const LIST = '<opml version="2.0"><body><outline xmlUrl="https://harbor.example/feed" text="Harbor"/></body></opml>';
const FEED = `<rss version="2.0"><channel><title>Harbor</title><item><title>Port of Velden halts cranes after ransomware attack</title><link>https://harbor.example/1</link><pubDate>${new Date(Date.now() - 3_600_000).toUTCString()}</pubDate></item></channel></rss>`;
writeFileSync(at('list.opml'), LIST);
writeFileSync(at('nothing.opml'), '<opml/>');
writeFileSync(at('no-key'), '{"kty":"oct"}');
writeFileSync(at('editorial.jsonl'), '{"url":"https://www.harbor.example/1/","author":"Mara Quist","watch":"Friday."}\n');
writeFileSync(at('bad-editorial.jsonl'), '\n{"url":"no address","author":"x"}');

async function said(args: string[]): Promise<{ code: number; words: string }> {
  const words: string[] = [];
  for (const name of ['log', 'error'] as const)
    vi.spyOn(console, name).mockImplementation((...line) => void words.push(line.join(' ')));
  const code = await run(args);
  vi.restoreAllMocks();
  return { code, words: words.join('\n') };
}

describe('publish', () => {
  it.each<[string, string[], RegExp]>([
    ['no folder', ['--sources', at('list.opml')], /--out is missing/],
    ['no such list', ['--out', at('o'), '--sources', at('none.opml')], /none\.opml: no such file/],
    ['an empty list', ['--out', at('o'), '--sources', at('nothing.opml')], /names no feed/],
    ['no such beat', ['--out', at('o'), '--beat', 'knitting'], /no beat is called "knitting"/],
    ['a time that is none', ['--out', at('o'), '--every', 'often'], /--every "often"/],
    ['no time at all', ['--out', at('o'), '--every', '0m'], /--every "0m"/],
    ['no days', ['--out', at('o'), '--days', '0'], /--days/],
    ['a port that is none', ['--out', at('o'), '--serve', '99999'], /--serve "99999"/],
    ['a key that is none', ['--out', at('o'), '--sign', at('no-key')], /holds no Ed25519 key/],
    [
      'editorial that is none',
      ['--out', at('o'), '--editorial', at('bad-editorial.jsonl')],
      /bad-editorial\.jsonl:2: not a line/,
    ],
    ['an unknown option', ['--out', at('o'), '--fast'], /--fast/],
  ])('refuses %s, and says what is wrong', async (_, args, words) => {
    const answer = await said([...args, '--once']);
    expect(answer.code).toBe(2);
    expect(answer.words).toMatch(words);
  });

  it('makes a key for its owner’s eyes, and never over another', async () => {
    const { code, words } = await said(['--new-key', at('key')]);
    expect(code).toBe(0);
    expect(words).toBe(`public key: ${(await readKey(at('key'))).name}`);
    expect(statSync(at('key')).mode & 0o077).toBe(0);
    expect((await said(['--new-key', at('key')])).code).toBe(2);
  });

  it('once reads the feeds, signs, and tells the editors’ words', async () => {
    vi.stubGlobal('fetch', async () => new Response(FEED));
    await said(['--new-key', at('one-key')]);
    const args = ['--out', at('out'), '--sources', at('list.opml'), '--sign', at('one-key')];
    const { code, words } = await said([...args, '--editorial', at('editorial.jsonl'), '--publisher', 'The Desk', '--once']);
    expect(code).toBe(0);
    expect(words).toMatch(/1 of 1 feeds, 1 new articles; told 1 stories/);
    const read = readSignalFeed(readFileSync(at('out/index.json'), 'utf8'));
    expect(read.is === 'index' && (await isSigned(read.index)) && read.index.publisher).toBe('The Desk');
    const shard = readFileSync(at(`out/shards/${read.is === 'index' ? read.index.shards[0]!.name : ''}`), 'utf8');
    expect(JSON.parse(shard)).toMatchObject({ stories: [{ editorial: { author: 'Mara Quist', watch: 'Friday.' } }] });
  });

  it('works alone on its state; a lock that a dead process left holds nobody up', async () => {
    const made = () =>
      new Publisher({
        folder: at('alone'),
        state: at('alone.state'),
        publisher: 'x',
        days: 1,
        feeds: [],
        beat: {} as never,
        editorial: () => new Map(),
        fetch: fetch,
        now: Date.now,
        random: () => 0,
      });
    made().close();
    writeFileSync(at('alone.state/lock'), String(process.ppid));
    expect(made).toThrow(/another publisher/);
    writeFileSync(at('alone.state/lock'), '999999999');
    made().close();
  });
});
