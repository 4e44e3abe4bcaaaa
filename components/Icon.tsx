/** Drawn on a grid of 16, one line of 1.5, round ends: the same hand as the mark. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.25l4 4 4-4',
  next: 'M6 4l4 4-4 4',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8',
  settings: 'M2.5 4.75h6M12 4.75h1.5M2.5 11.25h1.5M7.5 11.25h6M8.5 3v3.5M4 9.5V13',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  desk: 'M2.5 3h11v10h-11zM5 6h6M5 8.25h6M5 10.5h3.5',
  follow: 'M8 3v10M3 8h10',
  followed: 'M3.5 8.5l3 3 6-7',
  mute: 'M3.6 3.6l8.8 8.8M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
  search: 'M7 2.75a4.25 4.25 0 1 1 0 8.5 4.25 4.25 0 0 1 0-8.5zM10.2 10.2l3.3 3.3',
  add: 'M8 3v10M3 8h10',
  remove: 'M3 4.5h10M6.25 4.5V3h3.5v1.5M4.25 4.5l.6 8.5h6.3l.6-8.5',
  in: 'M8 2.5v7.5M4.75 7L8 10.25 11.25 7M2.75 13.25h10.5',
  out: 'M8 10.25V2.75M4.75 6L8 2.75 11.25 6M2.75 13.25h10.5',
  alert: 'M8 2.5l6 10.75H2zM8 6.75v3M8 11.4v.1',
  compare: 'M3 3.5h4v9H3zM9.5 3.5h4v9h-4z',
  keys: 'M1.75 4.25h12.5v7.5H1.75zM4.5 6.75h.1M8 6.75h.1M11.4 6.75h.1M5 9.5h6',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.25l2 1.25',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon is never the only word: the text or the label beside it speaks, so it is silent itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`ss-icon ss-icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
