import type { PublishedSignals, StoryView } from '../lib/messages/verdict';
import { Fold } from './Fold';
import { wholeImpact } from './ImpactBar';
import { SafeLink } from './SafeLink';
import { tierKey } from './SentimentScale';
import { standingLabel } from './story-words';
import { useWords } from './WordsContext';

/** What a publisher's editors wrote, as they wrote it: text alone, whatever it holds. */
function EditorialText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <h4>{label}</h4>
      {text
        .split(/\n+/)
        .filter(Boolean)
        .map((paragraph, n) => (
          <p key={n} dir="auto">
            {paragraph}
          </p>
        ))}
    </>
  );
}

function Told({ told, ours }: { readonly told: PublishedSignals; readonly ours: StoryView | null }) {
  const words = useWords();
  const { publisher, signals, articles, editorial, signed, feed } = told;
  const { verified, impact, sentiment } = signals;
  const differs = ours !== null && ours.signals.verified.n !== verified.n;
  return (
    <Fold
      open={editorial !== undefined}
      line={
        <>
          <span class="ss-soft">{words('published_by', { publisher })}</span>
          <br />
          <span class="ss-strong">
            {standingLabel(words, verified.standing, verified.n)} · {words('impact')} {words.number(wholeImpact(impact.score))} ·{' '}
            {words(tierKey(sentiment.tier))}
          </span>
        </>
      }
    >
      {differs && <p class="ss-note">{words('published_differs')}</p>}
      {editorial?.analysis && <EditorialText label={words('published_analysis')} text={editorial.analysis} />}
      {editorial?.watch && <EditorialText label={words('published_watch')} text={editorial.watch} />}
      {editorial && <p class="ss-note">{words('published_author', { author: editorial.author })}</p>}
      <ul class="ss-rests">
        {verified.independent.map((origin) => (
          <li key={origin.key}>
            <bdi class="ss-rests-who ss-strong">{origin.name}</bdi>
            {origin.articles.map((id) => {
              const article = articles.find((one) => one.id === id);
              return (
                article && (
                  <SafeLink key={id} to={article.link ?? article.address} class="ss-title">
                    <span dir="auto">{article.title}</span>
                  </SafeLink>
                )
              );
            })}
          </li>
        ))}
      </ul>
      <p class="ss-note">
        <bdi>{feed}</bdi> · {words(signed ? 'signal_feed_signed_short' : 'signal_feed_unsigned')}
      </p>
    </Fold>
  );
}

/** What signal feeds tell of this story, each under its publisher's name, side by side where they disagree. */
export function PublishedSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { published = [], publishedBy } = view;
  if (published.length === 0) return null;
  return (
    <section class="ss-section" aria-label={words('published_beside')}>
      <h3>{words('published_beside')}</h3>
      {publishedBy !== undefined && <p class="ss-note">{words('published_only', { publisher: publishedBy })}</p>}
      <ul class="ss-plain">
        {published.map((told) => (
          <li key={`${told.feed} ${told.story.id}`}>
            <Told told={told} ours={publishedBy === undefined ? view : null} />
          </li>
        ))}
      </ul>
    </section>
  );
}
