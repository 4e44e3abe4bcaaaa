import type { StoryView } from '../lib/messages/verdict';
import { Fold } from './Fold';
import { Reasons } from './Reasons';
import { SentimentScale, tierKey } from './SentimentScale';
import { useWords } from './WordsContext';

/** What the development means for those it touches, with the words that say so. */
export function SentimentSection({ view, open = false }: { readonly view: StoryView; readonly open?: boolean }) {
  const words = useWords();
  const { sentiment } = view.signals;
  return (
    <section class="ss-section" data-figure="sentiment">
      <Fold
        open={open}
        label={words('sentiment')}
        line={
          <>
            <SentimentScale tier={sentiment.tier} /> {words(tierKey(sentiment.tier))}
          </>
        }
      >
        {sentiment.reasons.length > 0 ? (
          <Reasons reasons={sentiment.reasons} articles={view.articles} />
        ) : (
          <p class="ss-note">{words('sentiment_no_reason')}</p>
        )}
      </Fold>
    </section>
  );
}
