import type { StoryView } from '../../lib/messages/verdict';
import { useWords } from '../WordsContext';
import { Said } from './Said';
import { TitledSection } from './TitledSection';

/** What the explainers and analyses among its reports say, in their own words. */
export function AnalysisSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { analysis } = view.signals.sections;
  return (
    <TitledSection title={words('story_analysis')} empty={analysis.length === 0}>
      <ul class="ss-plain ss-said-list">
        {analysis.map(({ text, article }) => (
          <li key={text}>
            <q class="ss-sentence" dir="auto">
              {text}
            </q>
            <Said view={view} article={article} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}
