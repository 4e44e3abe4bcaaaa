import { Parser } from 'htmlparser2';
import { escapeHtml, type FeedItem, type FeedProblem, type FeedReading, MAX_ITEMS, resolve } from './feed';

/** Deeper nesting is an attack; XHTML in real feeds stays under 30. */
const MAX_DEPTH = 64;
/** Characters that are kept of one field. */
const MAX_FIELD = 200_000;
/** Values that are kept of one repeatable field. */
const MAX_VALUES = 20;

/** Namespaces by address, as prefixes are the feed's own choice. '' is RSS without a namespace. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss2': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://search.yahoo.com/mrss/': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
};
/** Prefixes that feeds use without declaring them. */
const USUAL_PREFIXES: ReadonlySet<string> = new Set(Object.values(NAMESPACES));

/** Fields of an item or a channel by element; several elements may state one field, the first here wins. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  'atom:title': 'title',
  'dc:title': 'title2',
  'media:title': 'title2',
  link: 'link',
  'feedburner:origlink': 'origlink',
  guid: 'guid',
  'atom:id': 'guid',
  description: 'summary',
  'atom:summary': 'summary',
  'atom:subtitle': 'summary',
  'dc:description': 'summary2',
  'media:description': 'summary2',
  'content:encoded': 'content',
  'atom:content': 'content',
  pubdate: 'published',
  'atom:published': 'published',
  'atom:issued': 'published',
  'dc:date': 'published2',
  'dcterms:created': 'published2',
  'dcterms:issued': 'published2',
  'atom:updated': 'updated',
  'atom:modified': 'updated',
  'dcterms:modified': 'updated',
  lastbuilddate: 'updated',
  'dc:creator': 'author',
  author: 'author',
  'atom:name': 'author',
  category: 'category',
  'dc:subject': 'category',
  language: 'language',
  'dc:language': 'language',
  source: 'source',
  'dc:source': 'credit',
  'dc:rights': 'credit',
  'media:credit': 'credit',
  ttl: 'ttl',
  'sy:updateperiod': 'updateperiod',
  'sy:updatefrequency': 'updatefrequency',
};
const REPEATABLE: ReadonlySet<string> = new Set(['author', 'category', 'credit']);

/** What has been said of an item, or of the feed itself. */
interface Record_ {
  readonly one: Map<string, string>;
  readonly many: Map<string, string[]>;
  base: string;
  guidIsLink: boolean;
  source: { name: string; url: string } | null;
}

interface Frame {
  readonly prefixes: Readonly<Record<string, string>> | null;
  readonly base: string;
  readonly name: string;
}

/** A field whose text is being gathered. */
interface Capture {
  readonly field: string;
  readonly depth: number;
  /** 'html': decoded text is HTML; 'text': it is text. */
  readonly as: 'html' | 'text';
  text: string;
}

/** Thrown by the handlers to leave the parser; never leaves this file. */
class Enough {
  constructor(readonly problem: FeedProblem) {}
}

/** RSS 2.0, RSS 1.0/RDF and Atom, by what their elements mean and not by how well they are formed. */
export function parseXmlFeed(text: string, address: string): FeedReading {
  const reader = new FeedReader(address);
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  const problems = reader.problems;
  try {
    parser.write(text);
    // What the end cuts in two is dropped: half an address is another address.
    if (reader.open()) problems.add('truncated');
    else parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    problems.add(error.problem);
  }
  if (!reader.isFeed) {
    const html = /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 5_000));
    return { ok: false, why: html ? 'html-instead' : 'not-a-feed' };
  }
  const feed = reader.feed;
  const language = feed.one.get('language')?.trim();
  const ttlMinutes = ttlOf(feed);
  return {
    ok: true,
    feed: {
      title: feed.one.get('title') ?? '',
      site: resolve(feed.one.get('link'), address),
      language: language === undefined || language === '' ? null : language,
      ...(ttlMinutes === null ? {} : { ttlMinutes }),
      items: reader.items,
      problems: [...problems],
    },
  };
}

class FeedReader {
  readonly items: FeedItem[] = [];
  readonly problems = new Set<FeedProblem>();
  readonly feed: Record_;
  isFeed = false;
  private readonly frames: Frame[] = [];
  private item: Record_ | null = null;
  private itemDepth = 0;
  private capture: Capture | null = null;
  /** Depth of Atom's `<source>`, whose fields are another feed's. */
  private foreign = 0;
  /** `<feed>` without a namespace: its elements are Atom's all the same. */
  private bareAtom = false;

  constructor(private readonly address: string) {
    this.feed = newRecord(address);
  }

  /** Whether an element is open: asked before the end of the text closes them all. */
  open(): boolean {
    return this.frames.length > 0;
  }

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (this.frames.length >= MAX_DEPTH) throw new Enough('too-deep');
    const above = this.frames.at(-1);
    const prefixes = declared(attributes, above?.prefixes ?? null);
    const xmlBase = attributes['xml:base'];
    const base = (xmlBase === undefined ? null : resolve(xmlBase, above?.base ?? this.address)) ?? above?.base ?? this.address;
    let name = qualified(tag, prefixes);
    if (this.frames.length === 0 && name === 'feed') this.bareAtom = true;
    if (this.bareAtom && !name.includes(':')) name = `atom:${name}`;
    this.frames.push({ prefixes, base, name });
    const depth = this.frames.length;

    if (this.capture !== null) {
      this.add(`<${tag.slice(0, 40)}>`);
      return;
    }
    if (depth === 1) this.isFeed = name === 'rss' || name === 'rdf:rdf' || name === 'atom:feed' || name === 'channel';
    if (!this.isFeed) return;
    if (this.item === null && (name === 'item' || name === 'atom:entry')) {
      if (this.items.length >= MAX_ITEMS) throw new Enough('too-many-items');
      this.item = newRecord(base);
      this.itemDepth = depth;
      const about = attributes['rdf:about'];
      if (about !== undefined) this.item.one.set('guid', about);
      const language = attributes['xml:lang'];
      if (language !== undefined) this.item.one.set('language', language);
      return;
    }
    const record = this.item ?? this.feed;
    if (depth === 1 && attributes['xml:lang'] !== undefined) record.one.set('language', attributes['xml:lang']);
    if (this.item !== null && name === 'atom:source') {
      this.foreign = depth;
      record.source ??= { name: '', url: '' };
      return;
    }
    if (this.isPictureOf(name)) return;
    const local = name === 'link' || name === 'atom:link';
    if (local && attributes.href !== undefined) {
      this.link(record, attributes, base);
      return;
    }
    const atomCategory = name === 'atom:category' ? (attributes.label ?? attributes.term) : undefined;
    if (atomCategory !== undefined) addTo(record, 'category', atomCategory);
    const field = FIELDS[name];
    if (field === undefined || !this.isOwnField(depth, name)) return;
    if (field === 'guid' && attributes.isPermaLink?.toLowerCase() !== 'false' && name === 'guid') record.guidIsLink = true;
    if (field === 'source' && this.item !== null) record.source = { name: '', url: resolve(attributes.url, base) ?? '' };
    const type = attributes.type?.toLowerCase();
    const isText =
      name.startsWith('atom:') && (type === undefined || type === 'text' || type === 'text/plain' || type === 'xhtml');
    this.capture = { field, depth, as: isText ? 'text' : 'html', text: '' };
  }

  ontext(data: string): void {
    if (this.capture !== null) this.add(this.capture.as === 'text' ? escapeHtml(data) : data);
  }

  onclosetag(tag: string): void {
    const depth = this.frames.length;
    const frame = this.frames.pop();
    const capture = this.capture;
    if (capture !== null) {
      if (depth > capture.depth) this.add(`</${tag.slice(0, 40)}>`);
      else this.finish(capture);
      return;
    }
    if (this.foreign === depth) this.foreign = 0;
    if (this.item !== null && depth === this.itemDepth && frame !== undefined) {
      const item = itemOf(this.item, this.address);
      if (item === null) this.problems.add('items-without-link');
      else this.items.push(item);
      this.item = null;
    }
  }

  private add(text: string): void {
    const capture = this.capture;
    if (capture !== null && capture.text.length < MAX_FIELD) capture.text += text.slice(0, MAX_FIELD - capture.text.length);
  }

  private finish(capture: Capture): void {
    this.capture = null;
    const record = this.item ?? this.feed;
    const value = capture.text.trim();
    if (value === '') return;
    if (this.foreign > 0) {
      if (capture.field === 'title' && record.source !== null) record.source.name = value;
      return;
    }
    if (capture.field === 'source') {
      if (record.source !== null) record.source.name = value;
    } else if (REPEATABLE.has(capture.field)) {
      addTo(record, capture.field, value);
    } else if (!record.one.has(capture.field) || (capture.field === 'guid' && record.guidIsLink)) {
      record.one.set(capture.field, value);
    }
  }

  private link(record: Record_, attributes: Readonly<Record<string, string>>, base: string): void {
    const rel = attributes.rel?.toLowerCase() ?? 'alternate';
    const link = resolve(attributes.href, base);
    if (link === null) return;
    if (this.foreign > 0) {
      if (record.source !== null && (rel === 'self' || record.source.url === '')) record.source.url = link;
    } else if (rel === 'alternate' && !record.one.has('link')) {
      record.one.set('link', link);
    } else if (rel === 'via' && this.item !== null) {
      record.source ??= { name: attributes.title ?? '', url: link };
    }
  }

  /** A channel's `<image>` and `<textInput>` have a title and a link of their own. */
  private isPictureOf(name: string): boolean {
    return (
      name === 'image' ||
      name === 'textinput' ||
      this.frames.some((frame) => frame.name === 'image' || frame.name === 'textinput')
    );
  }

  /** Fields are children of the item or channel; an author's name is one deeper, media's may be in a group. */
  private isOwnField(depth: number, name: string): boolean {
    const owner = this.item === null ? (this.frames[1]?.name === 'channel' ? 2 : 1) : this.itemDepth;
    if (this.foreign > 0) return depth === this.foreign + 1;
    if (name === 'atom:name') return this.frames.at(-2)?.name === 'atom:author';
    return depth === owner + 1 || (name.startsWith('media:') && depth <= owner + 3);
  }
}

function newRecord(base: string): Record_ {
  return { one: new Map(), many: new Map(), base, guidIsLink: false, source: null };
}

function addTo(record: Record_, field: string, value: string): void {
  const values = record.many.get(field);
  if (values === undefined) record.many.set(field, [value]);
  else if (values.length < MAX_VALUES && !values.includes(value)) values.push(value);
}

function itemOf(record: Record_, address: string): FeedItem | null {
  const { one, many, base } = record;
  const guid = one.get('guid');
  const link =
    resolve(one.get('origlink'), base) ??
    resolve(one.get('link'), base) ??
    (guid !== undefined && (record.guidIsLink || /^https?:\/\//i.test(guid)) ? resolve(guid, address) : null);
  if (link === null) return null;
  const published = one.get('published') ?? one.get('published2');
  const updated = one.get('updated');
  const language = one.get('language');
  const credit = many.get('credit');
  const source = record.source;
  return {
    ...(guid === undefined ? {} : { guid: guid.slice(0, 2_000) }),
    link,
    title: one.get('title') ?? one.get('title2') ?? '',
    summary: one.get('summary') ?? one.get('summary2') ?? '',
    content: one.get('content') ?? '',
    authors: many.get('author') ?? [],
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(language === undefined ? {} : { language }),
    categories: many.get('category') ?? [],
    ...(source === null || (source.name === '' && source.url === '') ? {} : { source }),
    ...(credit === undefined ? {} : { credit }),
  };
}

/** Prefixes in force: those of the parent and those that the element declares. */
function declared(
  attributes: Readonly<Record<string, string>>,
  above: Readonly<Record<string, string>> | null,
): Readonly<Record<string, string>> | null {
  let own: Record<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':') || key.length > 50) continue;
    own ??= Object.assign(Object.create(null) as Record<string, string>, above);
    own[key.slice(6)] = (attributes[key] ?? '').trim().toLowerCase();
    // Copying what is inherited at every element that declares more must not grow without end.
    if (Object.keys(own).length > 200) throw new Enough('too-deep');
  }
  return own ?? above;
}

/** "prefix:name" with our own prefix for namespaces that we know, lower case. */
function qualified(tag: string, prefixes: Readonly<Record<string, string>> | null): string {
  const lower = tag.slice(0, 80).toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  const local = lower.slice(colon + 1);
  const uri = prefixes?.[prefix];
  const known = uri === undefined ? undefined : NAMESPACES[uri];
  if (known !== undefined) return known === '' ? local : `${known}:${local}`;
  if (prefix === '') return local;
  return uri === undefined && USUAL_PREFIXES.has(prefix.toLowerCase()) ? lower : `?:${local}`;
}

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** RSS `ttl`, else the syndication module's period over its frequency. WordPress says "hourly" by default. */
function ttlOf(feed: Record_): number | null {
  const ttl = Number(feed.one.get('ttl'));
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const period = PERIOD_MINUTES[feed.one.get('updateperiod')?.toLowerCase() ?? ''];
  if (period === undefined) return null;
  const frequency = Number(feed.one.get('updatefrequency') ?? 1);
  return period / (Number.isFinite(frequency) && frequency >= 1 ? frequency : 1);
}
