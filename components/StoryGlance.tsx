import type { StoryView } from '../lib/messages/verdict';
import { Fold } from './Fold';
import { Mark } from './Mark';
import { echoesOf } from './mark-strokes';
import { Reports } from './Reports';
import { standingLabel } from './story-words';
import { useWords } from './WordsContext';

interface Props {
  readonly view: StoryView;
  /** Epoch ms. */
  readonly now: number;
  readonly titleId?: string;
  /** Opens what the count rests on, where it does not stand open below. */
  readonly onStanding?: () => void;
}

/** What is it, and how well does it stand: the head of a story wherever one is told. */
export function StoryGlance({ view, now, titleId, onStanding }: Props) {
  const words = useWords();
  const { story, signals, publishedBy } = view;
  const { verified } = signals;
  const outlets = new Set(view.articles.map((article) => article.source)).size;
  return (
    <>
      <p class={`ss-eyebrow ss-is-${verified.standing}`}>
        <Mark standing={verified.standing} echoes={verified.independent.map((origin) => echoesOf(origin, signals.origins))} />
        {onStanding ? (
          <button type="button" class="ss-bare-words" onClick={onStanding}>
            {standingLabel(words, verified.standing, verified.n)}
          </button>
        ) : (
          standingLabel(words, verified.standing, verified.n)
        )}
      </p>
      <h2 {...(titleId ? { id: titleId } : {})} class="ss-story-title" dir="auto">
        {story.title}
      </h2>
      {publishedBy !== undefined && <p class="ss-published-by">{words('published_by', { publisher: publishedBy })}</p>}
      <Fold
        small
        line={
          <>
            {words.count('reports', view.articles.length)} {words.count('from_outlets', outlets)} ·{' '}
            {words('updated_ago', { ago: words.ago(story.updated, now) })}
          </>
        }
      >
        <Reports articles={view.articles} />
      </Fold>
    </>
  );
}
