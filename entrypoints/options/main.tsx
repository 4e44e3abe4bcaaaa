import { useEffect, useRef, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { OptionsScreen } from '../../components/screens/OptionsScreen';
import '../../components/style/page.css';
import '../../components/style/setup.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import { browser } from '../../lib/browser';
import { chooseMode, holdsMode } from '../../lib/choose-mode';
import { follow, NEVER_REFRESHED } from '../../lib/messages/live';
import type { Answer, RefreshProgress, SignalFeedLine, SourceLine } from '../../lib/messages/protocol';
import { Refused } from '../../lib/messages/refused';
import { send } from '../../lib/messages/send';
import { OPTIONAL, OPTIONAL_HOSTS, REQUIRED, REQUIRED_CHROMIUM } from '../../lib/permissions';
import { feedPatternsFor } from '../../lib/sources/host-patterns';
import type { Mode, Settings } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';
import { saveFile } from './save-file';

interface State {
  readonly settings: Settings;
  readonly sources: readonly SourceLine[] | null;
  readonly signalFeeds: readonly SignalFeedLine[] | null;
  readonly progress: RefreshProgress;
  readonly size: Answer<'data/size'> | null;
  readonly granted: boolean;
}

const today = () => new Date().toISOString().slice(0, 10);
const sourcesOn = (lines: readonly SourceLine[] | null) => (lines ?? []).filter(({ on }) => on).map(({ source }) => source);
const permissions = [...REQUIRED, ...(import.meta.env.FIREFOX ? [] : REQUIRED_CHROMIUM), ...OPTIONAL, ...OPTIONAL_HOSTS];

/** The sources and the size of the store: what changes with a refresh. */
async function readStored(mode: Mode): Promise<Pick<State, 'sources' | 'signalFeeds' | 'size' | 'granted'>> {
  const [sources, signalFeeds, size] = await Promise.all([
    send('sources/list', null),
    send('signal-feeds/list', null),
    send('data/size', null).catch(() => null),
  ]);
  return { sources, signalFeeds, size, granted: await holdsMode(mode, sourcesOn(sources)) };
}

function Options({ first }: { readonly first: Settings }) {
  const words = useWords();
  const [state, setState] = useState<State>({
    settings: first,
    sources: null,
    signalFeeds: null,
    progress: NEVER_REFRESHED,
    size: null,
    granted: true,
  });
  const choice = useTask(words);
  const add = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));
  const { settings } = state;
  const readings = useRef(0);
  /** Answers may overtake each other: what an earlier question brings late is older than what stands. */
  const readAgain = async () => {
    const reading = ++readings.current;
    const stored = await readStored(settings.mode);
    if (reading === readings.current) add(stored);
  };

  useEffect(() => {
    const ended = new AbortController();
    follow(
      {
        settings: (changed) => add({ settings: changed }),
        progress: (progress) => {
          add({ progress });
          if (progress.state === 'done' || progress.state === 'failed') void readAgain().catch(() => undefined);
        },
      },
      ended.signal,
    );
    choice.run(async () => {
      add({ progress: await send('refresh/progress', null) });
      await readAgain();
      return '';
    });
    return () => ended.abort();
  }, []);

  const change = (wanted: Partial<Settings>) => {
    // Shown at once: a switch that waited for the worker would fall back under the reader's hand. What is stored comes by `follow`.
    setState((before) => ({ ...before, settings: { ...before.settings, ...wanted } }));
    choice.run(async () => {
      await send('settings/change', wanted).catch(async (error: unknown) => {
        add({ settings: await send('settings/get', null) });
        throw error;
      });
      if (wanted.language) location.reload();
      if (wanted.sourcesOff || wanted.beats) await readAgain();
      return '';
    });
  };

  return (
    <OptionsScreen
      {...state}
      permissions={permissions}
      version={browser.runtime.getManifest().version}
      now={Date.now()}
      choice={choice}
      onChange={change}
      onChoose={(mode) => {
        // Before anything is awaited: the browser asks the reader only within the click.
        const chosen = chooseMode(mode, sourcesOn(state.sources));
        choice.run(async () => {
          const granted = await chosen;
          if (!granted) throw new Refused('mode_refused');
          add({ granted });
          return words('mode_chosen', { mode: words.say(`mode_${mode}`) });
        });
      }}
      onNotify={(on) => {
        // Before anything is awaited, as with the modes.
        const asked = on
          ? browser.permissions.request({ permissions: ['notifications'] }).catch(() => false)
          : browser.permissions.remove({ permissions: ['notifications'] }).catch(() => true);
        choice.run(async () => {
          const granted = await asked;
          if (on && !granted) {
            // The box was ticked by the browser: it is drawn again as the settings have it.
            add({ settings: { ...settings, notify: true } });
            add({ settings: await send('settings/get', null) });
            throw new Refused('notify_refused');
          }
          add({ settings: await send('settings/change', { notify: on }) });
          return '';
        });
      }}
      onRefresh={() =>
        choice.run(async () => {
          add({ progress: await send('refresh/start', null) });
          return '';
        })
      }
      onAddFeed={async (address) => {
        const origins = feedPatternsFor([{ feeds: [address] }]);
        // The first call: within the submit. A refusal is the worker's to report, as a feed that it may not read.
        if (origins.length > 0) await browser.permissions.request({ origins }).catch(() => false);
        const added = await send('feeds/add', { address });
        await readAgain();
        return added;
      }}
      onRemoveFeed={async (address) => {
        await send('feeds/remove', { address });
        await readAgain();
      }}
      onSubscribe={async (address) => {
        const origins = feedPatternsFor([{ feeds: [address] }]);
        // The first call: within the submit.
        if (origins.length > 0) await browser.permissions.request({ origins }).catch(() => false);
        const line = await send('signal-feeds/subscribe', { address });
        await readAgain();
        return line;
      }}
      onAllowSignalFeed={async (address) => {
        await browser.permissions.request({ origins: feedPatternsFor([{ feeds: [address] }]) });
        await readAgain();
      }}
      onUnsubscribe={async (address) => {
        await send('signal-feeds/remove', { address });
        await readAgain();
      }}
      onAcceptKey={async (address, key) => {
        await send('signal-feeds/accept-key', { address, key });
        await readAgain();
      }}
      onImportOpml={async (text) => {
        const outcome = await send('opml/import', { text });
        await readAgain();
        return outcome;
      }}
      onExportOpml={async () => saveFile(`second-source-${today()}.opml`, 'text/x-opml', await send('opml/export', null))}
      onExportData={async (as) =>
        saveFile(
          `second-source-${today()}.${as}`,
          as === 'json' ? 'application/json' : 'text/csv',
          await send('data/export', { as }),
        )
      }
      onImportData={async (text) => {
        const outcome = await send('data/import', { text });
        await readAgain();
        return outcome;
      }}
      onWipe={async () => {
        await send('data/wipe', null);
        add({ settings: await send('settings/get', null) });
        await readAgain();
      }}
    />
  );
}

const place = document.getElementById('screen');
const [settings, words] = await Promise.all([
  send('settings/get', null).catch(() => null),
  send('words/catalogue', null).then(browserWords, () => browserWords(null)),
]);
/** Settings that cannot be read are not shown as defaults: a change would overwrite what is stored. */
const NoAnswer = () => <p class="ss-page ss-no-story ss-lead">{words('error_no_answer')}</p>;
if (place) mount(settings ? () => <Options first={settings} /> : NoAnswer, words, place);
