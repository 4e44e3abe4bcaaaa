import type { StoryView } from '../../lib/messages/verdict';
import { SafeLink } from '../SafeLink';
import { useWords } from '../WordsContext';
import { Said } from './Said';
import { TitledSection } from './TitledSection';

/** Numbered facts; where the sources give different figures, each figure stands with who gives it. */
export function FactsSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { facts } = view.signals.sections;
  /** One report of each outlet. */
  const sayers = (ids: readonly string[]) => [
    ...new Map(view.articles.filter(({ id }) => ids.includes(id)).map((article) => [article.outlet, article])).values(),
  ];
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
                        <b dir="auto">{figure.value}</b>
                        {sayers(figure.articles).map(({ outlet, link, address }) => (
                          <SafeLink key={outlet} to={link ?? address} class="ss-cite">
                            <bdi>{outlet}</bdi>
                          </SafeLink>
                        ))}
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
