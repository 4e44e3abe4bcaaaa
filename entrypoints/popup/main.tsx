import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { PopupScreen, TOP } from '../../components/screens/PopupScreen';
import '../../components/style/page.css';
import '../../components/style/standing.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import { chosenCatalogue } from '../../lib/catalogue';
import { type FrontTab, frontTab } from '../../lib/front-tab';
import { follow, NEVER_REFRESHED, standing } from '../../lib/messages/live';
import type { Answer } from '../../lib/messages/protocol';
import { send } from '../../lib/messages/send';
import type { Verdict } from '../../lib/messages/verdict';
import { openPage, panelOpener } from '../../lib/open-page';
import { NO_STANDING, readStanding, type StandingState, standingActions } from '../../lib/standing-actions';
import { defaultSettings, isMuted } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';

/** Asked for beyond those that are listed: some of them stand above already. */
const ASKED = 2 * TOP;

/** What only the worker knows, out of the store. */
interface State {
  readonly tab: FrontTab | null;
  readonly verdict: Verdict | null;
  readonly following: StandingState;
  readonly lists: Answer<'stories/glance'> | null;
}

const NOTHING: State = { tab: null, verdict: null, following: NO_STANDING, lists: null };

const failed = (why: unknown): Verdict => ({ is: 'failed', why: why instanceof Error ? why.message : 'error_no_answer' });

const readLists = () => send('stories/glance', { top: ASKED }).catch(() => ({ followed: [], top: [] }));

async function readPage(): Promise<Omit<State, 'lists'>> {
  const tab = await frontTab();
  const [verdict, following] = await Promise.all([
    tab ? send('tab/verdict', { tab: tab.id }).catch(failed) : ({ is: 'not-article' } as const),
    readStanding(tab?.id ?? null).catch(() => NO_STANDING),
  ]);
  return { tab, verdict, following };
}

const ask = () => ({ page: readPage(), lists: readLists() });

interface PopupProps {
  readonly first: Awaited<ReturnType<typeof standing>>;
  readonly panel: (() => void) | null;
}

function Popup({ first, panel }: PopupProps) {
  const words = useWords();
  const [settings, setSettings] = useState(first.settings);
  const [progress, setProgress] = useState(first.progress);
  const [{ tab, verdict, following, lists }, setState] = useState<State>(NOTHING);
  const check = useTask(words);
  const byWords = useTask(words);
  const add = (more: Partial<State>) => setState((before) => ({ ...before, ...more }));
  /** Shows each answer as it comes. */
  const read = async ({ page, lists: found } = ask()) => {
    await Promise.all([page.then(add), found.then((stories) => add({ lists: stories }))]);
  };

  useEffect(() => {
    const ended = new AbortController();
    void read(asked);
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

  const pageStory = verdict?.is === 'story' || verdict?.is === 'below-gate' ? verdict.view.story.id : null;
  // What changed was shown: next time it is news no more.
  useEffect(() => {
    void asked.lists.then(({ followed }) => {
      for (const { id, news } of followed) if (news.length > 0) void send('story/seen', { id }).catch(() => undefined);
    });
  }, []);

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
            add({ lists: await readLists() });
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

// The worker may have to wake: it is asked first, and the frame does not wait for it.
const asked = ask();
const place = document.getElementById('screen');
const [first, panel] = await Promise.all([
  standing().catch(() => ({ settings: defaultSettings(), progress: NEVER_REFRESHED })),
  panelOpener().catch(() => null),
]);
const words = browserWords(await chosenCatalogue(first.settings.language).catch(() => null));
if (place) mount(() => <Popup first={first} panel={panel} />, words, place);
