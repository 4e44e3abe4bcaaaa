/**
 * What a page says of itself, gathered by the script on every page and sent to the worker, which makes sense of it
 * (page-interpret.ts). Gathering is all that the page's main thread pays for: no JSON is parsed there, no layout asked for,
 * and where nothing hints at an article nothing is sent.
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
  /** The text that follows the first headline, dateline and byline included. */
  readonly start: string;
  /** The first paragraphs of the body, a line each. */
  readonly text: string;
}

/** Bounds of what is looked at, so that the worst page costs little: several times what the real pages have. */
const MOST_METAS = 250;
const MOST_SCRIPTS = 30;
const MOST_DATA = 200_000;
const MOST_PARAGRAPHS = 200;
const MOST_NODES = 400;
const MOST_LINE = 2000;
const MOST_TEXT = 6000;

/** A front page, also of one language; a number in the query may be an article's. */
const FRONT = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|(?:index|default|home)\.\w+)?(?:$|\?(?!.*=\d\d))/i;
const ARTICLE = /"@type"\s*:\s*\[?[^\]}:]{0,80}(?:Article|BlogPosting|Report|Review)"/;
const DATED = /publi|date|issued|created/;
/** Parts of a page that are not its text. */
const ASIDE = 'a,li,nav,aside,footer,form,figure,dialog,script,style,noscript,button';

/** @returns null where nothing hints at an article. */
export function gatherPage(document: Document, url: string): GatheredPage | null {
  const { protocol, pathname, search } = new URL(url);
  if (!/^http/.test(protocol) || FRONT.test(pathname + search)) return null;
  const all = (selector: string, most = 9): Element[] => [...document.querySelectorAll(selector)].slice(0, most);
  const attribute = (element: Element | undefined, ...names: string[]): string =>
    (element && names.map((name) => element.getAttribute(name)).find(Boolean))?.slice(0, MOST_LINE) ?? '';
  const text = (node: Node | null | undefined): string =>
    node?.textContent?.slice(0, MOST_LINE).replace(/\s+/g, ' ').trim() ?? '';

  const metas = all('meta[content]', MOST_METAS).map(
    (meta) => [attribute(meta, 'property', 'name', 'itemprop', 'http-equiv').toLowerCase(), attribute(meta, 'content')] as const,
  );
  const is = metas.find(([name]) => name === 'og:type')?.[1] ?? '';
  if (/^(?:product|profile|book|music)/.test(is)) return null;
  let size = 0;
  const data: string[] = [];
  for (const { textContent } of all('script[type*="ld+json"]', MOST_SCRIPTS)) {
    const source = textContent ?? '';
    if (size + source.length > MOST_DATA) continue;
    size += source.length;
    data.push(source);
  }
  const items = all('[itemtype$="Article"],[itemtype$="BlogPosting"]').length;
  const headings = all('h1');
  const body =
    bodyText(all('p', MOST_PARAGRAPHS), text) || plainText(document, all('[itemprop~="articleBody"],article,main', 1)[0]);
  const hinted =
    items || is === 'article' || data.some((source) => ARTICLE.test(source)) || metas.some(([name]) => DATED.test(name));
  if (!hinted && (body.length < 800 || !headings[0])) return null;

  const first = headings[0]?.closest('article,header,main') ?? all('article,main')[0];
  return {
    url,
    metas,
    data,
    canonical: attribute(all('link[rel~="canonical"]')[0], 'href'),
    language: attribute(document.documentElement, 'lang'),
    tab: text(all('title')[0]),
    h1s: headings.map(text),
    times: all('time,[itemprop~="datePublished"]', 20).map((time) => attribute(time, 'datetime', 'content')),
    bylines: all('[rel~="author"],[itemprop~="author"],[class*="byline"],[class*="author"]', 4).map(text),
    items,
    passwords: all('[type="password"]').length,
    start: text(first),
    text: body,
  };
}

/**
 * The paragraphs of the body. A parent is as rich as its paragraphs, in part its parents too (as in Arc90's Readability);
 * the richest is the body. Teasers, captions and menus do not count.
 */
function bodyText(paragraphs: readonly Element[], read: (node: Node) => string): string {
  const riches = new Map<Element, number>();
  const kept: [Element, string][] = [];
  for (const paragraph of paragraphs) {
    const words = read(paragraph);
    const before = paragraph.previousElementSibling;
    if (!words[24] || paragraph.closest(ASIDE) || (/^H[2-4]$/.test(before?.tagName ?? '') && before?.querySelector('a')))
      continue;
    kept.push([paragraph, words]);
    let room = paragraph.parentElement;
    for (const part of [1, 0.6, 0.4]) {
      if (!room) break;
      riches.set(room, (riches.get(room) ?? 0) + words.length * part);
      room = room.parentElement;
    }
  }
  let body: Element | undefined;
  for (const [room, rich] of riches) if (rich > (riches.get(body as Element) ?? 200)) body = room;
  return kept
    .filter(([paragraph]) => body?.contains(paragraph))
    .map(([, words]) => words)
    .join('\n')
    .slice(0, MOST_TEXT);
}

/** The text of a body that has no paragraphs. */
function plainText(document: Document, body: Element | undefined): string {
  const walk = body && document.createTreeWalker(body, 4);
  let found = '';
  for (let seen = 0; walk?.nextNode() && seen < MOST_NODES && found.length < MOST_TEXT; seen++)
    if (!walk.currentNode.parentElement?.closest(ASIDE)) found += walk.currentNode.textContent?.slice(0, MOST_LINE) ?? '';
  return found.replace(/\s+/g, ' ').trim();
}
