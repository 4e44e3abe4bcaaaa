import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoryLine } from '../../lib/messages/protocol';
import { useWords } from '../WordsContext';
import { type RowActions, StoryRow } from './StoryRow';

/** Rows that are drawn at first and with each step, as long as the end is near: few, so that no key waits for them. */
const STEP = 8;
/** Rows kept that are not shown just now: those of the last few searches. */
const KEPT = 200;

interface Props extends RowActions {
  readonly lines: readonly StoryLine[];
  /** Epoch ms. */
  readonly now: number;
  readonly compared: readonly string[];
  readonly label: string;
}

/** Stories, as many as the reader has scrolled to: thousands in the index, tens in the document. */
export function StoryList({ lines, now, compared, label, ...actions }: Props) {
  const words = useWords();
  const [shown, setShown] = useState(STEP);
  const end = useRef<HTMLButtonElement>(null);
  // A row whose line is the same is the same node: while the reader types, only rows that come are drawn.
  const drawn = useRef(new Map<string, { line: StoryLine; now: number; on: boolean; row: VNode }>());
  if (drawn.current.size > KEPT + shown) drawn.current.clear();
  const rows = lines.slice(0, shown).map((line) => {
    const on = compared.includes(line.id);
    const before = drawn.current.get(line.id);
    if (before?.line === line && before.now === now && before.on === on) return before.row;
    const row = <StoryRow key={line.id} line={line} now={now} compared={on} {...actions} />;
    drawn.current.set(line.id, { line, now, on, row });
    return row;
  });
  const first = lines[0]?.id;
  // Another list begins at its top.
  useEffect(() => setShown(STEP), [first, lines.length === 0]);
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setShown((n) => n + STEP);
      },
      { rootMargin: '600px' },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [lines, shown]);
  return (
    <>
      <ol class="ss-plain ss-rows" aria-label={label}>
        {rows}
      </ol>
      {shown < lines.length && (
        <button ref={end} type="button" class="ss-button ss-more" onClick={() => setShown(shown + STEP)}>
          {words('desk_more')}
        </button>
      )}
    </>
  );
}
