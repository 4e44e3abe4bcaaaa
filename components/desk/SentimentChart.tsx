import type { WeekFigures } from '../../lib/signals/trends';
import { useWords } from '../WordsContext';
import { HEIGHT, INNER, LEFT, middle, niceStep, RIGHT, TOP, WIDTH } from './chart';
import { WeekAxis } from './WeekAxis';

/** Stories by tier: positive above the line, negative below, the stronger tier darker and outermost; neutral is left out. */
export function SentimentChart({ weeks, label }: { readonly weeks: readonly WeekFigures[]; readonly label: string }) {
  const words = useWords();
  const up = Math.max(1, ...weeks.map(({ tiers }) => tiers[3] + tiers[4]));
  const down = Math.max(1, ...weeks.map(({ tiers }) => tiers[0] + tiers[1]));
  const step = niceStep(up + down);
  // Whole steps: both ends of the axis are marked.
  const above = Math.ceil(up / step) * step;
  const below = Math.ceil(down / step) * step;
  const unit = INNER.height / (above + below);
  const zero = TOP + above * unit;
  const bar = (INNER.width / Math.max(1, weeks.length)) * 0.56;
  const marks = Array.from({ length: (above + below) / step + 1 }, (_, n) => n * step - below);
  return (
    <svg class="ss-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {marks.map((mark) => (
        <g key={mark}>
          <line
            class={mark === 0 ? 'ss-zero' : 'ss-grid'}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={zero - mark * unit}
            y2={zero - mark * unit}
          />
          <text class="ss-scale-left" x={LEFT - 6} y={zero - mark * unit + 4}>
            {words.number(Math.abs(mark))}
          </text>
        </g>
      ))}
      {weeks.map(({ from, tiers: [worst, bad, , good, best] }, n) => {
        const x = middle(n, weeks.length) - bar / 2;
        return (
          <g key={from}>
            <rect class="ss-bar-all" x={x} width={bar} y={zero - good * unit} height={good * unit} />
            <rect class="ss-bar-strong" x={x} width={bar} y={zero - (good + best) * unit} height={best * unit} />
            <rect class="ss-bar-all" x={x} width={bar} y={zero} height={bad * unit} />
            <rect class="ss-bar-strong" x={x} width={bar} y={zero + bad * unit} height={worst * unit} />
          </g>
        );
      })}
      <WeekAxis weeks={weeks} />
    </svg>
  );
}
