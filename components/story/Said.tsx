import type { StoryView } from '../../lib/messages/verdict';
import { SafeLink } from '../SafeLink';
import { useWords } from '../WordsContext';

interface Props {
  readonly view: StoryView;
  /** Article that is quoted. */
  readonly article: string;
  /** Keys of independent origins that say it too, its own included. */
  readonly origins?: readonly string[];
}

/** Who says it: the outlet that is quoted, and the other independent sources by name. The names are the evidence. */
export function Said({ view, article, origins = [] }: Props) {
  const words = useWords();
  const quoted = view.articles.find(({ id }) => id === article);
  const own = view.signals.origins[article]?.key;
  const { independent, uncounted } = view.signals.verified;
  const others = [...independent, ...uncounted].filter(({ key }) => key !== own && origins.includes(key));
  if (!quoted) return null;
  return (
    <span class="ss-said">
      <SafeLink to={quoted.link ?? quoted.address}>
        <bdi>{quoted.outlet}</bdi>
      </SafeLink>
      {others.length > 0 && <> · {words('said_also', { names: words.list(others.map(({ name }) => name)) })}</>}
    </span>
  );
}
