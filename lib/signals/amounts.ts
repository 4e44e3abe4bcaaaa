/** A number in a text that says how much or how many, normalised. */
export interface Amount {
  readonly kind: 'money' | 'people' | 'systems' | 'cvss';
  /** US dollars, persons or records, machines or organisations, or a CVSS score (0-10). */
  readonly value: number;
  /** Place in the text: first character, and one past the last. */
  readonly start: number;
  readonly end: number;
}

/** US dollars for one unit, rounded to what an order of magnitude needs; mid-2025 rates. */
const USD: Readonly<Record<string, number>> = {
  $: 1,
  usd: 1,
  us$: 1,
  dollar: 1,
  dollars: 1,
  '€': 1.15,
  eur: 1.15,
  euro: 1.15,
  euros: 1.15,
  '£': 1.35,
  gbp: 1.35,
  pounds: 1.35,
  '¥': 0.007,
  yen: 0.007,
  '₹': 0.012,
  rs: 0.012,
  rupees: 0.012,
  inr: 0.012,
  '₩': 0.0007,
  won: 0.0007,
  yuan: 0.14,
  a$: 0.65,
  au$: 0.65,
  c$: 0.73,
  s$: 0.77,
  nz$: 0.6,
  hk$: 0.13,
  chf: 1.2,
  francs: 1.2,
  baht: 0.03,
  pesos: 0.05,
  rand: 0.055,
  naira: 0.0007,
  r$: 0.18,
  bitcoin: 1e5,
  btc: 1e5,
  eth: 3500,
};

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

/** What is counted, by the noun within three words after the number. */
const PEOPLE =
  /^(people|persons?|individuals?|users?|customers?|clients?|patients?|records?|accounts?|members?|residents?|citizens?|employees?|staff|workers|students?|pupils|children|passengers|subscribers|consumers|travell?ers|victims?|voters|donors|guests|drivers|americans|australians|britons|koreans|households|profiles|emails?|passwords|credentials|guests|alumni|officers|shoppers|borrowers|investors|applicants|teachers|policyholders|identities|shoppers)$/;
const SYSTEMS =
  /^(devices?|servers?|systems?|websites?|sites|hosts|instances|computers|machines|endpoints|routers|firewalls|phones|installs?|installations?|downloads?|organi[sz]ations?|companies|firms|businesses|networks|domains|packages|repositories|apps|extensions?|cameras|hospitals|banks|agencies|schools|pcs|containers|countries|ips?|addresses|appliances|customers|tvs|boxes|suppliers|stores|factories|flights)$/;

const NUMBER =
  /(us\$|au\$|nz\$|hk\$|a\$|c\$|s\$|r\$|rs\.? ?|[$€£¥₹₩])? ?(\d{1,3}(?:[,.] ?\d{3}){1,4}(?!\d)|\d{1,12}(?:\. ?\d{1,2})?)(?![\d-])[ -]?(k|mn|m|bn|b|tn|thousand|lakhs?|millions?|crores?|cr|billions?|trillion)?(?![\p{L}\d])\+?/giu;
/** Characters after a number within which its unit is looked for. */
const REACH = 60;
const CVSS = /cvss[^.\d]{0,24}(?:v?[34](?:\.[01])?[^.\d]{1,12})?(\d{1,2}(?:\.\d)?)/gi;

/**
 * Amounts of money, numbers of people (or their records) and of systems, and CVSS scores, in the order of the text.
 * Feeds break numbers ("30, 000", "$2. 8 million"); both are read. Linear in the text's length.
 */
export function amountsIn(text: string): Amount[] {
  const found: Amount[] = [];
  if (!/\d/.test(text)) return found;
  for (const m of text.matchAll(NUMBER)) {
    const [whole, sign, digits, scale] = m;
    const start = m.index;
    const end = start + whole.length;
    const grouped = /^\d{1,3}(?:[,.] ?\d{3})+$/.test(digits!) && !(scale && digits!.includes('.'));
    const number = Number(grouped ? digits!.replace(/[,. ]/g, '') : digits!.replace(/[, ]/g, ''));
    const value = number * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
    if (!Number.isFinite(value) || value <= 0) continue;
    const unit = sign?.toLowerCase().replace(/[. ]/g, '');
    if (unit) {
      found.push({ kind: 'money', value: value * (USD[unit] ?? 1), start, end });
      continue;
    }
    const after = text
      .slice(end, end + REACH)
      .toLowerCase()
      .split(/[^\p{L}$€£-]+/u)
      .filter(Boolean)
      .slice(0, 4);
    const before = text
      .slice(Math.max(0, start - 4), start)
      .toLowerCase()
      .trim();
    if (before === 'usd' || before === 'eur' || before === 'gbp') {
      found.push({ kind: 'money', value: value * USD[before]!, start, end });
      continue;
    }
    const first = after[0];
    if (first !== undefined && USD[first] !== undefined) {
      found.push({ kind: 'money', value: value * USD[first]!, start, end });
      continue;
    }
    for (const word of after) {
      if (SYSTEMS.test(word) && word !== 'customers') {
        found.push({ kind: 'systems', value, start, end });
        break;
      }
      if (PEOPLE.test(word)) {
        found.push({ kind: 'people', value, start, end });
        break;
      }
    }
  }
  for (const m of text.matchAll(CVSS)) {
    const value = Number(m[1]);
    if (value <= 10) found.push({ kind: 'cvss', value, start: m.index, end: m.index + m[0].length });
  }
  return found;
}
