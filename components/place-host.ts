import type { Place } from '../lib/store/settings';
import { freeCorner } from './corner';
import { around, type Box, freeRoom, isFree, type Room, type Size, type Surroundings } from './free-room';
import { findHeadline, linesOf } from './headline';
import { isFixed, layerAt, obstaclesIn } from './obstacles';
import { themeBeside } from './page-theme';

/** Where the overlay stands, for what is drawn in it. */
export interface Standing {
  readonly place: Exclude<Place, 'toolbar'>;
  readonly theme: 'light' | 'dark';
  /** Where the headline's text lies in the window just now, which what opens from the badge must not cover; null without one. */
  headline(): Box | null;
}

/** What is to be placed. */
export interface Placed {
  /** The one element that the page gets. */
  readonly host: HTMLElement;
  /** Inside its closed root, of class ss-stand (place.css); holds the badge. */
  readonly stand: HTMLElement;
  /** What the reader chose. */
  readonly place: Place;
  /** The headline as it was read; null where the page was not read. */
  readonly title: string | null;
  readonly rtl: boolean;
  /** Draws anew; called where the standing changes. Draws at once. */
  draw(standing: Standing): void;
  /** The page has taken the host away twice: the badge gives way. */
  gaveWay(): void;
}

/**
 * Widths at which the badge drops a part (the container queries of style/badge.css), px, widest first. Beside a headline
 * there is often room for some of it.
 */
const WIDTHS = [640, 600, 490, 415, 350, 150] as const;
/** How far around the headline's text the page is looked at, px. */
const ABOVE = 70;
const BELOW = 200;
/** Distance to the edges of the page, px. */
const MARGIN = 8;
/** Layout that has not changed for so long has settled, ms. */
const SETTLED = 150;
/** The widest tip, px (style/badge.css). */
const TIP = 380;

/**
 * Places the overlay on the page, out of its flow, so that nothing of the page moves: by the headline where there is
 * room that covers nothing, else docked in a corner. Follows the headline when the window or the page changes; looks at
 * the page only while the headline is in view, at most every SETTLED ms, and at a few dozen elements.
 * @param signal ends what was begun here.
 */
export function placeHost(placed: Placed, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { host, stand } = placed;
  const { documentElement: root, defaultView: view } = host.ownerDocument;
  if (!view) return;
  // On the root, not in the body: bodies are replaced, scaled, clipped and fixed by the pages' own scripts.
  const style =
    'all:initial;display:block;position:absolute;top:0;left:0;right:auto;bottom:auto;width:0;height:0;margin:0;z-index:auto;overflow:visible;pointer-events:auto';
  host.style.cssText = style.replaceAll(/(?=;|$)/g, '!important');
  stand.className = 'ss-stand';
  stand.dataset.ssAt = 'nowhere';
  root.append(host);
  comeBackOnce(placed, root, signal);

  const seat = new Seat(placed, view);
  seat.take();
  if (signal.aborted) return;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => seat.settle(), SETTLED);
  };
  const soon = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      seat.follow();
      later();
    });
  };
  // Few elements: the headline, and the page as a whole, whose height changes when something comes in above.
  const sizes = new ResizeObserver(soon);
  const inView = new IntersectionObserver((entries) => seat.see(entries.at(-1)?.isIntersecting ?? true) && soon(), {
    rootMargin: '200px',
  });
  seat.onHeadline = (headline) => {
    sizes.disconnect();
    inView.disconnect();
    sizes.observe(host.ownerDocument.body ?? root);
    if (headline) for (const observer of [sizes, inView]) observer.observe(headline);
  };
  seat.onHeadline(seat.headline);
  const shifts = observeShifts(soon);
  view.addEventListener('resize', soon, { signal });
  view.addEventListener('load', soon, { signal });
  void host.ownerDocument.fonts?.ready.then(() => signal.aborted || soon());
  host.ownerDocument.addEventListener('visibilitychange', soon, { signal });
  // Scrolling moves the badge with the page; only where a part of the page scrolls by itself has it to be moved.
  host.ownerDocument.addEventListener('scroll', (event) => seat.scrolls(event.target) && soon(), {
    capture: true,
    passive: true,
    signal,
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    view.cancelAnimationFrame(frame);
    sizes.disconnect();
    inView.disconnect();
    shifts?.disconnect();
  });
}

/** Chromium tells when something was moved by what came in late; elsewhere the page's height has to say it. */
function observeShifts(moved: () => void): PerformanceObserver | null {
  if (!PerformanceObserver.supportedEntryTypes?.includes('layout-shift')) return null;
  const observer = new PerformanceObserver(moved);
  observer.observe({ type: 'layout-shift' });
  return observer;
}

/** A page's own code may rebuild what it did not write: the host comes back once, then it is not wanted. */
function comeBackOnce(placed: Placed, root: Element, signal: AbortSignal): void {
  const { host } = placed;
  let back = 0;
  // Of the root's children only, of which there are hardly ever more than head and body.
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (back++ === 0 && root.isConnected) root.append(host);
    else placed.gaveWay();
  });
  observer.observe(root, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** The badge's place, and what is known of it. */
class Seat {
  headline: HTMLElement | null = null;
  onHeadline: (headline: HTMLElement | null) => void = () => {};
  /** Relative to the headline's text; null: in the corner. */
  private room: Room | null = null;
  private standing: Omit<Standing, 'headline'> | null = null;
  private sizes: readonly Size[] | null = null;
  private inView = true;
  private scroller: Element | null = null;

  constructor(
    private readonly placed: Placed,
    private readonly view: Window,
  ) {}

  /** @returns whether the headline has come into view. */
  see(inView: boolean): boolean {
    const came = inView && !this.inView;
    this.inView = inView;
    return came;
  }

  scrolls(target: EventTarget | null): boolean {
    return this.room !== null && this.scroller !== null && target instanceof Element && target.contains(this.headline);
  }

  /** Looks for the best place, and takes it. */
  take(): void {
    const { place, title, host } = this.placed;
    if (this.view.document.visibilityState === 'hidden' && this.standing) return;
    const before = this.headline;
    this.headline = place === 'headline' && title !== null ? findHeadline(host.ownerDocument, title) : null;
    this.scroller = this.headline && scrollerOf(this.headline);
    if (this.headline !== before) this.onHeadline(this.headline);
    if (!this.headline || isFixed(this.headline) || !this.byHeadline(this.headline)) this.inCorner();
  }

  /** The page may have changed: the place is kept as long as it covers nothing. */
  settle(): void {
    if (this.standing?.place === 'headline' && !this.inView) return;
    this.take();
  }

  /** The headline may have moved: the badge moves with it at once. */
  follow(): void {
    if (!this.room || !this.headline || !this.inView) return;
    if (this.headline.isConnected) this.moveTo(this.room);
    else this.take();
  }

  private byHeadline(headline: HTMLElement): boolean {
    const { stand, host, rtl } = this.placed;
    const lines = linesOf(headline);
    const [first] = lines;
    if (!first) return false;
    const { clientWidth } = host.ownerDocument.documentElement;
    const bottom = lines.at(-1)!.bottom;
    const bounds: Box = {
      left: MARGIN,
      right: clientWidth - MARGIN,
      top: Math.max(first.top - ABOVE, MARGIN - this.view.scrollY),
      bottom: bottom + BELOW,
    };
    this.sizes ??= this.measure();
    const obstacles = obstaclesIn(bounds, headline, lines);
    if (!obstacles) return false;
    const isRtl = getComputedStyle(headline).direction === 'rtl';
    const surroundings: Surroundings = {
      lines,
      column: headline.getBoundingClientRect(),
      obstacles,
      bounds,
      rtl: isRtl,
      sizes: this.sizes.filter(({ frame }) => frame <= clientWidth - 2 * MARGIN),
    };
    const old = this.room && shifted(this.room, first, 1);
    const isStill = old !== null && isFree(old, surroundings);
    const room = isStill ? old : freeRoom(surroundings);
    if (!room) return false;
    const box = { left: room.left, top: room.top, right: room.left + room.size.width, bottom: room.top + room.size.height };
    const layer = layerAt(box, headline, lines, host);
    if (layer === null) return false;
    this.room = shifted(room, first, -1);
    const end = (box.left + box.right) / 2 > clientWidth / 2 !== rtl;
    stand.toggleAttribute('data-ss-end', end);
    const toEdge = end !== rtl ? box.right : clientWidth - box.left;
    stand.style.setProperty('--ss-tip', `${Math.min(TIP, toEdge - MARGIN)}px`);
    stand.style.zIndex = String(layer);
    stand.style.setProperty('--ss-width', `${room.size.frame}px`);
    this.show({ place: 'headline', theme: this.themeAt(box, headline) });
    this.moveTo(this.room);
    return true;
  }

  /** The sizes that the badge really has in these words, measured once while nobody sees it. */
  private measure(): readonly Size[] {
    const { stand } = this.placed;
    const before = stand.dataset.ssAt;
    stand.dataset.ssAt = 'nowhere';
    this.draw({ place: 'headline', theme: this.standing?.theme ?? 'light' });
    const sizes: Size[] = [];
    for (const frame of WIDTHS) {
      stand.style.setProperty('--ss-width', `${frame}px`);
      const badge = this.badge();
      if (!badge || badge.width === 0) continue;
      const size = { width: Math.ceil(badge.width), height: Math.ceil(badge.height), frame };
      if (size.width <= frame && (sizes.at(-1)?.width ?? Infinity) > size.width) sizes.push(size);
    }
    stand.dataset.ssAt = before ?? 'nowhere';
    return sizes;
  }

  private badge(): DOMRect | undefined {
    return this.placed.stand.querySelector('.ss-badge')?.getBoundingClientRect();
  }

  private inCorner(): void {
    const { stand, host, rtl } = this.placed;
    this.room = null;
    stand.style.zIndex = '';
    this.show({ place: 'corner', theme: this.standing?.theme ?? themeOfPage(host.ownerDocument) });
    const badge = this.badge();
    if (!badge) return;
    const corner = freeCorner(this.view, badge, rtl, host);
    stand.dataset.ssBlock = corner.block;
    stand.dataset.ssInline = corner.inline;
    stand.style.setProperty('--ss-away', `${corner.away}px`);
    stand.style.setProperty('--ss-layer', String(corner.layer));
  }

  private themeAt(box: Box, headline: Element): 'light' | 'dark' {
    const { host } = this.placed;
    const [there = headline] = host.ownerDocument
      .elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      .filter((element) => element !== host && !isFixed(element));
    return themeBeside(there) ?? themeOfPage(host.ownerDocument);
  }

  private show(standing: Omit<Standing, 'headline'>): void {
    const { stand } = this.placed;
    stand.dataset.ssAt = standing.place;
    if (this.standing?.place !== standing.place || this.standing.theme !== standing.theme) this.draw(standing);
  }

  private draw(standing: Omit<Standing, 'headline'>): void {
    this.placed.draw({ ...standing, headline: () => this.headline && around(linesOf(this.headline)) });
    this.standing = standing;
  }

  /** Moves the stand so that it lies where the room is; from where it lies now, whatever the page's root does. */
  private moveTo(room: Room): void {
    const { stand } = this.placed;
    const [first] = this.headline ? linesOf(this.headline) : [];
    if (!first) return;
    const { left, top } = shifted(room, first, 1);
    const now = this.badge();
    if (!now) return;
    const x = Number.parseFloat(stand.style.getPropertyValue('--ss-x')) || 0;
    const y = Number.parseFloat(stand.style.getPropertyValue('--ss-y')) || 0;
    const [dx, dy] = [left - now.left, top - now.top];
    if (Math.abs(dx) >= 1) stand.style.setProperty('--ss-x', `${Math.round(x + dx)}px`);
    if (Math.abs(dy) >= 1) stand.style.setProperty('--ss-y', `${Math.round(y + dy)}px`);
    if (this.scroller) {
      const window = this.scroller.getBoundingClientRect();
      stand.style.visibility = top < window.top || top + room.size.height > window.bottom ? 'hidden' : '';
    }
  }
}

/** A room relative to the headline's first line (-1), or back in the window (1). */
const shifted = (room: Room, { left, top }: Box, way: 1 | -1): Room => ({
  ...room,
  left: room.left + way * left,
  top: room.top + way * top,
});

/** The part of the page that scrolls by itself and holds the headline, if not the page as a whole does. */
function scrollerOf(headline: Element): Element | null {
  const { body, documentElement, scrollingElement } = headline.ownerDocument;
  for (let here = headline.parentElement; here && here !== documentElement; here = here.parentElement) {
    if (here === scrollingElement || here.scrollHeight <= here.clientHeight + 1) continue;
    if (
      /auto|scroll/.test(getComputedStyle(here).overflowY) &&
      !(here === body && scrollingElement === documentElement && documentElement.scrollHeight > documentElement.clientHeight)
    )
      return here;
  }
  return null;
}

/** A page that states no background is white, unless it follows the system's dark preference. */
function themeOfPage({ body, documentElement, defaultView }: Document): 'light' | 'dark' {
  const stated = themeBeside(body ?? documentElement);
  if (stated) return stated;
  const follows = getComputedStyle(documentElement).colorScheme.includes('dark');
  return follows && defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
