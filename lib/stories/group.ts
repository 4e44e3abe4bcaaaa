import type { Article } from '../articles/article';
import { cluster } from './cluster';
import type { GroupingModel } from './grouping-model';
import { keysOfOutline } from './keys';
import { type Outline, outlineOf } from './outline';
import { articleOdds, certaintyOf, sharedTerms } from './pair';
import { standsApart } from './round-up';
import { type Neighbourhood, WINDOW } from './shelf';
import type { Story, Tie } from './story';

/** What fresh articles change. */
export interface Grouping {
  /** New or changed. */
  readonly stories: readonly Story[];
  /** Ids of stories that were absorbed by one of `stories`. */
  readonly gone: readonly string[];
  /** Story id of each article of the neighbourhood, the fresh ones included. */
  readonly of: ReadonlyMap<string, string>;
}

const DAY = 86_400_000;
/**
 * Stored articles younger than this are grouped anew with each refresh, so that the order in which a day's reports arrive
 * does not matter; older members of a story stay together, so that what a reader has seen does not fall apart later.
 */
const SETTLED_AFTER = 2 * DAY;
/** Reports a key may have in the neighbourhood before it is too common to open a comparison. */
const MOST_PER_KEY = 120;
const MOST_TIES = 8;
const MOST_SHARED = 6;
/** Members compared with each other to find title and cohesion of a long story. */
const MOST_COMPARED = 40;

/**
 * Puts fresh articles into stories: each joins one, opens one, or brings two together. Every article ends up in exactly one.
 * The cost grows with the fresh articles and their neighbourhood, not with what is stored.
 *
 * @param fresh not yet stored, or stored and changed since
 * @param around what is stored near them (MemoryShelf.neighbours, or the store's)
 * @param now epoch ms
 */
export function groupArticles(fresh: readonly Article[], around: Neighbourhood, model: GroupingModel, now: number): Grouping {
  const byId = new Map(around.articles.map((article) => [article.id, article]));
  for (const article of fresh) byId.set(article.id, article);
  const articles = [...byId.values()].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  const outlines = articles.map((article) => outlineOf(article, model));
  const index = new Map(articles.map((article, i) => [article.id, i]));
  const odds = (i: number, j: number): number => articleOdds(outlines[i]!, outlines[j]!, model.pair);
  const joint = articles.map((article) => standsApart(article) === null);
  const groups = cluster(settledBlocks(articles, index, around.stories, now), pairsToCompare(outlines, joint, fresh, now), odds, {
    join: oddsOf(model.thresholds.join),
    strongest: model.thresholds.strongest,
  });
  return identify(groups, articles, outlines, index, around.stories, odds);
}

const oddsOf = (certainty: number): number => Math.log(certainty / (1 - certainty));

/** Old members of a story in one block, everything else by itself. */
function settledBlocks(
  articles: readonly Article[],
  index: ReadonlyMap<string, number>,
  stories: readonly Story[],
  now: number,
): number[][] {
  const blocks: number[][] = [];
  const placed = new Set<number>();
  for (const story of stories) {
    const settled = story.articles
      .map((id) => index.get(id))
      .filter((i) => i !== undefined)
      .filter((i) => articles[i]!.published < now - SETTLED_AFTER);
    if (settled.length < 2) continue;
    blocks.push(settled);
    for (const i of settled) placed.add(i);
  }
  articles.forEach((_, i) => {
    if (!placed.has(i)) blocks.push([i]);
  });
  // In the order of the oldest member: ties between equal links are then broken alike whatever was stored first.
  return blocks.sort((a, b) => a[0]! - b[0]!);
}

/** Pairs that share a key and lie within the window, found through the keys and not by comparing all with all. */
function pairsToCompare(
  outlines: readonly Outline[],
  joint: readonly boolean[],
  fresh: readonly Article[],
  now: number,
): [number, number][] {
  // What is settled was compared with what is settled when it came: only what moves opens a link.
  const coming = new Set(fresh.map(({ id }) => id));
  const moves = outlines.map((outline) => coming.has(outline.id) || outline.published >= now - SETTLED_AFTER);
  const postings = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  const met = new Set<number>();
  outlines.forEach((outline, j) => {
    if (!joint[j]) return;
    met.clear();
    for (const key of keysOfOutline(outline)) {
      let list = postings.get(key);
      if (list === undefined) {
        list = [];
        postings.set(key, list);
      }
      for (const i of list.slice(-MOST_PER_KEY))
        if ((moves[i] || moves[j]) && !met.has(i) && outline.published - outlines[i]!.published <= WINDOW) {
          met.add(i);
          pairs.push([i, j]);
        }
      list.push(j);
    }
  });
  return pairs;
}

/** Gives groups the ids of the stories that they continue. */
function identify(
  groups: readonly (readonly number[])[],
  articles: readonly Article[],
  outlines: readonly Outline[],
  index: ReadonlyMap<string, number>,
  stored: readonly Story[],
  odds: (i: number, j: number) => number,
): Grouping {
  const groupOf = new Map<number, number>();
  groups.forEach((group, g) => {
    for (const i of group) groupOf.set(i, g);
  });
  // A stored story goes on where most of its members are; on a draw, with its oldest.
  const claims = new Map<number, Story[]>();
  const storyOf = new Map<string, Story>();
  for (const story of stored) {
    const parts = new Map<number, number>();
    for (const id of story.articles) {
      storyOf.set(id, story);
      const i = index.get(id);
      if (i !== undefined) parts.set(groupOf.get(i)!, (parts.get(groupOf.get(i)!) ?? 0) + 1);
    }
    const [heir] = [...parts].sort(([, x], [, y]) => y - x);
    if (heir !== undefined) (claims.get(heir[0]) ?? claims.set(heir[0], []).get(heir[0])!).push(story);
  }
  const taken = new Set(stored.map((story) => story.id));
  const stories: Story[] = [];
  const gone: string[] = [];
  const of = new Map<string, string>();
  groups.forEach((group, g) => {
    const members = [...group].sort((a, b) => a - b);
    const heirs = (claims.get(g) ?? []).sort((a, b) => a.opened - b.opened || (a.id < b.id ? -1 : 1));
    const [kept, ...joined] = heirs;
    const id = kept?.id ?? openId(members, articles, storyOf, taken);
    taken.add(id);
    gone.push(...joined.map((story) => story.id));
    const unseen = heirs.flatMap((story) => story.articles.filter((article) => !index.has(article)));
    const ids = [...unseen, ...members.map((i) => articles[i]!.id)];
    for (const article of ids) of.set(article, id);
    if (kept !== undefined && joined.length === 0 && same(kept.articles, ids)) return;
    stories.push({
      id,
      ...describe(members, articles, outlines, odds),
      articles: ids,
      absorbed: [...new Set(heirs.flatMap((story) => [...story.absorbed, story.id]))].filter((other) => other !== id),
      opened: Math.min(articles[members[0]!]!.published, ...heirs.filter(() => unseen.length > 0).map((story) => story.opened)),
      updated: articles[members[members.length - 1]!]!.published,
    });
  });
  return { stories, gone, of };
}

/** A story that opens is named after its oldest article that was in none; a part that falls off, after both. */
function openId(
  members: readonly number[],
  articles: readonly Article[],
  storyOf: ReadonlyMap<string, Story>,
  taken: ReadonlySet<string>,
): string {
  const founder = members.find((i) => !storyOf.has(articles[i]!.id));
  const oldest = articles[members[0]!]!.id;
  const id = founder === undefined ? `${oldest}-${storyOf.get(oldest)!.id}`.slice(0, 80) : articles[founder]!.id;
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  return free;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);

/** Title, cohesion and ties: for each article but one the strongest link to another. */
function describe(
  members: readonly number[],
  articles: readonly Article[],
  outlines: readonly Outline[],
  odds: (i: number, j: number) => number,
): Pick<Story, 'title' | 'cohesion' | 'ties'> {
  const compared = members.slice(-MOST_COMPARED);
  if (compared.length === 1) return { title: articles[compared[0]!]!.title, cohesion: 1, ties: [] };
  const certainty = compared.map(() => new Array<number>(compared.length).fill(0));
  for (let a = 0; a < compared.length; a++)
    for (let b = 0; b < a; b++) certainty[a]![b] = certainty[b]![a] = certaintyOf(odds(compared[a]!, compared[b]!));
  const mean = certainty.map((row) => row.reduce((sum, value) => sum + value, 0));
  const central = mean.indexOf(Math.max(...mean));
  // A spanning tree of the strongest links, grown from the central article.
  const ties: Tie[] = [];
  const inside = new Set([central]);
  while (inside.size < compared.length) {
    let best: [number, number] | null = null;
    for (const a of inside)
      for (let b = 0; b < compared.length; b++)
        if (!inside.has(b) && (best === null || certainty[a]![b]! > certainty[best[0]]![best[1]]!)) best = [a, b];
    const [a, b] = best!;
    inside.add(b);
    const [i, j] = [compared[a]!, compared[b]!].sort((x, y) => x - y) as [number, number];
    ties.push({
      a: articles[i]!.id,
      b: articles[j]!.id,
      certainty: certainty[a]![b]!,
      shared: sharedTerms(outlines[i]!, outlines[j]!, MOST_SHARED),
    });
  }
  ties.sort((x, y) => y.certainty - x.certainty || (x.b < y.b ? -1 : 1));
  return {
    title: articles[compared[central]!]!.title,
    cohesion: ties.reduce((sum, tie) => sum + tie.certainty, 0) / ties.length,
    ties: ties.slice(0, MOST_TIES),
  };
}
