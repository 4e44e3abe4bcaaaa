import { browser } from './browser';
import type { StandingLine } from './messages/protocol';
import { send } from './messages/send';
import { hostPattern, NEWS_INDEXES, type NewsIndex } from './sources/news-indexes';
import type { Words } from './words/words';

/** What a screen stands on where stories are followed by the reader's own words. */
export interface StandingState {
  readonly standing: readonly StandingLine[];
  /** Terms proposed for the page in front; empty where it could not be read. */
  readonly proposed: readonly string[];
  /** Ids of indexes whose host the reader had granted before. */
  readonly held: readonly string[];
}

export const NO_STANDING: StandingState = { standing: [], proposed: [], held: [] };

/** @param tab of the page in front, or null */
export async function readStanding(tab: number | null): Promise<StandingState> {
  const isHeld = (index: NewsIndex) => browser.permissions.contains({ origins: [hostPattern(index)] });
  const [standing, proposed, held] = await Promise.all([
    send('standing/list', null),
    tab === null ? [] : send('standing/propose', { tab }),
    Promise.all(NEWS_INDEXES.map(async (index) => ((await isHeld(index)) ? index.id : null))),
  ]);
  return { standing, proposed, held: held.filter((id) => id !== null) };
}

/** What a reader can do about them; `components/standing/` shows it. @param again reads anew what the screen shows */
export function standingActions(
  { held }: StandingState,
  tab: number | null,
  words: Words,
  run: (work: () => Promise<string>) => void,
  again: () => Promise<unknown>,
) {
  const after = (work: () => Promise<string>) =>
    run(async () => {
      try {
        return await work();
      } finally {
        await again();
      }
    });
  const silent = (work: () => Promise<unknown>) => after(() => work().then(() => ''));
  return {
    onStart(terms: readonly string[]) {
      if (tab !== null) silent(() => send('standing/start', { tab, terms }));
    },
    onEdit: (id: string, name: string, terms: readonly string[]) => silent(() => send('standing/edit', { id, name, terms })),
    onRemove: (id: string) => silent(() => send('standing/remove', { id })),
    onAskIndex: (line: StandingLine, index: NewsIndex) => after(() => askIndex(line, index, held.includes(index.id), words)),
  };
}

/**
 * Asks an index for other reports. Must be called directly from a click: the browser's question is the first thing, and
 * as it may close the page that asks it, the worker has been told before what the reader wants.
 * @returns what to say to the reader
 */
async function askIndex(line: StandingLine, index: NewsIndex, held: boolean, words: Words): Promise<string> {
  const intended = send('index/intend', { standing: line.id, index: index.id, language: words.locale, held });
  const granted = held || browser.permissions.request({ origins: [hostPattern(index)] }).catch(() => false);
  const [isGranted] = await Promise.all([granted, intended]);
  if (!isGranted) {
    await send('index/drop', null);
    return words('index_declined', { name: index.name });
  }
  const { listed, joined } = await send('index/ask', null);
  return words('index_answered', { name: index.name, listed, joined });
}
