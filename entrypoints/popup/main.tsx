import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { PopupScreen } from '../../components/screens/PopupScreen';
import '../../components/style/page.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import { browser } from '../../lib/browser';
import { follow, NEVER_REFRESHED } from '../../lib/messages/live';
import type { RefreshProgress, StoryLine } from '../../lib/messages/protocol';
import { send } from '../../lib/messages/send';
import type { Verdict } from '../../lib/messages/verdict';
import { openPage, panelOpener } from '../../lib/open-page';
import { defaultSettings, isMuted, type Settings } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';

/** Stories of the beat that the popup lists. */
const TOP = 7;

/** What the popup stands on; all of it from the store, asked for at once. */
interface State {
  readonly tab: { readonly id: number; readonly host: string } | null;
  readonly settings: Settings;
  readonly verdict: Verdict;
  readonly progress: RefreshProgress;
  readonly followed: readonly StoryLine[];
  readonly top: readonly StoryLine[];
}

async function frontTab(): Promise<State['tab']> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    const { protocol, hostname } = new URL(tab.url ?? '');
    return { id: tab.id, host: /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : '' };
  } catch {
    return { id: tab.id, host: '' };
  }
}

const failed = (why: unknown): Verdict => ({ is: 'failed', why: why instanceof Error ? why.message : 'error_no_answer' });

async function lists(): Promise<Pick<State, 'followed' | 'top'>> {
  const [followed, top] = await Promise.all([
    send('stories/list', { followed: true }),
    send('stories/list', { limit: TOP, order: 'impact' }),
  ]);
  return { followed, top };
}

async function read(): Promise<State> {
  const tab = await frontTab();
  const [settings, verdict, progress, stories] = await Promise.all([
    send('settings/get', null).catch(defaultSettings),
    tab ? send('tab/verdict', { tab: tab.id }).catch(failed) : ({ is: 'not-article' } as const),
    send('refresh/progress', null).catch(() => NEVER_REFRESHED),
    lists().catch(() => ({ followed: [], top: [] })),
  ]);
  return { tab, settings, verdict, progress, ...stories };
}

function Popup({ first, panel }: { readonly first: State; readonly panel: (() => void) | null }) {
  const words = useWords();
  const [state, setState] = useState(first);
  const check = useTask(words);
  const { tab, settings, verdict } = state;
  const add = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));

  useEffect(() => {
    const ended = new AbortController();
    follow(
      {
        settings: (changed) => add({ settings: changed }),
        progress: (progress) => {
          add({ progress });
          if (progress.state === 'done') void read().then(add, () => undefined);
        },
      },
      ended.signal,
    );
    return () => ended.abort();
  }, []);

  const pageStory = verdict.is === 'story' || verdict.is === 'below-gate' ? verdict.view.story.id : null;
  // What changed was shown: next time it is news no more.
  useEffect(() => {
    for (const { id, news } of first.followed) if (news.length > 0) void send('story/seen', { id }).catch(() => undefined);
  }, [first]);

  const muteSite = async (host: string, on: boolean) => {
    const muted = on ? [...settings.muted, host] : settings.muted.filter((one) => !isMuted({ muted: [one] }, host));
    await send('settings/change', { muted });
    add(await read());
  };

  return (
    <PopupScreen
      verdict={verdict}
      host={tab?.host ?? ''}
      pageFollowed={state.followed.some(({ id }) => id === pageStory)}
      // A worker that does not answer is not a reader who has not chosen.
      chosen={settings.mode !== 'unset' || verdict.is === 'failed'}
      progress={state.progress}
      followed={state.followed}
      top={state.top}
      now={Date.now()}
      check={check}
      load={(id) => send('story/get', { id })}
      onCheck={() =>
        check.run(async () => {
          if (tab) add({ verdict: await send('tab/check', { tab: tab.id }) });
          return '';
        })
      }
      onFollow={(on) => {
        if (pageStory) {
          check.run(async () => {
            await send('story/follow', { id: pageStory, on });
            add(await lists());
            return '';
          });
        }
      }}
      onMute={(on) => {
        if (tab?.host) {
          check.run(async () => {
            await muteSite(tab.host, on);
            return '';
          });
        }
      }}
      onRefresh={() =>
        check.run(async () => {
          add({ progress: await send('refresh/start', null) });
          return '';
        })
      }
      onWelcome={() => openPage('welcome')}
      onOptions={() => openPage('options')}
      onPanel={panel}
      onDesk={() => openPage('desk')}
    />
  );
}

const place = document.getElementById('screen');
const [first, panel, words] = await Promise.all([
  read(),
  panelOpener().catch(() => null),
  send('words/catalogue', null).then(browserWords, () => browserWords(null)),
]);
if (place) mount(() => <Popup first={first} panel={panel} />, words, place);
