import type { StoryView } from '../../lib/messages/verdict';
import type { Words } from '../../lib/words/words';
import type { ShareAs } from '../story/ShareMenu';
import { storyCitation } from './citation';
import { storyLinks } from './links';
import { storyMarkdown } from './markdown';

/** The ways out of a page of ours; a test gives its own. */
export interface Outlets {
  copy(text: string): Promise<void>;
  save(name: string, type: string, text: string): void;
  /** The story as a signal feed, made by the worker, which has the whole articles. */
  feed(id: string): Promise<string>;
}

/** Hands a story out in the form asked for. @returns what is said to the reader. Epoch ms. */
export async function shareStory(as: ShareAs, view: StoryView, words: Words, out: Outlets, now: number): Promise<string> {
  const name = fileName(view.story.title);
  switch (as) {
    case 'markdown':
      await out.copy(storyMarkdown(view, words, now));
      return words('share_copied');
    case 'links':
      await out.copy(storyLinks(view, words));
      return words('share_copied');
    case 'citation':
      await out.copy(storyCitation(view, words, now));
      return words('share_copied');
    case 'markdown-file':
      out.save(`${name}.md`, 'text/markdown', storyMarkdown(view, words, now));
      return words('share_saved', { name: `${name}.md` });
    case 'feed':
      out.save(`${name}.json`, 'application/json', await out.feed(view.story.id));
      return words('share_saved', { name: `${name}.json` });
  }
}

/** A title as a file's name that every system takes: letters and digits of any script, at most 60 characters. */
export function fileName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return name || 'story';
}
