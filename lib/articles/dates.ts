/** Clocks of publishers run ahead by minutes; a date beyond that is a lie or an embargo and counts as now. */
export const MAX_AHEAD = 10 * 60_000;
/** The web has no news from before it. Epoch ms of 1995-01-01. */
const EARLIEST = Date.UTC(1995, 0, 1);

/** Hours east of Greenwich of the zone names that feeds use. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  sast: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  pkt: 5,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  nst: -3.5,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
  brt: -3,
  art: -3,
};

/** First letters of the months, in the languages of the registry and of pages; the longest that fits wins. */
const MONTHS: readonly (readonly [string, number])[] = [
  ['janv', 0],
  ['jan', 0],
  ['ene', 0],
  ['gen', 0],
  ['feb', 1],
  ['fév', 1],
  ['fev', 1],
  ['mar', 2],
  ['mär', 2],
  ['mrz', 2],
  ['apr', 3],
  ['avr', 3],
  ['abr', 3],
  ['may', 4],
  ['mai', 4],
  ['mag', 4],
  ['mei', 4],
  ['juin', 5],
  ['jun', 5],
  ['giu', 5],
  ['juil', 6],
  ['jul', 6],
  ['lug', 6],
  ['aug', 7],
  ['aoû', 7],
  ['aou', 7],
  ['ago', 7],
  ['sep', 8],
  ['set', 8],
  ['oct', 9],
  ['okt', 9],
  ['out', 9],
  ['ott', 9],
  ['nov', 10],
  ['dec', 11],
  ['déc', 11],
  ['dez', 11],
  ['dic', 11],
  // Nordic, Dutch, Indonesian.
  ['maj', 4],
  ['maa', 2],
  ['agu', 7],
  ['des', 11],
  // Polish.
  ['stycz', 0],
  ['lut', 1],
  ['kwi', 3],
  ['cze', 5],
  ['lipc', 6],
  ['sierp', 7],
  ['wrz', 8],
  ['paź', 9],
  ['listop', 10],
  ['gru', 11],
  // Czech: July begins as June does.
  ['ledn', 0],
  ['úno', 1],
  ['bře', 2],
  ['dubn', 3],
  ['kvě', 4],
  ['červenc', 6],
  ['červ', 5],
  ['srp', 7],
  ['zář', 8],
  ['říj', 9],
  ['prosin', 11],
  // Turkish.
  ['ocak', 0],
  ['şub', 1],
  ['nisan', 3],
  ['haz', 5],
  ['temm', 6],
  ['ağu', 7],
  ['eyl', 8],
  ['ekim', 9],
  ['kası', 10],
  ['aral', 11],
  // Russian, Ukrainian.
  ['янв', 0],
  ['фев', 1],
  ['мар', 2],
  ['апр', 3],
  ['мая', 4],
  ['май', 4],
  ['июн', 5],
  ['июл', 6],
  ['авг', 7],
  ['сен', 8],
  ['окт', 9],
  ['ноя', 10],
  ['дек', 11],
  ['січ', 0],
  ['лют', 1],
  ['бер', 2],
  ['кві', 3],
  ['тра', 4],
  ['чер', 5],
  ['лип', 6],
  ['сер', 7],
  ['вер', 8],
  ['жов', 9],
  ['лис', 10],
  ['гру', 11],
];

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Za-z]{2,5})?)?$/i;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;
const DAY_FIRST =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})\.?[\s-]+(\p{L}{3,12})\.?,?[\s-]+(\d{2}|\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(?:\(?([A-Za-z]{1,5})?\)?\s*([+-]\d{2}:?\d{2})?)[^\d]{0,40})?$/iu;
const MONTH_FIRST =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*(?:\(?([A-Za-z]{1,5})?\)?\s*([+-]\d{2}:?\d{2})?))?$/iu;

/**
 * When a report says that it was published, made sane. RFC 822 (named zones, two-digit years, missing weekday or
 * seconds), ISO 8601, epoch seconds or ms, dates in words; without a zone: UTC. What cannot be read, lies before 1995 or
 * more than ten minutes ahead of `now` is `now`, and says that it is assumed.
 */
export function saneDate(stated: string | undefined, now: number): { at: number; dated: 'stated' | 'assumed' } {
  const at = stated === undefined ? null : readDate(stated);
  if (at === null || at < EARLIEST || at > now + MAX_AHEAD) return { at: now, dated: 'assumed' };
  return { at, dated: 'stated' };
}

/** Epoch ms of a date in any of the forms above, or null. */
export function readDate(stated: string): number | null {
  const text = stated
    .slice(0, 100)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const iso = ISO.exec(text) ?? BASIC.exec(text);
  if (iso !== null) {
    return assemble(
      Number(iso[1]),
      Number(iso[2]) - 1,
      Number(iso[3]),
      iso[4],
      iso[5],
      iso[6],
      undefined,
      offset(iso[7], undefined),
    );
  }
  const day = DAY_FIRST.exec(text);
  if (day !== null) {
    return assemble(year(day[3]), month(day[2]), Number(day[1]), day[4], day[5], day[6], day[7], offset(day[8], day[9]));
  }
  const named = MONTH_FIRST.exec(text);
  if (named !== null) {
    return assemble(
      year(named[3]),
      month(named[1]),
      Number(named[2]),
      named[4],
      named[5],
      named[6],
      named[7],
      offset(named[8], named[9]),
    );
  }
  return null;
}

function assemble(
  y: number,
  m: number | null,
  d: number,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  half: string | undefined,
  zone: number | null,
): number | null {
  if (m === null || zone === null) return null;
  let hour = Number(hours ?? 0);
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  const minute = Number(minutes ?? 0);
  const second = Math.min(Number(seconds ?? 0), 59);
  if (hour > 24 || minute > 59) return null;
  const at = Date.UTC(y, m, d, hour, minute, second);
  // Date.UTC rolls the 31st of February over; a date that does not exist is no date.
  const midnight = new Date(Date.UTC(y, m, d));
  if (midnight.getUTCMonth() !== m || midnight.getUTCDate() !== d) return null;
  return at - zone;
}

/** Ms east of Greenwich, of a number ("+0100") before a name ("CET"); an unknown name is UTC, as RFC 2822 says. */
function offset(name: string | undefined, number: string | undefined): number | null {
  const digits = /^([+-])(\d{2}):?(\d{2})?$/.exec(number ?? name ?? '');
  if (digits !== null) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3] ?? 0);
    if (minutes > 14 * 60) return null;
    return (digits[1] === '-' ? -minutes : minutes) * 60_000;
  }
  return (ZONES[(name ?? '').toLowerCase()] ?? 0) * 3_600_000;
}

function year(text: string | undefined): number {
  const value = Number(text);
  return value >= 100 ? value : value < 70 ? 2000 + value : 1900 + value;
}

function month(name: string | undefined): number | null {
  const lower = (name ?? '').toLowerCase().normalize('NFC');
  return MONTHS.find(([start]) => lower.startsWith(start))?.[1] ?? null;
}
