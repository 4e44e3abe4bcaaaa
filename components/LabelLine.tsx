import type { ComponentChildren } from 'preact';

/** A line that says what it is about, and then what it says of it; the two keep their columns when they wrap. */
export function LabelLine({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <span class="ss-labelled">
      <span class="ss-label">{label}</span> <span class="ss-value">{children}</span>
    </span>
  );
}
