import type { StoryView } from '../lib/messages/verdict';
import type { MessageKey } from '../lib/words/words';
import { Fold } from './Fold';
import { ACT_ON_IT, ImpactBar, isToActOn, wholeImpact } from './ImpactBar';
import { Reasons } from './Reasons';
import { useWords } from './WordsContext';

const PARTS = ['regulatory', 'financial', 'operational'] as const;
const PART_KEYS: Record<(typeof PARTS)[number], MessageKey> = {
  regulatory: 'impact_regulatory',
  financial: 'impact_financial',
  operational: 'impact_operational',
};

const isPart = (part: unknown) => PARTS.some((one) => one === part);

/** What a score asks of an operator; the steps are those of the rubric (eval/GUIDE.md). */
export function impactMeaning(score: number): MessageKey {
  if (score >= ACT_ON_IT) return 'impact_means_act';
  if (score >= 7) return 'impact_means_most';
  if (score >= 5) return 'impact_means_sector';
  if (score >= 3) return 'impact_means_niche';
  return 'impact_means_trivial';
}

/** How much does it matter: the three parts, each with its reasons. */
export function ImpactSection({ view, open = false }: { readonly view: StoryView; readonly open?: boolean }) {
  const words = useWords();
  const { impact } = view.signals;
  return (
    <section class="ss-section" data-figure="impact">
      <Fold
        open={open}
        label={words('impact')}
        line={
          <>
            <ImpactBar score={impact.score} />{' '}
            <b class={isToActOn(impact.score) ? 'ss-act-words' : ''}>
              {words('impact_of_ten', { score: wholeImpact(impact.score) })}
            </b>
          </>
        }
      >
        <p>{words(impactMeaning(wholeImpact(impact.score)))}</p>
        <Reasons reasons={impact.reasons.filter((reason) => !isPart(reason.values?.part))} articles={view.articles} />
        <ul class="ss-plain">
          {PARTS.map((part) => {
            const reasons = impact.reasons.filter((reason) => reason.values?.part === part);
            return (
              <li key={part} class="ss-impact-part">
                <p class="ss-part">
                  <span>{words(PART_KEYS[part])}</span>
                  <ImpactBar score={impact[part]} />
                  <span class="ss-figure">{words.number(wholeImpact(impact[part]))}</span>
                </p>
                {reasons.length > 0 ? (
                  <Reasons reasons={reasons} articles={view.articles} />
                ) : (
                  <p class="ss-note">{words('impact_no_reason')}</p>
                )}
              </li>
            );
          })}
        </ul>
      </Fold>
    </section>
  );
}
