import type { StandingLine } from '../../lib/messages/protocol';
import { NEWS_INDEXES, tellsLanguage } from '../../lib/sources/news-indexes';
import { writeTerms } from '../../lib/stories/standing-story';
import { Fold } from '../Fold';
import { Icon } from '../Icon';
import { useWords } from '../WordsContext';
import type { StandingProps } from './standing-props';

interface Props extends Pick<StandingProps, 'task' | 'onAskIndex'> {
  readonly line: StandingLine;
}

/** Public indexes that can be asked for other reports: at each button, who is asked and what they are told. */
export function AskIndexes({ line, task, onAskIndex }: Props) {
  const words = useWords();
  return (
    <Fold line={words('index_ask')}>
      <p class="ss-note">{words('index_consent')}</p>
      <ul class="ss-plain ss-indexes">
        {NEWS_INDEXES.map((index) => {
          const told = `told-${line.id}-${index.id}`;
          const values = { host: index.host, terms: writeTerms(line.terms), language: words.locale };
          return (
            <li key={index.id}>
              <button
                type="button"
                class="ss-button"
                disabled={task.busy}
                aria-describedby={told}
                onClick={() => onAskIndex(line, index)}
              >
                <Icon name="out" />
                {words('index_ask_one', { name: index.name })}
              </button>
              <p class="ss-note" id={told}>
                {words(tellsLanguage(index) ? 'index_told_language' : 'index_told', values)}
              </p>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
