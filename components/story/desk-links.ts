/** What makes an anchor lead to a page of the desk, from wherever it stands. */
export interface DeskAnchor {
  readonly href: string;
  readonly target?: '_blank';
}

/** Where the names and stories of a screen lead. */
export interface DeskLinks {
  entity(name: string): DeskAnchor;
  story(id: string): DeskAnchor;
  page(name: 'methodology' | 'glossary' | 'trends'): DeskAnchor;
}

const anchors = (to: (hash: string) => DeskAnchor): DeskLinks => ({
  entity: (name) => to(`#entity=${encodeURIComponent(name)}`),
  story: (id) => to(`#story=${encodeURIComponent(id)}`),
  page: (name) => to(`#${name}`),
});

/** On the desk itself. */
export const ON_DESK = anchors((href) => ({ href }));
/** From the side panel and the popup: the desk opens in a tab. */
export const TO_DESK = anchors((hash) => ({ href: `/desk.html${hash}`, target: '_blank' }));
