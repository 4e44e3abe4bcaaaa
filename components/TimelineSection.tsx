import type { ArticleBrief, StoryView } from '../lib/messages/verdict';
import type { TimelineEvent } from '../lib/signals/signals';
import { SafeLink } from './SafeLink';
import { useWords } from './WordsContext';

interface EventsProps {
  readonly events: readonly TimelineEvent[];
  readonly articles: readonly ArticleBrief[];
}

/** Dated lines, each with who had it first and who else has it. */
export function Events({ events, articles }: EventsProps) {
  const words = useWords();
  const outlet = (id: string) => articles.find((article) => article.id === id);
  return (
    <ol class="ss-timeline">
      {events.map((event) => {
        const first = outlet(event.article);
        const others = event.articles.length - 1;
        return (
          <li key={`${event.at} ${event.article} ${event.title}`}>
            <time dateTime={new Date(event.at).toISOString()}>{words.date(event.at, event.precision)}</time>
            <div>
              <span dir="auto">{first ? <SafeLink to={first.link ?? first.address}>{event.title}</SafeLink> : event.title}</span>
              <span class="ss-note">
                {first && <bdi>{first.outlet}</bdi>}
                {others > 0 && <> · {words.count('timeline_also', others)}</>}
                {event.dateWords && (
                  <>
                    {' '}
                    · <q dir="auto">{event.dateWords}</q>
                  </>
                )}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** How did it come here, and what next. */
export function TimelineSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { events, coming } = view.signals.timeline;
  return (
    <>
      {events.length > 0 && (
        <section class="ss-section">
          <h3>{words('timeline')}</h3>
          <Events events={events} articles={view.articles} />
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
