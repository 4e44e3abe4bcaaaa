/** What the desk does at a key; the list that is shown stands in components/desk/KeysDialog.tsx. */
export interface KeyActions {
  readonly search: () => void;
  readonly help: () => void;
  readonly follow: (story: string) => void;
  readonly compare: (story: string) => void;
}

const FIELDS = 'input, select, textarea, [contenteditable]';

/** Listens for the desk's keys until the signal ends. Keys in fields and with modifiers stay the browser's. */
export function listenForKeys(document: Document, actions: KeyActions, signal: AbortSignal): void {
  // Lists of pages that are not in front are kept, hidden.
  const rows = () => [...document.querySelectorAll<HTMLElement>('[data-story]')].filter((row) => row.checkVisibility());
  const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[data-story]') ?? null;
  const move = (by: 1 | -1) => {
    const all = rows();
    const here = rowOf(document.activeElement);
    const next = all[here ? all.indexOf(here) + by : by === 1 ? 0 : all.length - 1];
    const title = next?.querySelector<HTMLElement>('.ss-row-title a');
    title?.focus();
    title?.scrollIntoView({ block: 'nearest' });
    return title !== undefined && title !== null;
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      const target = event.target as Element | null;
      if (target?.matches(FIELDS)) {
        if (event.key === 'Escape') (target as HTMLElement).blur();
        return;
      }
      const story = rowOf(document.activeElement)?.dataset.story;
      // Arrows scroll the page until a story has the focus.
      const handled = ((): boolean => {
        switch (event.key) {
          case 'j':
            return move(1);
          case 'k':
            return move(-1);
          case 'ArrowDown':
            return story !== undefined && move(1);
          case 'ArrowUp':
            return story !== undefined && move(-1);
          case '/':
            actions.search();
            return true;
          case '?':
            actions.help();
            return true;
          case 'f':
            if (story !== undefined) actions.follow(story);
            return story !== undefined;
          case 'c':
            if (story !== undefined) actions.compare(story);
            return story !== undefined;
          default:
            return false;
        }
      })();
      if (handled) event.preventDefault();
    },
    { signal },
  );
}
