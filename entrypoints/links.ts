import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { markLinks } from '../components/link-marks';
import css from '../components/link-marks.css?inline';
import { linkSentence } from '../components/link-sentence';
import type { Answer, Ask, MessageName, Reply } from '../lib/messages/protocol';
import { browserWords } from '../lib/words/browser-words';
import type { Words } from '../lib/words/words';

/** The part of the extension API that a page's script needs; native, without the polyfill. */
interface Api {
  readonly runtime: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown) => void): void;
      removeListener(listener: (message: unknown) => void): void;
    };
  };
}

type Shared = typeof globalThis & { secondSourceLinks?: AbortController; browser?: Api; chrome?: Api };
type PageMessage = Extract<MessageName, `page/${string}`>;

/**
 * The marks beside links: on every page of the mode, once the reader has switched them on. They go when they are switched
 * off, and when the extension is updated or removed.
 */
export default defineUnlistedScript(() => {
  const shared = globalThis as Shared;
  const api = shared.browser ?? shared.chrome;
  if (!api?.runtime.id || (shared.secondSourceLinks && !shared.secondSourceLinks.signal.aborted)) return;
  const teardown = new AbortController();
  shared.secondSourceLinks = teardown;

  const ask = async <N extends PageMessage>(name: N, what: Ask<N>): Promise<Answer<N> | null> => {
    if (!api.runtime.id) {
      teardown.abort();
      return null;
    }
    const reply = (await api.runtime.sendMessage({ name, ask: what }).catch(() => undefined)) as Reply<Answer<N>> | undefined;
    return reply?.ok ? reply.value : null;
  };

  let words: Words | null = null;
  markLinks(
    document,
    {
      css,
      async lookUp(addresses) {
        const answers = (await ask('page/links', { addresses })) ?? [];
        // The reader's language is asked for once there is something to say.
        if (answers.some(Boolean)) words ??= browserWords((await ask('page/overlay', null))?.catalogue ?? null);
        return answers;
      },
      sentence: (mark) => (words ? linkSentence(words, mark) : ''),
    },
    teardown.signal,
  );

  const onMessage = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'secondSource' in message && message.secondSource === 'links-off')
      teardown.abort();
  };
  api.runtime.onMessage.addListener(onMessage);
  teardown.signal.addEventListener('abort', () => api.runtime.onMessage.removeListener(onMessage));
});
