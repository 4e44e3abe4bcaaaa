import type { Article } from '../articles/article';
import { type Agency, agencyNamed } from './credit-agencies';

/**
 * Desks that carry an agency's texts without saying so in feed or address: a host, a path, and what is known of it.
 * The weakest credit there is; any other finding goes before it.
 */
interface Desk {
  readonly host: string;
  readonly path: RegExp;
  readonly agency: string;
  /** Asks for a slug that is not made of the title's words: agency systems make slugs of their keyword lists. */
  readonly keywords?: true;
}

const DESKS: readonly Desk[] = [
  // The Standard and its sister title import PA with its keyword list as the slug.
  { host: 'standard.co.uk', path: /-b\d{6,}\.html$/, agency: 'pa', keywords: true },
  // Mediacorp's business and world desks run Reuters for what is not about Singapore.
  { host: 'channelnewsasia.com', path: /^\/(?:business|world)\//, agency: 'reuters' },
  // The national news of these regional dailies is PA's.
  { host: 'expressandstar.com', path: /^\/(?:uk-news|news\/uk-news)\//, agency: 'pa' },
  { host: 'shropshirestar.com', path: /^\/(?:uk-news|news\/uk-news)\//, agency: 'pa' },
  { host: 'breakingnews.ie', path: /^\/(?:world|business)\//, agency: 'pa' },
];

/** The agency of the desk that published an article, as far as its address shows it. */
export function deskOf(article: Article): Agency | undefined {
  const path = article.address
    .slice(0, 400)
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\?.*$/, '');
  for (const desk of DESKS) {
    if (article.host !== desk.host && !article.host.endsWith(`.${desk.host}`)) continue;
    if (!desk.path.test(path)) continue;
    if (desk.keywords && titleShare(path, article.title) >= KEYWORD_SLUG) continue;
    return agencyNamed(desk.agency);
  }
  return undefined;
}

/** A slug with less than this share of its words in the title is a keyword list: made from a title it has nearly all. */
const KEYWORD_SLUG = 0.5;

function titleShare(path: string, title: string): number {
  const all = (path.split('/').at(-1) ?? '')
    .replace(/-b?\d+\.html$/, '')
    .split('-')
    .filter((word) => word.length > 1);
  const slug = [...new Set(all)];
  const words = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return slug.length === 0 ? 1 : slug.filter((word) => words.has(word)).length / slug.length;
}
