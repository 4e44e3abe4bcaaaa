import { useState } from 'preact/hooks';
import type { Answer } from '../../lib/messages/protocol';
import type { StoryView } from '../../lib/messages/verdict';
import { Icon } from '../Icon';
import { ImpactBar, wholeImpact } from '../ImpactBar';
import { SentimentScale, tierKey } from '../SentimentScale';
import { standingLabel } from '../story-words';
import { useWords } from '../WordsContext';
import { type CompareColumn, CompareTable } from './CompareTable';
import { type Compared, hashOf, MOST_COMPARED } from './route';

/** One column, with what is known of it; null where it is no longer stored. */
export type ComparedItem =
  | { readonly is: 'story'; readonly id: string; readonly view: StoryView | null }
  | { readonly is: 'name'; readonly id: string; readonly found: Answer<'entity/get'> };

type Offered = readonly { readonly id: string; readonly name: string }[];

interface Props {
  readonly items: readonly ComparedItem[];
  readonly names: readonly string[];
  /** Names of the sources by id. */
  readonly sources: Offered;
  readonly onChange: (what: readonly Compared[]) => void;
}

const MOST_NAMES = 12;

/** Two to four stories or names, side by side. */
export function ComparePage({ items, names, sources, onChange }: Props) {
  const words = useWords();
  const [name, setName] = useState('');
  const columns = items.map((item) => columnOf(item, sources, words));
  const what: readonly Compared[] = items.map(({ is, id }) => ({ is, id }));
  return (
    <section class="ss-compare" aria-labelledby="compare">
      <h2 id="compare" class="ss-desk-title">
        {words('compare')}
      </h2>
      {columns.length === 0 ? (
        <p class="ss-lead">{words('compare_empty')}</p>
      ) : (
        <CompareTable columns={columns} labelledBy="compare" onRemove={(at) => onChange(what.filter((_, n) => n !== at))} />
      )}
      {columns.length > 1 && <p class="ss-note">{words('compare_shared')}</p>}
      {columns.length < MOST_COMPARED && (
        <form
          class="ss-row ss-compare-add"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') onChange([...what, { is: 'name', id: name.trim() }]);
            setName('');
          }}
        >
          <label class="ss-field">
            {words('compare_add')}
            <input
              type="text"
              list="ss-compare-names"
              value={name}
              maxLength={200}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <datalist id="ss-compare-names">
            {names.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <button type="submit" class="ss-button">
            <Icon name="add" />
            {words('compare_add')}
          </button>
        </form>
      )}
    </section>
  );
}

function columnOf(item: ComparedItem, known: Offered, words: ReturnType<typeof useWords>): CompareColumn {
  const gone = {
    key: `${item.is}:${item.id}`,
    standing: <span>{words('compare_gone')}</span>,
    impact: null,
    sentiment: null,
    opened: null,
    updated: null,
    sources: [],
    names: [],
  };
  if (item.is === 'story') {
    const href = hashOf({ is: 'story', id: item.id, open: null });
    if (!item.view) return { ...gone, title: item.id, href };
    const { story, signals } = item.view;
    const { verified, impact, sentiment, sections } = signals;
    const at = (open: 'sources' | 'impact' | 'sentiment') => hashOf({ is: 'story', id: item.id, open });
    return {
      key: gone.key,
      title: story.title,
      href,
      standing: (
        <a class={`ss-link ss-is-${verified.standing} ss-standing-value`} href={at('sources')}>
          {standingLabel(words, verified.standing, verified.n)}
        </a>
      ),
      impact: (
        <a class="ss-figure-link" href={at('impact')}>
          <ImpactBar score={impact.score} /> {words('impact_of_ten', { score: wholeImpact(impact.score) })}
        </a>
      ),
      sentiment: (
        <a class="ss-figure-link" href={at('sentiment')}>
          <SentimentScale tier={sentiment.tier} /> {words(tierKey(sentiment.tier))}
        </a>
      ),
      opened: story.opened,
      updated: story.updated,
      sources: verified.independent.map((origin) => origin.name),
      names: sections.mentioned.slice(0, MOST_NAMES).map((mention) => mention.name),
    };
  }
  const href = hashOf({ is: 'entity', name: item.id });
  if (!item.found) return { ...gone, title: item.id, href };
  const { entity, lines } = item.found;
  const mean = lines.reduce((sum, line) => sum + line.impact, 0) / Math.max(1, lines.length);
  const tiers = lines.reduce((sum, line) => sum + line.tier, 0) / Math.max(1, lines.length);
  const tier = Math.round(tiers) as -2 | -1 | 0 | 1 | 2;
  const reporting = new Set(lines.flatMap((line) => line.sources));
  const others = new Map<string, number>();
  for (const line of lines)
    for (const other of line.entities) if (other !== entity.name) others.set(other, (others.get(other) ?? 0) + 1);
  return {
    key: gone.key,
    title: entity.name,
    href,
    standing: (
      <a class="ss-link" href={href}>
        {words.count('entity_stories', lines.length)}
      </a>
    ),
    impact: (
      <a class="ss-figure-link" href={href}>
        <ImpactBar score={mean} /> {words('compare_mean', { score: mean })}
      </a>
    ),
    sentiment: (
      <a class="ss-figure-link" href={href}>
        <SentimentScale tier={tier} /> {words(tierKey(tier))}
      </a>
    ),
    opened: Math.min(...lines.map((line) => line.opened)),
    updated: Math.max(...lines.map((line) => line.updated)),
    sources: known.filter(({ id }) => reporting.has(id)).map(({ name }) => name),
    names: [...others]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST_NAMES)
      .map(([other]) => other),
  };
}
