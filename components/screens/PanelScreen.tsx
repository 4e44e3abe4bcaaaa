import type { StoryLine } from '../../lib/messages/protocol';
import type { StoryView, Verdict } from '../../lib/messages/verdict';
import { NoStory } from '../NoStory';
import { ScreenBar } from '../ScreenBar';
import { StoryLines } from '../StoryLines';
import { StandingStories } from '../standing/StandingStories';
import type { StandingProps } from '../standing/standing-props';
import { isUncovered } from '../standing/UncoveredPage';
import { TO_DESK } from '../story/desk-links';
import type { ShareAs } from '../story/ShareMenu';
import { StoryPage } from '../story/StoryPage';
import type { Task } from '../use-task';
import { useWords } from '../WordsContext';

export interface PanelScreenProps {
  readonly verdict: Verdict;
  /** Of the page in front; '' where it has none. */
  readonly host: string;
  readonly followed: boolean;
  readonly top: readonly StoryLine[];
  /** Epoch ms. */
  readonly now: number;
  readonly check: Task;
  readonly share: Task;
  readonly load: (id: string) => Promise<StoryView | null>;
  /** What is followed by the reader's own words. */
  readonly following?: StandingProps;
  readonly onCheck: () => void;
  readonly onFollow: (on: boolean) => void;
  readonly onMute: (on: boolean) => void;
  readonly onShare: (as: ShareAs) => void;
  readonly onDesk: () => void;
  readonly onOptions: () => void;
}

/** The side panel: the story of the page in front, in full; where it has none, why, and the top of the beat. */
export function PanelScreen(props: PanelScreenProps) {
  const { verdict, followed, following, top, now, share, load, onFollow, onShare, onDesk, onOptions } = props;
  const words = useWords();
  const hasStory = verdict.is === 'story' || verdict.is === 'below-gate';
  return (
    <main class="ss-page ss-panel-page">
      <ScreenBar
        tools={[
          { icon: 'desk', label: words('open_desk'), onPress: onDesk },
          { icon: 'settings', label: words('open_options'), onPress: onOptions },
        ]}
      />
      {/* The page in front changes under the reader: that it did is said, not the whole story again. */}
      <p class="ss-hidden" role="status">
        {hasStory ? verdict.view.story.title : ''}
      </p>
      {hasStory ? (
        <>
          {verdict.is === 'below-gate' && <p class="ss-note ss-panel-note">{words('verdict_below_gate')}</p>}
          <StoryPage
            key={verdict.view.story.id}
            view={verdict.view}
            page={verdict.page}
            followed={followed}
            staleSince={verdict.is === 'story' ? verdict.staleSince : null}
            now={now}
            links={TO_DESK}
            share={share}
            onShare={onShare}
            onFollow={onFollow}
          />
        </>
      ) : (
        <>
          <section aria-label={words('this_page')}>
            <NoStory {...props} />
          </section>
          {following && following.standing.length > 0 && (
            <section class="ss-list-section" aria-labelledby="standing">
              <h2 id="standing">{words('by_words_title')}</h2>
              <StandingStories {...following} now={now} load={load} quiet={isUncovered(verdict)} />
            </section>
          )}
          {top.length > 0 && (
            <section class="ss-list-section" aria-labelledby="top">
              <h2 id="top">{words('top_of_beat')}</h2>
              <StoryLines lines={top} now={now} load={load} />
            </section>
          )}
        </>
      )}
    </main>
  );
}
