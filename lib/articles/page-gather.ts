import { atOnce } from './at-once';
import { asides, MOST_LINE, MOST_PARAGRAPHS, PARAGRAPH } from './page-parts';

/**
 * What a page says of itself, gathered by the script on every page and sent to the worker, which makes sense of it
 * (page-interpret.ts) and has the page looked at where that leaves something open (page-look.ts). Gathering is all that
 * most pages pay for: no tag is taken apart there, no JSON parsed, no layout asked for, and where nothing hints at an
 * article nothing is sent.
 */
export interface GatheredPage {
  /** location.href */
  readonly url: string;
  /** The head as written: meta tags, JSON-LD, canonical link, and the `<h1>`; page-head.ts reads it. */
  readonly head: string;
  /** Language of the root element; '' where it has none. */
  readonly language: string;
  /** Text of `<title>`. */
  readonly tab: string;
  /** How the text begins, where the head states all but what it is about; else ''. */
  readonly lead: string;
  /** Whether that says enough to know what article this is, and of what. */
  readonly stated: boolean;
}

/** Bounds of what is looked at, so that the worst page costs little: several times what the real pages have. */
const MOST_TAGS = 300;
const MOST_HEAD = 250_000;
/** So many characters in one place are an article's text, and tell its matter. */
const TELLING_TEXT = 800;

/** What is no page of the web, and front pages, also of one language; a number in the query may be an article's. */
const FRONT =
  /^(?!https?:)|^\w+:\/\/[^/?#]+(?:\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|(?:index|default|home)\.\w+)?)?(?:$|#|\?(?!.*=\d\d))/i;
/** Longest path of a front page without a query, characters. */
const FRONT_PATH = 16;
/** All of the head that is sent, by one question: each goes through the whole page. */
const HEAD = 'meta,h1,script[type*="ld+json"],link[rel~="canonical" i]';
/**
 * The head is as browsers write it down: attributes in the page's order, in double quotes. A page that has them otherwise is
 * looked at.
 */
const DESCRIPTION = 'description" content="';
/** A description from this length on tells the matter without the text; as lib/stories/outline.ts reads it. */
const TELLING = 80;
const WHEN = /(?:property|name|itemprop|http-equiv)="[^"]*(?:published|pub(?:lish)?[-_]?date)/i;

/**
 * This runs once on every page, cold, where each function costs as much to compile as dozens of calls of it take, a regular
 * expression more, and one that ignores case the most, and each kind of list and element that is touched first some
 * hundredths of a millisecond: what all articles pass through is one plain function, compiled with the script, that asks one
 * question and leaves it to the worker to take the answer apart, and what few need is left to others, which are compiled
 * only there. Never throws.
 * @param looked the page is looked at anyway: how its text begins need not be known
 * @returns null where nothing hints at an article.
 */
export const gatherPage = atOnce((document: Document, url: string, looked?: boolean): GatheredPage | null => {
  try {
    // Most addresses are too long for a front page's and need no closer look.
    const path = url.slice(url.indexOf('/', 8));
    if ((path.length <= FRONT_PATH || path.includes('?') || path.includes('#') || !url.startsWith('http')) && FRONT.test(url))
      return null;
    let head = '';
    const tags = document.querySelectorAll(HEAD);
    for (let at = 0; at < tags.length && at < MOST_TAGS; at++) {
      const tag = tags[at]!.outerHTML;
      if (head.length + tag.length < MOST_HEAD) head += tag;
    }
    const typed = head.includes('Article"') || head.includes('content="article"');
    if (!typed && !isHinted(document, url, head)) return null;
    const placed = typed && (head.includes('"datePublished"') || WHEN.test(head)) && !head.includes('og:type" content="video');
    const at = head.indexOf(DESCRIPTION) + DESCRIPTION.length;
    const described = placed && at > DESCRIPTION.length && head.indexOf('"', at) >= at + TELLING;
    const lead = placed && !described && !looked ? beginning(document) : '';
    return {
      url,
      head,
      language: document.documentElement.getAttribute('lang')?.slice(0, MOST_LINE) ?? '',
      tab: document.title.slice(0, MOST_LINE),
      lead,
      stated: described || lead !== '',
    };
  } catch {
    return null;
  }
});

/** Whether a page that does not say that it is an article may be one: by a date, by its marks, or by the length of its text. */
function isHinted(document: Document, url: string, head: string): boolean {
  if (/og:type" content="(?:product|profile|book|music)/.test(head)) return false;
  if (/(?:property|name|itemprop|http-equiv)="[^"]*(?:publi|date|issued|created)/i.test(head)) return true;
  if (/"@type"\s*:\s*\[?[^\]}:]{0,80}(?:BlogPosting|Report|Review)"/.test(head)) return true;
  if (document.querySelector('article h1,h1+time,h1+* time,h1+*+time,[itemtype$="Article"],[itemtype$="BlogPosting"]'))
    return true;
  return /\w\/.{9}/.test(url) && beginning(document) !== '';
}

/**
 * How the text begins: in the first element whose paragraphs are together as long as TELLING_TEXT.
 * @returns '' where there is none
 */
function beginning(document: Document): string {
  const found = new Map<Element | null, string>();
  const aside = asides();
  const paragraphs = document.querySelectorAll('p');
  for (let at = 0; at < paragraphs.length && at < MOST_PARAGRAPHS; at++) {
    const paragraph = paragraphs[at]!;
    const words = paragraph.textContent!.trim();
    const room = paragraph.parentElement;
    if (words.length < PARAGRAPH || aside(room)) continue;
    const text = `${found.get(room) ?? ''}${words.slice(0, MOST_LINE)} `;
    if (text.length >= TELLING_TEXT) return text.slice(0, TELLING_TEXT);
    found.set(room, text);
  }
  return '';
}
