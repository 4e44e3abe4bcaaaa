import type { StoryView } from '../../lib/messages/verdict';
import type { Mention } from '../../lib/signals/signals';
import type { MessageKey } from '../../lib/words/words';
import { Fold } from '../Fold';
import { Reports } from '../Reports';
import { useWords } from '../WordsContext';
import type { DeskLinks } from './desk-links';
import { TitledSection } from './TitledSection';

const KINDS: Record<Mention['kind'], MessageKey> = {
  person: 'kind_of_person',
  organisation: 'kind_of_organisation',
  product: 'kind_of_product',
  place: 'kind_of_place',
  vulnerability: 'kind_of_vulnerability',
  law: 'kind_of_law',
};

/** What a name stands for, in a word. */
export const kindOfNameKey = (kind: Mention['kind']): MessageKey => KINDS[kind];

/** Who and what is named, most often first; each name opens to the reports that name it. */
export function MentionedSection({ view, links }: { readonly view: StoryView; readonly links: DeskLinks }) {
  const words = useWords();
  const { mentioned } = view.signals.sections;
  return (
    <TitledSection title={words('story_mentioned')} empty={mentioned.length === 0}>
      <ul class="ss-plain ss-mentions">
        {mentioned.map(({ name, kind, count, aliases, articles }) => (
          <li key={`${kind} ${name}`}>
            <Fold
              line={
                <>
                  <bdi class="ss-strong">{name}</bdi> <span class="ss-soft">{words(KINDS[kind])}</span>
                  <span class="ss-count">{words.count('reports', count)}</span>
                </>
              }
            >
              {aliases.length > 0 && <p class="ss-note">{words('aliases', { names: words.list(aliases) })}</p>}
              <Reports articles={view.articles.filter(({ id }) => articles.includes(id))} />
              <p>
                <a class="ss-link" {...links.entity(name)}>
                  {words('entity_all', { name })}
                </a>
              </p>
            </Fold>
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}
