import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** What stands there closed; phrasing content. */
  readonly line: ComponentChildren;
  /** What the line is about, in a column before it. */
  readonly label?: string;
  readonly open?: boolean;
  /** A count in a line of text rather than a line of its own. */
  readonly small?: boolean;
  readonly children: ComponentChildren;
}

/**
 * A line that opens to its evidence. The browser's own disclosure: keyboard and screen readers know it. What is folded away is
 * drawn as soon as the screen has been seen without it: it is more than half of a story, and a popup is to stand at once.
 */
export function Fold({ line, label, open = false, small = false, children }: Props) {
  const [isDrawn, setDrawn] = useState(open);
  useEffect(() => setDrawn(true), []);
  return (
    <details class={small ? 'ss-fold ss-fold-small ss-note' : 'ss-fold'} open={open}>
      <summary>
        {label === undefined ? (
          <span class="ss-fold-line">{line}</span>
        ) : (
          <span class="ss-fold-line ss-labelled">
            <span class="ss-label">{label}</span> <span class="ss-value">{line}</span>
          </span>
        )}
      </summary>
      {isDrawn && <div class="ss-fold-body">{children}</div>}
    </details>
  );
}
