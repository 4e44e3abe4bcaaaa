import * as v from 'valibot';

/** Where the badge may run. 'unset' until the reader has chosen on the welcome page. */
export const MODES = ['unset', 'click', 'listed', 'everywhere'] as const;
export type Mode = (typeof MODES)[number];

/** Where the badge stands: beside the headline, docked in a corner, or nowhere but on the toolbar. */
export const PLACES = ['headline', 'corner', 'toolbar'] as const;
export type Place = (typeof PLACES)[number];

/** Languages of the interface; 'auto' follows the browser. */
export const LANGUAGES = ['auto', 'en', 'de', 'fr', 'es', 'ar'] as const;

const host = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.-]+$/));
const ownFeed = v.object({
  /** The feed's address, as the reader gave it or as its file says. */
  address: v.pipe(v.string(), v.maxLength(2000), v.url()),
  title: v.pipe(v.string(), v.maxLength(300)),
  /** The site's address, or ''. */
  site: v.pipe(v.string(), v.maxLength(2000)),
  /** What the reader's list says the publisher is; an outlet where it says nothing. */
  kind: v.exactOptional(v.picklist(['outlet', 'agency', 'authority', 'party', 'aggregator'])),
});
export type OwnFeed = v.InferOutput<typeof ownFeed>;

const followedName = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  since: v.pipe(v.number(), v.finite()),
});

/**
 * Each field with its shape and its default, once. What is stored is read field by field: a field that does not
 * fit falls back to its default and is reported (`repaired`), and the others stand.
 */
const FIELDS = {
  mode: [v.picklist(MODES), 'unset'],
  /** The badge on the page. */
  badge: [v.boolean(), true],
  /** Marks beside links. */
  links: [v.boolean(), false],
  /** The count on the toolbar icon. */
  count: [v.boolean(), true],
  place: [v.picklist(PLACES), 'headline'],
  /** Hosts on which nothing is shown, without "www."; subdomains included. */
  muted: [v.pipe(v.array(host), v.maxLength(5000)), []],
  /** Least number of independent sources for a badge on the page. */
  gateSources: [v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 1],
  /** Least impact for a badge on the page. */
  gateImpact: [v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 1],
  /** Ids of the beats that are read. */
  beats: [v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(50)), ['cybersecurity']],
  /** Ids of sources that the reader switched off. */
  sourcesOff: [v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(5000)), []],
  ownFeeds: [v.pipe(v.array(ownFeed), v.maxLength(1000)), []],
  language: [v.picklist(LANGUAGES), 'auto'],
  /** Names that the reader follows, each with the moment since when, epoch ms. */
  entities: [v.pipe(v.array(followedName), v.maxLength(500)), []],
  /** Notifications about followed stories. */
  notify: [v.boolean(), false],
  /** Articles older than this are forgotten, days. */
  keepDays: [v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(365)), 60],
} as const;

export type Settings = { [K in keyof typeof FIELDS]: v.InferOutput<(typeof FIELDS)[K][0]> };
export type SettingName = keyof Settings;

const NAMES = Object.keys(FIELDS) as SettingName[];

/** A fresh copy of the defaults. */
export function defaultSettings(): Settings {
  return Object.fromEntries(NAMES.map((name) => [name, structuredClone(FIELDS[name][1])])) as unknown as Settings;
}

/**
 * Reads what was stored, field by field.
 * @returns the settings, and the names of the fields that did not fit and are at their default again.
 */
export function repairSettings(stored: unknown): { settings: Settings; repaired: SettingName[] } {
  const settings = defaultSettings();
  const repaired: SettingName[] = [];
  if (typeof stored !== 'object' || stored === null) return { settings, repaired };
  for (const name of NAMES) {
    if (!Object.hasOwn(stored, name)) continue;
    const read = v.safeParse(FIELDS[name][0], (stored as Record<string, unknown>)[name]);
    if (read.success) (settings as Record<SettingName, unknown>)[name] = read.output;
    else repaired.push(name);
  }
  return { settings, repaired };
}

/**
 * A change of some fields, as a screen sends it.
 * @returns the change, or null where a field is unknown or does not fit: a screen's mistake, never stored.
 */
export function readChange(change: unknown): Partial<Settings> | null {
  if (typeof change !== 'object' || change === null) return null;
  const entries = Object.entries(change);
  const fits = entries.every(([name, value]) => Object.hasOwn(FIELDS, name) && v.is(FIELDS[name as SettingName][0], value));
  return fits ? (Object.fromEntries(entries) as Partial<Settings>) : null;
}

/** Whether nothing is to be shown on this host. */
export function isMuted(settings: Pick<Settings, 'muted'>, pageHost: string): boolean {
  const name = pageHost.replace(/^www\./, '');
  return settings.muted.some((muted) => name === muted || name.endsWith(`.${muted}`));
}
