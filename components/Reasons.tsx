import type { ArticleBrief } from '../lib/messages/verdict';
import type { Reason } from '../lib/signals/signals';
import { SafeLink } from './SafeLink';
import { useWords } from './WordsContext';

interface Props {
  readonly reasons: readonly Reason[];
  /** The story's articles: a reason names the one that shows it. */
  readonly articles: readonly ArticleBrief[];
}

/** Why something is said: each reason in words, with the source's own words where it quotes them. */
export function Reasons({ reasons, articles }: Props) {
  const words = useWords();
  if (reasons.length === 0) return null;
  return (
    <ul class="ss-reasons">
      {reasons.map((reason, index) => {
        const article = articles.find(({ id }) => id === reason.article);
        return (
          <li key={index}>
            {words.reason(reason)}{' '}
            {article && (
              <SafeLink to={article.link ?? article.address} class="ss-cite">
                <bdi>{article.outlet}</bdi>
              </SafeLink>
            )}
            {reason.quote && (
              <q class="ss-quote" dir="auto">
                {reason.quote}
              </q>
            )}
          </li>
        );
      })}
    </ul>
  );
}
