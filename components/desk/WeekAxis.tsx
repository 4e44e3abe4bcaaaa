import type { WeekFigures } from '../../lib/signals/trends';
import { useWords } from '../WordsContext';
import { HEIGHT, middle } from './chart';

/** Labels that fit beside each other. */
const MOST_LABELS = 7;

/** The weeks' first days under a chart, as many as fit. */
export function WeekAxis({ weeks }: { readonly weeks: readonly Pick<WeekFigures, 'from'>[] }) {
  const words = useWords();
  const every = Math.ceil(weeks.length / MOST_LABELS);
  const day = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <g class="ss-axis">
      {weeks.map(({ from }, n) =>
        (weeks.length - 1 - n) % every === 0 ? (
          <text key={from} x={middle(n, weeks.length)} y={HEIGHT - 6}>
            {day.format(from)}
          </text>
        ) : null,
      )}
    </g>
  );
}
