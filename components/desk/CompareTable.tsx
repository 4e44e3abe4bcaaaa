// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks, a table without roles is no table to some browsers
import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon';
import { useWords } from '../WordsContext';

/** What a column says, put together before it is drawn, so that what several share can be told. */
export interface CompareColumn {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly standing: ComponentChildren;
  readonly impact: ComponentChildren;
  readonly sentiment: ComponentChildren;
  /** epoch ms */
  readonly opened: number | null;
  /** epoch ms */
  readonly updated: number | null;
  readonly sources: readonly string[];
  readonly names: readonly string[];
}

interface Props {
  readonly columns: readonly CompareColumn[];
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  readonly onRemove: (at: number) => void;
}

/**
 * The columns side by side; where they have no room, each row's cells one below the other. There each cell repeats its column's
 * title, for the eye alone: the roles keep it a table, so that a screen reader says the column of itself.
 */
export function CompareTable({ columns, labelledBy, onRemove }: Props) {
  const words = useWords();
  const listed = (list: 'sources' | 'names') => {
    const all = columns.flatMap((column) => [...new Set(column[list])]);
    const shared = new Set(all.filter((one, at) => all.indexOf(one) !== at));
    return (column: CompareColumn) =>
      column[list].length > 0 && (
        <ul class="ss-plain">
          {column[list].map((one) => (
            <li key={one}>{shared.has(one) ? <b dir="auto">{one}</b> : <bdi>{one}</bdi>}</li>
          ))}
        </ul>
      );
  };
  const date = (ms: number | null) => ms !== null && <time dateTime={new Date(ms).toISOString()}>{words.date(ms, 'day')}</time>;
  const rows: readonly (readonly [string, (column: CompareColumn) => ComponentChildren])[] = [
    [words('sources'), (column) => column.standing],
    [words('impact'), (column) => column.impact],
    [words('sentiment'), (column) => column.sentiment],
    [words('compare_opened'), (column) => date(column.opened)],
    [words('compare_updated'), (column) => date(column.updated)],
    [words('story_sources'), listed('sources')],
    [words('compare_names'), listed('names')],
  ];
  return (
    <div class="ss-compare-share" style={{ '--ss-columns': columns.length }}>
      <table class="ss-table ss-compare-table" role="table" aria-labelledby={labelledBy}>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell">
              <span class="ss-hidden">{words('compare_what')}</span>
            </td>
            {columns.map((column, at) => (
              <th key={column.key} scope="col" role="columnheader">
                <span class="ss-compare-head">
                  <a class="ss-link ss-compare-title" href={column.href} dir="auto">
                    {column.title}
                  </a>
                  <button
                    type="button"
                    class="ss-button-bare"
                    aria-label={words('compare_remove', { title: column.title })}
                    title={words('compare_remove', { title: column.title })}
                    onClick={() => onRemove(at)}
                  >
                    <Icon name="close" />
                  </button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(([title, cell]) => (
            <tr key={title} role="row">
              <th scope="row" role="rowheader">
                {title}
              </th>
              {columns.map((column) => (
                <td key={column.key} role="cell">
                  <span class="ss-compare-of" aria-hidden="true">
                    <bdi>{column.title}</bdi>
                  </span>
                  {cell(column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
