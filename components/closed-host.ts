/**
 * An element of ours for somebody else's page, with a closed root that stays closed.
 *
 * A page may define our element's name as its own custom element, and `ElementInternals` then hands it the root of every
 * element that it made, closed or not. An element that got its root in a document without definitions is out of reach,
 * also when the page's definition takes it over later.
 */
export function closedHost(name: string, document: Document): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.implementation.createHTMLDocument('').createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  return { host: document.adoptNode(host), root };
}
