import { useState } from 'preact/hooks';
import type { IndependentOrigin, Signals } from '../lib/signals/signals';
import { Badge } from './Badge';
import { useWords } from './WordsContext';

const origin = (key: string, articles: readonly string[]): IndependentOrigin => ({ key, name: key, kind: 'own', articles });

/** Figures of no story, to show the badge before there is one: four origins, two of them echoed. */
const SPECIMEN: Signals = {
  origins: {},
  verified: {
    n: 4,
    standing: 'verified',
    independent: [origin('a', ['1', '2']), origin('b', ['3', '4', '5']), origin('c', ['6']), origin('d', ['7'])],
    uncounted: [],
    unconfirmed: [],
  },
  impact: { score: 8, regulatory: 8, financial: 4, operational: 8, reasons: [] },
  sentiment: { tier: -1, certainty: 1, reasons: [] },
  confidence: { level: 'high', reasons: [] },
  timeline: { events: [], coming: [] },
  sections: { takeaways: [], mentioned: [], facts: [], affected: [], analysis: [], watch: [], coverage: [] },
};

/** The badge as it will stand under a headline. */
export function Specimen({ place = 'headline' }: { readonly place?: 'headline' | 'corner' }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div class={`ss-specimen ss-specimen-${place}`}>
      <p class="ss-specimen-headline">{words('specimen_headline')}</p>
      <div class="ss-specimen-badge">
        <Badge signals={SPECIMEN} open={open} onToggle={() => setOpen(!open)} />
        {open && <p class="ss-note ss-specimen-note">{words('specimen_opens')}</p>}
      </div>
      <p class="ss-specimen-text" aria-hidden="true">
        <span />
        <span />
        <span />
      </p>
    </div>
  );
}
