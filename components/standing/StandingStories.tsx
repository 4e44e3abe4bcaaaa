import type { StandingLine } from '../../lib/messages/protocol';
import type { StoryView } from '../../lib/messages/verdict';
import { Fold } from '../Fold';
import { Icon } from '../Icon';
import { StoryLines } from '../StoryLines';
import { TaskLine } from '../TaskLine';
import { useWords } from '../WordsContext';
import { AskIndexes } from './AskIndexes';
import { type StandingProps, standingTitle } from './standing-props';
import { TermsForm } from './TermsForm';

interface Props extends StandingProps {
  /** Epoch ms. */
  readonly now: number;
  readonly load: (id: string) => Promise<StoryView | null>;
  /** What came of a button is said elsewhere on the screen. */
  readonly quiet?: boolean;
}

/** The stories that the reader follows by words of their own, each with what it has found and where it is changed. */
export function StandingStories(props: Props) {
  const { standing, task, quiet = false } = props;
  return (
    <div class="ss-standing">
      <ul class="ss-plain ss-story-lines">
        {standing.map((line) => (
          <li key={line.id}>
            <OneStanding {...props} line={line} />
          </li>
        ))}
      </ul>
      {!quiet && <TaskLine said={task.said} />}
    </div>
  );
}

function OneStanding({ line, now, load, ...props }: Props & { readonly line: StandingLine }) {
  const words = useWords();
  const { task, onEdit, onRemove } = props;
  const { id, name, terms, since, stories } = line;
  const title = standingTitle(line);
  const changed = stories.filter(({ news }) => news.length > 0).length;
  const summary = (
    <span class="ss-standing-line">
      <span class="ss-line-title" dir="auto">
        {title}
      </span>
      <span class="ss-note">
        {stories.length > 0 ? words.count('by_words_found', stories.length) : words('by_words_nothing')}
        {' · '}
        {words('by_words_since', { ago: words.ago(since, now) })}
      </span>
      {changed > 0 && <span class="ss-news">{words.count('by_words_changed', changed)}</span>}
    </span>
  );
  return (
    <Fold line={summary}>
      {stories.length > 0 && <StoryLines lines={stories} now={now} load={load} />}
      <Fold line={words('by_words_change')}>
        <TermsForm
          key={`${name} ${terms.join(' ')}`}
          terms={terms}
          name={name}
          label={words('by_words_save')}
          icon="followed"
          busy={task.busy}
          onDone={(next, called) => onEdit(id, called, next)}
        />
      </Fold>
      <AskIndexes line={line} {...props} />
      <button
        type="button"
        class="ss-button ss-quiet"
        aria-label={words('by_words_remove_name', { name: title })}
        disabled={task.busy}
        onClick={() => onRemove(id)}
      >
        <Icon name="remove" />
        {words('by_words_remove')}
      </button>
    </Fold>
  );
}
