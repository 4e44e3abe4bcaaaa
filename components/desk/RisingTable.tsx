import type { Rising } from '../../lib/signals/trends';
import { kindOfNameKey } from '../story/MentionedSection';
import { TitledSection } from '../story/TitledSection';
import { useWords } from '../WordsContext';
import { hashOf } from './route';
import { TableFrame } from './TableFrame';

/** The weeks of one name in a line of bars; the figures stand beside it. */
function Course({ weeks }: { readonly weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  return (
    <svg class="ss-course" viewBox={`0 0 ${weeks.length * 6} 18`} width={weeks.length * 6} height="18" aria-hidden="true">
      {weeks.map((n, at) => (
        <rect key={at} x={at * 6} width="4" y={17 - (n / most) * 16} height={1 + (n / most) * 16} />
      ))}
    </svg>
  );
}

interface Props {
  readonly title: string;
  readonly rising: readonly Rising[];
  /** Epoch ms of the last seven days. */
  readonly from: number;
  readonly until: number;
}

/** What is named in more stories than in the weeks before; each count leads to the stories. */
export function RisingTable({ title, rising, from, until }: Props) {
  const words = useWords();
  const stories = ({ kind, name }: Rising, from: number, until: number) =>
    hashOf({
      is: 'stories',
      filter: { ...(kind === 'topic' ? { query: name } : { entity: name }), from, until },
      order: 'fresh',
    });
  return (
    <TitledSection title={title}>
      {rising.length === 0 ? (
        <p class="ss-note">{words('trends_no_rising')}</p>
      ) : (
        <>
          <p class="ss-note">{words('trends_rising_desc')}</p>
          <TableFrame label={title}>
            <table class="ss-table">
              <thead>
                <tr>
                  <th scope="col">{words('desk_name')}</th>
                  <th scope="col" class="ss-figure">
                    {words('trends_last')}
                  </th>
                  <th scope="col" class="ss-figure">
                    {words('trends_before')}
                  </th>
                  <th scope="col">{words('trends_course')}</th>
                </tr>
              </thead>
              <tbody>
                {rising.map((one) => (
                  <tr key={`${one.kind} ${one.name}`}>
                    <th scope="row">
                      {one.kind === 'topic' ? (
                        <a class="ss-link" href={stories(one, from, until)} dir="auto">
                          {one.name}
                        </a>
                      ) : (
                        <>
                          <a class="ss-link" href={hashOf({ is: 'entity', name: one.name })} dir="auto">
                            {one.name}
                          </a>{' '}
                          <span class="ss-note">{words(kindOfNameKey(one.kind))}</span>
                        </>
                      )}
                    </th>
                    <td class="ss-figure">
                      <a class="ss-link" href={stories(one, from, until)}>
                        {words.number(one.last)}
                      </a>
                    </td>
                    <td class="ss-figure">
                      {one.before === 0 ? (
                        words.number(0)
                      ) : (
                        <a class="ss-link" href={stories(one, from - (one.weeks.length - 1) * (until - from), from)}>
                          {words.number(one.before)}
                        </a>
                      )}
                    </td>
                    <td>
                      <Course weeks={one.weeks} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </TitledSection>
  );
}
