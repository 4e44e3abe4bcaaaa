import { getDomain, getPublicSuffix } from 'tldts';

/**
 * Platforms that give every publisher a subdomain of its own but are not in the public suffix list:
 * two newsletters of one platform are two publishers.
 */
const PLATFORMS: ReadonlySet<string> = new Set([
  'substack.com',
  'medium.com',
  'wordpress.com',
  'tumblr.com',
  'beehiiv.com',
  'ghost.io',
  'blogspot.com',
  'typepad.com',
  'bearblog.dev',
]);

/** Host name of an http(s) address, lower case, without "www." and without a final dot; null for anything else. */
export function hostOf(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return bareHost(url.hostname);
}

/** A host name as we compare it: lower case, without "www." and without a final dot. */
export function bareHost(host: string): string {
  const lower = host.trim().toLowerCase().replace(/\.$/, '');
  // "www." goes only where a whole host name is left: "www.com" is a registrable domain of its own.
  return lower.startsWith('www.') && lower.indexOf('.', 4) > 0 ? lower.slice(4) : lower;
}

/**
 * The part of a host name that one publisher registers ("news.bbc.co.uk" -> "bbc.co.uk"), by the public suffix list,
 * its private part and PLATFORMS included. Addresses of machines and names without a suffix stay as they are.
 */
export function registrableDomain(host: string): string {
  const bare = bareHost(host);
  const domain = getDomain(bare, { allowPrivateDomains: true });
  if (domain === null) return bare;
  if (bare !== domain && PLATFORMS.has(domain)) {
    const label =
      bare
        .slice(0, -domain.length - 1)
        .split('.')
        .at(-1) ?? '';
    return `${label}.${domain}`;
  }
  return domain;
}

/** Whether others register names under this host ("gov.uk", "github.io"): who has it has not what is below it. */
export function isPublicSuffix(host: string): boolean {
  const bare = bareHost(host);
  return PLATFORMS.has(bare) || getPublicSuffix(bare, { allowPrivateDomains: true }) === bare;
}
