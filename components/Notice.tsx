import type { Verdict } from '../lib/messages/verdict';
import type { MessageKey } from '../lib/words/words';
import { Icon } from './Icon';
import { useWords } from './WordsContext';

/** What a page without a badge is told: each state has words of its own, and none of them reads like "unverified". */
export function verdictKey(verdict: Verdict): MessageKey {
  switch (verdict.is) {
    case 'reading':
      return 'verdict_reading';
    case 'not-article':
      return 'verdict_not_article';
    case 'no-permission':
      return 'verdict_no_permission';
    case 'muted':
      return 'verdict_muted';
    case 'not-covered':
      return 'verdict_not_covered';
    case 'following':
      return verdict.found === 0 ? 'verdict_following' : 'verdict_following_found';
    case 'below-gate':
      return 'verdict_below_gate';
    case 'failed':
      return 'verdict_failed';
    case 'story':
      return 'verdict_story';
  }
}

/** In place of the badge, where the reader asked about a page that has none to show; nothing where nobody asked. */
export function Notice({ verdict, onHide }: { readonly verdict: Verdict; readonly onHide: () => void }) {
  const words = useWords();
  if (verdict.is === 'not-article' || verdict.is === 'muted' || verdict.is === 'no-permission') return null;
  return (
    <span class="ss-badge-frame">
      <span class="ss-badge ss-notice" role="status">
        <span class="ss-badge-standing">
          {words(verdictKey(verdict))}
          {verdict.is === 'failed' && <> · {words.say(verdict.why)}</>}
        </span>
        <button type="button" class="ss-button-bare" aria-label={words('hide')} onClick={onHide}>
          <Icon name="close" />
        </button>
      </span>
    </span>
  );
}
