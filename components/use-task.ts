import { useState } from 'preact/hooks';
import type { Words } from '../lib/words/words';

/** What a task said when it ended. */
export interface Said {
  readonly tone: 'done' | 'fault';
  readonly text: string;
}

export interface Task {
  readonly busy: boolean;
  readonly said: Said | null;
  /** Runs it; what it returns is said to the reader, and so is what it throws. */
  readonly run: (work: () => Promise<string>) => void;
}

/** The worker's refusals (lib/messages/send.ts) carry a key of the words; anything else is a fault of ours. */
function faultText(words: Words, error: unknown): string {
  const { key, values } = (error ?? {}) as { key?: unknown; values?: Record<string, string | number> };
  return typeof key === 'string' ? words.say(key, values ?? {}) : words('error_unexpected', { detail: String(error) });
}

/** One thing at a time that a button starts: busy while it runs, and then what came of it. */
export function useTask(words: Words): Task {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const run = (work: () => Promise<string>) => {
    setBusy(true);
    setSaid(null);
    work()
      .then(
        (text) => setSaid(text ? { tone: 'done', text } : null),
        (error: unknown) => setSaid({ tone: 'fault', text: faultText(words, error) }),
      )
      .finally(() => setBusy(false));
  };
  return { busy, said, run };
}
