import { toSignalFeed } from '../signals/signal-feed';
import { browserWords } from '../words/browser-words';
import type { Context } from './context';
import type { Handlers } from './receive';
import { Refused } from './refused';

type DeskHandlers = Pick<Handlers, 'story/feed'>;

/** What the desk asks beyond single stories. */
export function deskHandlers(context: Context): DeskHandlers {
  const { store } = context;
  return {
    async 'story/feed'({ id }) {
      const record = await store.story(id);
      if (!record) throw new Refused('error_no_story');
      const [articles, catalogue] = await Promise.all([store.articlesOf(record.story), context.catalogue()]);
      const words = browserWords(catalogue);
      const { story, signals } = record;
      return JSON.stringify(toSignalFeed([{ story, signals, articles }], context.now(), words.reason), null, 2);
    },
  };
}
