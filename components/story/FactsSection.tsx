import type { StoryView } from '../../lib/messages/verdict';
import { useWords } from '../WordsContext';
import { Said } from './Said';
import { TitledSection } from './TitledSection';

/** Numbered facts; where the sources give different figures, each figure stands with who gives it. */
export function FactsSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { facts } = view.signals.sections;
  const outlets = (ids: readonly string[]) =>
    words.list([...new Set(view.articles.filter(({ id }) => ids.includes(id)).map(({ outlet }) => outlet))]);
  return (
    <TitledSection title={words('story_facts')} empty={facts.length === 0}>
      <ol class="ss-plain ss-said-list ss-facts">
        {facts.map(({ text, article, origins, figures }, index) => (
          <li key={text}>
            <span class="ss-number" aria-hidden="true">
              {words.number(index + 1)}
            </span>
            <div>
              <q class="ss-sentence" dir="auto">
                {text}
              </q>
              <Said view={view} article={article} origins={origins} />
              {figures && figures.length > 1 && (
                <div class="ss-differ">
                  <p>{words('figures_differ')}</p>
                  <ul class="ss-plain">
                    {figures.map((figure) => (
                      <li key={figure.value}>
                        <b dir="auto">{figure.value}</b> <span class="ss-soft">{outlets(figure.articles)}</span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </TitledSection>
  );
}
