import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import type { Signals } from '../lib/signals/signals';
import { Icon } from './Icon';
import { ImpactBar, isToActOn, wholeImpact } from './ImpactBar';
import { Mark } from './Mark';
import { echoesOf } from './mark-strokes';
import { SentimentScale, tierKey } from './SentimentScale';
import { badgeSentence, standingLabel } from './story-words';
import { useWords } from './WordsContext';

interface Props {
  readonly signals: Signals;
  /** Whether its popup is open. */
  readonly open: boolean;
  /** The last refresh is too long ago: the figures may have moved on. */
  readonly stale?: boolean;
  readonly onToggle: () => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** Id of the popup that it opens. */
  readonly controls?: string;
}

/** A story in one line. What does not fit a narrow column goes, the least telling first; the mark and N stay. */
export function Badge({ signals, open, stale = false, onToggle, buttonRef, controls }: Props) {
  const words = useWords();
  const tip = useId();
  const { verified, impact, sentiment } = signals;
  const sentence = stale ? `${badgeSentence(words, signals)} ${words('badge_stale')}` : badgeSentence(words, signals);
  return (
    <span class={`ss-badge-frame ss-is-${verified.standing}`}>
      <button
        ref={buttonRef ?? null}
        type="button"
        class="ss-badge"
        aria-describedby={tip}
        aria-expanded={open}
        aria-haspopup="dialog"
        {...(controls ? { 'aria-controls': controls } : {})}
        onClick={onToggle}
      >
        <span class="ss-badge-standing">
          <Mark standing={verified.standing} echoes={verified.independent.map((origin) => echoesOf(origin, signals.origins))} />
          <span class="ss-badge-words">{standingLabel(words, verified.standing, verified.n)}</span>
          <span class="ss-badge-n">{words.number(verified.n)}</span>
          {stale && <Icon name="clock" />}
        </span>
        <span class="ss-badge-impact">
          <span class="ss-badge-name">{words('impact')}</span>
          <ImpactBar score={impact.score} />
          <b class={isToActOn(impact.score) ? 'ss-act-words' : ''}>{words.number(wholeImpact(impact.score))}</b>
        </span>
        <span class="ss-badge-sentiment">
          <SentimentScale tier={sentiment.tier} />
          <span class="ss-badge-tier">{words(tierKey(sentiment.tier))}</span>
        </span>
        <span class="ss-badge-timeline">
          <span class="ss-badge-more">{words('timeline')}</span>
          <Icon name="down" />
        </span>
      </button>
      <span class="ss-tip" role="tooltip" id={tip}>
        {sentence}
      </span>
    </span>
  );
}
