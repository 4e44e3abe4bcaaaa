import type { MessageKey } from '../../lib/words/words';
import { useWords } from '../WordsContext';

/** Term and meaning; those of the badge come from the legend that the welcome page shows. */
const TERMS: readonly (readonly [term: MessageKey, meaning: MessageKey])[] = [
  ['glossary_source', 'glossary_source_is'],
  ['glossary_report', 'glossary_report_is'],
  ['glossary_story', 'glossary_story_is'],
  ['glossary_origin', 'glossary_origin_is'],
  ['glossary_independent', 'glossary_independent_is'],
  ['glossary_echo', 'glossary_echo_is'],
  ['glossary_primary', 'glossary_primary_is'],
  ['signal_verified', 'legend_verified'],
  ['standing_single_source', 'legend_single_source'],
  ['standing_unconfirmed', 'legend_unconfirmed'],
  ['standing_party_statement', 'legend_party_statement'],
  ['glossary_gate', 'glossary_gate_is'],
  ['impact', 'legend_impact'],
  ['sentiment', 'legend_sentiment'],
  ['glossary_confidence', 'glossary_confidence_is'],
  ['timeline', 'signal_timeline_means'],
  ['glossary_beat', 'glossary_beat_is'],
  ['glossary_feed', 'glossary_feed_is'],
];

/** The words of these pages. */
export function GlossaryPage() {
  const words = useWords();
  return (
    <section class="ss-prose" aria-labelledby="glossary">
      <h2 id="glossary" class="ss-desk-title">
        {words('glossary')}
      </h2>
      <p class="ss-lead">{words('glossary_lead')}</p>
      <dl class="ss-legend">
        {TERMS.map(([term, meaning]) => (
          <>
            <dt key={term}>{words(term)}</dt>
            <dd key={meaning}>{words(meaning)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
