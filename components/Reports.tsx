import type { ArticleBrief } from '../lib/messages/verdict';
import { SafeLink } from './SafeLink';
import { useWords } from './WordsContext';

/** Reports that a count stands for: each with its outlet and its day, and a link to it. */
export function Reports({ articles }: { readonly articles: readonly ArticleBrief[] }) {
  const words = useWords();
  return (
    <ul class="ss-rests">
      {articles.map(({ id, outlet, title, published, address, link }) => (
        <li key={id}>
          <span class="ss-rests-who">
            <bdi>{outlet}</bdi> <span class="ss-soft">{words.date(published, 'day')}</span>
          </span>
          <SafeLink to={link ?? address} class="ss-title">
            <span dir="auto">{title}</span>
          </SafeLink>
        </li>
      ))}
    </ul>
  );
}
