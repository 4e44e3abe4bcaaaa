import type { SignalFeedIndex } from './signal-feed-read';

/** An Ed25519 public key, 32 bytes as base64url (RFC 8032, RFC 4648). */
export const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

/**
 * What is signed of an index: every field that a reader believes, in an order of its own (signal-feed-index.schema.json).
 * `everyMinutes` is left out: it is a wish that readers keep within limits of their own.
 */
export function signedText(index: Omit<SignalFeedIndex, 'signature'>): string {
  const shards = index.shards.map(({ day, name, until, bytes, sha256 }) => [day, name, until, bytes, sha256]);
  return JSON.stringify(['second-source-index', index.version, index.publisher, index.generatedAt, index.key ?? '', shards]);
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Whether the index is signed by the key that it names. A signature says who wrote it, not that it is true. */
export async function isSigned(index: SignalFeedIndex): Promise<boolean> {
  const { key, signature } = index;
  if (key === undefined || signature === undefined) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', fromBase64Url(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, fromBase64Url(signature), bytesOf(signedText(index)));
  } catch {
    // Not a point of the curve; or a browser without Ed25519, which then believes no signature.
    return false;
  }
}

/** The index with its publisher's key and signature. @param pair Ed25519 */
export async function signIndex(
  index: Omit<SignalFeedIndex, 'key' | 'signature'>,
  pair: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey },
): Promise<SignalFeedIndex> {
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const signed = { ...index, key };
  const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, bytesOf(signedText(signed)));
  return { ...signed, signature: toBase64Url(new Uint8Array(signature)) };
}

/** SHA-256 in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A key as people compare it: its first 16 characters in fours. */
export function shortKey(key: string): string {
  return (key.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
