import { describe, expect, it } from 'vitest';
import { isSigned, sha256Of, shortKey, signIndex } from '../../lib/signals/signal-feed-key';
import type { SignalFeedIndex } from '../../lib/signals/signal-feed-read';
import { INDEX } from '../fixtures/signal-feed';

const pair = async () => (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
const index = INDEX as unknown as SignalFeedIndex;

describe('the signature of an index', () => {
  it('holds for the index that was signed, also after a way through JSON', async () => {
    const signed = await signIndex(index, await pair());
    expect(await isSigned(signed)).toBe(true);
    expect(await isSigned(JSON.parse(JSON.stringify(signed)))).toBe(true);
  });

  it.each<[string, (signed: SignalFeedIndex) => SignalFeedIndex]>([
    ['another publisher', (signed) => ({ ...signed, publisher: 'Another' })],
    ['another moment', (signed) => ({ ...signed, generatedAt: '2027-01-01T00:00:00Z' })],
    ['a shard less', (signed) => ({ ...signed, shards: signed.shards.slice(1) })],
    ['shards in another order', (signed) => ({ ...signed, shards: signed.shards.toReversed() })],
    ['another hash', (signed) => ({ ...signed, shards: signed.shards.map((shard) => ({ ...shard, sha256: 'f'.repeat(64) })) })],
    ['another name', (signed) => ({ ...signed, shards: signed.shards.map((shard) => ({ ...shard, name: 'x.json' })) })],
    ['another size', (signed) => ({ ...signed, shards: signed.shards.map((shard) => ({ ...shard, bytes: shard.bytes + 1 })) })],
    ['another key', (signed) => ({ ...signed, key: `${signed.key![0] === 'A' ? 'B' : 'A'}${signed.key!.slice(1)}` })],
    ['a key that is none', (signed) => ({ ...signed, key: '_'.repeat(43) })],
    ['a signature that is none', (signed) => ({ ...signed, signature: 'A'.repeat(86) })],
    ['no signature', ({ signature: _, ...signed }) => signed],
  ])('does not hold for %s', async (_, change) => {
    expect(await isSigned(change(await signIndex(index, await pair())))).toBe(false);
  });

  it('of another key than the one named does not hold', async () => {
    const [one, other] = [await signIndex(index, await pair()), await signIndex(index, await pair())];
    expect(await isSigned({ ...one, signature: other.signature! })).toBe(false);
  });
});

it('a file’s hash is that which everyone else computes', async () => {
  expect(await sha256Of(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('a key is compared in fours', () => {
  expect(shortKey('abcdefghijklmnopqrstuvwxyz')).toBe('abcd efgh ijkl mnop');
});
