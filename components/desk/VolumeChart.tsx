import type { WeekFigures } from '../../lib/signals/trends';
import { useWords } from '../WordsContext';
import { BOTTOM, HEIGHT, INNER, LEFT, middle, niceTop, RIGHT, TOP, WIDTH } from './chart';
import { WeekAxis } from './WeekAxis';

/** Stories of each week as bars, the verified part dark; their mean impact as a line on a scale of ten. */
export function VolumeChart({ weeks, label }: { readonly weeks: readonly WeekFigures[]; readonly label: string }) {
  const words = useWords();
  const top = niceTop(Math.max(1, ...weeks.map((week) => week.stories)));
  const y = (value: number, of: number) => TOP + INNER.height * (1 - value / of);
  const bar = (INNER.width / Math.max(1, weeks.length)) * 0.56;
  const points = weeks.flatMap((week, n) =>
    week.impact === null ? [] : [[middle(n, weeks.length), y(week.impact, 10)] as const],
  );
  return (
    <svg class="ss-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line class="ss-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(part, 1)} y2={y(part, 1)} />
          <text class="ss-scale-left" x={LEFT - 6} y={y(part, 1) + 4}>
            {words.number(top * part)}
          </text>
          <text class="ss-scale-right" x={WIDTH - RIGHT + 6} y={y(part, 1) + 4}>
            {words.number(10 * part)}
          </text>
        </g>
      ))}
      {weeks.map((week, n) => {
        const x = middle(n, weeks.length) - bar / 2;
        return (
          <g key={week.from}>
            <rect class="ss-bar-all" x={x} width={bar} y={y(week.stories, top)} height={HEIGHT - BOTTOM - y(week.stories, top)} />
            <rect
              class="ss-bar-verified"
              x={x}
              width={bar}
              y={y(week.verified, top)}
              height={HEIGHT - BOTTOM - y(week.verified, top)}
            />
          </g>
        );
      })}
      <polyline class="ss-line" points={points.map((point) => point.join(',')).join(' ')} />
      {points.map(([x, at]) => (
        <circle key={x} class="ss-point" cx={x} cy={at} r="3" />
      ))}
      <WeekAxis weeks={weeks} />
    </svg>
  );
}
