import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../WordsContext';

/** A list is drawn when the keys have rested so long, ms: less than a reader notices, more than lies between two quick keys. */
const REST = 80;

interface Props {
  readonly query: string;
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly onQuery: (query: string) => void;
}

/** The search: what is typed stands at once, the list follows, so that no key waits for it. */
export function SearchField({ query, fieldRef, onQuery }: Props) {
  const words = useWords();
  const [typed, setTyped] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What was handed on last: when it comes back as `query`, the reader may have typed on. */
  const sent = useRef(query);
  // A query that came from elsewhere (a link, "clear filters") takes the place of what was typed.
  useEffect(() => {
    if (query === sent.current) return;
    clearTimeout(timer.current);
    sent.current = query;
    setTyped(query);
  }, [query]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <label class="ss-field ss-search">
      {words('desk_search')}
      <input
        ref={fieldRef}
        type="search"
        value={typed}
        maxLength={200}
        aria-keyshortcuts="/"
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            sent.current = value;
            onQuery(value);
          }, REST);
        }}
      />
    </label>
  );
}
