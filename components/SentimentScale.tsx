import type { Tier } from '../lib/signals/signals';
import type { MessageKey } from '../lib/words/words';

const NAMES: Record<Tier, MessageKey> = {
  [-2]: 'sentiment_very_negative',
  [-1]: 'sentiment_negative',
  0: 'sentiment_neutral',
  1: 'sentiment_positive',
  2: 'sentiment_very_positive',
};

/** The word of a tier. */
export const tierKey = (tier: Tier): MessageKey => NAMES[tier];

/** Five places on a line, one of them taken. The tier's word stands beside it, so it is silent. */
export function SentimentScale({ tier }: { readonly tier: Tier }) {
  return (
    <svg class="ss-scale" viewBox="0 0 38 12" width="38" height="12" aria-hidden="true" focusable="false">
      <path class="ss-axis" d="M3 6h32M3 4v4M11 4v4M19 2v8M27 4v4M35 4v4" />
      <circle class="ss-on" cx={19 + tier * 8} cy="6" r="4" />
    </svg>
  );
}
