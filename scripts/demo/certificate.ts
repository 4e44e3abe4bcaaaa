import { generateKeyPairSync, sign } from 'node:crypto';

/** One DER element; lengths up to 64 kB. */
function der(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
  const length =
    body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const SEQUENCE = 0x30;
const time = (ms: number) => der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
/** 1.2.840.10045.4.3.2, ecdsa-with-SHA256 */
const ECDSA_SHA256 = der(SEQUENCE, der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
/** 2.5.4.3, commonName */
const COMMON_NAME = der(0x06, [0x55, 0x04, 0x03]);

/**
 * A self-signed certificate for a loopback server, made in memory: no key lies in the repository, and no openssl is needed.
 * Browsers are told to accept this one key, so its name does not matter.
 * @param now epoch ms; valid from the day before for 30 days.
 */
export function selfSigned(now: number): { key: string; cert: string; spki: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from('newsroom.example')))));
  const day = 86_400_000;
  const body = der(
    SEQUENCE,
    der(0xa0, der(0x02, [2])), // version 3
    der(0x02, [1]), // serial number
    ECDSA_SHA256,
    name,
    der(SEQUENCE, time(now - day), time(now + 30 * day)),
    name,
    spki,
  );
  const signature = der(0x03, [0], sign('sha256', body, privateKey));
  const cert = der(SEQUENCE, body, ECDSA_SHA256, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
    spki,
  };
}
