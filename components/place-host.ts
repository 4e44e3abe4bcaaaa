import type { Place } from '../lib/store/settings';

/**
 * Puts the overlay's host on the page, out of its flow, so that nothing of the page moves: docked in a corner.
 * @param signal ends what was begun here.
 */
export function placeHost(host: HTMLElement, _place: Place, signal: AbortSignal): void {
  if (signal.aborted) return;
  host.style.cssText =
    'position:fixed!important;inset-block-end:16px!important;inset-inline-end:16px!important;z-index:2147483647!important';
  document.body.append(host);
}
