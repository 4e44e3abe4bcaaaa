import type { PageReading } from './article';
import { isoDate } from './page-date';
import type { GatheredPage } from './page-gather';
import { type StatedHead, statedHead } from './page-head';
import { type LinkedData, line, linkedData, many } from './page-json-ld';
import type { ShownPage } from './page-look';
import { clean, key } from './page-text';
import { headline } from './page-title';

/** Most characters of lead and text, as PageReading promises. */
const MOST_LEAD = 600;
const MOST_TEXT = 4000;

/** schema.org types of one report; postings of forums, of social media and of jobs are none. */
const ARTICLE = /(?:Article|BlogPosting|^Report|Review)$/i;
/** schema.org types of pages that list, and of those that sell, ask or offer. */
const LISTING = /^(?:Collection|SearchResults|Profile)Page$/;
const OTHER =
  /^(?:QA|FAQ|Contact|About|Checkout|Item)Page$|^Product|^Discussion|^JobPosting|^Recipe|^Event|Gallery$|^VideoObject$|^SoftwareApp/;
/** Titles of walls, errors and forms. A form's says where to, or nothing more: passwords and their theft are news. */
const WALL =
  /^\W*(?:(?:we value )?your (?:cookie|consent|privacy)|before you (?:continue|start)|(?:please )?(?:log|sign)[ -]?(?:in|on|up)\s*(?:$|[|–—-]|(?:to|or|with)\b)|search results|suchergebnis|40[134](?:\W*$|\W+(?:not|error|forbidden|unauthori))|access denied|just a moment|page not found|are you (?:a )?(?:human|robot))/i;
/** Titles that are a wall's where they are short and no data says otherwise; longer ones are reports on such matters. */
const WALLS_MATTER = /^\W*(?:cookie|consent|privacy|anmeld|einlogg|datenschutz|zustimm)\S*(?: \S+){0,3}$/i;
/** Addresses of lists, searches, accounts, forums, shops and standing pages. */
const ELSEWHERE =
  /\/(?:tags?|topics?|categor(?:y|ies)|authors?|people|search|suche|find|log-?in|sign-?in|register|account|users?|profiles?|members?|subscribe|newsletters?|consent|forums?|t|threads?|viewtopic|showthread|discussions?|questions?|comments|jobs?|careers|shop|store|products?|p|dp|cart|offers?|listings?|events?|recipes?|archives?|about(?:-us)?|contact|kontakt|terms|legal|privacy|imprint|impressum|faqs?|help|support|docs?|wiki|weather|wetter|galler(?:y|ies)|galerien?|albums?|page\/\d+)(?:[/._?-]|$)|[?&](?:q|s|query|search)=/i;
/** A price tag, which stands near the name of the thing; sums in reports are rounder. */
const PRICE = /^.{0,60}(?:[€$£]\s?\d+[.,]\d\d|\d[.,]\d\d\s?(?:€|EUR\b|USD\b))(?!\d|\s?(?:[mbtk]|cr|lakh))/i;

/** Meta tags that state when it came out, the surest first: known names, names of any system, names that may mean a change. */
const WHEN: readonly RegExp[] = [
  /^(?:(?:article|og):)?publi(?:shed|cation|sh)?[-_:.]?(?:time|date)$|^article:published(?::time)?$|^(?:dc|dcterms)\.(?:date\.(?:issued|created)|issued|created)$|^date(?:published|created|\.issued)$|^pubdate$|^parsely-pub-date$|^sailthru\.date$|:publish(?:ed_)?time$|^release_date$/,
  /^(?!.*(?:modif|updat|expir|unpub|republ)).*(?:pub(?:l\w*)?[-_:.]?(?:date|time|at)$|date[-_.]?publ|creat\w*[-_.]?(?:date|time|at)$)/,
  /^(?:(?:dc|dcterms)\.)?date$/,
];
/** When it was changed: better than no date. */
const CHANGED = /^(?:article:|og:)?(?:modified|updated)_time$|^last-modified$/;
/** By whom. */
const AUTHOR =
  /^(?:(?:og:)?article:|cxenseparse:|swiftype:|parsely-|sailthru\.|dc\.|dcterms\.)?(?:author(?:_name)?|creator|byl)$/;

/** Meta tags that say what the site is called. */
const NAME = /^(?:application-name|apple-mobile-web-app-title|al:(?:ios|android):app_name)$/;

/** An entity where text should be. */
const ESCAPED = /&(?:#\w{2,6}|[a-z]{2,8});/i;

/** A front page, also of one language: no article's canonical address. */
const FRONT = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+)?$/i;

/** A dateline as people read it: 25.04.24, 2 May 2024, 2 мая 2024, May 2, 2024, 2024年5月2日. */
const DATELINE =
  /(?<!\d)(?:[0-3]?\d\.\s?[01]?\d\.\s?(?:20)?[12]\d(?!\d)|[0-3]?\d\.? (?:de )?\p{L}\p{Ll}{2,8}\.?,? (?:de )?20\d\d|\p{Lu}\p{Ll}{2,8}\.? [0-3]?\d, 20\d\d|20\d\d-[01]\d-[0-3]\d|20\d\d年[01]?\d月[0-3]?\d日)(?!\d)/u;
/** Where the headline's own dateline stands: behind a standfirst at most, characters. */
const UNDER_HEADLINE = 400;

/** The part of a host that names the site: 'example' of www.example.co.uk and of m.example.com. */
const site = ({ hostname }: URL): string =>
  hostname
    .replace(/(?:\.(?:com?|org?|net?|gov?|ac|edu))?\.[a-z][a-z\d-]*$/, '')
    .split('.')
    .pop() ?? '';

/** Parameters of a query that name the page where the path does not. */
const IDS = /[?&](?:id|p(?==\d{3})|aid|nid|artid|article(?:_?id)?|news_?id|story_?id|idxno)=[^&]+/i;

/** What the addresses of one page have in common: host without www., m. or amp., path without its AMP part. */
const place = ({ hostname, pathname, search }: URL): string =>
  hostname.replace(/^(?:www|m|mobile|amp)\./, '') +
  pathname.replace(/^\/amp(?=\/)|(?:[/.]amp(?:\.html)?|\/index\.\w+)?\/?$/g, '') +
  (IDS.exec(search)?.[0].slice(1) ?? '');

/** Names out of a byline, without its "By" and the writers' initials. Addresses and accounts are none. */
const names = (byline: string): string[] =>
  byline
    .replace(/^(?:(?:written )?by|von|par|por|door|af|av)\s*:?\s+/i, '')
    .split(/\s*[;,|]\s*|\s+(?:and|und|et|y|&)\s+/)
    .map((name) => name.replace(/\s*\(\p{Ll}{2,4}\.?\)$/u, ''))
    .filter((name) => name.length > 1 && name.length < 80 && !/[@/]|^\d+$/.test(name));

/** Of a page that was not looked at. */
const UNSEEN: Omit<ShownPage, 'url' | 'text'> = {
  times: [],
  bylines: [],
  items: 0,
  passwords: 0,
  framed: false,
  timed: false,
  start: '',
};

/** A page is made sense of up to four times, with its text and where its address is known: its head is read once. */
const heads = new WeakMap<GatheredPage, StatedHead>();
function headOf(page: GatheredPage): StatedHead {
  const read = heads.get(page) ?? statedHead(page.head);
  heads.set(page, read);
  return read;
}

/** Makes sense of what a page says of itself: pure, for the worker. */
function interpret(page: GatheredPage, looked: ShownPage | null, known: boolean): PageReading | null {
  const here = new URL(page.url);
  const where = here.pathname + here.search;
  const { metas, data: sources, canonical, h1s: headings } = headOf(page);
  const { times, bylines: bys, items, passwords, framed, timed, start, text: written } = looked ?? { ...UNSEEN, text: page.lead };
  const absolute = (value: unknown): URL[] => {
    const stated = line(value, 2000);
    if (!stated) return [];
    try {
      const url = new URL(stated.startsWith(`${here.hostname}/`) ? `https://${stated}` : stated, here);
      return /^https?:$/.test(url.protocol) ? [url] : [];
    } catch {
      return [];
    }
  };
  const statedAs = (wanted: RegExp, most?: number): string[] =>
    metas.filter(([name, content]) => content && wanted.test(name)).map(([, content]) => clean(content, most));
  const meta = (name: string, most?: number): string => clean(metas.find((tag) => tag[0] === name && tag[1])?.[1], most);

  const kind = meta('og:type').toLowerCase();
  const shared = meta('og:title');
  const tab = clean(page.tab);
  const h1s = headings.map((h1) => clean(h1)).filter(Boolean);

  const objects = linkedData(sources);
  const is = (object: LinkedData, wanted: RegExp): boolean =>
    many(object['@type']).some((type) => wanted.test(line(type).replace(/.*[/:#]/, '')));
  const links = absolute(canonical);
  const sharedAs = absolute(meta('og:url', 2000));
  const places = [here, ...links, ...sharedAs].map(place);
  const at = (object: LinkedData): boolean[] =>
    ['mainEntityOfPage', 'url', '@id'].flatMap((name) => absolute(object[name])).map((url) => places.includes(place(url)));
  const titles = [shared, tab, ...h1s].map(key).filter(Boolean);

  // The article that this page is: the one that states this address, or this headline. A list states many.
  let article: LinkedData = {};
  let best = 0;
  let namedOne = false;
  const stating = new Set<string>();
  // Entries of a live blog are at its address, too.
  const entries = new Set(objects.flatMap((object) => [object['liveBlogUpdate']].flat()));
  const others: LinkedData[] = [];
  for (const object of objects) {
    const name = key(line(object['headline'] ?? object['name']));
    const typed = is(object, ARTICLE);
    if (!name || entries.has(object) || !(typed || object['headline'])) continue;
    const placed = at(object).includes(true);
    const named = titles.some((title) =>
      title.includes(name) ? name.length > 9 || name === title : name.includes(title) && title.length > name.length / 2,
    );
    if (typed && placed) stating.add(name);
    if (!typed || (!placed && !named)) {
      const itself = typed ? !at(object).length : (placed || named) && !is(object, OTHER) && !is(object, LISTING);
      if (object['headline'] && itself) others.push(object);
      continue;
    }
    const score = (placed ? 2 : 0) + (named ? 3 : 0) + (object['datePublished'] ? 1 : 0) + (object['author'] ? 0.5 : 0);
    if (score > best) [article, best, namedOne] = [object, score, named];
  }
  const listing = objects.some((object) => is(object, LISTING) && !at(object).includes(false));
  // Two headlines at one address may be two ways of putting it.
  if (listing ? stating.size !== 1 : stating.size > 2 && !namedOne) return null;
  // No proof of an article, but where there is one, this is what it says of itself: under another type, or without address.
  if (!best && others.length === 1 && others[0]) article = others[0];
  if (!namedOne && [tab, shared, (h1s.length === 1 && h1s[0]) || ''].some((title) => WALL.test(title))) return null;

  const said = (name: string, most?: number): string => line(article[name], most);
  const outlet = meta('og:site_name') || said('publisher');
  const monthFirst = /^en(?:[-_]us)?$/i.test(page.language || meta('og:locale'));
  const moments = (stated: readonly unknown[]): string[] =>
    stated.flatMap((moment) => isoDate(typeof moment === 'number' ? `${moment}` : line(moment), monthFirst) ?? []);
  const [surely = [], likely = [], maybe = []] = WHEN.map((wanted) => statedAs(wanted));
  const pages = objects.filter((object) => object['datePublished'] && is(object, /Page$/) && at(object).includes(true));
  const dates = moments([
    article['datePublished'],
    ...surely,
    ...pages.map((object) => object['datePublished']),
    article['dateCreated'],
    ...likely,
    ...maybe,
  ]);
  const [dateline = ''] = DATELINE.exec(start) ?? [];

  // Where the data name only the outlet, people whom another tag names.
  const called = [outlet, said('publisher'), site(here)].map(key).filter(Boolean);
  const bylines = [
    many(article['author'] ?? article['creator']).flatMap((author) => {
      const { '@id': id, name } = author as LinkedData;
      const whole = id && !name ? objects.find((object) => object['@id'] === id && object['name']) : author;
      return names(line(whole));
    }),
    statedAs(AUTHOR).flatMap(names),
    bys.slice(0, 1).flatMap((by) => names(clean(by, 99))),
  ];
  const ofOutlet = (name: string): boolean => called.some((known) => key(name).includes(known) || known.includes(key(name)));
  const person = (name: string): boolean => /^\D{2,30} \D{2,30}$/.test(name) && !ofOutlet(name);
  const signed = bylines.filter((some) => some.length);
  const authors = (signed[0]?.every(ofOutlet) && signed.find((some) => some.every(person))) || (signed[0] ?? []);

  let text = said('articleBody', MOST_TEXT);
  if (text.length < 600 && written.length > text.length)
    text = written
      .split('\n')
      .map((paragraph) => clean(paragraph, 1500))
      .join('\n')
      .slice(0, MOST_TEXT);
  if (kind.startsWith('video') && text.length < 600) return null;
  if (!best && !known) {
    // No article in the data: what speaks for one, and what against. Weights by judgement, held against tests/fixtures/pages.
    if ([tab, shared, ...h1s].some((title) => WALLS_MATTER.test(title.split(/ [|–—-] /)[0]!))) return null;
    const headed = timed || DATELINE.test(start.slice(0, UNDER_HEADLINE));
    const claims =
      (kind === 'article' ? 2 : 0) +
      (moments([...surely, ...maybe]).length || headed ? 2 : times.length || dateline ? 1 : 0) +
      (items === 1 ? 2 : 0);
    const signs =
      (text.length > 1200 ? 3 : text.length > 500 ? 2 : text.length > 200 ? 1 : text.length > 60 || !looked ? 0 : -2) +
      (authors.length ? 1 : 0) +
      (h1s.length === 1 ? 1 : 0) +
      (framed ? 1 : 0) +
      // Longer than the name of a section, a thing or a person.
      (h1s.some((h1) => key(h1).length > 24 || /[\u3040-\u9fff]{8}/.test(h1)) ? 1 : 0) +
      (/(?:[^/-]+-){3}|\d{5}/.test(where) ? 1 : 0) -
      (objects.some((object) => is(object, OTHER)) ? 3 : 0) -
      (ELSEWHERE.test(where) ? 3 : 0) -
      (PRICE.test(start) ? 3 : 0) -
      (items > 3 || times.length > 9 ? 2 : 0) -
      (passwords ? 1 : 0);
    if (!claims || claims + signs < 5) return null;
  }

  const data = said('headline') || said('name');
  const stated = (shown: string): boolean =>
    [data, shared, tab].map(key).some((known) => known.includes(shown) || (known.length > 9 && shown.endsWith(known)));
  const title = headline(
    {
      data,
      escaped: ESCAPED.test(String(many(article['headline'])[0])),
      shared,
      told: statedAs(/^(?:twitter:|sailthru\.|parsely-)?title$/),
      // The longest that the page states elsewhere, too, maybe without its kicker: a shorter one is the name of the outlet
      // or of a section.
      shown:
        [...h1s].sort((a, b) => b.length - a.length).find((h1) => stated(key(h1))) ??
        h1s.find((h1) => !called.includes(key(h1))) ??
        '',
      tab,
    },
    [outlet, said('publisher'), site(here), ...statedAs(NAME)],
  );
  if (!title) return null;

  // Another site's canonical address says where the report was taken from. Caches of other sites have none of their own.
  const cache = /\.(?:ampproject\.org|translate\.goog)$/.test(here.hostname);
  const own = (url: URL): boolean => cache || site(url) === site(here);
  const canonicals = [...links, ...sharedAs, ...absolute(article['mainEntityOfPage']), ...absolute(article['url'])].filter(
    (url) => !FRONT.test(url.pathname) || url.search,
  );
  const addresses = (values: readonly unknown[]): string[] =>
    values
      .flatMap(absolute)
      .map((url) => url.href)
      .slice(0, 8);
  const basedOn = addresses(many(article['isBasedOn'] ?? article['isBasedOnUrl']));
  const [syndication = canonicals.find((url) => !own(url))?.href] = addresses(statedAs(/^syndication-source$/, 2000));
  const original = addresses(statedAs(/^original-source$/, 2000));
  const credit = [
    ...['sourceOrganization', 'creditText', 'provider', 'copyrightHolder'].map((name) => said(name)),
    ...statedAs(/^dc(?:terms)?\.(?:rights|source)$/),
  ].filter(Boolean);
  return {
    url: page.url,
    canonical: canonicals.find(own)?.href ?? null,
    title,
    authors: [...new Set(authors)].slice(0, 10),
    // When it was changed, where nothing says when it came out.
    published: [...dates, ...moments([...times, dateline, article['dateModified'], ...statedAs(CHANGED)])][0] ?? null,
    language:
      [said('inLanguage'), page.language, meta('og:locale'), meta('content-language')]
        .map((tag) => /^[a-z]{2,3}(?=[-_]|$)/i.exec(tag)?.[0].toLowerCase())
        .find(Boolean) ?? null,
    outlet: outlet || null,
    lead: said('description', MOST_LEAD) || meta('og:description', MOST_LEAD) || meta('description', MOST_LEAD),
    text,
    marks: {
      ...(basedOn.length && { basedOn }),
      ...(syndication && { syndication }),
      ...(original.length && { original }),
      ...(credit.length && { credit }),
    },
    ...(is(article, /^LiveBlog/) && { live: true }),
  };
}

/**
 * The one article that a page is about, out of what it says of itself.
 * @param looked what the page shows, where it was looked at
 * @param known a feed has told of an article at this address: it need not look like one
 * @returns null where the page is not one article: a front page, a list, a shop, a wall.
 */
export function interpretPage(page: GatheredPage, looked: ShownPage | null, known = false): PageReading | null {
  try {
    return interpret(page, looked, known);
  } catch {
    return null;
  }
}
