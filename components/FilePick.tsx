import type { ComponentChildren } from 'preact';

interface Props {
  /** As the input's. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onPick: (text: Promise<string>) => void;
  readonly children: ComponentChildren;
}

/** A file's text. The input itself has the focus, drawn as a button by its label. The same file can be picked twice. */
export function FilePick({ accept, disabled = false, onPick, children }: Props) {
  return (
    <label class="ss-button ss-file">
      <input
        class="ss-hidden"
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onPick(file.text());
          event.currentTarget.value = '';
        }}
      />
      {children}
    </label>
  );
}
