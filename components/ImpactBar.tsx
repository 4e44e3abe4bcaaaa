/** From here an experienced operator acts (the rubric of impact): the one step that has a colour of its own. */
export const ACT_ON_IT = 8;

/** A score as it is shown: whole steps. The engine keeps tenths, to rank by. */
export const wholeImpact = (score: number): number => Math.round(score);

/** Whether it is shown in the colour of what is to be acted on. */
export const isToActOn = (score: number): boolean => wholeImpact(score) >= ACT_ON_IT;

const STEPS = 10;

/** Steps `from` to `to` as rectangles of one path: a list draws dozens of bars, and ten elements in each are slow to style. */
const steps = (from: number, to: number, y: number, height: number): string =>
  Array.from({ length: to - from }, (_, at) => `M${(from + at) * 4} ${y}h3v${height}h-3z`).join('');

/** Ten steps, those reached stand up: it reads without colour. The number stands beside it, so it is silent. */
export function ImpactBar({ score, wide = false }: { readonly score: number; readonly wide?: boolean }) {
  const reached = Math.min(STEPS, Math.max(0, wholeImpact(score)));
  return (
    <svg
      class={`ss-impact ${isToActOn(score) ? 'ss-act' : ''} ${wide ? 'ss-wide' : ''}`}
      viewBox="0 0 39 12"
      width={wide ? 78 : 39}
      height="12"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {reached > 0 && <path class="ss-on" d={steps(0, reached, 1, 10)} />}
      {reached < STEPS && <path class="ss-off" d={steps(reached, STEPS, 9, 2)} />}
    </svg>
  );
}
