import type { StoryView } from '../lib/messages/verdict';
import type { IndependentOrigin } from '../lib/signals/signals';
import { Mark } from './Mark';
import { echoesOf } from './mark-strokes';
import { SafeLink } from './SafeLink';
import { originWords, roleKey, standingSentence, uncountedWords } from './story-words';
import { useWords } from './WordsContext';

/** The line before a name in the legend: thick for who reported, thin for who carries it, broken for who cites it. */
function Glyph({ kind }: { readonly kind: 'own' | 'carries' | 'cites' }) {
  return (
    <svg class={`ss-glyph ss-glyph-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <line x1="6.5" y1="13.5" x2="9.5" y2="2.5" />
    </svg>
  );
}

function Branch({ view, origin }: { readonly view: StoryView; readonly origin: IndependentOrigin }) {
  const words = useWords();
  return (
    <li class="ss-branch">
      <p>
        <Glyph kind="own" /> <bdi class="ss-strong">{origin.name}</bdi>{' '}
        <span class="ss-soft">{originWords(words, origin, view.signals.origins)}</span>
      </p>
      <ul class="ss-plain">
        {origin.articles.map((id) => {
          const article = view.articles.find((one) => one.id === id);
          if (!article) return null;
          const found = view.signals.origins[id];
          const kind = found?.kind === 'cites' ? 'cites' : found?.kind === 'wire' || found?.kind === 'pr' ? 'carries' : 'own';
          return (
            <li key={id}>
              {/* Its own article needs no second line with its name. */}
              {(kind !== 'own' || article.outlet !== origin.name) && (
                <>
                  <Glyph kind={kind} /> <bdi>{article.outlet}</bdi> <span class="ss-soft">{words(roleKey(found))}</span>
                </>
              )}
              <SafeLink to={article.link ?? article.address} class="ss-title">
                <span dir="auto">{article.title}</span>
              </SafeLink>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** The mark, large, with its legend: who reported on their own, who carries whose text, who cites whom. */
export function SourcesPicture({ view }: { readonly view: StoryView }) {
  const words = useWords();
  const { verified, origins } = view.signals;
  return (
    <figure class={`ss-picture ss-is-${verified.standing}`}>
      <Mark standing={verified.standing} echoes={verified.independent.map((origin) => echoesOf(origin, origins))} size="large" />
      <figcaption>{standingSentence(words, verified.standing, verified.n)}</figcaption>
      <ol class="ss-plain">
        {verified.independent.map((origin) => (
          <Branch key={origin.key} view={view} origin={origin} />
        ))}
      </ol>
      {verified.uncounted.length > 0 && (
        <>
          <p class="ss-note">{uncountedWords(words, view.signals)}</p>
          <ol class="ss-plain ss-is-party-statement">
            {verified.uncounted.map((origin) => (
              <Branch key={origin.key} view={view} origin={origin} />
            ))}
          </ol>
        </>
      )}
    </figure>
  );
}
