import { Icon } from './Icon';
import { useWords } from './WordsContext';

/** Says that the figures may have moved on; epoch ms. */
export function StaleLine({ since, now }: { readonly since: number; readonly now: number }) {
  const words = useWords();
  return (
    <p class="ss-stale">
      <Icon name="clock" /> {words('stale_since', { ago: words.ago(since, now) })}
    </p>
  );
}
