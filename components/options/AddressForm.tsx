import { useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { TaskLine } from '../TaskLine';
import { useTask } from '../use-task';
import { useWords } from '../WordsContext';

interface Props {
  readonly label: string;
  readonly button: string;
  /**
   * Called in the submit itself, for the browser's question about the host needs the click. What it resolves to is said
   * to the reader, and so is what it rejects with.
   */
  readonly onAdd: (address: string) => Promise<string>;
}

/** A web address that the reader adds: emptied when it was taken, kept to be mended when it was refused. */
export function AddressForm({ label, button, onAdd }: Props) {
  const [address, setAddress] = useState('');
  const task = useTask(useWords());
  const add = (event: Event) => {
    event.preventDefault();
    if (!address.trim()) return;
    const added = onAdd(address.trim());
    task.run(async () => {
      const said = await added;
      setAddress('');
      return said;
    });
  };
  return (
    <>
      <form class="ss-row" onSubmit={add}>
        <label class="ss-field">
          {label}
          <input
            type="url"
            dir="ltr"
            autocomplete="off"
            placeholder="https://"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="ss-button" disabled={task.busy}>
          <Icon name="add" />
          {button}
        </button>
      </form>
      <TaskLine said={task.said} />
    </>
  );
}
