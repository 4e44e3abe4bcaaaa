import type { ArticleBrief, StoryView } from '../lib/messages/verdict';
import type { TimelineEvent } from '../lib/signals/signals';
import { Fold } from './Fold';
import { Reports } from './Reports';
import { SafeLink } from './SafeLink';
import { useWords } from './WordsContext';

interface EventsProps {
  readonly events: readonly TimelineEvent[];
  readonly articles: readonly ArticleBrief[];
}

const yearOf = ({ at }: TimelineEvent): number => new Date(at).getFullYear();

/** Dated lines, each with who had it first and who else has it. */
export function Events({ events, articles }: EventsProps) {
  const words = useWords();
  const outlet = (id: string) => articles.find((article) => article.id === id);
  return (
    <ol class="ss-timeline">
      {events.map((event, n) => {
        const before = events[n - 1];
        // The year stands where it changes.
        const written = before && yearOf(before) === yearOf(event) ? words.dateOfYear : words.date;
        const first = outlet(event.article);
        const others = articles.filter(({ id }) => id !== event.article && event.articles.includes(id));
        return (
          <li key={`${event.at} ${event.article} ${event.title}`}>
            <time dateTime={new Date(event.at).toISOString()}>{written(event.at, event.precision)}</time>
            <div>
              <SafeLink to={first ? (first.link ?? first.address) : ''} dir="auto">
                {event.title}
              </SafeLink>
              <span class="ss-note">
                {first && <bdi>{first.outlet}</bdi>}
                {event.dateWords && (
                  <>
                    {' '}
                    · <q dir="auto">{event.dateWords}</q>
                  </>
                )}
              </span>
              {others.length > 0 && (
                <Fold small line={words.count('timeline_also', others.length)}>
                  <Reports articles={others} />
                </Fold>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

interface Props {
  readonly view: StoryView;
  /** Latest events that stand open, the earlier ones folded. */
  readonly recent?: number | undefined;
}

/** How did it come here, and what next. */
export function TimelineSection({ view, recent = Number.POSITIVE_INFINITY }: Props) {
  const words = useWords();
  const { events, coming } = view.signals.timeline;
  // A fold that hides a single line costs the room that it saves.
  const folded = events.length > recent + 1 ? events.length - recent : 0;
  return (
    <>
      {events.length > 0 && (
        <section class="ss-section">
          <h3>{words('timeline')}</h3>
          {folded > 0 && (
            <Fold line={<span class="ss-soft">{words.count('timeline_earlier', folded)}</span>}>
              <Events events={events.slice(0, folded)} articles={view.articles} />
            </Fold>
          )}
          <Events events={events.slice(folded)} articles={view.articles} />
        </section>
      )}
      {coming.length > 0 && (
        <section class="ss-section">
          <h3>{words('what_next')}</h3>
          <Events events={coming} articles={view.articles} />
        </section>
      )}
    </>
  );
}
