import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  /** As the input's. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onPick: (text: Promise<string>) => void;
  readonly children: ComponentChildren;
}

/** A button that reads a file's text. The same file can be picked twice. */
export function FilePick({ accept, disabled = false, onPick, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onPick(file.text());
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="ss-button" disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
    </>
  );
}
