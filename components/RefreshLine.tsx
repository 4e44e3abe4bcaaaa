import type { RefreshProgress } from '../lib/messages/protocol';
import { Icon } from './Icon';
import { useWords } from './WordsContext';

interface Props {
  readonly progress: RefreshProgress;
  /** Epoch ms. */
  readonly now: number;
  readonly onRefresh: () => void;
}

/** How a refresh stands, while it runs and when it has ended, with the button that starts it. */
export function RefreshLine({ progress, now, onRefresh }: Props) {
  const words = useWords();
  const { state, done, total, failed, articles, at, why } = progress;
  const running = state === 'fetching' || state === 'grouping';
  return (
    <div class="ss-refresh">
      <button type="button" class="ss-button" disabled={running} onClick={onRefresh}>
        <Icon name="refresh" />
        {words('refresh')}
      </button>
      <div class="ss-refresh-state">
        {state === 'fetching' && <progress max={Math.max(1, total)} value={done} aria-label={words('refresh_running')} />}
        {state === 'grouping' && <progress aria-label={words('refresh_running')} />}
        <p class="ss-note" role="status">
          {state === 'idle' && words('refresh_never')}
          {state === 'fetching' && words.count('refresh_fetching', total, { done, total })}
          {state === 'grouping' && words.count('refresh_grouping', articles)}
          {state === 'done' && (
            <>
              {words('refresh_done', { ago: words.ago(at, now) })} {words.count('refresh_articles', articles)}
            </>
          )}
          {state === 'failed' && (why ? words.say(why) : words('refresh_failed'))}
          {failed > 0 && (
            <>
              {/* What runs is told without a full stop. */}
              {running ? ' · ' : ' '}
              {words.count('refresh_feeds_failed', failed)}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
