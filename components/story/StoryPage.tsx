import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { PageReport, StoryView } from '../../lib/messages/verdict';
import { ConfidenceSection } from '../ConfidenceSection';
import { Fold } from '../Fold';
import { Icon } from '../Icon';
import { ImpactSection } from '../ImpactSection';
import { PageSection } from '../PageSection';
import { PublishedSection } from '../PublishedSection';
import { SentimentSection } from '../SentimentSection';
import { StaleLine } from '../StaleLine';
import { StandingSection } from '../StandingSection';
import { StoryGlance } from '../StoryGlance';
import { standingLabel } from '../story-words';
import { Events } from '../TimelineSection';
import { useWords } from '../WordsContext';
import { AffectedSection } from './AffectedSection';
import { AnalysisSection } from './AnalysisSection';
import { CoverageSection } from './CoverageSection';
import type { DeskLinks } from './desk-links';
import { FactsSection } from './FactsSection';
import { MentionedSection } from './MentionedSection';
import { ShareMenu, type ShareMenuProps } from './ShareMenu';
import { type Figure, SignalsTable } from './SignalsTable';
import { TakeawaysSection } from './TakeawaysSection';
import { TitledSection } from './TitledSection';
import { WatchSection } from './WatchSection';

export interface StoryPageProps extends ShareMenuProps {
  readonly view: StoryView;
  /** What kind of report the page in front is; null where the story is not shown beside a page. */
  readonly page: PageReport | null;
  readonly followed: boolean;
  /** The figure whose evidence stands open from the start. */
  readonly open?: 'sources' | 'impact' | 'sentiment' | null;
  /** Epoch ms of the last refresh where that is too long ago. */
  readonly staleSince: number | null;
  /** Epoch ms. */
  readonly now: number;
  readonly links: DeskLinks;
  readonly onFollow: (on: boolean) => void;
  /** Further buttons beside "follow". */
  readonly children?: ComponentChildren;
}

/** The story page, section by section. Every number opens to what it rests on. */
export function StoryPage(props: StoryPageProps) {
  const { view, page, followed, open = null, staleSince, now, links, onFollow, children } = props;
  const words = useWords();
  const { verified, timeline } = view.signals;
  const article = useRef<HTMLElement>(null);
  /** Opens a figure's evidence and goes there; the timeline stands open anyway. */
  const show = (figure: Figure) => {
    const place = article.current?.querySelector(`[data-figure="${figure}"]`);
    const fold = place?.querySelector('details');
    if (fold) fold.open = true;
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('summary, h3')?.focus();
  };
  return (
    <article class="ss-story-page" ref={article}>
      <header class="ss-story-head">
        <StoryGlance view={view} now={now} onStanding={() => show('sources')} />
        {staleSince !== null && <StaleLine since={staleSince} now={now} />}
        <div class="ss-row">
          {/* A story that only a publisher tells is not ours to follow. */}
          {view.publishedBy === undefined && (
            <button type="button" class="ss-button" aria-pressed={followed} onClick={() => onFollow(!followed)}>
              <Icon name={followed ? 'followed' : 'follow'} />
              {words(followed ? 'following' : 'follow')}
            </button>
          )}
          {children}
        </div>
      </header>
      <div class="ss-story-signals">
        <section class="ss-section" data-figure="sources">
          <Fold
            open={open === 'sources'}
            label={words('sources')}
            line={
              <span class={`ss-is-${verified.standing} ss-standing-value`}>
                {standingLabel(words, verified.standing, verified.n)}
              </span>
            }
          >
            <StandingSection view={view} />
          </Fold>
        </section>
        <ImpactSection view={view} open={open === 'impact'} />
        <SentimentSection view={view} open={open === 'sentiment'} />
        <ConfidenceSection view={view} />
        {page && <PageSection view={view} page={page} />}
        <ShareMenu {...props} />
      </div>
      <div class="ss-story-text">
        <TakeawaysSection view={view} />
        <MentionedSection view={view} links={links} />
        <FactsSection view={view} />
        <AffectedSection view={view} />
        <AnalysisSection view={view} />
        <WatchSection view={view} />
        <PublishedSection view={view} />
        <div data-figure="timeline">
          <TitledSection title={words('timeline')} empty={timeline.events.length === 0}>
            <Events events={timeline.events} articles={view.articles} />
          </TitledSection>
        </div>
        <CoverageSection view={view} />
        <SignalsTable view={view} links={links} onShow={show} />
      </div>
    </article>
  );
}
