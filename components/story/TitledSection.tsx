import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  /** Where there is nothing to say, no heading stands over nothing. */
  readonly empty?: boolean;
  readonly children: ComponentChildren;
}

/** A section of the story page under its heading. */
export function TitledSection({ title, empty = false, children }: Props) {
  const id = useId();
  if (empty) return null;
  return (
    <section class="ss-story-section" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}
