import { Fragment } from 'preact';
import type { Standing } from '../lib/signals/signals';
import { markStrokes } from './mark-strokes';

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

/**
 * Draws N: each independent origin is a stroke of its own, those who carry it are echoes behind it.
 * Unconfirmed strokes are broken, a party's own statement is hollow. Decoration: the words beside it say the same.
 */
export function Mark({ standing, echoes, size = 'text' }: Props) {
  const { lines, width } = markStrokes(echoes.length > 0 ? echoes : [0], MOST[size]);
  return (
    <svg
      class={`ss-mark ss-mark-${size} ss-is-${standing}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
      focusable="false"
    >
      {lines.map(({ x, echo }) => {
        const cut = Math.min(2.5, echo * 0.9);
        const ends = {
          x1: x + (LEAN * cut) / 11,
          y1: 13.5 - cut,
          x2: x + LEAN - (LEAN * cut) / 11,
          y2: 2.5 + cut,
        };
        if (echo > 0) return <line key={`${x}`} class="ss-echo" {...ends} />;
        return (
          <Fragment key={`${x}`}>
            <line class="ss-stroke" {...ends} />
            {standing === 'party-statement' && <line class="ss-hollow" {...ends} />}
          </Fragment>
        );
      })}
    </svg>
  );
}
