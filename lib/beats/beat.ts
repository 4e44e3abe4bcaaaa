import type { Lexicon } from '../signals/sections/lexicon';
import type { SignalModel } from '../signals/signal-model';
import type { Source } from '../sources/source';
import type { GroupingModel } from '../stories/grouping-model';

/**
 * A set of sources, a lexicon and a trained model: all that the engine knows of a field, as data.
 * Each part is typed by the folder that uses it; the engine's functions take the part they need as an argument.
 */
export interface Beat {
  /** Kebab-case, stored in settings: never renamed. */
  readonly id: string;
  readonly sources: readonly Source[];
  /** Names and phrases, for the sections. */
  readonly lexicon: Lexicon;
  /** Term statistics and pair weights, for the stories. */
  readonly grouping: GroupingModel;
  /** Weights of sentiment and impact. */
  readonly signals: SignalModel;
}
