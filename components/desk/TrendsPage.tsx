import type { Trends, WeekFigures } from '../../lib/signals/trends';
import { tierKey } from '../SentimentScale';
import { useWords } from '../WordsContext';
import { type ChartCell, ChartFigure } from './ChartFigure';
import { RisingTable } from './RisingTable';
import { hashOf } from './route';
import { SentimentChart } from './SentimentChart';
import { VolumeChart } from './VolumeChart';

interface Props {
  readonly trends: Trends;
  readonly onSave: (name: string, type: string, text: string) => void;
}

const WEEK = 7 * 86_400_000;
const TIERS = [-2, -1, 0, 1, 2] as const;

/** The beat over weeks: volume against impact, sentiment, what rises. */
export function TrendsPage({ trends: { weeks, names, topics }, onSave }: Props) {
  const words = useWords();
  const tenth = (value: number | null) => (value === null ? '' : Math.round(value * 10) / 10);
  const link = (
    week: WeekFigures,
    value: number | string,
    filter: { n?: number; impact?: number; tier?: -2 | -1 | 0 | 1 | 2 } = {},
  ): ChartCell =>
    value === 0 || value === ''
      ? { value }
      : {
          value,
          href: hashOf({ is: 'stories', filter: { ...filter, from: week.from, until: week.from + WEEK }, order: 'fresh' }),
        };
  const day = (week: WeekFigures) => ({ value: words.date(week.from, 'day') });
  const last = weeks.at(-1);
  // Charts without anything in them look broken.
  if (!weeks.some(({ stories }) => stories > 0))
    return (
      <section class="ss-trends" aria-labelledby="trends">
        <h2 id="trends" class="ss-desk-title">
          {words('trends')}
        </h2>
        <p class="ss-lead">{words('desk_empty')}</p>
      </section>
    );
  return (
    <section class="ss-trends" aria-labelledby="trends">
      <h2 id="trends" class="ss-desk-title">
        {words('trends')}
      </h2>
      <p class="ss-lead">{words('trends_lead', { n: weeks.length })}</p>
      <div class="ss-columns ss-even">
        <ChartFigure
          title={words('trends_volume')}
          caption={words('trends_volume_desc')}
          file="volume"
          head={(
            ['trends_week', 'trends_stories', 'trends_reports', 'trends_verified', 'trends_act', 'trends_impact'] as const
          ).map((key) => words(key))}
          rows={weeks.map((week) => [
            day(week),
            link(week, week.stories),
            link(week, week.reports),
            link(week, week.verified, { n: 2 }),
            link(week, week.actOn, { impact: 8 }),
            link(week, tenth(week.impact)),
          ])}
          onSave={onSave}
        >
          <VolumeChart weeks={weeks} label={words('trends_volume')} />
        </ChartFigure>
        <ChartFigure
          title={words('trends_sentiment')}
          caption={words('trends_sentiment_desc')}
          file="sentiment"
          head={[words('trends_week'), ...TIERS.map((tier) => words(tierKey(tier))), words('trends_mean')]}
          rows={weeks.map((week) => [
            day(week),
            ...week.tiers.map((n, at) => link(week, n, { tier: TIERS[at]! })),
            link(week, tenth(week.sentiment)),
          ])}
          onSave={onSave}
        >
          <SentimentChart weeks={weeks} label={words('trends_sentiment')} />
        </ChartFigure>
        {last && (
          <>
            <RisingTable title={words('trends_names')} rising={names} from={last.from} until={last.from + WEEK} />
            <RisingTable title={words('trends_topics')} rising={topics} from={last.from} until={last.from + WEEK} />
          </>
        )}
      </div>
    </section>
  );
}
