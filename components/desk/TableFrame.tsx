import type { ComponentChildren } from 'preact';

interface Props {
  /** What the table is of. */
  readonly label: string;
  /** For a table that speaks another language than the screen. */
  readonly lang?: 'en';
  readonly children: ComponentChildren;
}

/** A frame in which a wide table scrolls for itself, so that a narrow window loses none of it. */
export function TableFrame({ label, lang, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      class="ss-table-frame"
      role="group"
      aria-label={label}
      {...(lang ? { lang, dir: 'ltr' as const } : {})}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}
