import type { StoryView } from '../../lib/messages/verdict';
import { useWords } from '../WordsContext';
import { Said } from './Said';
import { TitledSection } from './TitledSection';

/** The sentences that say most, each a source's own. */
export function TakeawaysSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  return (
    <TitledSection title={words('story_takeaways')} empty={view.signals.sections.takeaways.length === 0}>
      <ul class="ss-plain ss-said-list">
        {view.signals.sections.takeaways.map(({ text, article, origins }) => (
          <li key={text}>
            <q class="ss-sentence" dir="auto">
              {text}
            </q>
            <Said view={view} article={article} origins={origins} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}
