import { useState } from 'preact/hooks';
import { LEAST_TERMS, LONGEST_NAME, readTerms, writeTerms } from '../../lib/stories/standing-story';
import { Icon, type IconName } from '../Icon';
import { useWords } from '../WordsContext';

interface Props {
  readonly terms: readonly string[];
  /** Absent: it has none yet, and none is asked for. */
  readonly name?: string;
  readonly label: string;
  readonly icon: IconName;
  readonly busy: boolean;
  readonly onDone: (terms: readonly string[], name: string) => void;
}

/** The words by which a story is followed, as one field: what is typed is read as it will be looked for. */
export function TermsForm({ terms, name, label, icon, busy, onDone }: Props) {
  const words = useWords();
  const [typed, setTyped] = useState(() => writeTerms(terms));
  const [called, setCalled] = useState(name ?? '');
  const read = readTerms(typed);
  const isEnough = read.length >= LEAST_TERMS;
  return (
    <form
      class="ss-terms-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEnough && !busy) onDone(read, called);
      }}
    >
      {name !== undefined && (
        <label class="ss-field">
          {words('by_words_name')}
          <input
            type="text"
            dir="auto"
            value={called}
            maxLength={LONGEST_NAME}
            placeholder={read.join(' ')}
            onInput={({ currentTarget }) => setCalled(currentTarget.value)}
          />
        </label>
      )}
      <label class="ss-field">
        {words('by_words_terms')}
        <input
          type="text"
          dir="auto"
          value={typed}
          maxLength={500}
          spellcheck={false}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <p class="ss-note" aria-live="polite">
        {isEnough
          ? words('by_words_terms_hint', { terms: words.list(read.map(quoted)) })
          : words('error_few_terms', { least: LEAST_TERMS })}
      </p>
      <button type="submit" class={`ss-button ${name === undefined ? 'ss-first' : ''}`} disabled={busy || !isEnough}>
        <Icon name={icon} />
        {label}
      </button>
    </form>
  );
}

const quoted = (term: string) => `“${term}”`;
