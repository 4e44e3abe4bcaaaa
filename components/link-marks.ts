import type { LinkMark } from '../lib/messages/protocol';
import { closedHost } from './closed-host';
import { type Box, overlap } from './free-room';
import { isFixed, layerOf, SOLID } from './obstacles';
import { themeBeside } from './page-theme';

/** What the marks need of the world. */
export interface LinkMarksWorld {
  /** At most MOST_ASKED addresses at a time, each once; null where an address is no known article, or nobody answers. */
  lookUp(addresses: readonly string[]): Promise<readonly (LinkMark | null)[]>;
  /** What a mark says when it is pointed at or read out. */
  sentence(mark: LinkMark): string;
  readonly css: string;
}

/** Addresses in one message (lib/messages/asks.ts), and on one page. */
const MOST_ASKED = 50;
const MOST_ADDRESSES = 4000;
/** Longest address that is asked for, characters (lib/messages/asks.ts). */
const MOST_ADDRESS = 2000;
/** Links with less text, characters, are menus, authors, dates and "more": the same address has a headline beside it. */
const HEADLINE = 16;
/** Links that have come into view wait so long for others, ms: one message for a screenful. */
const GATHER = 120;
/** A page has come to rest, ms after the last change or scroll. */
const REST = 200;
/** Links looked at in one go, and milliseconds until the next: an endless page is never walked through at once. */
const MOST_LINKS = 3000;
/** Space between a link's text and its mark, px; height of a mark (link-marks.css) and width of one with two digits. */
const GAP = 5;
const HEIGHT = 16;
const WIDTH = 30;
/** Two links to one article nearer than this, px, are one teaser: the one with more text gets the mark. */
const TEASER = 260;

/** Services that lead through an address of their own carry the true one in it. */
const CARRIED = /[?&](?:u|q|url|uddg|to|target|dest)=(https?(?::|%3A)[^&]+)/i;

/** The address that a link leads to in the end, or null where it is no page elsewhere. */
export function addressOf(link: { readonly href: string; readonly protocol: string }): string | null {
  if (link.protocol !== 'https:' && link.protocol !== 'http:') return null;
  const carried = CARRIED.exec(link.href.slice(0, 2 * MOST_ADDRESS))?.[1];
  try {
    const address = (carried ? decodeURIComponent(carried) : link.href).split('#')[0]!;
    return address.length <= MOST_ADDRESS ? address : null;
  } catch {
    return null;
  }
}

interface Marked {
  readonly mark: HTMLAnchorElement;
  x: number;
  y: number;
}

interface Spot {
  /** px in the window; of the mark's right edge where it goes back from there. */
  readonly x: number;
  readonly y: number;
  readonly back: boolean;
}

/**
 * Draws a small mark beside links whose article is known. Only what is in view is asked for; the page gets one element
 * in all, at its end, and none of its links is touched: it cannot read from its own document which of them are known.
 * @param signal takes all marks away at once.
 */
export function markLinks(document: Document, world: LinkMarksWorld, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  /** What is known of each address; absent until it was asked for. */
  const known = new Map<string, LinkMark | null>();
  /** Addresses that were asked for or wait to be. */
  const asked = new Set<string>();
  const waiting: string[] = [];
  const seen = new WeakSet<HTMLAnchorElement>();
  const visible = new Set<HTMLAnchorElement>();
  const marks = new Map<HTMLAnchorElement, Marked>();
  let layer: { readonly host: HTMLElement; readonly root: HTMLElement } | null = null;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  /** Looks for links that are new to us. The list is live and kept by the browser: no query, no observer of the page. */
  const scan = () => {
    if (document.visibilityState === 'hidden') return;
    const { links } = document;
    let taken = 0;
    for (let i = links.length - 1; i >= 0 && taken < MOST_LINKS; i--) {
      const link = links[i]!;
      if (seen.has(link as HTMLAnchorElement)) continue;
      seen.add(link as HTMLAnchorElement);
      taken++;
      if (link.localName === 'a') inView.observe(link);
    }
  };

  const inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const link = target as HTMLAnchorElement;
      if (!isIntersecting) {
        visible.delete(link);
        drop(link);
        continue;
      }
      const text = link.textContent ?? '';
      if (text.length < HEADLINE || text.trim().length < HEADLINE) {
        inView.unobserve(link);
        continue;
      }
      visible.add(link);
      const address = addressOf(link);
      if (address === null || asked.has(address) || asked.size >= MOST_ADDRESSES) continue;
      asked.add(address);
      waiting.push(address);
    }
    if (waiting.length > 0) gathering ??= setTimeout(() => void lookUp(), GATHER);
    draw();
  });

  const lookUp = async () => {
    while (waiting.length > 0 && !signal.aborted) {
      const some = waiting.splice(0, MOST_ASKED);
      const answers = await world.lookUp(some);
      some.forEach((address, i) => {
        known.set(address, answers[i] ?? null);
      });
      draw();
    }
    gathering = undefined;
  };

  const draw = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) place();
    });
  };

  /** All reads first, then all writes. */
  const place = () => {
    const placed: { link: HTMLAnchorElement; address: string; mark: LinkMark; at: Spot; text: number }[] = [];
    for (const link of visible) {
      const address = link.isConnected ? addressOf(link) : null;
      const mark = address === null ? null : known.get(address);
      const at = mark ? spotBeside(link, getComputedStyle(link).direction === 'rtl') : null;
      if (mark && address !== null && at) placed.push({ link, address, mark, at, text: (link.textContent ?? '').trim().length });
      else drop(link);
    }
    if (placed.length === 0) return;
    const { host, root } = stand();
    const origin = host.getBoundingClientRect();
    for (const { link, address, mark, at, text } of placed) {
      const isTwin = placed.some(
        (other) => other.link !== link && other.address === address && Math.abs(other.at.y - at.y) < TEASER && other.text > text,
      );
      if (isTwin) {
        drop(link);
        continue;
      }
      let entry = marks.get(link);
      if (!entry) {
        if (isFixed(link)) continue;
        entry = { mark: elementOf(link, mark), x: Number.NaN, y: Number.NaN };
        marks.set(link, entry);
        root.append(entry.mark);
      }
      const [x, y] = [at.x - Math.round(origin.left), at.y - Math.round(origin.top)];
      if (entry.x === x && entry.y === y) continue;
      // By transform alone: a change of `top` would count as a shift of the layout.
      entry.mark.style.transform = `translate(${x}px, ${y}px)${at.back ? ' translateX(-100%)' : ''}`;
      Object.assign(entry, { x, y });
    }
  };

  const stand = () => {
    if (layer?.host.isConnected) return layer;
    for (const link of marks.keys()) drop(link);
    const { host, root: shadow } = closedHost('second-source-links', document);
    host.style.cssText =
      'all:initial!important;display:block!important;position:absolute!important;top:0!important;left:0!important;width:0!important;height:0!important;pointer-events:none!important';
    const style = document.createElement('style');
    style.textContent = world.css;
    const root = document.createElement('div');
    root.className = 'ss-root';
    shadow.append(style, root);
    document.documentElement.append(host);
    layer = { host, root };
    return layer;
  };

  const elementOf = (link: HTMLAnchorElement, mark: LinkMark): HTMLAnchorElement => {
    const element = document.createElement('a');
    element.className = `ss-link-mark ss-is-${mark.standing}`;
    element.dataset.ssTheme = themeBeside(link) ?? 'light';
    element.textContent = String(mark.n);
    // It leads where its link leads, but is no stop of its own for the keyboard.
    element.tabIndex = -1;
    element.href = link.href;
    element.target = link.target;
    element.rel = 'noopener';
    element.title = world.sentence(mark);
    element.setAttribute('aria-label', element.title);
    element.style.zIndex = String(layerOf(link));
    return element;
  };

  const drop = (link: HTMLAnchorElement) => {
    marks.get(link)?.mark.remove();
    marks.delete(link);
  };

  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      scan();
      draw();
    }, REST);
  };
  // What comes in later makes the page longer, or comes while it is scrolled or pressed.
  const grows = new ResizeObserver(rest);
  grows.observe(document.body ?? document.documentElement);
  for (const event of ['resize', 'load', 'pointerup', 'keyup', 'popstate'])
    view.addEventListener(event, rest, { passive: true, capture: true, signal });
  document.addEventListener(
    'scroll',
    ({ target }) => {
      rest();
      // The marks scroll with the page, but not with a part of it.
      if (target !== document && marks.size > 0) draw();
    },
    { passive: true, capture: true, signal },
  );
  scan();
  signal.addEventListener('abort', () => {
    clearTimeout(gathering);
    clearTimeout(resting);
    view.cancelAnimationFrame(frame);
    inView.disconnect();
    grows.disconnect();
    layer?.host.remove();
  });
}

/** Texts looked at around a link, and elements upwards from it: enough for a teaser. */
const MOST_TEXTS = 60;
const MOST_UP = 4;

/** The rectangles of the text in an element, px in the window. */
function textBoxes(element: Element): DOMRect[] {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = element.ownerDocument.createRange();
  const boxes: DOMRect[] = [];
  for (let seen = 0; texts.nextNode() && seen < MOST_TEXTS; seen++) {
    if (!texts.currentNode.nodeValue?.trim()) continue;
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects()) if (box.width > 1) boxes.push(box);
  }
  return boxes;
}

/**
 * Where the mark of a link goes: after its last line, else before its first; null where it would cover text, a picture or
 * a control there, as in the middle of a paragraph.
 */
function spotBeside(link: HTMLAnchorElement, rtl: boolean): Spot | null {
  const { ownerDocument: document } = link;
  const lines = textBoxes(link);
  if (lines.length === 0) return null;
  let block: Element = link;
  for (let up = 0; up < MOST_UP && block.parentElement && getComputedStyle(block).display.startsWith('inline'); up++)
    block = block.parentElement;
  const texts = textBoxes(block.parentElement ?? block);
  const last = lines.reduce((a, b) =>
    b.bottom > a.bottom + 1 || (b.bottom > a.bottom - 1 && b.right > a.right !== rtl) ? b : a,
  );
  const first = lines.reduce((a, b) => (b.top < a.top - 1 || (b.top < a.top + 1 && b.left < a.left !== rtl) ? b : a));
  const { clientWidth } = document.documentElement;
  for (const [line, after] of [
    [last, true],
    [first, false],
  ] as const) {
    const left = after !== rtl ? line.right + GAP : line.left - GAP - WIDTH;
    const top = (line.top + line.bottom - HEIGHT) / 2;
    const box: Box = { left, top, right: left + WIDTH, bottom: top + HEIGHT };
    if (box.left < 0 || box.right > clientWidth || texts.some((text) => overlap(box, text))) continue;
    const there = document.elementFromPoint(left + WIDTH / 2, top + HEIGHT / 2);
    if (there?.matches(SOLID)) continue;
    return { x: Math.round(after !== rtl ? left : left + WIDTH), y: Math.round(top), back: after === rtl };
  }
  return null;
}
