/** What a part of the evaluation reports. */
export interface Report {
  /** Tables that can be pasted into the README: ours beside the baselines, held-out apart. */
  readonly markdown: string;
  /** One line for each figure below its floor, with figure and floor. */
  readonly belowFloor: readonly string[];
}

/** @param shared folder ../shared as a file URL, or null where it is absent (then the part uses our own small set). */
export type Part = (shared: URL | null) => Promise<Report>;
