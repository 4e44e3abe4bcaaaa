import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { closedHost } from '../components/closed-host';
import { Overlay } from '../components/Overlay';
import css from '../components/overlay.css?inline';
import placeCss from '../components/place.css?inline';
import { placeHost, type Standing } from '../components/place-host';
import { askAgain } from '../lib/messages/ask-again';
import type { Answer, Ask, MessageName, Reply } from '../lib/messages/protocol';
import { browserWords } from '../lib/words/browser-words';
import type { PageScripts } from './probe';

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

type Shared = typeof globalThis & { secondSource?: PageScripts; browser?: Api; chrome?: Api };
type PageMessage = Extract<MessageName, `page/${string}`>;

/**
 * The badge on the page and its popup: injected by the worker only where there is something to show. In a closed
 * shadow root; nothing of the page is changed but for one element at the end of its body.
 */
export default defineUnlistedScript(() => void show());

async function show(): Promise<void> {
  const shared = globalThis as Shared;
  const api = shared.browser ?? shared.chrome;
  if (!api?.runtime.id) return;

  const ask = async <N extends PageMessage>(name: N, what: Ask<N>): Promise<Answer<N> | null> => {
    // Throws where the extension was updated meanwhile: an orphan goes quiet.
    const reply = (await api.runtime.sendMessage({ name, ask: what }).catch(() => undefined)) as Reply<Answer<N>> | undefined;
    return reply?.ok ? reply.value : null;
  };

  const teardown = new AbortController();
  const close = () => teardown.abort();
  const scripts: PageScripts = shared.secondSource ?? { read: () => false };
  shared.secondSource = scripts;
  // An overlay that stands is replaced, as the verdict or the settings have changed, but not before what to show is known.
  let closeFormer = scripts.close;
  scripts.close = close;
  teardown.signal.addEventListener('abort', () => {
    closeFormer?.();
    if (scripts.close === close) delete scripts.close;
  });

  const state = await askAgain(
    async () => (await ask('page/overlay', null)) ?? undefined,
    () => api.runtime.id !== undefined && !teardown.signal.aborted,
  );
  closeFormer?.();
  closeFormer = undefined;
  if (state?.verdict.is !== 'story' || teardown.signal.aborted) return;

  const { host, root } = closedHost('second-source-overlay', document);
  const style = document.createElement('style');
  style.textContent = css + placeCss;
  const stand = document.createElement('div');
  root.append(style, stand);

  const words = browserWords(state.catalogue);
  const draw = ({ place, theme, headline }: Standing) =>
    render(
      <Overlay
        state={{ ...state, place }}
        theme={theme}
        headline={headline}
        words={words}
        now={Date.now()}
        onMute={() => void ask('page/mute', null)}
        onFollow={(on) => void ask('page/follow', { on })}
        onOpenStory={() => void ask('page/open-story', null)}
        onHide={close}
      />,
      stand,
    );
  const { place, title = null } = state;
  placeHost({ host, stand, place, title, rtl: words.dir === 'rtl', draw, gaveWay: close }, teardown.signal);

  const onMessage = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'secondSource' in message && message.secondSource === 'close') close();
  };
  api.runtime.onMessage.addListener(onMessage);
  teardown.signal.addEventListener('abort', () => {
    api.runtime.onMessage.removeListener(onMessage);
    render(null, stand);
    host.remove();
  });
}
