import type { ArticleBrief, StoryView } from '../../lib/messages/verdict';
import type { Words } from '../../lib/words/words';
import { wholeImpact } from '../ImpactBar';
import { isWebAddress } from '../SafeLink';
import { tierKey } from '../SentimentScale';
import { standingLabel } from '../story-words';

/**
 * A story as Markdown: its signals, sections and sources. Every sentence of a source stands in quotation marks with its link.
 * @param now epoch ms
 */
export function storyMarkdown({ story, signals, articles }: StoryView, words: Words, now: number): string {
  const { verified, impact, sentiment, timeline, sections } = signals;
  const cite = (id: string) => linkTo(articles.find((article) => article.id === id));
  const said = (text: string, article: string) => `“${inline(text)}” ${cite(article)}`.trim();
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`## ${title}`, lines.join('\n')] : []);
  return `${[
    `# ${inline(story.title)}`,
    [
      `- ${standingLabel(words, verified.standing, verified.n)}`,
      `- ${words('impact')}: ${words('impact_of_ten', { score: wholeImpact(impact.score) })}`,
      `- ${words('sentiment')}: ${words(tierKey(sentiment.tier))}`,
    ].join('\n'),
    ...section(
      words('story_takeaways'),
      sections.takeaways.map((one) => `- ${said(one.text, one.article)}`),
    ),
    ...section(
      words('story_facts'),
      sections.facts.map((one, n) => `${n + 1}. ${said(one.text, one.article)}`),
    ),
    ...section(
      words('story_affected'),
      sections.affected.map((one) => `- **${inline(one.name)}**: ${said(one.why.text, one.why.article)}`),
    ),
    ...section(
      words('story_analysis'),
      sections.analysis.map((one) => `- ${said(one.text, one.article)}`),
    ),
    ...section(
      words('story_watch'),
      sections.watch.map((one) => `- ${words.date(one.at, one.precision)}: ${said(one.text, one.article)}`),
    ),
    ...section(
      words('timeline'),
      timeline.events.map((one) => `- ${words.date(one.at, one.precision)}: ${said(one.title, one.article)}`),
    ),
    ...section(
      words('story_sources'),
      verified.independent.map(
        (origin) => `- **${inline(origin.name)}**: ${origin.articles.map(cite).filter(Boolean).join(', ')}`,
      ),
    ),
    ...section(
      words('story_coverage'),
      sections.coverage.map((reason) => `- ${inline(words.reason(reason))}`),
    ),
    `*${inline(words('share_written', { date: words.date(now) }))}*`,
  ].join('\n\n')}\n`;
}

/** An article as a link under its outlet's name; the name alone where its address is none of the web. */
export function linkTo(article: ArticleBrief | undefined): string {
  if (!article) return '';
  const address = article.link ?? article.address;
  return isWebAddress(address) ? `([${inline(article.outlet)}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>))` : '';
}

/** Text that Markdown takes as text: a title must not become a link, an image or a heading in the reader's document. */
export function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
