import { Icon, type IconName } from './Icon';
import { Logo } from './Logo';
import { useWords } from './WordsContext';

/** A button of a screen's bar: its drawing, what it does in words, and what happens; null where this browser cannot. */
export interface ScreenTool {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: (() => void) | null;
}

/** Our name, as the head of a screen. */
export function Brand() {
  const words = useWords();
  return (
    <h1 class="ss-brand">
      <Logo /> {words('extension_name')}
    </h1>
  );
}

/** Buttons without words: their drawings are explained on hover and to screen readers. */
export function ScreenTools({ tools }: { readonly tools: readonly ScreenTool[] }) {
  return (
    <span class="ss-tools">
      {tools.map(
        ({ icon, label, onPress }) =>
          onPress && (
            <button key={icon} type="button" class="ss-button-bare" aria-label={label} title={label} onClick={onPress}>
              <Icon name={icon} />
            </button>
          ),
      )}
    </span>
  );
}

/** The head of a screen that stands beside a page. */
export function ScreenBar({ tools }: { readonly tools: readonly ScreenTool[] }) {
  return (
    <header class="ss-bar">
      <Brand />
      <ScreenTools tools={tools} />
    </header>
  );
}
