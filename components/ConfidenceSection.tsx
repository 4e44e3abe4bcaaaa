import type { StoryView } from '../lib/messages/verdict';
import type { Confidence } from '../lib/signals/signals';
import type { MessageKey } from '../lib/words/words';
import { Fold } from './Fold';
import { Reasons } from './Reasons';
import { useWords } from './WordsContext';

/** The words of a level of confidence. */
export const CONFIDENCE_KEYS: Record<Confidence['level'], MessageKey> = {
  low: 'confidence_low',
  medium: 'confidence_medium',
  high: 'confidence_high',
};

/** How do you know: how sure we are that this is one story and its origins independent. */
export function ConfidenceSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { confidence } = view.signals;
  return (
    <section class="ss-section" data-figure="confidence">
      <Fold label={words('how_we_know')} line={words(CONFIDENCE_KEYS[confidence.level])}>
        <Reasons reasons={confidence.reasons} articles={view.articles} />
        <p class="ss-note">{words('how_n_is_counted')}</p>
      </Fold>
    </section>
  );
}
