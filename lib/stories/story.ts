/** The articles on one development. Its signals are computed apart (lib/signals). */
export interface Story {
  /** Stable over refreshes: a story that takes others in keeps the id of the oldest. */
  readonly id: string;
  /** The title of its most central article. */
  readonly title: string;
  /** Article ids, oldest first. */
  readonly articles: readonly string[];
  /** Ids of stories that were found to be this one. A look-up by an absorbed id finds this story. */
  readonly absorbed: readonly string[];
  /** Epoch ms of the oldest and newest article. */
  readonly opened: number;
  readonly updated: number;
  /** 0-1: mean certainty of the links that hold it together; 1 for a single article. */
  readonly cohesion: number;
  /** What brought articles together, strongest first, at most 8: shown under "how we covered this story". */
  readonly ties: readonly Tie[];
}

/** Why two articles are taken to be on one story. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  /** 0-1. */
  readonly certainty: number;
  /** Terms, names and numbers that both have, as written, strongest first, at most 6. */
  readonly shared: readonly string[];
}
