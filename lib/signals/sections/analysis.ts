import type { Article } from '../../articles/article';
import type { Quote } from '../signals';
import type { Agreement } from './agreement';
import type { Lexicon } from './lexicon';
import { quality } from './quality';
import type { Sentence } from './sentences';
import { repeats } from './takeaways';

const MOST = 5;
const MOST_OF_ONE = 2;

/** Words that weigh and conclude; what an analysis is read for. */
const WEIGHING =
  /\b(?:because|could|would|may|might|means?|suggests?|signals?|precedent|unprecedented|risks?|likely|implications?|raises|question|shows|reveals|matters|clash|shift|lesson|instead|rather than|consequences?|ultimately|tension|stakes|historically|effectively|if)\b/giu;

/** True for an explainer, an analysis or an opinion, by its title or the folder of its address. */
export function isExplainer(article: Article, lexicon: Lexicon): boolean {
  const title = article.title.toLowerCase();
  if (lexicon.explainers.titles.some((start) => title.startsWith(start))) return true;
  if (/[|–—:-]\s*(?:analysis|opinion|explainer|comment|commentary)\s*$/u.test(title.slice(-40))) return true;
  let path: string;
  try {
    path = new URL(article.address).pathname.toLowerCase();
  } catch {
    return false;
  }
  return lexicon.explainers.paths.some((part) => path.includes(part));
}

/** What the analyses among a story's articles conclude, in their words; kept apart from the news. */
export function analysisOf(
  articles: readonly Article[],
  sentences: readonly Sentence[],
  agreement: Agreement,
  lexicon: Lexicon,
): Quote[] {
  const explainers = new Set(articles.filter((article) => isExplainer(article, lexicon)).map((article) => article.id));
  const candidates = sentences
    .filter((sentence) => explainers.has(sentence.article) && sentence.place !== 'title' && sentence.quotable)
    .map((sentence) => {
      const weighing = Math.min(3, sentence.text.match(WEIGHING)?.length ?? 0);
      return { sentence, score: weighing * quality({ ...sentence, index: 0 }) * (sentence.leaning ? 0.4 : 1) };
    })
    .filter(({ score }) => score > 0.5)
    .sort((a, b) => b.score - a.score);
  const taken: Sentence[] = [];
  for (const { sentence } of candidates) {
    if (taken.length === MOST) break;
    if (taken.filter((other) => other.article === sentence.article).length === MOST_OF_ONE) continue;
    if (!taken.some((other) => repeats(sentence, other, agreement))) taken.push(sentence);
  }
  return taken.map(({ text, article }) => ({ text, article }));
}
