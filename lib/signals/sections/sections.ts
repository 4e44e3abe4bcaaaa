import type { Article } from '../../articles/article';
import type { Story } from '../../stories/story';
import type { Origin, Sections, Verified } from '../signals';
import { affectedOf } from './affected';
import { agreementOf } from './agreement';
import { analysisOf, isExplainer } from './analysis';
import { coverageOf } from './coverage';
import { FUNCTION_WORDS } from './english';
import { factsOf } from './facts';
import type { Lexicon } from './lexicon';
import { type Mentions, mentionsOf, type Publishers } from './mentioned';
import { type Sentence, sentencesOf, termOf, wordsOf } from './sentences';
import { takeawaysOf } from './takeaways';
import { watchOf } from './watch';

/** Sentences are compared under one name for each: "JLR" says what "Jaguar Land Rover" says, and says it once. */
function underOneName(sentence: Sentence, mentions: Mentions): Sentence {
  let terms: Set<string> | undefined;
  for (const { name, from, to } of mentions.spots(sentence)) {
    const form = sentence.words.slice(from, to);
    if (form.map(({ text }) => text).join(' ') === name) continue;
    terms ??= new Set(sentence.terms);
    for (const { lower } of form) terms.delete(termOf(lower));
    for (const { lower } of wordsOf(name)) if (!FUNCTION_WORDS.has(lower)) terms.add(termOf(lower));
  }
  return terms === undefined ? sentence : { ...sentence, terms };
}

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
  const read = sentencesOf(ordered, origins, lexicon.boilerplate);
  const mentions = mentionsOf(read, lexicon, publishers);
  const sentences = read.map((sentence) => underOneName(sentence, mentions));
  const counted = new Set(verified.independent.map((origin) => origin.key));
  // Analyses have a section of their own: their conclusions are not what happened.
  const explainers = new Set(ordered.filter((article) => isExplainer(article, lexicon)).map((article) => article.id));
  const news = explainers.size < ordered.length ? sentences.filter((sentence) => !explainers.has(sentence.article)) : sentences;
  const agreement = agreementOf(news);
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
