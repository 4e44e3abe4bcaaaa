import type { StoryView } from '../../lib/messages/verdict';
import { Reasons } from '../Reasons';
import { SourcesPicture } from '../SourcesPicture';
import { useWords } from '../WordsContext';
import { TitledSection } from './TitledSection';

/** How the story was put together: the drawing of its sources, what was counted once and why, what is only claimed. */
export function CoverageSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  return (
    <TitledSection title={words('story_coverage')}>
      <SourcesPicture view={view} />
      <Reasons reasons={view.signals.sections.coverage} articles={view.articles} />
    </TitledSection>
  );
}
