import { fold } from '../articles/fold';
import type { Story } from '../stories/story';
import type { Mention, Signals } from './signals';

/** Names by which a story is listed, searched and counted: its most frequent ones. Further down stand names in passing. */
export const NAMES_LISTED = 8;

/** Events listed on the page of a name. */
const MOST_EVENTS = 60;

/** Something that happened in the stories that mention a name. */
export interface EntityEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly precision: 'minute' | 'day' | 'month';
  readonly title: string;
  readonly story: string;
}

/** A name over all stories that mention it. */
export interface Entity {
  /** As most stories write it. */
  readonly name: string;
  readonly kind: Mention['kind'];
  /** Other forms, most frequent first. */
  readonly aliases: readonly string[];
  /** Ids of the stories that mention it, newest first. */
  readonly stories: readonly string[];
  /** Newest first. */
  readonly events: readonly EntityEvent[];
}

/** The mention of a name in a story: under its own form or another; case and accents do not matter. */
export function mentionOf(name: string, { sections }: Signals): Mention | null {
  const wanted = fold(name);
  const is = (form: string) => fold(form) === wanted;
  return (
    sections.mentioned.find((mention) => is(mention.name)) ??
    sections.mentioned.find((mention) => mention.aliases.some(is)) ??
    null
  );
}

/**
 * A name with its stories and what happened in them.
 * @param found the stories that mention it (`mentionOf`), at least one; else null is returned
 */
export function entityOf(found: readonly { story: Story; signals: Signals; mention: Mention }[]): Entity | null {
  if (found.length === 0) return null;
  const forms = counted(found.map(({ mention }) => mention.name));
  const [name] = forms;
  const [kind] = counted(found.map(({ mention }) => mention.kind));
  const aliases = counted([...forms.slice(1), ...found.flatMap(({ mention }) => mention.aliases)]).filter(
    (form) => form !== name,
  );
  const words = [name!, ...aliases].map(fold);
  const byTime = [...found].sort((a, b) => b.story.updated - a.story.updated || (a.story.id < b.story.id ? -1 : 1));
  const events = byTime.flatMap(({ story, signals }): EntityEvent[] => {
    const named = signals.timeline.events.filter(({ title }) => {
      const text = fold(title);
      return words.some((word) => text.includes(word));
    });
    // A story whose dated sentences do not name it is still one in which it has a part.
    if (named.length === 0) return [{ at: story.opened, precision: 'day', title: story.title, story: story.id }];
    return named.map(({ at, precision, title }) => ({ at, precision, title, story: story.id }));
  });
  return {
    name: name!,
    kind: kind!,
    aliases,
    stories: byTime.map(({ story }) => story.id),
    events: events.sort((a, b) => b.at - a.at || (a.title < b.title ? -1 : 1)).slice(0, MOST_EVENTS),
  };
}

/** Distinct values, most frequent first, then in order. */
function counted<T extends string>(values: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}
