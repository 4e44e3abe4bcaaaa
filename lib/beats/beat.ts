import type { Source } from '../sources/source';

/**
 * A set of sources, a lexicon and a trained model: all that the engine knows of a field, as data.
 * Each part is typed by the folder that uses it; the engine's functions take the part they need as an argument.
 */
export interface Beat {
  /** Kebab-case, stored in settings: never renamed. */
  readonly id: string;
  readonly sources: readonly Source[];
}
