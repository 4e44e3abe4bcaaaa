import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../../lib/messages/protocol';
import type { StoryView } from '../../lib/messages/verdict';
import { Icon } from '../Icon';
import { ImpactBar, wholeImpact } from '../ImpactBar';
import { SentimentScale, tierKey } from '../SentimentScale';
import { standingLabel } from '../story-words';
import { useWords } from '../WordsContext';
import { type Compared, hashOf, MOST_COMPARED } from './route';
import { TableFrame } from './TableFrame';

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

/** What a column says, put together before it is drawn, so that what several share can be told. */
interface Column {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly standing: ComponentChildren;
  readonly impact: ComponentChildren;
  readonly sentiment: ComponentChildren;
  readonly opened: number | null;
  readonly updated: number | null;
  readonly sources: readonly string[];
  readonly names: readonly string[];
}

const MOST_NAMES = 12;

/** Two to four stories or names, side by side. */
export function ComparePage({ items, names, sources, onChange }: Props) {
  const words = useWords();
  const [name, setName] = useState('');
  const columns = items.map((item) => columnOf(item, sources, words));
  const what: readonly Compared[] = items.map(({ is, id }) => ({ is, id }));
  const shared = (list: 'sources' | 'names') => {
    const all = columns.flatMap((column) => [...new Set(column[list])]);
    return new Set(all.filter((one, at) => all.indexOf(one) !== at));
  };
  const listed = (list: 'sources' | 'names') => {
    const both = shared(list);
    return (column: Column) => (
      <ul class="ss-plain">
        {column[list].map((one) => (
          <li key={one}>{both.has(one) ? <b dir="auto">{one}</b> : <bdi>{one}</bdi>}</li>
        ))}
      </ul>
    );
  };
  const date = (ms: number | null) =>
    ms === null ? '' : <time dateTime={new Date(ms).toISOString()}>{words.date(ms, 'day')}</time>;
  const rows: readonly (readonly [string, (column: Column) => ComponentChildren])[] = [
    [words('sources'), (column) => column.standing],
    [words('impact'), (column) => column.impact],
    [words('sentiment'), (column) => column.sentiment],
    [words('compare_opened'), (column) => date(column.opened)],
    [words('compare_updated'), (column) => date(column.updated)],
    [words('story_sources'), listed('sources')],
    [words('compare_names'), listed('names')],
  ];
  return (
    <section class="ss-compare" aria-labelledby="compare">
      <h2 id="compare" class="ss-desk-title">
        {words('compare')}
      </h2>
      {columns.length === 0 ? (
        <p class="ss-lead">{words('compare_empty')}</p>
      ) : (
        <TableFrame label={words('compare')}>
          <table class="ss-table ss-compare-table" style={{ '--ss-columns': columns.length }}>
            <thead>
              <tr>
                <td>
                  <span class="ss-hidden">{words('compare_what')}</span>
                </td>
                {columns.map((column, at) => (
                  <th key={column.key} scope="col">
                    <span class="ss-compare-head">
                      <a class="ss-link ss-compare-title" href={column.href} dir="auto">
                        {column.title}
                      </a>
                      <button
                        type="button"
                        class="ss-button-bare"
                        aria-label={words('compare_remove', { title: column.title })}
                        title={words('compare_remove', { title: column.title })}
                        onClick={() => onChange(what.filter((_, n) => n !== at))}
                      >
                        <Icon name="close" />
                      </button>
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([title, cell]) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  {columns.map((column) => (
                    <td key={column.key}>{cell(column)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
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

function columnOf(item: ComparedItem, known: Offered, words: ReturnType<typeof useWords>): Column {
  const gone = {
    key: `${item.is}:${item.id}`,
    standing: words('compare_gone'),
    impact: '',
    sentiment: '',
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
