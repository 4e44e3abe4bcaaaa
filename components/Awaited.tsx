import { useWords } from './WordsContext';

/**
 * The room of a story that is on its way, drawn only where it takes long enough to be noticed. It says that the page is
 * being looked at, so that it never reads like "no story".
 */
export function Awaited() {
  const words = useWords();
  return (
    <div class="ss-awaited" role="status">
      <span class="ss-hidden">{words('verdict_reading')}</span>
      <span />
      <span />
      <span />
    </div>
  );
}
