import type { Mode } from '../lib/store/settings';
import type { MessageKey } from '../lib/words/words';
import { Icon } from './Icon';
import { useWords } from './WordsContext';

/** What each mode is, does and needs, in words of its own. */
const MODES: readonly { mode: Exclude<Mode, 'unset'>; name: MessageKey; does: MessageKey; needs: MessageKey }[] = [
  { mode: 'click', name: 'mode_click', does: 'mode_click_does', needs: 'mode_click_needs' },
  { mode: 'listed', name: 'mode_listed', does: 'mode_listed_does', needs: 'mode_listed_needs' },
  { mode: 'everywhere', name: 'mode_everywhere', does: 'mode_everywhere_does', needs: 'mode_everywhere_needs' },
];

interface Props {
  readonly mode: Mode;
  /** Whether the browser still grants what the mode needs: a reader can take it back in the browser's own settings. */
  readonly granted: boolean;
  /** False until it is known which hosts to ask for. */
  readonly ready: boolean;
  /** Number of sources switched on. */
  readonly sources: number;
  /** Called in the click itself: the browser asks the reader only then. */
  readonly onChoose: (mode: Mode) => void;
}

/** The three modes. Buttons and not radios: arrow keys must not bring up the browser's question. */
export function ModeChoice({ mode: chosen, granted, ready, sources, onChoose }: Props) {
  const words = useWords();
  return (
    <ul class="ss-modes">
      {MODES.map(({ mode, name, does, needs }) => {
        const inUse = mode === chosen;
        return (
          <li key={mode} class={inUse ? 'ss-chosen' : ''}>
            <h3>{words(name)}</h3>
            <p>{words(does, { n: sources })}</p>
            <p class="ss-note">
              <span class="ss-strong">{words('mode_needs')}</span> {words(needs, { n: sources })}
            </p>
            {inUse && granted ? (
              <p class="ss-mode-state">
                <Icon name="followed" /> {words('mode_in_use')}
              </p>
            ) : (
              <button
                type="button"
                class={`ss-button ${mode === 'listed' && chosen === 'unset' ? 'ss-first' : ''}`}
                disabled={!ready}
                aria-label={words(inUse ? 'mode_grant_name' : 'mode_choose_name', { mode: words(name) })}
                onClick={() => onChoose(mode)}
              >
                {words(inUse ? 'mode_grant' : 'mode_choose')}
              </button>
            )}
            {inUse && !granted && (
              <p class="ss-note ss-fault">
                <Icon name="alert" /> {words('mode_not_granted')}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
