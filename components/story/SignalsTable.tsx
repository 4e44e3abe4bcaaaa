import type { StoryView } from '../../lib/messages/verdict';
import { CONFIDENCE_KEYS } from '../ConfidenceSection';
import { wholeImpact } from '../ImpactBar';
import { tierKey } from '../SentimentScale';
import { standingLabel } from '../story-words';
import { useWords } from '../WordsContext';
import type { DeskLinks } from './desk-links';
import { TitledSection } from './TitledSection';

/** A figure whose evidence stands on the story page. */
export type Figure = 'sources' | 'impact' | 'sentiment' | 'timeline' | 'confidence';

interface Props {
  readonly view: StoryView;
  readonly links: DeskLinks;
  /** Opens a figure to its evidence. */
  readonly onShow: (figure: Figure) => void;
}

/** Each signal with its value here and what it tells: the page explains itself. */
export function SignalsTable({ view, links, onShow }: Props) {
  const words = useWords();
  const { verified, impact, sentiment, timeline, confidence } = view.signals;
  const rows: readonly (readonly [Figure, string, string, string])[] = [
    ['sources', words('signal_verified'), standingLabel(words, verified.standing, verified.n), words('signal_verified_means')],
    ['impact', words('impact'), words('impact_of_ten', { score: wholeImpact(impact.score) }), words('signal_impact_means')],
    ['sentiment', words('sentiment'), words(tierKey(sentiment.tier)), words('signal_sentiment_means')],
    ['timeline', words('timeline'), words.count('events', timeline.events.length), words('signal_timeline_means')],
    ['confidence', words('signal_confidence'), words(CONFIDENCE_KEYS[confidence.level]), words('signal_confidence_means')],
  ];
  return (
    <TitledSection title={words('story_signals')}>
      <div class="ss-table-frame">
        <table class="ss-table ss-signals">
          <thead>
            <tr>
              <th scope="col">{words('story_signal')}</th>
              <th scope="col">{words('story_signal_here')}</th>
              <th scope="col">{words('story_signal_means')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([figure, name, value, means]) => (
              <tr key={figure}>
                <th scope="row">{name}</th>
                <td>
                  <button type="button" class="ss-link ss-bare-words" onClick={() => onShow(figure)}>
                    {value}
                  </button>
                </td>
                <td class="ss-soft">{means}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="ss-row">
        <a class="ss-link" {...links.page('methodology')}>
          {words('methodology')}
        </a>
        <a class="ss-link" {...links.page('glossary')}>
          {words('glossary')}
        </a>
        <a class="ss-link" {...links.page('trends')}>
          {words('trends')}
        </a>
      </p>
    </TitledSection>
  );
}
