import { readFileSync, writeFileSync } from 'node:fs';
import { toBase64Url } from '../../lib/signals/signal-feed-key';

/** A publisher's Ed25519 key pair. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The public key as the index names it, base64url. */
  readonly name: string;
}

/** Makes a key and writes it, for its owner's eyes only. @throws where the file is there already: a lost key is lost. */
export async function writeNewKey(path: string): Promise<string> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
  writeFileSync(path, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });
  return toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
}

/** @throws where the file holds no Ed25519 key (JWK). */
export async function readKey(path: string): Promise<SigningKey> {
  const jwk = JSON.parse(readFileSync(path, 'utf8')) as JsonWebKey;
  const { d: _, ...open } = jwk;
  const privateKey = await crypto.subtle.importKey('jwk', { ...jwk, key_ops: ['sign'] }, 'Ed25519', false, ['sign']);
  const publicKey = await crypto.subtle.importKey('jwk', { ...open, key_ops: ['verify'] }, 'Ed25519', true, ['verify']);
  return { privateKey, publicKey, name: jwk.x ?? '' };
}
