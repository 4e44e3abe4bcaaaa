import type en from '../../public/_locales/en/messages.json';
import type { Reason } from '../signals/signals';

/** A key of the locale files. English is the measure: a key that it does not have does not type-check. */
export type MessageKey = keyof typeof en;
/** A key that has plural forms (`KEY_one`, `KEY_other`, …), without its suffix. */
export type CountKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** What fills the `{name}` places of a message. Inserted as text; numbers are written as the locale writes them. */
export type Values = Readonly<Record<string, string | number>>;

/** The message of a key as it stands in the locale file, or undefined. */
export type Lookup = (key: string) => string | undefined;

/** How exact a date is. */
export type Precision = 'minute' | 'day' | 'month';

/** Everything that a reader sees as words, in one language. Never throws: an unknown key reads as itself. */
export interface Words {
  (key: MessageKey, values?: Values): string;
  /** BCP 47, of the words: numbers and dates never speak another language than the sentence around them. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** The plural form for n, which also fills the place `{n}`. */
  count(key: CountKey, n: number, values?: Values): string;
  /** A key that comes as data (`fault_…`, `error_…`, `news_…`): plural by its value `n` or `count` where the key has forms. */
  say(key: string, values?: Values): string;
  /** `reason_` + key. The quote and the article are the screen's to show. */
  reason(reason: Reason): string;
  number(n: number): string;
  /** A size of data, in a unit that fits. */
  bytes(n: number): string;
  /** Epoch ms. A day or a month is one of the calendar, not of the reader's time zone. */
  date(ms: number, precision?: Precision): string;
  /** The same where the year stands beside it already. */
  dateOfYear(ms: number, precision: Precision): string;
  /** "2 hours ago"; both epoch ms. A time to come reads "in 2 hours". */
  ago(ms: number, now: number): string;
  list(items: readonly string[]): string;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'yi', 'dv', 'ug', 'ckb']);

const DATE_FORMS: Record<Precision, Intl.DateTimeFormatOptions> = {
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
};

const withoutYear = ({ year: _, ...form }: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions => form;

const MINUTE = 60_000;
/** Largest unit whose count is at least one. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** ICU's isolates: a Latin name inside an Arabic sentence must not reorder the words around it. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** A formatter that is made when it is first needed: each costs a millisecond, and the badge needs few. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Words over a look-up: the browser's i18n, another language's catalogue, or a locale file in Node.
 * @param locale BCP 47; one that Intl does not know is taken as English.
 */
export function makeWords(locale: string, lookup: Lookup): Words {
  let tag = locale.replaceAll('_', '-');
  try {
    tag = Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    tag = 'en';
  }
  const dir = RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  const plural = lazily(() => new Intl.PluralRules(tag));
  // "min2" keeps years whole: 2026, but 10,000.
  const numbers = lazily(() => new Intl.NumberFormat(tag, { useGrouping: 'min2' as never, maximumFractionDigits: 1 }));
  const relative = lazily(() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const lists = lazily(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const formats = (shape: (form: Intl.DateTimeFormatOptions) => Intl.DateTimeFormatOptions) => ({
    minute: lazily(() => new Intl.DateTimeFormat(tag, shape(DATE_FORMS.minute))),
    day: lazily(() => new Intl.DateTimeFormat(tag, shape(DATE_FORMS.day))),
    month: lazily(() => new Intl.DateTimeFormat(tag, shape(DATE_FORMS.month))),
  });
  const dates = formats((form) => form);
  const datesOfYear = formats(withoutYear);

  const fill = (message: string, values?: Values) =>
    values === undefined
      ? message
      : message.replace(/\{(\w+)\}/g, (place, name: string) => {
          const value = Object.hasOwn(values, name) ? values[name] : undefined;
          if (value === undefined) return place;
          if (typeof value === 'number') return numbers().format(value);
          return dir === 'rtl' ? isolate(value) : value;
        });

  /** English has no rule for zero, but may have words for it. */
  const forms = (key: string, n: number) =>
    (n === 0 ? lookup(`${key}_zero`) : undefined) ?? lookup(`${key}_${plural().select(n)}`) ?? lookup(`${key}_other`);

  const say = (key: string, values?: Values): string => {
    const message = lookup(key);
    if (message) return fill(message, values);
    const n = values?.n ?? values?.count;
    const form = typeof n === 'number' ? forms(key, n) : undefined;
    return form ? fill(form, values) : key;
  };

  const count = (key: string, n: number, values?: Values): string => {
    const form = forms(key, n);
    return form ? fill(form, { n, ...values }) : key;
  };

  return Object.assign((key: MessageKey, values?: Values) => say(key, values), {
    locale: tag,
    dir,
    count,
    say,
    reason: (reason: Reason) => say(`reason_${reason.key}`, reason.values ?? {}),
    number: (n: number) => numbers().format(n),
    bytes(n: number) {
      const [unit, size] = n >= 1e9 ? ['gigabyte', 1e9] : n >= 1e6 ? ['megabyte', 1e6] : ['kilobyte', 1e3];
      const form = { style: 'unit', unit: String(unit), maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(tag, form).format(n / Number(size));
    },
    date: (ms: number, precision: Precision = 'minute') => (Number.isFinite(ms) ? dates[precision]().format(ms) : ''),
    dateOfYear: (ms: number, precision: Precision) => (Number.isFinite(ms) ? datesOfYear[precision]().format(ms) : ''),
    ago(ms: number, now: number) {
      const difference = ms - now;
      if (difference < 0 && difference > -MINUTE) return lookup('moments_ago') ?? relative().format(0, 'second');
      const [unit, size] = UNITS.find(([, least]) => Math.abs(difference) >= least) ?? ['second', Number.POSITIVE_INFINITY];
      return relative().format(Math.trunc(difference / size), unit);
    },
    // Each name by itself: the words between them keep the sentence's direction.
    list: (items: readonly string[]) => lists().format(dir === 'rtl' ? items.map(isolate) : items),
  } as const);
}
