import type { PageReport, StoryView } from '../lib/messages/verdict';
import { ConfidenceSection } from './ConfidenceSection';
import { ImpactSection } from './ImpactSection';
import { PageSection } from './PageSection';
import { PublishedSection } from './PublishedSection';
import { SentimentSection } from './SentimentSection';
import { StandingSection } from './StandingSection';
import { TimelineSection } from './TimelineSection';

/** A story in the order in which every screen answers: standing, weight, how it came here, what next, how we know. */
export function StorySections({ view, page }: { readonly view: StoryView; readonly page: PageReport | null }) {
  return (
    <>
      <StandingSection view={view} />
      {page && <PageSection view={view} page={page} />}
      <ImpactSection view={view} />
      <SentimentSection view={view} />
      <TimelineSection view={view} />
      <ConfidenceSection view={view} />
      <PublishedSection view={view} />
    </>
  );
}
