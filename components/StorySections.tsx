import type { PageReport, StoryView } from '../lib/messages/verdict';
import { ConfidenceSection } from './ConfidenceSection';
import { ImpactSection } from './ImpactSection';
import { PageSection } from './PageSection';
import { PublishedSection } from './PublishedSection';
import { SentimentSection } from './SentimentSection';
import { StandingSection } from './StandingSection';
import { TimelineSection } from './TimelineSection';

interface Props {
  readonly view: StoryView;
  /** What kind of report the page in front is; null where the story is not shown beside a page. */
  readonly page: PageReport | null;
  /** Latest events of the timeline that stand open, the earlier ones folded; all of them by default. */
  readonly recent?: number | undefined;
}

/** A story in the order in which every screen answers: standing, weight, how it came here, what next, how we know. */
export function StorySections({ view, page, recent }: Props) {
  return (
    <>
      <StandingSection view={view} />
      {page && <PageSection view={view} page={page} />}
      <ImpactSection view={view} />
      <SentimentSection view={view} />
      <TimelineSection view={view} recent={recent} />
      <ConfidenceSection view={view} />
      <PublishedSection view={view} />
    </>
  );
}
