import type { MessageKey } from '../../lib/words/words';
import { Fold } from '../Fold';
import { ImpactBar } from '../ImpactBar';
import { TitledSection } from '../story/TitledSection';
import { useWords } from '../WordsContext';
import { TableFrame } from './TableFrame';

/** Figures of the latest evaluation, as `npm run evaluate -- --write` leaves them. */
export interface EvaluationFigures {
  /** Day of the evaluation, ISO 8601. */
  readonly date: string;
  /** Digest of the weights that were evaluated. */
  readonly weights: string;
  readonly tables: readonly {
    /** Part of the evaluation and what the table is of. */
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

const RULES: readonly MessageKey[] = [
  'method_n_own',
  'method_n_wire',
  'method_n_cites',
  'method_n_primary',
  'method_n_party',
  'method_n_claim',
  'method_n_never',
];
const LIMITS: readonly MessageKey[] = [
  'method_limit_feeds',
  'method_limit_truth',
  'method_limit_uncredited',
  'method_limit_words',
  'method_limit_language',
  'method_limit_young',
];
/** Steps of the rubric: the least score of each, and what it means (components/ImpactSection.tsx). */
const RUBRIC: readonly (readonly [scores: readonly [number, number], meaning: MessageKey])[] = [
  [[8, 10], 'impact_means_act'],
  [[7, 7], 'impact_means_most'],
  [[5, 6], 'impact_means_sector'],
  [[3, 4], 'impact_means_niche'],
  [[1, 2], 'impact_means_trivial'],
];

/** Parts of the evaluation (scripts/evaluate). */
const PARTS: Readonly<Record<string, MessageKey>> = {
  stories: 'method_part_stories',
  origins: 'method_part_origins',
  signals: 'method_part_signals',
  pages: 'method_part_pages',
  matching: 'method_part_matching',
};

type Table = EvaluationFigures['tables'][number];

/** How each figure comes about, how good it is, and where it fails. */
export function MethodologyPage({ figures }: { readonly figures: EvaluationFigures }) {
  const words = useWords();
  const parts = new Map<string, (Table & { readonly said: string })[]>();
  for (const table of figures.tables) {
    const [part = '', said = ''] = table.title.split(/: (.*)/);
    parts.set(part, [...(parts.get(part) ?? []), { ...table, said: said.replace(/:$/, '') }]);
  }
  const list = (keys: readonly MessageKey[]) => (
    <ul class="ss-list">
      {keys.map((key) => (
        <li key={key}>{words(key)}</li>
      ))}
    </ul>
  );
  return (
    <section class="ss-prose" aria-labelledby="methodology">
      <h2 id="methodology" class="ss-desk-title">
        {words('methodology')}
      </h2>
      <p class="ss-lead">{words('method_lead')}</p>
      <TitledSection title={words('method_n')}>{list(RULES)}</TitledSection>
      <TitledSection title={words('method_impact')}>
        <p>{words('method_impact_is')}</p>
        <div class="ss-table-frame">
          <table class="ss-table ss-rubric">
            <thead>
              <tr>
                <th scope="col">{words('method_score')}</th>
                <th scope="col">{words('method_meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {RUBRIC.map(([[from, to], meaning]) => (
                <tr key={meaning}>
                  <th scope="row">
                    <ImpactBar score={to} />{' '}
                    <span>{from === to ? words.number(to) : `${words.number(from)}–${words.number(to)}`}</span>
                  </th>
                  <td>{words(meaning)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </TitledSection>
      <TitledSection title={words('method_sentiment')}>
        <p>{words('method_sentiment_is')}</p>
        <p>{words('method_learned')}</p>
      </TitledSection>
      <TitledSection title={words('method_stories')}>
        <p>{words('method_stories_is')}</p>
      </TitledSection>
      <TitledSection title={words('method_figures')}>
        {figures.tables.length === 0 ? (
          <p class="ss-note">
            {words('method_figures_none')} <code dir="ltr">npm run evaluate -- --write</code>
          </p>
        ) : (
          <>
            <p>
              {words('method_figures_more')} <code dir="ltr">npm run evaluate</code>
              {' · '}
              <bdi class="ss-soft">{words.date(Date.parse(figures.date), 'day')}</bdi>
            </p>
            {[...parts].map(([part, tables]) => (
              <Fold key={part} line={PARTS[part] ? words(PARTS[part]) : part}>
                {tables.map((table) => (
                  <TableFrame key={table.said} label={table.said || part} lang="en">
                    <table class="ss-table ss-figures-part">
                      {table.said && <caption>{table.said}</caption>}
                      <thead>
                        <tr>
                          {table.head.map((cell) =>
                            // The corner over the names of the rows heads nothing.
                            cell === '' ? (
                              <td key="corner" />
                            ) : (
                              <th key={cell} scope="col">
                                {cell}
                              </th>
                            ),
                          )}
                        </tr>
                      </thead>
                      <tbody>
                        {table.rows.map(([first = '', ...rest]) => (
                          <tr key={first + rest.join()}>
                            <th scope="row">{first}</th>
                            {rest.map((cell, n) => (
                              <td key={table.head[n + 1]}>{cell}</td>
                            ))}
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </TableFrame>
                ))}
              </Fold>
            ))}
          </>
        )}
      </TitledSection>
      <TitledSection title={words('method_limits')}>{list(LIMITS)}</TitledSection>
    </section>
  );
}
