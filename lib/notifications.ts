import { browser } from './browser';
import type { News } from './signals/news-of-story';
import type { StoryNews } from './tell-news';
import type { MessageKey, Words } from './words/words';

/** Notifications of ours about a story carry its id after this. */
const PREFIX = 'story:';
const SAID: Record<News, MessageKey> = {
  found: 'tell_found',
  'second-source': 'tell_second_source',
  act: 'tell_act',
  contradicted: 'tell_contradicted',
};
/** The API is absent until the reader has granted the optional permission. */
const api = () => browser.notifications as typeof browser.notifications | undefined;

/** Shows what is news of a story; nothing where the permission is missing. */
export async function notifyOf(news: StoryNews, words: Words): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const said = news.news.map((one) => words(SAID[one], { n: news.n, impact: news.impact }));
  await api()?.create(PREFIX + news.story, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: news.title,
    message: [...said, ...(news.name === null ? [] : [words('tell_name', { name: news.name })])].join(' '),
  });
}

/** Opens the story that a notification is about. To be called at the worker's start, and when the permission has come. */
export function openStoriesOnClick(): void {
  const clicked = api()?.onClicked;
  if (clicked && !clicked.hasListener(onClick)) clicked.addListener(onClick);
}

function onClick(id: string): void {
  if (!id.startsWith(PREFIX)) return;
  void browser.tabs.create({ url: `/desk.html#story=${encodeURIComponent(id.slice(PREFIX.length))}` });
  void api()?.clear(id);
}
