import type { Verdict } from '../lib/messages/verdict';
import { writeTerms } from '../lib/stories/standing-story';
import { Icon } from './Icon';
import { verdictKey } from './Notice';
import type { StandingProps } from './standing/standing-props';
import { isUncovered, UncoveredPage } from './standing/UncoveredPage';
import { TaskLine } from './TaskLine';
import type { Task } from './use-task';
import { useWords } from './WordsContext';

export interface NoStoryProps {
  readonly verdict: Verdict;
  /** Of the page in front; '' where it has none. */
  readonly host: string;
  /** The check of this page, asked for here. */
  readonly check: Task;
  readonly onCheck: () => void;
  readonly onMute: (on: boolean) => void;
  /** Absent where nothing is known yet of what is followed by words. */
  readonly following?: StandingProps;
}

/** What is said, and what can be done, of a page that shows no story. */
export function NoStory({ verdict, host, check, onCheck, onMute, following }: NoStoryProps) {
  const words = useWords();
  return (
    <div class="ss-no-story">
      <p class="ss-lead">{words(verdictKey(verdict))}</p>
      {verdict.is === 'failed' && <p class="ss-note">{words.say(verdict.why)}</p>}
      {verdict.is === 'not-covered' && <p class="ss-note">{words('verdict_not_covered_more')}</p>}
      {verdict.is === 'following' && (
        <p class="ss-note">
          {verdict.found === 0
            ? words('verdict_following_more', { terms: writeTerms(verdict.terms) })
            : words.count('by_words_reports', verdict.found)}
        </p>
      )}
      {isUncovered(verdict) && following && <UncoveredPage verdict={verdict} {...following} />}
      {verdict.is === 'no-permission' && <p class="ss-note">{words('verdict_no_permission_more')}</p>}
      {(verdict.is === 'no-permission' || verdict.is === 'failed') && (
        <button type="button" class="ss-button ss-first" disabled={check.busy} onClick={onCheck}>
          <Icon name="search" />
          {words('check_page')}
        </button>
      )}
      {verdict.is === 'muted' && host && (
        <button type="button" class="ss-button" onClick={() => onMute(false)}>
          {words('unmute_site')}
        </button>
      )}
      <TaskLine said={check.said ?? (isUncovered(verdict) ? following?.task.said : null) ?? null} />
    </div>
  );
}
