import type { Tier } from '../lib/signals/signals';
import type { MessageKey } from '../lib/words/words';

const TIERS: readonly Tier[] = [-2, -1, 0, 1, 2];

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
      <line class="ss-axis" x1="3" y1="6" x2="35" y2="6" />
      {TIERS.map((place) => (
        <circle
          key={place}
          class={place === tier ? 'ss-on' : 'ss-off'}
          cx={19 + place * 8}
          cy="6"
          r={place === tier ? 4 : 1.75}
        />
      ))}
    </svg>
  );
}
