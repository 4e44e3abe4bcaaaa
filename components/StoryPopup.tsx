import type { Ref } from 'preact';
import type { PageReport, StoryView } from '../lib/messages/verdict';
import { ConfidenceSection } from './ConfidenceSection';
import { Icon } from './Icon';
import { ImpactSection } from './ImpactSection';
import { Mark } from './Mark';
import { echoesOf } from './mark-strokes';
import { PageSection } from './PageSection';
import { SentimentSection } from './SentimentSection';
import { StandingSection } from './StandingSection';
import { standingLabel } from './story-words';
import { TimelineSection } from './TimelineSection';
import { useWords } from './WordsContext';

export interface StoryPopupProps {
  readonly view: StoryView;
  readonly page: PageReport;
  /** Epoch ms of the last successful refresh, where that is too long ago. */
  readonly staleSince: number | null;
  readonly followed: boolean;
  /** Epoch ms. */
  readonly now: number;
  readonly id?: string;
  readonly closeRef?: Ref<HTMLButtonElement>;
  readonly onClose: () => void;
  readonly onFollow: (on: boolean) => void;
  readonly onMute: () => void;
  readonly onOpenStory: () => void;
  /** Take the badge off this page; left out where there is none. */
  readonly onHide?: () => void;
}

/** The story of this page, told in place: what is it, how well does it stand, how much does it matter, how did it come here. */
export function StoryPopup(props: StoryPopupProps) {
  const { view, page, staleSince, followed, now, id = 'ss-popup', closeRef, onClose, onFollow, onMute, onOpenStory } = props;
  const words = useWords();
  const { story, signals } = view;
  const { verified } = signals;
  const outlets = new Set(view.articles.map((article) => article.source)).size;
  return (
    <div class="ss-popup" id={id} role="dialog" aria-labelledby={`${id}-title`} dir={words.dir} lang={words.locale}>
      <header class="ss-popup-head">
        <p class={`ss-eyebrow ss-is-${verified.standing}`}>
          <Mark standing={verified.standing} echoes={verified.independent.map((origin) => echoesOf(origin, signals.origins))} />
          {standingLabel(words, verified.standing, verified.n)}
        </p>
        <button ref={closeRef ?? null} type="button" class="ss-button-bare" aria-label={words('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
        <h2 id={`${id}-title`} class="ss-story-title" dir="auto">
          {story.title}
        </h2>
        <p class="ss-note">
          {words.count('reports', view.articles.length)} {words.count('from_outlets', outlets)} ·{' '}
          {words('updated_ago', { ago: words.ago(story.updated, now) })}
        </p>
        {staleSince !== null && (
          <p class="ss-stale">
            <Icon name="clock" /> {words('stale_since', { ago: words.ago(staleSince, now) })}
          </p>
        )}
      </header>
      <div class="ss-popup-body">
        <StandingSection view={view} />
        <PageSection view={view} page={page} />
        <ImpactSection view={view} />
        <SentimentSection view={view} />
        <TimelineSection view={view} />
        <ConfidenceSection view={view} />
      </div>
      <footer class="ss-popup-foot">
        <button type="button" class="ss-button" aria-pressed={followed} onClick={() => onFollow(!followed)}>
          <Icon name={followed ? 'followed' : 'follow'} />
          {words(followed ? 'following' : 'follow')}
        </button>
        <button type="button" class="ss-button" onClick={onOpenStory}>
          <Icon name="panel" />
          {words('open_story')}
        </button>
        <button type="button" class="ss-button ss-quiet" onClick={onMute}>
          <Icon name="mute" />
          {words('mute_site')}
        </button>
      </footer>
    </div>
  );
}
