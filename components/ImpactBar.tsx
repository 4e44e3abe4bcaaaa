/** From here an experienced operator acts (the rubric of impact): the one step that has a colour of its own. */
export const ACT_ON_IT = 8;

/** A score as it is shown: whole steps. The engine keeps tenths, to rank by. */
export const wholeImpact = (score: number): number => Math.round(score);

/** Whether it is shown in the colour of what is to be acted on. */
export const isToActOn = (score: number): boolean => wholeImpact(score) >= ACT_ON_IT;

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Ten steps, those reached stand up: it reads without colour. The number stands beside it, so it is silent. */
export function ImpactBar({ score, wide = false }: { readonly score: number; readonly wide?: boolean }) {
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
      {STEPS.map((step) => {
        const reached = step <= wholeImpact(score);
        return (
          <rect
            key={step}
            class={reached ? 'ss-on' : 'ss-off'}
            x={(step - 1) * 4}
            y={reached ? 1 : 9}
            width="3"
            height={reached ? 10 : 2}
          />
        );
      })}
    </svg>
  );
}
