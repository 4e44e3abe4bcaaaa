import type { StoryView } from '../../lib/messages/verdict';
import type { Words } from '../../lib/words/words';
import { standingLabel } from '../story-words';

/** The story's links, oldest first, each with its date and what it rests on, in plain text. */
export function storyLinks({ story, signals, articles }: StoryView, words: Words): string {
  const { verified, origins } = signals;
  const lines = articles.map(({ id, outlet, title, link, address, published }) => {
    const evidence = (origins[id]?.evidence ?? []).map((reason) => {
      const quote = reason.quote ? ` “${oneLine(reason.quote)}”` : '';
      return `  ${oneLine(words.reason(reason))}${quote}`;
    });
    return [`${oneLine(outlet)}, ${words.date(published)}: ${oneLine(title)}`, `  ${link ?? address}`, ...evidence].join('\n');
  });
  return `${[`${oneLine(story.title)}\n${standingLabel(words, verified.standing, verified.n)}`, ...lines].join('\n\n')}\n`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
