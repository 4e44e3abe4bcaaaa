import { asides, MOST_LINE, MOST_PARAGRAPHS, PARAGRAPH } from './page-parts';

/**
 * What a page shows of an article, beside what its head states (page-gather.ts): looked for only where the head leaves
 * something open, or where a story is to be shown and the page's text says more of it.
 */
export interface ShownPage {
  /** location.href */
  readonly url: string;
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
  /** The first paragraphs of the body, a line each. */
  readonly text: string;
}

/** Bounds of what is looked at, so that the worst page costs little: several times what the real pages have. */
const MOST_ELEMENTS = 6000;
const MOST_NODES = 400;
const MOST_TEXT = 6000;
/** Where a dateline is looked for under the headline: characters, and steps from node to node. */
const MOST_START = 800;
const MOST_STEPS = 60;
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
 * What the page itself shows. Never throws.
 * @param url the page's address, as location.href
 */
export function lookAtPage(document: Document, url: string): ShownPage | null {
  try {
    return look(document, url);
  } catch {
    return null;
  }
}

function look(document: Document, url: string): ShownPage {
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
  return {
    url,
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
    if (
      !room ||
      words.length < PARAGRAPH ||
      aside(room) ||
      (before && /^h[2-4]$/.test(before.localName) && before.querySelector('a'))
    )
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
