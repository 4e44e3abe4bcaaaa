import { useEffect, useRef, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { PanelScreen } from '../../components/screens/PanelScreen';
import { shareStory } from '../../components/share/share-story';
import '../../components/style/page.css';
import '../../components/style/standing.css';
import '../../components/style/story-page.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import { browser } from '../../lib/browser';
import { type FrontTab, followFrontTab, frontTab } from '../../lib/front-tab';
import { follow } from '../../lib/messages/live';
import type { StoryLine } from '../../lib/messages/protocol';
import { send } from '../../lib/messages/send';
import type { Verdict } from '../../lib/messages/verdict';
import { openPage } from '../../lib/open-page';
import { NO_STANDING, readStanding, type StandingState, standingActions } from '../../lib/standing-actions';
import { isMuted } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';
import { saveFile } from '../options/save-file';

/** Stories of the beat that stand there where the page has none. */
const TOP = 12;

interface State {
  readonly tab: FrontTab | null;
  readonly verdict: Verdict;
  readonly followed: boolean;
  readonly top: readonly StoryLine[];
  readonly following: StandingState;
}

async function read(): Promise<State> {
  const tab = await frontTab();
  const [verdict, top, following] = await Promise.all([
    tab
      ? send('tab/verdict', { tab: tab.id }).catch(
          (why: unknown): Verdict => ({ is: 'failed', why: why instanceof Error ? why.message : 'error_no_answer' }),
        )
      : ({ is: 'not-article' } as const),
    send('stories/list', { limit: TOP, order: 'impact' }).catch(() => []),
    readStanding(tab?.id ?? null).catch(() => NO_STANDING),
  ]);
  return { tab, verdict, followed: await isFollowed(verdict), top, following };
}

async function isFollowed(verdict: Verdict): Promise<boolean> {
  if (verdict.is !== 'story' && verdict.is !== 'below-gate') return false;
  return (await send('story/get', { id: verdict.view.story.id }).catch(() => null))?.followed === true;
}

interface PanelProps {
  readonly first: State;
  /** Asked once this screen listens itself: whether anything went on since the first look began. */
  readonly hasChanged: () => boolean;
}

function Panel({ first, hasChanged }: PanelProps) {
  const words = useWords();
  const [state, setState] = useState(first);
  const check = useTask(words);
  const share = useTask(words);
  const standing = useTask(words);
  const latest = useRef(0);
  const { tab, verdict } = state;

  /** The answer to the newest question counts: tabs change faster than the worker answers. */
  const again = async () => {
    const asked = ++latest.current;
    const next = await read();
    if (asked === latest.current) setState(next);
  };

  useEffect(() => {
    const ended = new AbortController();
    const changed = () => void again().catch(() => undefined);
    followFrontTab(changed, ended.signal);
    follow({ settings: changed, progress: ({ state: now }) => now === 'done' && changed() }, ended.signal);
    if (hasChanged()) changed();
    return () => ended.abort();
  }, []);

  const view = verdict.is === 'story' || verdict.is === 'below-gate' ? verdict.view : null;
  const shown = view ? `${view.story.id} ${view.story.updated}` : null;
  // What stands here has been seen: next time it is news no more.
  useEffect(() => {
    if (view && state.followed) void send('story/seen', { id: view.story.id }).catch(() => undefined);
  }, [shown, state.followed]);

  const done = async (work: Promise<unknown>) => {
    await work;
    await again();
    return '';
  };
  return (
    <PanelScreen
      verdict={verdict}
      host={tab?.host ?? ''}
      followed={state.followed}
      top={state.top}
      now={Date.now()}
      following={{
        ...state.following,
        task: standing,
        ...standingActions(state.following, tab?.id ?? null, words, standing.run, again),
      }}
      check={check}
      share={share}
      load={(id) => send('story/get', { id })}
      onCheck={() => {
        if (tab) check.run(() => done(send('tab/check', { tab: tab.id })));
      }}
      onFollow={(on) => {
        if (view) check.run(() => done(send('story/follow', { id: view.story.id, on })));
      }}
      onMute={(on) => {
        const host = tab?.host;
        if (!host) return;
        check.run(async () => {
          const { muted } = await send('settings/get', null);
          const next = on ? [...muted, host] : muted.filter((one) => !isMuted({ muted: [one] }, host));
          return done(send('settings/change', { muted: next }));
        });
      }}
      onShare={(as) => {
        if (!view) return;
        const out = {
          copy: (text: string) => navigator.clipboard.writeText(text),
          save: saveFile,
          feed: (id: string) => send('story/feed', { id }),
        };
        share.run(() => shareStory(as, view, words, out, Date.now()));
      }}
      onDesk={() => void browser.tabs.create({ url: '/desk.html' })}
      onOptions={() => openPage('options')}
    />
  );
}

const place = document.getElementById('screen');
const opening = new AbortController();
let isOld = false;
followFrontTab(() => {
  isOld = true;
}, opening.signal);
const hasChanged = () => {
  opening.abort();
  return isOld;
};
const [first, words] = await Promise.all([read(), send('words/catalogue', null).then(browserWords, () => browserWords(null))]);
if (place) mount(() => <Panel first={first} hasChanged={hasChanged} />, words, place);
