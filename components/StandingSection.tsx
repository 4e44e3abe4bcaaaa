import type { StoryView } from '../lib/messages/verdict';
import type { IndependentOrigin } from '../lib/signals/signals';
import { Fold } from './Fold';
import { Mark } from './Mark';
import { echoesOf } from './mark-strokes';
import { Reasons } from './Reasons';
import { SafeLink } from './SafeLink';
import { listedVia, originWords, roleKey, standingSentence, uncountedWords } from './story-words';
import { useWords } from './WordsContext';

function OriginArticles({ view, origin }: { readonly view: StoryView; readonly origin: IndependentOrigin }) {
  const words = useWords();
  return (
    <ul class="ss-rests">
      {origin.articles.map((id) => {
        const article = view.articles.find((one) => one.id === id);
        const found = view.signals.origins[id];
        if (!article) return null;
        return (
          <li key={id}>
            <span class="ss-rests-who">
              <bdi>{article.outlet}</bdi> <span class="ss-soft">{words(roleKey(found))}</span>
            </span>
            <SafeLink to={article.link ?? article.address} class="ss-title">
              <span dir="auto">{article.title}</span>
            </SafeLink>
            {found && <Reasons reasons={found.evidence} articles={[]} />}
          </li>
        );
      })}
    </ul>
  );
}

function OriginLine({ view, origin }: { readonly view: StoryView; readonly origin: IndependentOrigin }) {
  const words = useWords();
  const { origins } = view.signals;
  // What is only listed rests on nothing that was read.
  const copies = listedVia(origin, origins) === null ? echoesOf(origin, origins) : 0;
  return (
    <Fold
      line={
        <span class="ss-origin">
          <Mark standing={origin.kind === 'pr' ? 'party-statement' : view.signals.verified.standing} echoes={[copies]} />
          <span>
            <bdi class="ss-strong">{origin.name}</bdi> <span class="ss-soft">{originWords(words, origin, origins)}</span>
            {copies > 0 && <span class="ss-soft"> · {words.count('origin_echoes', copies)}</span>}
          </span>
        </span>
      }
    >
      <OriginArticles view={view} origin={origin} />
    </Fold>
  );
}

/** How well does it stand: each independent origin with the articles that rest on it, and what was not counted. */
export function StandingSection({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { verified } = view.signals;
  return (
    <section class="ss-section">
      <p class={`ss-standing-words ss-is-${verified.standing}`}>{standingSentence(words, verified.standing, verified.n)}</p>
      {verified.unconfirmed.length > 0 && <Reasons reasons={verified.unconfirmed} articles={view.articles} />}
      <ul class="ss-plain">
        {verified.independent.map((origin) => (
          <li key={origin.key}>
            <OriginLine view={view} origin={origin} />
          </li>
        ))}
      </ul>
      {verified.uncounted.length > 0 && (
        <>
          <p class="ss-note">{uncountedWords(words, view.signals)}</p>
          <ul class="ss-plain">
            {verified.uncounted.map((origin) => (
              <li key={origin.key}>
                <OriginLine view={view} origin={origin} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
