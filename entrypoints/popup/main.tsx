import { useEffect, useMemo, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { PopupScreen } from '../../components/screens/PopupScreen';
import '../../components/style/page.css';
import '../../components/style/popup.css';
import '../../components/style/standing.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import { chosenCatalogue } from '../../lib/catalogue';
import { type FrontTab, frontTab } from '../../lib/front-tab';
import { KEPT_TOP, keepLists, keptLists, keptPage } from '../../lib/messages/kept';
import { follow, NEVER_REFRESHED, standing } from '../../lib/messages/live';
import type { Answer } from '../../lib/messages/protocol';
import { send } from '../../lib/messages/send';
import type { Verdict } from '../../lib/messages/verdict';
import { openPage, panelOpener } from '../../lib/open-page';
import { NO_STANDING, readStanding, type StandingState, standingActions } from '../../lib/standing-actions';
import { defaultSettings, isMuted } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';

/** What only the worker knows, out of the store; null until it is known. */
interface State {
  readonly tab: FrontTab | null;
  readonly verdict: Verdict | null;
  readonly following: StandingState;
  readonly lists: Answer<'stories/glance'> | null;
}

const failed = (why: unknown): Verdict => ({ is: 'failed', why: why instanceof Error ? why.message : 'error_no_answer' });

const readLists = () => send('stories/glance', { top: KEPT_TOP }).catch(() => null);

/** What was kept, so that the screen stands whole before the worker has woken. */
async function readKept(): Promise<State> {
  const [{ tab, page }, kept] = await Promise.all([
    frontTab().then(async (tab) => ({ tab, page: tab && (await keptPage(tab.id, tab.url)) })),
    keptLists(),
  ]);
  const following = { ...NO_STANDING, standing: kept?.standing ?? [], proposed: page?.proposed ?? [] };
  return { tab, verdict: page?.verdict ?? null, following, lists: kept?.lists ?? null };
}

async function readPage() {
  const tab = await frontTab();
  const [verdict, following] = await Promise.all([
    tab ? send('tab/verdict', { tab: tab.id }).catch(failed) : ({ is: 'not-article' } as const),
    readStanding(tab?.id ?? null).catch(() => null),
  ]);
  return { tab, verdict, following };
}

interface PopupProps {
  readonly first: Awaited<ReturnType<typeof standing>>;
  readonly kept: State;
}

function Popup({ first, kept }: PopupProps) {
  const words = useWords();
  const [settings, setSettings] = useState(first.settings);
  const [progress, setProgress] = useState(first.progress);
  const [{ tab, verdict, following, lists }, setState] = useState(kept);
  const check = useTask(words);
  const byWords = useTask(words);
  const add = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));
  /** Shows each answer as it comes, and keeps them for the next time. */
  const read = async () => {
    const [standing, lists] = await Promise.all([
      readPage().then(({ following, ...page }) => {
        add(following ? { ...page, following } : page);
        return following?.standing;
      }),
      readLists().then((found) => {
        setState((before) => ({ ...before, lists: found ?? before.lists ?? { followed: [], top: [] } }));
        return found;
      }),
    ]);
    if (standing && lists) await keepLists({ lists, standing });
    return lists?.followed ?? [];
  };

  useEffect(() => {
    const ended = new AbortController();
    void read().then((followed) => {
      // What changed was shown: next time it is news no more.
      for (const { id, news } of followed) if (news.length > 0) void send('story/seen', { id }).catch(() => undefined);
    });
    follow(
      {
        settings: setSettings,
        progress: (now) => {
          setProgress(now);
          if (now.state === 'done') void read();
        },
      },
      ended.signal,
    );
    return () => ended.abort();
  }, []);
  const panel = useMemo(() => panelOpener(tab?.windowId), [tab?.windowId]);
  const pageStory = verdict?.is === 'story' || verdict?.is === 'below-gate' ? verdict.view.story.id : null;

  const muteSite = async (host: string, on: boolean) => {
    const muted = on ? [...settings.muted, host] : settings.muted.filter((one) => !isMuted({ muted: [one] }, host));
    await send('settings/change', { muted });
    await read();
  };

  return (
    <PopupScreen
      verdict={verdict}
      host={tab?.host ?? ''}
      pageFollowed={lists?.followed.some(({ id }) => id === pageStory) === true}
      // A worker that does not answer is not a reader who has not chosen.
      chosen={settings.mode !== 'unset' || verdict?.is === 'failed'}
      progress={progress}
      lists={lists}
      following={{
        ...following,
        task: byWords,
        ...standingActions(following, tab?.id ?? null, words, byWords.run, () => read()),
      }}
      now={Date.now()}
      check={check}
      load={(id) => send('story/get', { id })}
      onCheck={() =>
        check.run(async () => {
          if (!tab) return '';
          const checked = await send('tab/check', { tab: tab.id });
          // The words that are proposed for the page come with what was read of it.
          add({ verdict: checked, following: await readStanding(tab.id).catch(() => NO_STANDING) });
          return '';
        })
      }
      onFollow={(on) => {
        if (pageStory) {
          check.run(async () => {
            await send('story/follow', { id: pageStory, on });
            await read();
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
          setProgress(await send('refresh/start', null));
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

// The worker may have to wake: it is asked once the screen stands on what was kept.
const place = document.getElementById('screen');
const [{ first, words }, kept] = await Promise.all([
  standing()
    .catch(() => ({ settings: defaultSettings(), progress: NEVER_REFRESHED }))
    .then(async (first) => ({ first, words: browserWords(await chosenCatalogue(first.settings.language).catch(() => null)) })),
  readKept().catch((): State => ({ tab: null, verdict: null, following: NO_STANDING, lists: null })),
]);
if (place) mount(() => <Popup first={first} kept={kept} />, words, place);
