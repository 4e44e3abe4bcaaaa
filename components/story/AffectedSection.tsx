import type { StoryView } from '../../lib/messages/verdict';
import type { Affected } from '../../lib/signals/signals';
import type { MessageKey } from '../../lib/words/words';
import { useWords } from '../WordsContext';
import { Said } from './Said';
import { TitledSection } from './TitledSection';

const DIRECTIONS: Record<Affected['direction'], MessageKey> = {
  harmed: 'affected_harmed',
  helped: 'affected_helped',
  mixed: 'affected_mixed',
};

/** Who comes out worse or better, with the sentence that says so. */
export function AffectedSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { affected } = view.signals.sections;
  return (
    <TitledSection title={words('story_affected')} empty={affected.length === 0}>
      <ul class="ss-plain ss-said-list">
        {affected.map(({ name, direction, why }) => (
          <li key={name}>
            <p>
              <bdi class="ss-strong">{name}</bdi> <span class="ss-soft">{words(DIRECTIONS[direction])}</span>
            </p>
            <q class="ss-sentence ss-small" dir="auto">
              {why.text}
            </q>
            <Said view={view} article={why.article} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}
