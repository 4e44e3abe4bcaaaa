import { Icon } from './Icon';
import type { Said } from './use-task';

/** What came of a button, where a screen reader hears it too. */
export function TaskLine({ said }: { readonly said: Said | null }) {
  return (
    <p class={`ss-task ${said?.tone === 'fault' ? 'ss-fault' : ''}`} role="status">
      {said && (
        <>
          <Icon name={said.tone === 'fault' ? 'alert' : 'followed'} /> {said.text}
        </>
      )}
    </p>
  );
}
