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
  /** The first paragraphs of the body, a line each; null where it was left until the worker asks for it. */
  readonly text: string | null;
}

/** Bounds of what is looked at, so that the worst page costs little: several times what the real pages have. */
const MOST_ELEMENTS = 6000;
const MOST_DEPTH = 60;
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
const ARTICLE = /"@type"\s*:\s*\[?[^\]}:]{0,80}(?:Article|BlogPosting|Report|Review)"/;
const DATED = /publi|date|issued|created/;
/** Of these names, those that surely say when. */
const WHEN = /published|pub(?:lish)?[-_]?date/;
/** Parts of a page that are not its text. */
const ASIDE = /^(?:a|nav|aside|footer|figure|dialog|script|style|noscript|button)$/;
const STATED = '[itemprop],[itemtype],[rel~="author"],[class*="byline"],[class*="author"]';

const line = (node: Node | null | undefined): string =>
  node?.textContent
    ?.slice(0, 4 * MOST_LINE)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LINE) ?? '';

const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name)?.slice(0, MOST_LINE) ?? '';

const short = (text: string | null | undefined): string =>
  text && text.length > MOST_LINE ? text.slice(0, MOST_LINE) : (text ?? '');

/** What the tags and the data say. */
type Stated = Pick<GatheredPage, 'url' | 'metas' | 'data' | 'canonical' | 'language' | 'tab' | 'h1s'>;

// This runs once, cold: small functions (what is not called is not compiled), plain loops, no question asked twice, and
// the queries that browsers answer fastest.
function gather(document: Document, url: string, whole: boolean): GatheredPage | null {
  if (FRONT.test(url)) return null;
  const metas: [string, string][] = [];
  let names = '';
  let kind = '';
  let described = false;
  const tags = document.getElementsByTagName('meta');
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
    const name = short(stated).toLowerCase();
    metas.push([name, short(content)]);
    names += `${name} `;
    if (name === 'og:type') kind ||= content;
    described ||= content.length >= TELLING && name.endsWith('description');
  }
  if (/^(?:product|profile|book|music)/.test(kind)) return null;
  let size = 0;
  let typed = false;
  const data: string[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const source = script.textContent ?? '';
    if (data.length === MOST_SCRIPTS) break;
    if (size + source.length > MOST_DATA) continue;
    size += source.length;
    data.push(source);
    typed ||= ARTICLE.test(source);
  }

  const h1s = first(document, 'h1', 9);
  const stated: Stated = {
    url,
    metas,
    data,
    canonical: short(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href')),
    language: short(document.documentElement.getAttribute('lang')),
    tab: short(document.title),
    h1s: h1s.map(line),
  };
  const dated = DATED.test(names);
  const told = WHEN.test(names) || data.some((source) => source.includes('"datePublished"'));
  if ((typed || kind === 'article') && told && described && !whole && !kind.startsWith('video'))
    return { ...stated, times: [], bylines: [], items: 0, passwords: 0, framed: false, timed: false, start: '', text: null };
  return look(document, stated, h1s, typed || dated || kind === 'article');
}

/** The first elements of a name. */
function first(document: Document, name: string, most: number): readonly Element[] {
  const list = document.getElementsByTagName(name);
  const found: Element[] = [];
  for (let at = 0; at < most && at < list.length; at++) found.push(list[at]!);
  return found;
}

/** What the page itself shows, beside what it states. @param hinted it states that it is an article. */
function look(document: Document, stated: Stated, h1s: readonly Element[], hinted: boolean): GatheredPage | null {
  let items = 0;
  const moments: Element[] = [];
  const bylines: [Element[], Element[], Element[]] = [[], [], []];
  let marked: Element | undefined;
  let left = MOST_ELEMENTS;
  for (const element of document.querySelectorAll(STATED)) {
    if (left-- === 0) break;
    const property = attribute(element, 'itemprop');
    if (/(?:Article|BlogPosting)$/.test(attribute(element, 'itemtype'))) items++;
    if (/articleBody/.test(property)) marked ??= element;
    if (/datePublished/.test(property)) moments.push(element);
    if (/author/.test(property)) bylines[0].push(element);
    if (/author/.test(attribute(element, 'rel'))) bylines[1].push(element);
    if (/author|byline/.test(attribute(element, 'class'))) bylines[2].push(element);
  }
  // The longest is the headline: shorter ones are names, of the outlet or a section.
  let headline: Element | undefined;
  for (const h1 of h1s) if (!headline || line(h1).length > line(headline).length) headline = h1;
  const frame = headline?.closest('article');
  const times = first(document, 'time', 20);
  const articles = first(document, 'article', 2);
  const room = marked ?? frame ?? (articles.length > 1 ? null : (articles[0] ?? document.querySelector('main')));
  const [paragraphs, body = room] = bodyText(first(document, 'p', MOST_PARAGRAPHS));
  const start = headline ? following(headline) : line(body?.closest('article,main') ?? body?.parentElement).slice(0, MOST_START);
  const timed = times.some((time) => line(time) !== '' && start.slice(0, MOST_START / 2).includes(line(time)));
  const text = paragraphs || plainText(document, body);
  const shown = items > 0 || (headline && (timed || frame)) || (text.length >= 800 && /\w\/.{9}/.test(stated.url));
  if (!hinted && !shown) return null;

  return {
    ...stated,
    times: [...times, ...moments.slice(0, 9)].map((time) => attribute(time, 'datetime') || attribute(time, 'content')),
    bylines: bylines
      .flatMap((some) => some.slice(0, 9))
      .slice(0, 4)
      .map(line),
    items: Math.min(items, 9),
    passwords: document.querySelector('input[type="password"]') ? 1 : 0,
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

/** Whether an element stands in a part that is not the page's text. What a parent answered is kept. */
function asides(): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return function aside(element, depth = 0): boolean {
    if (!element || depth > MOST_DEPTH) return false;
    const answer = known.get(element) ?? (ASIDE.test(element.localName) || aside(element.parentElement, depth + 1));
    known.set(element, answer);
    return answer;
  } as (element: Element | null, depth?: number) => boolean;
}

/**
 * The paragraphs of the body. A parent is as rich as its paragraphs, in part its parents too (as in Arc90's Readability);
 * the richest is the body. Teasers, captions and menus do not count.
 */
function bodyText(paragraphs: readonly Element[]): [text: string, body: Element | undefined] {
  const riches = new Map<Element, number>();
  const kept: [Element, string][] = [];
  const aside = asides();
  for (const paragraph of paragraphs) {
    const words = line(paragraph);
    const before = paragraph.previousElementSibling;
    if (!words[24] || aside(paragraph) || (/^h[2-4]$/.test(before?.localName ?? '') && before?.querySelector('a'))) continue;
    kept.push([paragraph, words]);
    let room = paragraph.parentElement;
    for (const part of [1, 0.7, 0.5, 0.35, 0.25]) {
      if (!room) break;
      riches.set(room, (riches.get(room) ?? 0) + words.length * part);
      // The entries of a list are reports of their own.
      if (/^(?:li|article)$/.test(room.localName)) break;
      room = room.parentElement;
    }
  }
  let body: Element | undefined;
  let most = 200;
  for (const [room, rich] of riches) if (rich > most) [body, most] = [room, rich];
  const text = kept
    .filter(([paragraph]) => body?.contains(paragraph))
    .map(([, words]) => words)
    .join('\n')
    .slice(0, MOST_TEXT);
  return [text, body];
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

/**
 * @param whole the text, too, where the page states by its data that it is an article and what it is about
 * @returns null where nothing hints at an article. Never throws.
 */
export function gatherPage(document: Document, url: string, whole: boolean): GatheredPage | null {
  try {
    return gather(document, url, whole);
  } catch {
    return null;
  }
}
