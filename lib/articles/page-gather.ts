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
const MOST_ELEMENTS = 6000;
const MOST_DEPTH = 60;
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
const ASIDE = /^(?:a|nav|aside|footer|figure|dialog|script|style|noscript|button)$/;

/** All that is looked at, in two walks over the page: each query is a walk of its own, in Node even a slow one. */
const TAGS = 'meta,title,script[type*="ld+json"],h1,p,time,article,main,input[type="password"]';
const STATED = '[itemprop],[itemtype],[rel~="author"],link[rel~="canonical" i],[class*="byline"],[class*="author"]';

const line = (node: Node | null | undefined): string =>
  node?.textContent
    ?.slice(0, 4 * MOST_LINE)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LINE) ?? '';

const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name)?.slice(0, MOST_LINE) ?? '';

function gather(document: Document, url: string): GatheredPage | null {
  const { protocol, pathname, search } = new URL(url);
  if (!protocol.startsWith('http') || FRONT.test(pathname + search)) return null;

  // This runs once, cold: plain loops, and no question asked twice.
  const tagged: Partial<Record<string, Element[]>> = {};
  let left = MOST_ELEMENTS;
  for (const element of document.querySelectorAll(TAGS)) {
    if (left-- === 0) break;
    const { localName } = element;
    const list = tagged[localName];
    if (!list) tagged[localName] = [element];
    else if (list.length < MOST_METAS) list.push(element);
  }
  const metas: (readonly [string, string])[] = [];
  let kind = '';
  let hinted = false;
  for (const meta of tagged['meta'] ?? []) {
    const name = (
      attribute(meta, 'property') ||
      attribute(meta, 'name') ||
      attribute(meta, 'itemprop') ||
      attribute(meta, 'http-equiv')
    ).toLowerCase();
    metas.push([name, attribute(meta, 'content')]);
    if (name === 'og:type') kind ||= metas.at(-1)![1];
    hinted ||= DATED.test(name);
  }
  if (/^(?:product|profile|book|music)/.test(kind)) return null;
  let size = 0;
  const data: string[] = [];
  for (const { textContent } of tagged['script']?.slice(0, MOST_SCRIPTS) ?? []) {
    const source = textContent ?? '';
    if (size + source.length > MOST_DATA) continue;
    size += source.length;
    data.push(source);
  }

  let items = 0;
  let canonical = '';
  const dated: Element[] = [];
  const bylines: [Element[], Element[], Element[]] = [[], [], []];
  const bodies: Element[] = [];
  left = MOST_ELEMENTS;
  for (const element of document.querySelectorAll(STATED)) {
    if (left-- === 0) break;
    const property = attribute(element, 'itemprop');
    const rel = attribute(element, 'rel');
    if (/(?:Article|BlogPosting)$/.test(attribute(element, 'itemtype'))) items++;
    if (/articleBody/.test(property) && bodies.length === 0) bodies.push(element);
    if (/datePublished/.test(property)) dated.push(element);
    if (/author/.test(property)) bylines[0].push(element);
    if (/author/.test(rel)) bylines[1].push(element);
    if (/author|byline/.test(attribute(element, 'class'))) bylines[2].push(element);
    if (!canonical && /\bcanonical\b/i.test(rel)) canonical = attribute(element, 'href');
  }
  bodies.push(...(tagged['article']?.slice(0, 9) ?? []), ...(tagged['main']?.slice(0, 9) ?? []));
  const [paragraphs, body = bodies[0]] = bodyText(tagged['p']?.slice(0, MOST_PARAGRAPHS) ?? []);
  const text = paragraphs || plainText(document, body);
  hinted ||= items > 0 || kind === 'article' || data.some((source) => ARTICLE.test(source));
  if (!hinted && (text.length < 800 || !pathname[9])) return null;

  return {
    url,
    metas,
    data,
    canonical,
    language: attribute(document.documentElement, 'lang'),
    tab: line(tagged['title']?.[0]),
    h1s: (tagged['h1'] ?? []).slice(0, 9).map(line),
    times: [...(tagged['time'] ?? []).slice(0, 20), ...dated.slice(0, 9)].map(
      (time) => attribute(time, 'datetime') || attribute(time, 'content'),
    ),
    bylines: bylines
      .flatMap((some) => some.slice(0, 9))
      .slice(0, 4)
      .map(line),
    items: Math.min(items, 9),
    passwords: Math.min(tagged['input']?.length ?? 0, 9),
    start: line(body?.closest('article,main') ?? body?.parentElement),
    text,
  };
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
      if (room.localName === 'li') break;
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
function plainText(document: Document, body: Element | undefined): string {
  const aside = asides();
  // 4: NodeFilter.SHOW_TEXT
  const walk = body && document.createTreeWalker(body, 4);
  let found = '';
  for (let seen = 0; walk?.nextNode() && seen < MOST_NODES && found.length < MOST_TEXT; seen++)
    if (!aside(walk.currentNode.parentElement)) found += ` ${walk.currentNode.textContent?.slice(0, MOST_LINE)}`;
  return found.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);
}

/** @returns null where nothing hints at an article. Never throws. */
export function gatherPage(document: Document, url: string): GatheredPage | null {
  try {
    return gather(document, url);
  } catch {
    return null;
  }
}
