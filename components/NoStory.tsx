import type { Verdict } from '../lib/messages/verdict';
import { Icon } from './Icon';
import { verdictKey } from './Notice';
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
}

/** What is said, and what can be done, of a page that shows no story. */
export function NoStory({ verdict, host, check, onCheck, onMute }: NoStoryProps) {
  const words = useWords();
  return (
    <div class="ss-no-story">
      <p class="ss-lead">{words(verdictKey(verdict))}</p>
      {verdict.is === 'failed' && <p class="ss-note">{words.say(verdict.why)}</p>}
      {verdict.is === 'not-covered' && <p class="ss-note">{words('verdict_not_covered_more')}</p>}
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
      <TaskLine said={check.said} />
    </div>
  );
}
