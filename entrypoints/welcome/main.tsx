import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { WelcomeScreen } from '../../components/screens/WelcomeScreen';
import '../../components/style/page.css';
import '../../components/style/setup.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import { browser } from '../../lib/browser';
import { chooseMode, holdsMode } from '../../lib/choose-mode';
import { follow, NEVER_REFRESHED } from '../../lib/messages/live';
import type { RefreshProgress } from '../../lib/messages/protocol';
import { Refused } from '../../lib/messages/refused';
import { send } from '../../lib/messages/send';
import type { Source } from '../../lib/sources/source';
import type { Mode, Settings } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';

interface State {
  readonly mode: Settings['mode'];
  readonly granted: boolean;
  /** Those that are on; null until known. */
  readonly sources: readonly Source[] | null;
  readonly progress: RefreshProgress;
}

function Welcome() {
  const words = useWords();
  const [state, setState] = useState<State>({ mode: 'unset', granted: false, sources: null, progress: NEVER_REFRESHED });
  const choice = useTask(words);
  const add = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));

  useEffect(() => {
    const ended = new AbortController();
    follow({ settings: ({ mode }) => add({ mode }), progress: (progress) => add({ progress }) }, ended.signal);
    const read = async () => {
      const [settings, lines, progress] = await Promise.all([
        send('settings/get', null),
        send('sources/list', null),
        send('refresh/progress', null),
      ]);
      const sources = lines.filter(({ on }) => on).map(({ source }) => source);
      add({ mode: settings.mode, granted: await holdsMode(settings.mode, sources), sources, progress });
    };
    choice.run(() => read().then(() => ''));
    return () => ended.abort();
  }, []);

  const refresh = async () => add({ progress: await send('refresh/start', null) });
  const choose = (mode: Mode) => {
    // Before anything is awaited: the browser asks the reader only within the click.
    const chosen = chooseMode(mode, state.sources ?? []);
    choice.run(async () => {
      const granted = await chosen;
      if (!granted) throw new Refused('mode_refused');
      add({ mode, granted });
      if (state.progress.state === 'idle') await refresh();
      return words('mode_chosen', { mode: words.say(`mode_${mode}`) });
    });
  };

  return (
    <WelcomeScreen
      mode={state.mode}
      granted={state.granted}
      sources={state.sources?.length ?? null}
      progress={state.progress}
      now={Date.now()}
      choice={choice}
      onChoose={choose}
      onRefresh={() => choice.run(() => refresh().then(() => ''))}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />
  );
}

const place = document.getElementById('screen');
const words = await send('words/catalogue', null).then(browserWords, () => browserWords(null));
if (place) mount(Welcome, words, place);
