import type { Article } from '../../articles/article';
import type { Story } from '../../stories/story';
import type { Origin, Sections, Verified } from '../signals';
import { affectedOf } from './affected';
import { agreementOf } from './agreement';
import { analysisOf, isExplainer } from './analysis';
import { coverageOf } from './coverage';
import { factsOf } from './facts';
import type { Lexicon } from './lexicon';
import { mentionsOf, type Publishers } from './mentioned';
import { sentencesOf } from './sentences';
import { takeawaysOf } from './takeaways';
import { watchOf } from './watch';

/**
 * The story page, section by section. Every sentence in it is a substring of a title, summary or text of one of the articles.
 * Deterministic; never throws on any text; a section about which the articles say nothing is empty.
 *
 * @param articles the story's articles, in any order
 * @param publishers the registry of sources
 * @param lexicon of the beat
 * @param now epoch ms: what is past is nothing to watch
 */
export function sectionsOf(
  story: Story,
  articles: readonly Article[],
  origins: Readonly<Record<string, Origin>>,
  verified: Verified,
  publishers: Publishers,
  lexicon: Lexicon,
  now: number,
): Sections {
  const ordered = [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  const sentences = sentencesOf(ordered, origins, lexicon.boilerplate);
  const counted = new Set(verified.independent.map((origin) => origin.key));
  // Analyses have a section of their own: their conclusions are not what happened.
  const explainers = new Set(ordered.filter((article) => isExplainer(article, lexicon)).map((article) => article.id));
  const news = explainers.size < ordered.length ? sentences.filter((sentence) => !explainers.has(sentence.article)) : sentences;
  const agreement = agreementOf(news);
  const mentions = mentionsOf(sentences, lexicon, publishers);
  const takeaways = takeawaysOf(agreement, counted, lexicon, story.title);
  return {
    takeaways,
    mentioned: mentions.list,
    facts: factsOf(news, agreement, counted, lexicon, story.title, new Set(takeaways.map((takeaway) => takeaway.text))),
    affected: affectedOf(news, agreement, mentions, lexicon),
    analysis: analysisOf(ordered, sentences, agreement, lexicon),
    watch: watchOf(ordered, sentences, agreement, lexicon, now),
    coverage: coverageOf(story, ordered, origins, verified, sentences),
  };
}
