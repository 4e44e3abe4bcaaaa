import type { Ref } from 'preact';
import type { PageReport, StoryView } from '../lib/messages/verdict';
import { Icon } from './Icon';
import { StaleLine } from './StaleLine';
import { StoryGlance } from './StoryGlance';
import { StorySections } from './StorySections';
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
  /** Take the badge off this page. */
  readonly onHide: () => void;
  readonly onOpenStory: () => void;
}

/** The story of this page, told in place. */
export function StoryPopup(props: StoryPopupProps) {
  const {
    view,
    page,
    staleSince,
    followed,
    now,
    id = 'ss-popup',
    closeRef,
    onClose,
    onFollow,
    onMute,
    onHide,
    onOpenStory,
  } = props;
  const words = useWords();
  return (
    <div class="ss-popup" id={id} role="dialog" aria-labelledby={`${id}-title`} dir={words.dir} lang={words.locale}>
      <header class="ss-popup-head">
        <StoryGlance view={view} now={now} titleId={`${id}-title`} />
        {staleSince !== null && <StaleLine since={staleSince} now={now} />}
        <button
          ref={closeRef ?? null}
          type="button"
          class="ss-button-bare ss-close"
          aria-label={words('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="ss-popup-body" tabIndex={0} aria-labelledby={`${id}-title`}>
        <StorySections view={view} page={page} />
        <div class="ss-section ss-popup-leave">
          <button type="button" class="ss-button ss-quiet" onClick={onHide}>
            <Icon name="close" />
            {words('hide')}
          </button>
          <button type="button" class="ss-button ss-quiet" onClick={onMute}>
            <Icon name="mute" />
            {words('mute_site')}
          </button>
        </div>
      </section>
      <footer class="ss-popup-foot">
        <button type="button" class="ss-button ss-first" onClick={onOpenStory}>
          <Icon name="panel" />
          {words('open_story')}
        </button>
        {/* A story that only a publisher tells is not ours to follow. */}
        {view.publishedBy === undefined && (
          <button type="button" class="ss-button" aria-pressed={followed} onClick={() => onFollow(!followed)}>
            <Icon name={followed ? 'followed' : 'follow'} />
            {words(followed ? 'following' : 'follow')}
          </button>
        )}
      </footer>
    </div>
  );
}
