import type { StandingLine } from '../../lib/messages/protocol';
import type { NewsIndex } from '../../lib/sources/news-indexes';
import type { StandingState } from '../../lib/standing-actions';
import type { Task } from '../use-task';

/** What a screen needs to follow stories by the reader's own words. */
export interface StandingProps extends StandingState {
  /** Of whatever was started here last. */
  readonly task: Task;
  readonly onStart: (terms: readonly string[]) => void;
  readonly onEdit: (id: string, name: string, terms: readonly string[]) => void;
  readonly onRemove: (id: string) => void;
  /** Called within the click that agrees to it. */
  readonly onAskIndex: (line: StandingLine, index: NewsIndex) => void;
}

export const standingTitle = ({ name, terms }: Pick<StandingLine, 'name' | 'terms'>): string => name || terms.join(' ');
