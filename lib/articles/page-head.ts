import { Parser } from 'htmlparser2';

/** What the tags in a page's head state, and its `<h1>`. */
export interface StatedHead {
  /** Meta tags, as [property, name or itemprop in lower case, content]. */
  readonly metas: readonly (readonly [name: string, content: string])[];
  /** Sources of the JSON-LD scripts, unparsed. */
  readonly data: readonly string[];
  /** `<link rel="canonical">`, as written; '' where there is none. */
  readonly canonical: string;
  /** Texts of the `<h1>`. */
  readonly h1s: readonly string[];
}

/** Bounds of what is looked at: several times what the real pages have. */
const MOST_DATA = 30;
const MOST_H1S = 9;

/**
 * Reads the head as the script on the page gathers it (page-gather.ts): in the worker, so that the page's main thread only
 * pays for writing it down.
 */
export function statedHead(head: string): StatedHead {
  const metas: [string, string][] = [];
  const data: string[] = [];
  const h1s: string[] = [];
  let canonical = '';
  let open: { readonly tag: string; readonly texts: string[] } | null = null;
  const parser = new Parser({
    onopentag(tag, { content, property, name, itemprop, 'http-equiv': header, href = '' }) {
      // A headline may hold anything.
      if (open) return;
      const stated = property || name || itemprop || header;
      if (tag === 'meta' && content && stated) metas.push([stated.toLowerCase(), content]);
      if (tag === 'link') canonical ||= href;
      if (tag === 'h1') open = { tag, texts: h1s };
      if (tag === 'script') open = { tag, texts: data };
      open?.texts.push('');
    },
    ontext(text) {
      if (open) open.texts[open.texts.length - 1] += text;
    },
    onclosetag(tag) {
      if (tag === open?.tag) open = null;
    },
  });
  parser.end(head);
  return { metas, data: data.slice(0, MOST_DATA), canonical, h1s: h1s.slice(0, MOST_H1S) };
}
