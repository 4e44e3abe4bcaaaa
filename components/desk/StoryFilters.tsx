import type { Ref } from 'preact';
import type { StoryFilter, StoryOrder } from '../../lib/messages/story-index';
import type { Tier } from '../../lib/signals/signals';
import { Fold } from '../Fold';
import { tierKey } from '../SentimentScale';
import { useWords } from '../WordsContext';
import { SearchField } from './SearchField';

interface Props {
  readonly filter: StoryFilter;
  readonly order: StoryOrder;
  /** Names that are offered while the reader writes one. */
  readonly names: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onFilter: (filter: StoryFilter, order: StoryOrder) => void;
}

const TIERS: readonly Tier[] = [-2, -1, 0, 1, 2];
const N = [2, 3, 4, 5];
const IMPACT = [3, 5, 7, 8];
const SWITCHES = [
  ['unread', 'desk_unread'],
  ['followed', 'desk_followed'],
] as const;

/** The filter with one field set, or without it. */
function withField<K extends keyof StoryFilter>(filter: StoryFilter, key: K, value: StoryFilter[K] | undefined): StoryFilter {
  const { [key]: _, ...rest } = filter;
  return value === undefined || value === '' || value === false ? rest : { ...rest, [key]: value };
}

/** Search, order and filters of the list. All of it stands in the address. */
export function StoryFilters({ filter, order, names, sources, searchRef, onFilter }: Props) {
  const words = useWords();
  const set = <K extends keyof StoryFilter>(key: K, value: StoryFilter[K] | undefined) =>
    onFilter(withField(filter, key, value), order);
  const number = (text: string) => (text === '' ? undefined : Number(text));
  const { query: _, ...narrowed } = filter;
  return (
    <search class="ss-filters">
      <div class="ss-row">
        <SearchField query={filter.query ?? ''} fieldRef={searchRef} onQuery={(query) => set('query', query)} />
        <label class="ss-field">
          {words('desk_order')}
          <select value={order} onChange={(event) => onFilter(filter, event.currentTarget.value as StoryOrder)}>
            <option value="impact">{words('desk_order_impact')}</option>
            <option value="fresh">{words('desk_order_fresh')}</option>
          </select>
        </label>
      </div>
      <Fold line={<span class="ss-soft">{words('desk_filters')}</span>} open={Object.keys(narrowed).length > 0}>
        <div class="ss-filter-grid">
          <label class="ss-field">
            {words('desk_sources_least')}
            <select value={String(filter.n ?? '')} onChange={(event) => set('n', number(event.currentTarget.value))}>
              <option value="">{words('desk_any')}</option>
              {N.map((n) => (
                <option key={n} value={String(n)}>
                  {words('desk_least', { n })}
                </option>
              ))}
            </select>
          </label>
          <label class="ss-field">
            {words('impact')}
            <select value={String(filter.impact ?? '')} onChange={(event) => set('impact', number(event.currentTarget.value))}>
              <option value="">{words('desk_any')}</option>
              {IMPACT.map((n) => (
                <option key={n} value={String(n)}>
                  {words('desk_least', { n })}
                </option>
              ))}
            </select>
          </label>
          <label class="ss-field">
            {words('sentiment')}
            <select
              value={String(filter.tier ?? '')}
              onChange={(event) => set('tier', number(event.currentTarget.value) as Tier | undefined)}
            >
              <option value="">{words('desk_any')}</option>
              {TIERS.map((tier) => (
                <option key={tier} value={String(tier)}>
                  {words(tierKey(tier))}
                </option>
              ))}
            </select>
          </label>
          <label class="ss-field">
            {words('desk_name')}
            <input
              type="text"
              list="ss-names"
              value={filter.entity ?? ''}
              onInput={(event) => set('entity', event.currentTarget.value)}
            />
          </label>
          <datalist id="ss-names">
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <label class="ss-field">
            {words('desk_source')}
            <select value={filter.source ?? ''} onChange={(event) => set('source', event.currentTarget.value)}>
              <option value="">{words('desk_any')}</option>
              {sources.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {SWITCHES.map(([key, label]) => (
            <label key={key} class="ss-check">
              <input type="checkbox" checked={filter[key] === true} onChange={(event) => set(key, event.currentTarget.checked)} />
              {words(label)}
            </label>
          ))}
        </div>
        {filter.from !== undefined && filter.until !== undefined && (
          <p class="ss-note">
            {words('desk_period', { from: words.date(filter.from, 'day'), until: words.date(filter.until - 1, 'day') })}
          </p>
        )}
        <button
          type="button"
          class="ss-button ss-quiet"
          disabled={Object.keys(filter).length === 0}
          onClick={() => onFilter({}, order)}
        >
          {words('desk_reset')}
        </button>
      </Fold>
    </search>
  );
}
