import { sourceFromFeed } from '../sources/own-source';
import { makeRegistry, type Registry } from '../sources/registry';
import type { Source } from '../sources/source';
import type { OwnFeed, Settings } from './settings';

/** A beat, as far as its sources are concerned. */
export interface BeatSources {
  readonly id: string;
  readonly sources: readonly Source[];
}

/** The sources of the reader's beats and feeds. */
export interface ChosenSources {
  /** Everything that is known, also of what is switched off: whose newsroom a host is does not depend on being read. */
  readonly registry: Registry;
  /** Switched on: these are fetched. */
  readonly on: readonly Source[];
  /** Of the chosen beats and the reader's own, switched on or off, in the order of the beats. */
  readonly listed: readonly {
    readonly source: Source;
    readonly on: boolean;
    readonly own: boolean;
    readonly beats: readonly string[];
  }[];
}

/** The sources that the reader has chosen, with the feeds that they added. */
export function chosenSources(
  beats: readonly BeatSources[],
  settings: Pick<Settings, 'beats' | 'sourcesOff' | 'ownFeeds'>,
): ChosenSources {
  const builtIn = makeRegistry(beats.flatMap((beat) => beat.sources));
  const own = new Map<string, Source>();
  const more = new Map<string, string[]>();
  for (const feed of settings.ownFeeds) {
    const source = sourceOfFeed(feed, builtIn);
    if (!source) continue;
    if (builtIn.byId(source.id)) {
      // A further feed of a publisher that we know: it stays one source, with one more feed.
      if (!source.feeds.includes(feed.address)) more.set(source.id, [...(more.get(source.id) ?? []), feed.address]);
    } else own.set(source.id, source);
  }
  const withMore = (source: Source): Source => ({ ...source, feeds: [...source.feeds, ...(more.get(source.id) ?? [])] });
  const off = new Set(settings.sourcesOff);
  const chosen = beats.filter((beat) => settings.beats.includes(beat.id));
  const beatsOf = new Map<string, string[]>();
  for (const beat of chosen) for (const { id } of beat.sources) beatsOf.set(id, [...(beatsOf.get(id) ?? []), beat.id]);

  // A source of no chosen beat is listed all the same where the reader added a feed of it.
  const known = builtIn.all.filter((source) => beatsOf.has(source.id) || more.has(source.id)).map(withMore);
  const listed = [
    ...known.map((source) => ({ source, on: !off.has(source.id), own: false, beats: beatsOf.get(source.id) ?? [] })),
    ...[...own.values()].map((source) => ({ source, on: !off.has(source.id), own: true, beats: [] })),
  ];
  return {
    registry: makeRegistry([...builtIn.all.map(withMore), ...own.values()]),
    on: listed.filter((entry) => entry.on).map((entry) => entry.source),
    listed,
  };
}

function sourceOfFeed(feed: OwnFeed, builtIn: Registry): Source | null {
  const source = sourceFromFeed(feed.address, { title: feed.title, site: feed.site || null }, builtIn);
  if (!source || builtIn.byId(source.id)) return source;
  return feed.kind ? { ...source, kind: feed.kind } : source;
}
