import type { RefreshProgress, StoryLine } from '../../lib/messages/protocol';
import type { StoryView, Verdict } from '../../lib/messages/verdict';
import { Icon } from '../Icon';
import { Logo } from '../Logo';
import { NoStory } from '../NoStory';
import { RefreshLine } from '../RefreshLine';
import { StaleLine } from '../StaleLine';
import { StoryGlance } from '../StoryGlance';
import { StoryLines } from '../StoryLines';
import { StorySections } from '../StorySections';
import type { Task } from '../use-task';
import { useWords } from '../WordsContext';

export interface PopupScreenProps {
  readonly verdict: Verdict;
  /** Of the page in front; '' where it has none. */
  readonly host: string;
  readonly pageFollowed: boolean;
  /** False until the reader has chosen where the badge may run. */
  readonly chosen: boolean;
  readonly progress: RefreshProgress;
  readonly followed: readonly StoryLine[];
  readonly top: readonly StoryLine[];
  /** Epoch ms. */
  readonly now: number;
  /** The check of this page, asked for here. */
  readonly check: Task;
  readonly load: (id: string) => Promise<StoryView | null>;
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

function PageStory(props: PopupScreenProps) {
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
      <StorySections view={verdict.view} page={verdict.page} />
    </>
  );
}

/** The toolbar popup: this page's story, the stories followed, the top of the beat. */
export function PopupScreen(props: PopupScreenProps) {
  const words = useWords();
  const { chosen, progress, followed, top, now, load, onRefresh, onWelcome, onOptions, onPanel, onDesk } = props;
  return (
    <main class="ss-page ss-popup-page">
      <header class="ss-bar">
        <h1>
          <Logo /> {words('extension_name')}
        </h1>
        {onPanel && (
          <button
            type="button"
            class="ss-button-bare"
            aria-label={words('open_panel')}
            title={words('open_panel')}
            onClick={onPanel}
          >
            <Icon name="panel" />
          </button>
        )}
        {onDesk && (
          <button
            type="button"
            class="ss-button-bare"
            aria-label={words('open_desk')}
            title={words('open_desk')}
            onClick={onDesk}
          >
            <Icon name="desk" />
          </button>
        )}
        <button
          type="button"
          class="ss-button-bare"
          aria-label={words('open_options')}
          title={words('open_options')}
          onClick={onOptions}
        >
          <Icon name="settings" />
        </button>
      </header>
      {chosen ? (
        <section aria-label={words('this_page')}>
          <PageStory {...props} />
        </section>
      ) : (
        <section class="ss-no-story" aria-label={words('this_page')}>
          <p class="ss-lead">{words('popup_unset')}</p>
          <button type="button" class="ss-button ss-first" onClick={onWelcome}>
            {words('popup_choose')}
          </button>
        </section>
      )}
      {followed.length > 0 && (
        <section class="ss-list-section" aria-labelledby="followed">
          <h2 id="followed">{words('followed')}</h2>
          <StoryLines lines={followed} now={now} load={load} />
        </section>
      )}
      <section class="ss-list-section" aria-labelledby="top">
        <h2 id="top">{words('top_of_beat')}</h2>
        {top.length > 0 ? (
          <StoryLines lines={top} now={now} load={load} />
        ) : (
          <p class="ss-note">{words(progress.state === 'idle' ? 'top_before_refresh' : 'top_empty')}</p>
        )}
      </section>
      <footer class="ss-foot">
        <RefreshLine progress={progress} now={now} onRefresh={onRefresh} />
      </footer>
    </main>
  );
}
