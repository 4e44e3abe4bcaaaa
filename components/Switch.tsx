import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** One sentence under the label. */
  readonly hint?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, at once. A checkbox underneath: the keyboard and every screen reader know it. */
export function Switch({ label, hint, on, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div class="ss-switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        disabled={disabled}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="ss-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
