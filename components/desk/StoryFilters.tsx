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

interface ChoiceProps {
  readonly label: string;
  /** '' for any. */
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

/** One of several, or any. */
function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const words = useWords();
  return (
    <label class="ss-field">
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words('desk_any')}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Search, order and filters of the list. All of it stands in the address. */
export function StoryFilters({ filter, order, names, sources, searchRef, onFilter }: Props) {
  const words = useWords();
  const set = <K extends keyof StoryFilter>(key: K, value: StoryFilter[K] | undefined) =>
    onFilter(withField(filter, key, value), order);
  const number = (text: string) => (text === '' ? undefined : Number(text));
  const least = (n: number) => [String(n), words('desk_least', { n })] as const;
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
          <Choice
            label={words('desk_sources_least')}
            value={String(filter.n ?? '')}
            options={N.map(least)}
            onChoose={(value) => set('n', number(value))}
          />
          <Choice
            label={words('impact')}
            value={String(filter.impact ?? '')}
            options={IMPACT.map(least)}
            onChoose={(value) => set('impact', number(value))}
          />
          <Choice
            label={words('sentiment')}
            value={String(filter.tier ?? '')}
            options={TIERS.map((tier) => [String(tier), words(tierKey(tier))])}
            onChoose={(value) => set('tier', number(value) as Tier | undefined)}
          />
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
          <Choice
            label={words('desk_source')}
            value={filter.source ?? ''}
            options={sources.map(({ id, name }) => [id, name])}
            onChoose={(value) => set('source', value)}
          />
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
