import type { Ref } from 'preact';
import type { MessageKey } from '../../lib/words/words';
import { Icon } from '../Icon';
import { useWords } from '../WordsContext';

const KEYS: readonly (readonly [keys: readonly string[], does: MessageKey])[] = [
  [['j', 'k', '↓', '↑'], 'keys_next'],
  [['Enter'], 'keys_open'],
  [['f'], 'keys_follow'],
  [['c'], 'keys_compare'],
  [['/'], 'keys_search'],
  [['Esc'], 'keys_clear'],
  [['?'], 'keys_help'],
];

/** The keys of the desk; the browser's own dialog keeps the focus and gives it back. */
export function KeysDialog({ dialogRef }: { readonly dialogRef: Ref<HTMLDialogElement> }) {
  const words = useWords();
  return (
    <dialog ref={dialogRef} class="ss-keys" aria-labelledby="keys">
      <form method="dialog">
        <h2 id="keys">{words('keys')}</h2>
        <button type="submit" class="ss-button-bare" aria-label={words('close')}>
          <Icon name="close" />
        </button>
        <dl>
          {KEYS.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{words(does)}</dd>
            </div>
          ))}
        </dl>
      </form>
    </dialog>
  );
}
