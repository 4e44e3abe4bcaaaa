import { atOnce } from './at-once';

/**
 * What a page says of itself, gathered by the script on every page and sent to the worker, which makes sense of it
 * (page-interpret.ts). Gathering is all that the page's main thread pays for: no JSON is parsed there, no layout asked for,
 * where nothing hints at an article nothing is sent, and what the tags and data state is not looked for in the text.
 */
export interface GatheredPage {
  /** location.href */
  readonly url: string;
  /** Meta tags, as [property, name or itemprop in lower case, content]. */
  readonly metas: readonly (readonly [name: string, content: string])[];
  /** Sources of the JSON-LD scripts, unparsed. */
  readonly data: readonly string[];
  /** `<link rel="canonical">`, as written; '' where there is none. */
  readonly canonical: string;
  /** Language of the root element; '' where it has none. */
  readonly language: string;
  /** Text of `<title>`. */
  readonly tab: string;
  /** Texts of the `<h1>`. */
  readonly h1s: readonly string[];
  /** Machine-readable moments of `<time>` and of microdata. */
  readonly times: readonly string[];
  /** Bylines by microdata, rel or class. */
  readonly bylines: readonly string[];
  /** How many items of an article's type the microdata have, and how many fields for a password the page has. */
  readonly items: number;
  readonly passwords: number;
  /** Whether the headline stands in an `<article>`, and whether a `<time>` stands right under it. */
  readonly framed: boolean;
  readonly timed: boolean;
  /** The text that follows the headline, dateline and byline included. */
  readonly start: string;
  /** How the text begins, where the tags and data state all but what it is about, and it was left; else ''. */
  readonly lead: string;
  /** The first paragraphs of the body, a line each; null where it was left until the worker asks for it. */
  readonly text: string | null;
}

/** Bounds of what is looked at, so that the worst page costs little: several times what the real pages have. */
const MOST_ELEMENTS = 6000;
const MOST_METAS = 250;
const MOST_SCRIPTS = 30;
const MOST_DATA = 200_000;
const MOST_PARAGRAPHS = 200;
const MOST_NODES = 400;
const MOST_LINE = 2000;
const MOST_TEXT = 6000;
/** Where a dateline is looked for under the headline: characters, and steps from node to node. */
const MOST_START = 800;
const MOST_STEPS = 60;
/** A description from this length on tells the matter without the text; as lib/stories/outline.ts reads it. */
const TELLING = 80;

/** What is no page of the web, and front pages, also of one language; a number in the query may be an article's. */
const FRONT =
  /^(?!https?:)|^\w+:\/\/[^/?#]+(?:\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|(?:index|default|home)\.\w+)?)?(?:$|#|\?(?!.*=\d\d))/i;
/** Longest path of a front page without a query, characters. */
const FRONT_PATH = 16;
const ARTICLE = /"@type"\s*:\s*\[?[^\]}:]{0,80}(?:Article|BlogPosting|Report|Review)"/;
const DATED = /publi|date|issued|created/;
/** Of these names, those that surely say when. */
const WHEN = /published|pub(?:lish)?[-_]?date/;
/** Parts of a page that are not its text. */
const ASIDE = 'a,nav,aside,footer,figure,dialog,script,style,noscript,button';
/** All that is looked at, by one question: each goes through the whole page. */
const LOOKED_AT =
  'h1,p,time,article,input[type="password"],[itemprop],[itemtype],[rel~="author"],[class*="byline"],[class*="author"]';

const line = (node: Node | null | undefined): string =>
  node?.textContent
    ?.slice(0, 4 * MOST_LINE)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LINE) ?? '';

const attribute = (element: Element, name: string): string => element.getAttribute(name)?.slice(0, MOST_LINE) ?? '';

/**
 * This runs once on every page, cold, where each function costs as much to compile as dozens of calls of it take, a regular
 * expression more, and one that ignores case the most, and each kind of list and element that is touched first some
 * hundredths of a millisecond: what all articles pass through is one plain function, compiled with the script, that asks no
 * question twice and for one kind of list, and what few need is left to others, which are compiled only there. Never throws.
 * @param whole the text, too, where the page states by its data that it is an article and what it is about
 * @returns null where nothing hints at an article.
 */
export const gatherPage = atOnce((document: Document, url: string, whole: boolean): GatheredPage | null => {
  try {
    // Most addresses are too long for a front page's and need no closer look.
    const path = url.slice(url.indexOf('/', 8));
    if ((path.length <= FRONT_PATH || path.includes('?') || path.includes('#') || !url.startsWith('http')) && FRONT.test(url))
      return null;
    const metas: [string, string][] = [];
    let names = '';
    let kind = '';
    let described = false;
    const tags = document.querySelectorAll('meta');
    const { length } = tags;
    for (let at = 0; at < length && at < MOST_METAS; at++) {
      const meta = tags[at]!;
      const content = meta.getAttribute('content');
      const stated =
        meta.getAttribute('property') ||
        meta.getAttribute('name') ||
        meta.getAttribute('itemprop') ||
        meta.getAttribute('http-equiv');
      if (!content || !stated) continue;
      const name = stated.slice(0, MOST_LINE).toLowerCase();
      metas.push([name, content.slice(0, MOST_LINE)]);
      names += `${name} `;
      if (name === 'og:type') kind ||= content;
      described ||= content.length >= TELLING && name.endsWith('description');
    }
    let typed = kind === 'article';
    if (!typed && /^(?:product|profile|book|music)/.test(kind)) return null;
    let told = false;
    let size = 0;
    const data: string[] = [];
    for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
      const source = script.textContent ?? '';
      if (data.length === MOST_SCRIPTS) break;
      if (size + source.length > MOST_DATA) continue;
      size += source.length;
      data.push(source);
      typed ||= source.includes('Article"');
      told ||= source.includes('"datePublished"');
    }
    const shown = document.querySelectorAll('h1');
    const h1s: string[] = [];
    for (let at = 0; at < 9 && at < shown.length; at++) h1s.push(shown[at]!.textContent!.trim().slice(0, MOST_LINE));
    const link = document.querySelector('link[rel~="canonical" i]');
    const stated: GatheredPage = {
      url,
      metas,
      data,
      canonical: link?.getAttribute('href')?.slice(0, MOST_LINE) ?? '',
      language: document.documentElement.getAttribute('lang')?.slice(0, MOST_LINE) ?? '',
      tab: document.title.slice(0, MOST_LINE),
      h1s,
      times: [],
      bylines: [],
      items: 0,
      passwords: 0,
      framed: false,
      timed: false,
      start: '',
      lead: '',
      text: null,
    };
    if (typed && !whole && (told || WHEN.test(names)) && !kind.startsWith('video')) {
      if (described) return stated;
      const lead = beginning(document);
      if (lead) return { ...stated, lead };
    }
    return look(document, stated, typed || DATED.test(names) || data.some((source) => ARTICLE.test(source)));
  } catch {
    return null;
  }
});

/**
 * How the text begins, where the page states all but what it is about: the first element with paragraphs that are together
 * as long as is asked for. The worker asks for the whole text where it wants that.
 * @returns '' where there is none
 */
function beginning(document: Document): string {
  const found = new Map<Element | null, string>();
  const aside = asides();
  const paragraphs = document.querySelectorAll('p');
  for (let at = 0; at < paragraphs.length && at < MOST_PARAGRAPHS; at++) {
    const paragraph = paragraphs[at]!;
    const words = paragraph.textContent!.trim();
    const room = paragraph.parentElement;
    if (!words[24] || aside(room)) continue;
    const text = `${found.get(room) ?? ''}${words.slice(0, MOST_LINE)} `;
    if (text.length >= MOST_START) return text.slice(0, MOST_START);
    found.set(room, text);
  }
  return '';
}

/** What the page itself shows, beside what it states. @param hinted it states that it is an article. */
function look(document: Document, stated: GatheredPage, hinted: boolean): GatheredPage | null {
  let items = 0;
  const h1s: Element[] = [];
  const paragraphs: Element[] = [];
  const times: Element[] = [];
  const articles: Element[] = [];
  let passwords = 0;
  const moments: Element[] = [];
  const bylines: [Element[], Element[], Element[]] = [[], [], []];
  let marked: Element | undefined;
  let left = MOST_ELEMENTS;
  for (const element of document.querySelectorAll(LOOKED_AT)) {
    if (left-- === 0) break;
    const name = element.localName;
    if (name === 'p') paragraphs.push(element);
    else if (name === 'time') times.push(element);
    else if (name === 'article') articles.push(element);
    else if (name === 'h1') h1s.push(element);
    else if (name === 'input' && attribute(element, 'type').toLowerCase() === 'password') passwords = 1;
    if (!element.hasAttributes()) continue;
    const property = attribute(element, 'itemprop');
    const type = attribute(element, 'itemtype');
    const named = attribute(element, 'class');
    if (type.endsWith('Article') || type.endsWith('BlogPosting')) items++;
    if (property.includes('articleBody')) marked ??= element;
    if (property.includes('datePublished')) moments.push(element);
    if (property.includes('author')) bylines[0].push(element);
    if (attribute(element, 'rel').includes('author')) bylines[1].push(element);
    if (named.includes('author') || named.includes('byline')) bylines[2].push(element);
  }
  // The longest is the headline: shorter ones are names, of the outlet or a section.
  let headline: Element | undefined;
  for (const h1 of h1s.slice(0, 9)) if (!headline || line(h1).length > line(headline).length) headline = h1;
  const frame = headline?.closest('article');
  const room = marked ?? frame ?? (articles.length > 1 ? null : (articles[0] ?? document.querySelector('main')));
  const [prose, body = room] = bodyText(paragraphs.slice(0, MOST_PARAGRAPHS));
  const start = headline ? following(headline) : line(body?.closest('article,main') ?? body?.parentElement).slice(0, MOST_START);
  const timed = times.slice(0, 20).some((time) => line(time) !== '' && start.slice(0, MOST_START / 2).includes(line(time)));
  const text = prose || plainText(document, body);
  const shown = items > 0 || (headline && (timed || frame)) || (text.length >= 800 && /\w\/.{9}/.test(stated.url));
  if (!hinted && !shown) return null;

  return {
    ...stated,
    times: [...times.slice(0, 20), ...moments.slice(0, 9)].map(
      (time) => attribute(time, 'datetime') || attribute(time, 'content'),
    ),
    bylines: bylines
      .flatMap((some) => some.slice(0, 9))
      .slice(0, 4)
      .map(line),
    items: Math.min(items, 9),
    passwords,
    framed: Boolean(frame),
    timed,
    start,
    text,
  };
}

/** The text between a headline and the next one, in the order of the page: another report has a dateline of its own. */
function following(headline: Element): string {
  let found = '';
  let node: Node | null = headline;
  for (let steps = 0; node && steps < MOST_STEPS && found.length < MOST_START; steps++) {
    if (!node.nextSibling) {
      node = node.parentNode;
      continue;
    }
    node = node.nextSibling;
    const element = node.nodeType === 1 ? (node as Element) : null;
    if (/^(?:script|style|noscript|template)$/.test(element?.localName ?? '#')) continue;
    const next = element?.localName === 'article' ? element : element?.querySelector('h2,h3,article');
    const text = node.nodeType === 8 ? '' : line(node);
    if (next) return found + text.slice(0, Math.max(0, text.indexOf(line(next))));
    found += `${text} `;
  }
  return found.slice(0, MOST_START);
}

/** Whether an element stands in a part that is not the page's text. What it answered is kept. */
function asides(): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    if (!element) return false;
    const answer = known.get(element) ?? element.closest(ASIDE) !== null;
    known.set(element, answer);
    return answer;
  };
}

/**
 * The paragraphs of the body. A parent is as rich as its paragraphs, in part its parents too (as in Arc90's Readability);
 * the richest is the body. Teasers, captions and menus do not count.
 */
function bodyText(paragraphs: readonly Element[]): [text: string, body: Element | undefined] {
  const lengths = new Map<Element, number>();
  const kept: [Element, string][] = [];
  const aside = asides();
  for (const paragraph of paragraphs) {
    const room = paragraph.parentElement;
    const words = paragraph.textContent!.slice(0, MOST_LINE).trim();
    const before = paragraph.previousElementSibling;
    if (!room || !words[24] || aside(room) || (before && /^h[2-4]$/.test(before.localName) && before.querySelector('a')))
      continue;
    kept.push([paragraph, words]);
    lengths.set(room, (lengths.get(room) ?? 0) + words.length);
  }
  const riches = new Map<Element, number>();
  for (const [parent, length] of lengths) {
    let room: Element | null = parent;
    for (const part of [1, 0.7, 0.5, 0.35, 0.25]) {
      if (!room) break;
      riches.set(room, (riches.get(room) ?? 0) + length * part);
      // The entries of a list are reports of their own.
      if (/^(?:li|article)$/.test(room.localName)) break;
      room = room.parentElement;
    }
  }
  let body: Element | undefined;
  let most = 200;
  for (const [room, rich] of riches) if (rich > most) [body, most] = [room, rich];
  let text = '';
  for (const [paragraph, words] of kept)
    if (text.length < MOST_TEXT && body?.contains(paragraph)) text += `${text && '\n'}${words.replace(/\s+/g, ' ')}`;
  return [text.slice(0, MOST_TEXT), body];
}

/** The text of a body that has no paragraphs. */
function plainText(document: Document, body: Element | null): string {
  const aside = asides();
  // 4: NodeFilter.SHOW_TEXT
  const walk = body && document.createTreeWalker(body, 4);
  let found = '';
  for (let seen = 0; walk?.nextNode() && seen < MOST_NODES && found.length < MOST_TEXT; seen++)
    if (!aside(walk.currentNode.parentElement)) found += ` ${walk.currentNode.textContent?.slice(0, MOST_LINE)}`;
  return found.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);
}
