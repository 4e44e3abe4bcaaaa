import type { Verdict } from '../../lib/messages/verdict';
import { useWords } from '../WordsContext';
import { AskIndexes } from './AskIndexes';
import type { StandingProps } from './standing-props';
import { TermsForm } from './TermsForm';

type Uncovered = Verdict & { is: 'not-covered' | 'following' };

interface Props extends StandingProps {
  readonly verdict: Uncovered;
}

export const isUncovered = (verdict: Verdict): verdict is Uncovered => verdict.is === 'not-covered' || verdict.is === 'following';

/** What can be done of a page that no story covers: follow it by words, and ask an index for the others. */
export function UncoveredPage(props: Props) {
  const { verdict, standing, proposed, task, onStart } = props;
  const words = useWords();
  if (verdict.is === 'not-covered')
    return (
      // Proposals come with the page; another page's must not stand in its field.
      <TermsForm
        key={proposed.join(' ')}
        terms={proposed}
        label={words('by_words_start')}
        icon="follow"
        busy={task.busy}
        onDone={(terms) => onStart(terms)}
      />
    );
  const line = standing.find(({ id }) => id === verdict.id);
  return line ? <AskIndexes line={line} {...props} /> : null;
}
