import { fold } from '../articles/fold';
import type { StoryLine } from './protocol';

/** What a list of stories is narrowed to; a field that is absent narrows nothing. */
export interface StoryFilter {
  readonly query?: string;
  /** Least number of independent sources. */
  readonly n?: number;
  /** Least impact, in whole steps. */
  readonly impact?: number;
  readonly tier?: StoryLine['tier'];
  /** A name that is mentioned. */
  readonly entity?: string;
  /** A source's id. */
  readonly source?: string;
  /** First reported within, epoch ms; the end is not included. */
  readonly from?: number;
  readonly until?: number;
  readonly unread?: boolean;
  readonly followed?: boolean;
}

export type StoryOrder = 'impact' | 'fresh';

interface Entry {
  readonly line: StoryLine;
  /** Title, names and sources, folded once: a search is then `includes` over short strings. */
  readonly text: string;
  /** A newer line of the story has come. */
  replaced: boolean;
}

/**
 * Thousands of stories, to search as the reader types: filled in batches as they come from the store. Five thousand are
 * searched in a few milliseconds (tests/messages/story-index.test.ts).
 */
export class StoryIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #sorted: Record<StoryOrder, readonly Entry[]> = { impact: [], fresh: [] };
  /** Not in their place in `#sorted` yet. */
  readonly #fresh: Record<StoryOrder, Entry[]> = { impact: [], fresh: [] };

  /** @param nameOf a source's name by its id: readers search for "CISA", not for its id */
  constructor(private readonly nameOf: (source: string) => string = (id) => id) {}

  get size(): number {
    return this.#entries.size;
  }

  /** Takes lines in; a line of a story that is there already takes its place. */
  add(lines: readonly StoryLine[]): void {
    for (const line of lines) {
      const text = fold([line.title, ...line.entities, ...(line.topics ?? []), ...line.sources.map(this.nameOf)].join(' '));
      const entry: Entry = { line, text, replaced: false };
      const before = this.#entries.get(line.id);
      if (before) before.replaced = true;
      this.#entries.set(line.id, entry);
      this.#fresh.impact.push(entry);
      this.#fresh.fresh.push(entry);
    }
  }

  get(id: string): StoryLine | null {
    return this.#entries.get(id)?.line ?? null;
  }

  /** Stories that fit, best first. */
  find(filter: StoryFilter, order: StoryOrder): readonly StoryLine[] {
    const words = fold(filter.query ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const entity = filter.entity === undefined ? null : fold(filter.entity);
    const fits = ({ line, text }: Entry) =>
      (filter.n === undefined || line.n >= filter.n) &&
      (filter.impact === undefined || Math.round(line.impact) >= filter.impact) &&
      (filter.tier === undefined || line.tier === filter.tier) &&
      (filter.source === undefined || line.sources.includes(filter.source)) &&
      (filter.from === undefined || line.opened >= filter.from) &&
      (filter.until === undefined || line.opened < filter.until) &&
      (!filter.unread || line.unread) &&
      (!filter.followed || line.followed) &&
      (entity === null || line.entities.some((name) => fold(name) === entity)) &&
      words.every((word) => text.includes(word));
    return this.#inOrder(order)
      .filter(fits)
      .map(({ line }) => line);
  }

  /** Names that most stories mention, most first. */
  names(most: number): readonly string[] {
    const counts = new Map<string, number>();
    for (const { line } of this.#entries.values())
      for (const name of line.entities) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([name]) => name);
  }

  /** What is in order stays so: a sort of such an array and some more at its end looks at each once, not at thousands anew. */
  #inOrder(order: StoryOrder): readonly Entry[] {
    const fresh = this.#fresh[order];
    if (fresh.length > 0) {
      this.#sorted[order] = [...this.#sorted[order], ...fresh]
        .filter(({ replaced }) => !replaced)
        .sort(
          ({ line: a }, { line: b }) =>
            (order === 'impact' ? b.impact - a.impact : 0) || b.updated - a.updated || (a.id < b.id ? -1 : 1),
        );
      this.#fresh[order] = [];
    }
    return this.#sorted[order];
  }
}
