import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OverlayState } from '../lib/messages/protocol';
import type { Words } from '../lib/words/words';
import { Badge } from './Badge';
import { type Box, overlap } from './free-room';
import { Notice } from './Notice';
import { StoryPopup } from './StoryPopup';
import { WordsContext } from './WordsContext';

export interface OverlayProps {
  readonly state: OverlayState;
  readonly words: Words;
  /** Epoch ms. */
  readonly now: number;
  /** Of the page around it; left out, the browser's preference decides. */
  readonly theme?: 'light' | 'dark';
  /** Where the headline lies in the window; the popup leaves it to be read, where there is room. */
  readonly headline?: () => Box | null;
  readonly onMute: () => void;
  readonly onFollow: (on: boolean) => void;
  readonly onOpenStory: () => void;
  /** Take the badge off this page until it is loaded again. */
  readonly onHide: () => void;
}

/** Least distance from the edges of the window, and between badge and popup, px. */
const MARGIN = 8;
/** The popup's width (overlay.css); narrower windows get it as a sheet from below. */
const POPUP_WIDTH = 416;
const SHEET_BELOW = 480;
/** A popup lower than this is not worth reading: then it may reach below the window, and the page scrolls. */
const LEAST_ROOM = 380;

/**
 * Bottom edge of a popup at `left` that stands above the badge, and above the headline where it would lie on it and there is
 * room; px.
 */
function edgeAbove(headline: Box | null, left: number, badgeTop: number): number {
  const bottom = badgeTop - MARGIN;
  const box = { left, right: left + POPUP_WIDTH, top: bottom - LEAST_ROOM, bottom };
  if (!headline || !overlap(box, headline)) return bottom;
  const edge = headline.top - MARGIN;
  return edge - MARGIN < LEAST_ROOM ? bottom : edge;
}

/** Top edge of a popup at `left` that lets the headline be read; null where it would have too little room under it. */
function clear(headline: Box | null, left: number, top: number, windowHeight: number): number | null {
  const box = { left, right: left + POPUP_WIDTH, top, bottom: top + LEAST_ROOM };
  if (!headline || !overlap(box, headline)) return top;
  const under = headline.bottom + MARGIN;
  return windowHeight - under - MARGIN < LEAST_ROOM ? null : under;
}

/**
 * Puts the popup under the badge, or above it where there is no room, in the top layer, where no ancestor of the
 * page's can clip it. Absolute in the top layer means: scrolls with the page. It leaves the headline to be read: below it,
 * else beside it, else above it, and lies on it only where there is room for none of these.
 */
function placePopup(
  popup: HTMLElement,
  badge: HTMLElement,
  place: OverlayState['place'],
  dir: 'ltr' | 'rtl',
  headline: Box | null,
) {
  popup.showPopover?.();
  const view = popup.ownerDocument.defaultView;
  if (!view || view.innerWidth < SHEET_BELOW || place === 'corner') return;
  const at = badge.getBoundingClientRect();
  const furthest = view.innerWidth - POPUP_WIDTH - MARGIN;
  const wanted = dir === 'rtl' ? at.right - POPUP_WIDTH : at.left;
  const inside = (x: number) => Math.max(MARGIN, Math.min(x, furthest));
  const beside = headline && (dir === 'rtl' ? headline.left - MARGIN - POPUP_WIDTH : headline.right + MARGIN);
  const under = at.bottom + MARGIN;
  const spots = [wanted, ...(beside === null ? [] : [beside])].map(inside);
  const free = spots.flatMap((x) => {
    const y = clear(headline, x, under, view.innerHeight);
    return y === null ? [] : [{ left: x, top: y }];
  })[0];
  const { left, top: start } = free ?? { left: inside(wanted), top: under };
  const below = view.innerHeight - start - MARGIN;
  const edge = edgeAbove(headline, left, at.top);
  const above = edge - MARGIN;
  const over = (below < LEAST_ROOM && above > below) || (!free && above >= LEAST_ROOM);
  const room = Math.max(over ? above : below, Math.min(LEAST_ROOM, view.innerHeight - 4 * MARGIN));
  popup.style.setProperty('--ss-room', `${room}px`);
  popup.style.setProperty('--ss-left', `${left + view.scrollX}px`);
  const top = over ? edge - popup.offsetHeight : start;
  popup.style.setProperty('--ss-top', `${top + view.scrollY}px`);
}

/** The badge on the page and, opened, its popup. All that the page shows of us. */
export function Overlay({ state, words, now, theme, headline, onMute, onFollow, onOpenStory, onHide }: OverlayProps) {
  const [open, setOpen] = useState(false);
  const [followed, setFollowed] = useState(state.followed ?? false);
  const root = useRef<HTMLDivElement>(null);
  const badge = useRef<HTMLButtonElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const { verdict, place } = state;

  useLayoutEffect(() => {
    if (!open || !layer.current || !badge.current) return;
    placePopup(layer.current, badge.current, place, words.dir, headline?.() ?? null);
    close.current?.focus({ preventScroll: true });
  }, [open, place, words.dir]);

  useEffect(() => {
    const here = root.current;
    if (!open || !here) return;
    // The page sees a press inside our closed root as one on our host: compare at the root of our own tree.
    const host = (here.getRootNode() as Partial<ShadowRoot>).host ?? here;
    const onPress = (event: Event) => {
      if (!event.composedPath().includes(host)) setOpen(false);
    };
    here.ownerDocument.addEventListener('pointerdown', onPress, true);
    return () => here.ownerDocument.removeEventListener('pointerdown', onPress, true);
  }, [open]);

  const shut = () => {
    setOpen(false);
    badge.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys pressed in our popup are not shortcuts of the page.
    if (open) event.stopPropagation();
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      shut();
    }
  };

  return (
    <WordsContext.Provider value={words}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape on its way up from the buttons inside */}
      <div
        ref={root}
        class={`ss-root ss-overlay ss-place-${place}`}
        dir={words.dir}
        lang={words.locale}
        {...(theme ? { 'data-ss-theme': theme } : {})}
        onKeyDown={onKeyDown}
      >
        {verdict.is === 'story' ? (
          <Badge
            signals={verdict.view.signals}
            open={open}
            stale={verdict.staleSince !== null}
            buttonRef={badge}
            onToggle={() => (open ? shut() : setOpen(true))}
          />
        ) : (
          <Notice verdict={verdict} onHide={onHide} />
        )}
        {open && verdict.is === 'story' && (
          <div ref={layer} class="ss-layer" popover="manual">
            <StoryPopup
              view={verdict.view}
              page={verdict.page}
              staleSince={verdict.staleSince}
              followed={followed}
              now={now}
              closeRef={close}
              onClose={shut}
              onFollow={(on) => {
                setFollowed(on);
                onFollow(on);
              }}
              onMute={onMute}
              onOpenStory={onOpenStory}
              onHide={onHide}
            />
          </div>
        )}
      </div>
    </WordsContext.Provider>
  );
}
