import type { ComponentChildren, Ref } from 'preact';
import type { Brief } from '../../lib/messages/brief';
import type { StoryLine } from '../../lib/messages/protocol';
import type { StoryFilter, StoryOrder } from '../../lib/messages/story-index';
import { Icon } from '../Icon';
import { useWords } from '../WordsContext';
import { BriefSection } from './BriefSection';
import { hashOf, MOST_COMPARED } from './route';
import { StoryFilters } from './StoryFilters';
import { StoryList } from './StoryList';
import type { RowActions } from './StoryRow';

export interface StoriesPageProps extends RowActions {
  readonly filter: StoryFilter;
  readonly order: StoryOrder;
  readonly lines: readonly StoryLine[];
  /** Null until all stories of the last day are read. */
  readonly brief: Brief | null;
  /** Whether stories are still being read from the store. */
  readonly loading: boolean;
  readonly names: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** Ids of stories chosen to be compared. */
  readonly compared: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onFilter: (filter: StoryFilter, order: StoryOrder) => void;
  readonly onDropCompared: () => void;
  /** Between the brief and the list. */
  readonly children?: ComponentChildren;
}

/** All stories of the beat: the brief, search and filters, the list. */
export function StoriesPage(props: StoriesPageProps) {
  const { filter, order, lines, brief, loading, compared, now, onFollow, onCompare, onDropCompared, children } = props;
  const words = useWords();
  const narrowed = Object.keys(filter).length > 0;
  return (
    <div class="ss-stories">
      <h2 class="ss-hidden">{words('desk_stories')}</h2>
      {/* An empty store is told of once, below. */}
      {!narrowed && brief && lines.length > 0 && <BriefSection brief={brief} />}
      {!narrowed && children}
      <StoryFilters {...props} />
      <p class="ss-note ss-found" role="status">
        {loading
          ? words('desk_loading')
          : lines.length === 0 && !narrowed
            ? words('desk_empty')
            : words.count('desk_found', lines.length)}
      </p>
      <StoryList
        lines={lines}
        now={now}
        compared={compared}
        label={words(order === 'impact' ? 'desk_order_impact' : 'desk_order_fresh')}
        onFollow={onFollow}
        onCompare={onCompare}
      />
      {compared.length > 0 && (
        <div class="ss-compare-bar">
          <a
            class="ss-button ss-first"
            href={hashOf({ is: 'compare', what: compared.slice(0, MOST_COMPARED).map((id) => ({ is: 'story', id })) })}
          >
            <Icon name="compare" />
            {words.count('desk_compare_go', compared.length)}
          </a>
          <button type="button" class="ss-button" onClick={onDropCompared}>
            {words('desk_compare_drop')}
          </button>
        </div>
      )}
    </div>
  );
}
