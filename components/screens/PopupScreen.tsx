import type { Answer, RefreshProgress } from '../../lib/messages/protocol';
import type { StoryView, Verdict } from '../../lib/messages/verdict';
import { Awaited } from '../Awaited';
import { Icon } from '../Icon';
import { NoStory } from '../NoStory';
import { RefreshLine } from '../RefreshLine';
import { ScreenBar } from '../ScreenBar';
import { StaleLine } from '../StaleLine';
import { StoryGlance } from '../StoryGlance';
import { StoryLines } from '../StoryLines';
import { StorySections } from '../StorySections';
import { StandingStories } from '../standing/StandingStories';
import type { StandingProps } from '../standing/standing-props';
import { isUncovered } from '../standing/UncoveredPage';
import type { Task } from '../use-task';
import { useWords } from '../WordsContext';

export interface PopupScreenProps {
  /** Null until the worker has answered. */
  readonly verdict: Verdict | null;
  /** Of the page in front; '' where it has none. */
  readonly host: string;
  readonly pageFollowed: boolean;
  /** False until the reader has chosen where the badge may run. */
  readonly chosen: boolean;
  readonly progress: RefreshProgress;
  /** Null until the worker has answered. */
  readonly lists: Answer<'stories/glance'> | null;
  /** Epoch ms. */
  readonly now: number;
  /** The check of this page, asked for here. */
  readonly check: Task;
  readonly load: (id: string) => Promise<StoryView | null>;
  /** What is followed by the reader's own words. */
  readonly following?: StandingProps;
  readonly onCheck: () => void;
  readonly onFollow: (on: boolean) => void;
  readonly onMute: (on: boolean) => void;
  readonly onRefresh: () => void;
  readonly onWelcome: () => void;
  readonly onOptions: () => void;
  /** Null where there is none. */
  readonly onPanel: (() => void) | null;
  readonly onDesk: (() => void) | null;
}

/** Events of the timeline that stand open: the popup is no higher than 600 px. */
const RECENT = 3;
/** Stories of the beat that are listed, alone and under the story of the page; those that stand above are not listed again. */
const TOP = 5;
const TOP_UNDER_STORY = 3;

function PageStory(props: PopupScreenProps & { readonly verdict: Verdict }) {
  const words = useWords();
  const { verdict, host, now, pageFollowed, onFollow, onMute } = props;
  if (verdict.is !== 'story' && verdict.is !== 'below-gate') return <NoStory {...props} />;
  return (
    <>
      <div class="ss-page-story">
        {verdict.is === 'below-gate' && <p class="ss-note">{words('verdict_below_gate')}</p>}
        <StoryGlance view={verdict.view} now={now} />
        {verdict.is === 'story' && verdict.staleSince !== null && <StaleLine since={verdict.staleSince} now={now} />}
        <div class="ss-row">
          {verdict.view.publishedBy === undefined && (
            <button type="button" class="ss-button" aria-pressed={pageFollowed} onClick={() => onFollow(!pageFollowed)}>
              <Icon name={pageFollowed ? 'followed' : 'follow'} />
              {words(pageFollowed ? 'following' : 'follow')}
            </button>
          )}
          {host && (
            <button type="button" class="ss-button ss-quiet" onClick={() => onMute(true)}>
              <Icon name="mute" />
              {words('mute_site')}
            </button>
          )}
        </div>
      </div>
      <StorySections view={verdict.view} page={verdict.page} recent={RECENT} />
    </>
  );
}

function Lists({
  verdict,
  lists,
  following,
  progress,
  now,
  load,
}: PopupScreenProps & { readonly lists: Answer<'stories/glance'> }) {
  const words = useWords();
  const here = verdict?.is === 'story' || verdict?.is === 'below-gate' ? verdict.view.story.id : null;
  // This page's story stands above already, but for what is news in it.
  const byWords = new Set(following?.standing.flatMap(({ stories }) => stories.map(({ id }) => id)));
  const followed = lists.followed.filter((line) => !byWords.has(line.id) && (line.id !== here || line.news.length > 0));
  const shown = new Set([here, ...lists.followed.map(({ id }) => id)]);
  const top = lists.top.filter(({ id }) => !shown.has(id)).slice(0, here === null ? TOP : TOP_UNDER_STORY);
  return (
    <>
      {following && following.standing.length > 0 && (
        <section class="ss-list-section" aria-labelledby="standing">
          <h2 id="standing">{words('by_words_title')}</h2>
          <StandingStories {...following} now={now} load={load} quiet={verdict !== null && isUncovered(verdict)} />
        </section>
      )}
      {followed.length > 0 && (
        <section class="ss-list-section" aria-labelledby="followed">
          <h2 id="followed">{words('followed')}</h2>
          <StoryLines lines={followed} now={now} load={load} />
        </section>
      )}
      {(top.length > 0 || lists.top.length === 0) && (
        <section class="ss-list-section" aria-labelledby="top">
          <h2 id="top">{words('top_of_beat')}</h2>
          {top.length > 0 ? (
            <StoryLines lines={top} now={now} load={load} />
          ) : (
            <p class="ss-note">{words(progress.state === 'idle' ? 'top_before_refresh' : 'top_empty')}</p>
          )}
        </section>
      )}
    </>
  );
}

/** The toolbar popup: this page's story, the stories followed, the top of the beat. */
export function PopupScreen(props: PopupScreenProps) {
  const words = useWords();
  const { verdict, lists, chosen, progress, now, onRefresh, onWelcome, onOptions, onPanel, onDesk } = props;
  return (
    <main class="ss-page ss-popup-page" aria-busy={verdict === null || lists === null}>
      <ScreenBar
        tools={[
          { icon: 'panel', label: words('open_panel'), onPress: onPanel },
          { icon: 'desk', label: words('open_desk'), onPress: onDesk },
          { icon: 'settings', label: words('open_options'), onPress: onOptions },
        ]}
      />
      {chosen ? (
        <section class="ss-this-page" aria-label={words('this_page')}>
          {verdict ? <PageStory {...props} verdict={verdict} /> : <Awaited />}
        </section>
      ) : (
        <section class="ss-no-story" aria-label={words('this_page')}>
          <p class="ss-lead">{words('popup_unset')}</p>
          <button type="button" class="ss-button ss-first" onClick={onWelcome}>
            {words('popup_choose')}
          </button>
        </section>
      )}
      {/* Below what is above, and never before it: nothing that stands moves. */}
      {verdict && lists && <Lists {...props} lists={lists} />}
      <footer class="ss-foot">
        <RefreshLine progress={progress} now={now} onRefresh={onRefresh} />
      </footer>
    </main>
  );
}
