import type { Standing } from '../lib/signals/signals';
import { markStrokes, type Stroke } from './mark-strokes';

const HEIGHT = 16;
/** The strokes lean like the double prime, the sign of the second. */
const LEAN = 3;

interface Props {
  readonly standing: Standing;
  /** For each independent origin, how many articles only echo it (echoesOf). */
  readonly echoes: readonly number[];
  /** `text`: beside a line of text; `large`: the sources' picture, with every echo. */
  readonly size?: 'text' | 'large';
}

const MOST = { text: { strokes: 5, echoes: 5 }, large: { strokes: 12, echoes: 60 } };

const hundredths = (n: number): number => Math.round(n * 100) / 100;

/** A line of the mark as part of a path: echoes are cut shorter the farther they are. */
function drawn({ x, echo }: Stroke): string {
  const cut = Math.min(2.5, echo * 0.9);
  const leant = (LEAN * cut) / 11;
  return `M${hundredths(x + leant)} ${hundredths(13.5 - cut)}L${hundredths(x + LEAN - leant)} ${hundredths(2.5 + cut)}`;
}

/**
 * Draws N: each independent origin is a stroke of its own, those who carry it are echoes behind it.
 * Unconfirmed strokes are broken, a party's own statement is hollow. Decoration: the words beside it say the same.
 */
export function Mark({ standing, echoes, size = 'text' }: Props) {
  const { lines, width } = markStrokes(echoes.length > 0 ? echoes : [0], MOST[size]);
  // Lines alike are one path: a list draws dozens of marks.
  const path = (isPart: (line: Stroke) => boolean) => lines.filter(isPart).map(drawn).join('');
  const strokes = path(({ echo }) => echo === 0);
  const echoed = path(({ echo }) => echo > 0);
  return (
    <svg
      class={`ss-mark ss-mark-${size} ss-is-${standing}`}
      viewBox={`0 0 ${hundredths(width)} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
      focusable="false"
    >
      <path class="ss-stroke" d={strokes} />
      {standing === 'party-statement' && <path class="ss-hollow" d={strokes} />}
      {echoed && <path class="ss-echo" d={echoed} />}
    </svg>
  );
}
