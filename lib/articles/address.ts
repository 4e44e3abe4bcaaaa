import { bareHost, registrableDomain } from '../sources/host';

export { hostOf, registrableDomain } from '../sources/host';

/** Longer addresses are no article's: they carry state, or an attack. */
export const MAX_ADDRESS = 2_000;

/** Query parameters that say where a click came from, never which page it is. */
const TRACKING: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi ' +
    'hsctatracking vero_id vero_conv oly_anon_id oly_enc_id wickedid s_cid cmpid cmp cid ito ncid ns_campaign ns_mchannel ' +
    'ns_source ns_linkname ns_fee smid smtyp partner emc rss ref ref_src ref_url referrer referer source src sr_share ' +
    'taid tpcc guccounter guce_referrer guce_referrer_sig feedtype feedname at_medium at_campaign at_custom1 at_custom2 ' +
    'at_custom3 at_custom4 xtor wt_mc wt.mc_id sh shareid share socialshare spm scid soc_src soc_trk trk trkid ' +
    '__twitter_impression __s _ga _gl amp outputtype usqp amp_js_v amp_gsa mod reflink linkid ocid sref syn mbid nl ' +
    'campaign_id instance_id segment_id user_id regi_id embedded-checkout itid utm ico icid'
  ).split(' '),
);
const TRACKING_PREFIX = /^(?:utm_|pk_|mtm_|piwik_|hsa_|ga_|at_|stm_|itm_|oly_|dm_i|__cf_)/;

/** Host labels of the same pages for phones and for AMP. */
const VARIANT_LABEL = /^(?:www\d?|m|mobile|amp|touch)\./;

/**
 * The one address of a page: https, lower-case host without "www." and phone or AMP variants, no user, fragment,
 * tracking parameters, index file or trailing slash, query sorted. Null for what is no http(s) address of at most
 * MAX_ADDRESS characters. Idempotent. It names the page; to open the page use `Article.link` where there is one.
 */
export function canonicalAddress(address: string, base?: string): string | null {
  if (address.length > MAX_ADDRESS * 2) return null;
  let current: string | null = address.trim();
  let from = base;
  // Until nothing changes: an AMP viewer's address holds an address. Each round but the first makes it shorter.
  for (let round = 0; round < 100; round += 1) {
    const next: string | null = step(current, from);
    if (next === null || next === current) return next !== null && next.length <= MAX_ADDRESS ? next : null;
    current = next;
    from = undefined;
  }
  return null;
}

function step(address: string, base: string | undefined): string | null {
  let url: URL;
  try {
    url = base === undefined ? new URL(address) : new URL(address, base);
  } catch {
    return null;
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return null;
  const inner = ampTarget(url);
  if (inner !== null) return inner;
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return `https://${plainHost(url.hostname)}${port}${plainPath(url.pathname)}${plainQuery(url.searchParams)}`;
}

function plainHost(hostname: string): string {
  let host = bareHost(hostname);
  // A registered name is a site of its own: "m.co.uk" is nobody's phone edition.
  while (VARIANT_LABEL.test(host) && host !== registrableDomain(host)) host = host.slice(host.indexOf('.') + 1);
  return host;
}

function plainPath(path: string): string {
  let rest = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const char = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9_~-]/.test(char) ? char : code.toUpperCase();
  });
  for (;;) {
    const before = rest;
    if (rest.endsWith('/')) rest = rest.slice(0, -1);
    rest = rest.replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '').replace(/(?:\/amp|\.amp)$/i, '');
    if (/\.amp\.html$/i.test(rest)) rest = `${rest.slice(0, -9)}.html`;
    if (rest === before) return rest === '' ? '/' : rest;
  }
}

function plainQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const [key, value] of query) {
    const name = key.toLowerCase();
    if (key !== '' && !TRACKING.has(name) && !TRACKING_PREFIX.test(name)) kept.append(key, value);
  }
  kept.sort();
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address inside the address of an AMP viewer or cache, or null. */
function ampTarget(url: URL): string | null {
  const cache = url.hostname.endsWith('.cdn.ampproject.org');
  const viewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!cache && !viewer) return null;
  const path = cache ? url.pathname.replace(/^\/[a-z]\//, '/') : url.pathname.slice(4);
  const target = path.startsWith('/s/') ? path.slice(3) : path.slice(1);
  return target.includes('.') ? `https://${target}${url.search}` : null;
}

/**
 * The id of the article at a canonical address: 53 bits of it (cyrb53, public domain), then its host.
 * The host is part of the id so that no other host can make an address whose id is the same.
 */
export function articleId(canonical: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < canonical.length; index += 1) {
    const code = canonical.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const hash = 4294967296 * (2097151 & b) + (a >>> 0);
  return `${hash.toString(36)}-${canonical.slice(8).split(/[/?]/, 1)[0] ?? ''}`;
}
