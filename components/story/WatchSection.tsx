import type { StoryView } from '../../lib/messages/verdict';
import { useWords } from '../WordsContext';
import { Said } from './Said';
import { TitledSection } from './TitledSection';

/** What is to come, with its date and the words that date it. */
export function WatchSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { watch } = view.signals.sections;
  return (
    <TitledSection title={words('story_watch')} empty={watch.length === 0}>
      <ol class="ss-timeline">
        {watch.map(({ at, precision, text, article, dateWords }) => (
          <li key={`${at} ${text}`}>
            <time dateTime={new Date(at).toISOString()}>{words.date(at, precision)}</time>
            <div>
              <q class="ss-sentence ss-small" dir="auto">
                {text}
              </q>
              <Said view={view} article={article} />
              {dateWords && (
                <span class="ss-said">
                  {' '}
                  · <q dir="auto">{dateWords}</q>
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </TitledSection>
  );
}
