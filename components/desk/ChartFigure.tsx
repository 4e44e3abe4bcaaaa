import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Fold } from '../Fold';
import { Icon } from '../Icon';
import { useWords } from '../WordsContext';
import { csv, svgFile } from './chart';
import { TableFrame } from './TableFrame';

/** A cell of a chart's table; `href` leads to what the figure is made of. */
export interface ChartCell {
  readonly value: string | number;
  readonly href?: string;
}

interface Props {
  readonly title: string;
  /** Says what is drawn, for those who see it and those who do not. */
  readonly caption: string;
  /** Name of the files that are saved, without its end. */
  readonly file: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ChartCell[])[];
  readonly children: ComponentChildren;
  readonly onSave: (name: string, type: string, text: string) => void;
}

/** A chart with its caption, the same figures as a table, and both as files. */
export function ChartFigure({ title, caption, file, head, rows, children, onSave }: Props) {
  const words = useWords();
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const show = ({ value }: ChartCell) => (typeof value === 'number' ? words.number(value) : value);
  return (
    <section class="ss-story-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <figure ref={figure} class="ss-chart-figure">
        {children}
        <figcaption class="ss-note">{caption}</figcaption>
      </figure>
      <Fold line={<span class="ss-soft">{words('trends_table')}</span>}>
        <TableFrame label={title}>
          <table class="ss-table">
            <thead>
              <tr>
                {head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...rest]) => (
                <tr key={String(first?.value)}>
                  <th scope="row">{first && show(first)}</th>
                  {rest.map((cell, n) => (
                    <td key={head[n + 1]}>
                      {cell.href ? (
                        <a class="ss-link" href={cell.href}>
                          {show(cell)}
                        </a>
                      ) : (
                        show(cell)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </Fold>
      <p class="ss-row">
        <button
          type="button"
          class="ss-button ss-quiet"
          onClick={() => onSave(`${file}.csv`, 'text/csv', csv([head, ...rows.map((row) => row.map(({ value }) => value))]))}
        >
          <Icon name="in" />
          {words('save_csv')}
        </button>
        <button
          type="button"
          class="ss-button ss-quiet"
          onClick={() => {
            const drawing = figure.current?.querySelector('svg');
            if (drawing) onSave(`${file}.svg`, 'image/svg+xml', svgFile(drawing));
          }}
        >
          <Icon name="in" />
          {words('save_svg')}
        </button>
      </p>
    </section>
  );
}
