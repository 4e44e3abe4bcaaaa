import type { Article } from '../articles/article';
import { DEADLINE } from './dates-in-text';
import type { Origin, Timeline, TimelineEvent } from './signals';
import { type Moment, momentsOf } from './timeline-moments';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A reader follows this many lines (issue 3: a saga of fifty reports becomes ten to twenty-five events). */
const MOST_EVENTS = 25;
const MOST_COMING = 8;
/** Of the events that are only looked back to, not more than these: a timeline is of the story, not of its prehistory. */
const MOST_BACKGROUND = 8;
/** Moments read of a story: the cost of merging is bounded by them. */
const MOST_MOMENTS = 600;

/**
 * How alike two reports must be to tell one event, by the time between them: reports of one morning on one story are
 * mostly of one event, those days apart must say the same. Cosines of words weighted by how few of the story's reports
 * have them. Judged on the stories of our demo newsroom, not fitted.
 */
const ALIKE: readonly { readonly within: number; readonly least: number }[] = [
  { within: 8 * HOUR, least: 0.16 },
  { within: 20 * HOUR, least: 0.24 },
  { within: 44 * HOUR, least: 0.36 },
  { within: 4 * DAY, least: 0.6 },
];
/** A sentence that dates something to a day, and what was reported for that day: little likeness is needed. */
const SAME_DAY = 0.14;
/** What lies ahead on the same day is nearly always the same thing in one story. */
const SAME_DAY_AHEAD = 0.1;

interface Event {
  readonly moments: Moment[];
  readonly at: number;
  readonly what: Moment['what'];
  vector: Map<string, number>;
}

/**
 * The events of a story in order, each one line in the words of the article that had it first; what lies ahead of `now` apart.
 * @param now epoch ms
 */
export function timelineOf(articles: readonly Article[], origins: Readonly<Record<string, Origin>>, now: number): Timeline {
  const sorted = [...articles].sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1));
  const moments = sorted.flatMap((article) => momentsOf(article)).slice(0, MOST_MOMENTS);
  const weight = weights(moments);
  const reports = mergeReports(
    moments.filter(({ what }) => what === 'report'),
    weight,
  );
  const ahead = mergeDated(
    moments.filter(({ what }) => what === 'ahead'),
    weight,
    SAME_DAY_AHEAD,
  );
  const past = mergeDated(
    moments.filter(({ what }) => what === 'past'),
    weight,
    SAME_DAY,
  );

  const passed = ahead.filter((event) => !isComing(event, now));
  const events = [...reports];
  // What was to come and what is looked back to may be what was then reported.
  for (const event of [...passed, ...past]) absorbOrAdd(event, events);
  const background = events
    .filter((event) => event.what === 'past' && isAboutStory(event, reports, weight))
    .sort((a, b) => voices(b) - voices(a) || b.at - a.at)
    .slice(0, Math.min(MOST_BACKGROUND, 1 + Math.ceil(reports.length / 2)));
  const shown = [...events.filter((event) => event.what !== 'past'), ...background]
    .sort((a, b) => voices(b) - voices(a) || a.at - b.at)
    .slice(0, MOST_EVENTS);
  return {
    events: inOrder(shown.map((event) => toEvent(event, origins))),
    coming: inOrder(
      ahead
        .filter((event) => isComing(event, now))
        .sort((a, b) => a.at - b.at)
        .slice(0, MOST_COMING)
        .map((event) => toEvent(event, origins)),
    ),
  };
}

/** Words that few of the moments have tell events apart; those that all have are the story's own. */
function weights(moments: readonly Moment[]): (term: string) => number {
  const seen = new Map<string, number>();
  for (const { terms } of moments) for (const term of terms) seen.set(term, (seen.get(term) ?? 0) + 1);
  const total = moments.length;
  return (term) => Math.log(1 + (total + 1) / ((seen.get(term) ?? 0) + 0.5));
}

function vectorOf(moment: Moment, weight: (term: string) => number): Map<string, number> {
  return new Map([...moment.terms].map((term) => [term, weight(term)]));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (const [term, value] of a) {
    dot += value * (b.get(term) ?? 0);
    left += value * value;
  }
  for (const value of b.values()) right += value * value;
  return dot === 0 ? 0 : dot / Math.sqrt(left * right);
}

/** Each report joins the event of those shortly before it that it is most like, or opens one. */
function mergeReports(reports: readonly Moment[], weight: (term: string) => number): Event[] {
  const events: Event[] = [];
  for (const report of [...reports].sort((a, b) => a.at - b.at)) {
    const vector = vectorOf(report, weight);
    let best: Event | undefined;
    let margin = 0;
    for (let index = events.length - 1; index >= 0; index -= 1) {
      const event = events[index]!;
      const gap = Math.min(Math.abs(report.at - event.at), Math.abs(report.at - event.moments.at(-1)!.at) * 1.5);
      const least = ALIKE.find(({ within }) => gap <= within)?.least;
      if (least === undefined) continue;
      const over = cosine(vector, event.vector) - least;
      if (over >= margin) [best, margin] = [event, over];
    }
    if (best) add(best, report, vector);
    else events.push({ moments: [report], at: report.at, what: 'report', vector });
  }
  return events;
}

/** Sentences on one day merge if they are a little alike, or both name a deadline ahead. */
function mergeDated(moments: readonly Moment[], weight: (term: string) => number, least: number): Event[] {
  const events: Event[] = [];
  for (const moment of [...moments].sort((a, b) => a.article.published - b.article.published)) {
    const vector = vectorOf(moment, weight);
    const same = events.find(
      (event) =>
        sameMinute(event.moments, moment) ||
        (sameDay(event.moments[0]!, moment) && (bothDeadlines(event, moment) || cosine(vector, event.vector) >= least)),
    );
    if (same) add(same, moment, vector);
    else events.push({ moments: [moment], at: moment.at, what: moment.what, vector });
  }
  return events;
}

/** A day of UTC, give or take what time zones do to "on Tuesday". */
const sameDay = (a: Moment, b: Moment): boolean =>
  a.precision === 'month' || b.precision === 'month'
    ? a.precision === b.precision && a.at === b.at
    : Math.abs(a.at - b.at) <= 20 * HOUR;

/** Two deadlines of one story on the same minute are one. */
const sameMinute = (moments: readonly Moment[], moment: Moment): boolean =>
  moment.precision === 'minute' && moments.some((other) => other.precision === 'minute' && other.at === moment.at);

const bothDeadlines = (event: Event, { what, line }: Moment): boolean =>
  what === 'ahead' && DEADLINE.test(line) && event.moments.some((other) => DEADLINE.test(other.line));

function add(event: Event, moment: Moment, vector: ReadonlyMap<string, number>): void {
  event.moments.push(moment);
  for (const [term, value] of vector) event.vector.set(term, (event.vector.get(term) ?? 0) + value);
}

/** A dated event joins what was reported for its day, if they are alike; else it stands for itself. */
function absorbOrAdd(event: Event, events: Event[]): void {
  const alike = events
    .filter((other) => other.moments.some((moment) => sameDay(moment, event.moments[0]!)))
    .map((other) => ({ other, likeness: cosine(event.vector, other.vector) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  if (alike && alike.likeness >= (event.what === 'ahead' ? 0.3 : SAME_DAY)) alike.other.moments.push(...event.moments);
  else events.push(event);
}

/** What one article looks back to counts only if it shares words with the reports; two voices need not. */
function isAboutStory(event: Event, reports: readonly Event[], weight: (term: string) => number): boolean {
  if (voices(event) >= 2) return true;
  const all = new Map<string, number>();
  for (const { vector } of reports) for (const term of vector.keys()) all.set(term, weight(term));
  return [...event.vector.keys()].filter((term) => all.has(term)).length >= 3;
}

const voices = (event: Event): number => new Set(event.moments.map(({ article }) => article.id)).size;

/** A day is over when it is over everywhere in our time; a month with its last day. */
function isComing({ moments, at }: Event, now: number): boolean {
  const precision = moments.some((moment) => moment.precision === 'minute') ? 'minute' : moments[0]!.precision;
  const exact = moments.find((moment) => moment.precision === 'minute');
  return (exact?.at ?? at) + (precision === 'minute' ? 0 : precision === 'day' ? DAY / 2 : 31 * DAY) > now;
}

function toEvent({ moments, what }: Event, origins: Readonly<Record<string, Origin>>): TimelineEvent {
  const inTime = [...moments].sort(
    (a, b) =>
      a.article.published - b.article.published ||
      copies(a, origins) - copies(b, origins) ||
      (a.article.id < b.article.id ? -1 : 1),
  );
  const first = inTime[0]!;
  // The line of who had it first; of what lies ahead, the first that says when most exactly.
  const exact = what === 'ahead' ? (inTime.find(({ precision }) => precision === 'minute') ?? first) : first;
  // When it happened: as a text says, if one that tells this event does; a later text may know an earlier day.
  const dated = exact.dateWords
    ? exact
    : (inTime.find(({ dateWords, at }) => dateWords && at < first.at - (first.at % DAY)) ?? exact);
  return {
    at: dated.at,
    precision: dated.precision,
    title: exact.line,
    article: exact.article.id,
    articles: [...new Set([exact, ...inTime].map(({ article }) => article.id))],
    ...(dated.dateWords ? { dateWords: dated.dateWords } : {}),
  };
}

/** Of two that ran at the same time, the one that rests on another was not first. */
const copies = ({ article }: Moment, origins: Readonly<Record<string, Origin>>): number => {
  const kind = origins[article.id]?.kind;
  return kind === 'own' || kind === 'primary' || kind === undefined ? 0 : 1;
};

const inOrder = (events: TimelineEvent[]): TimelineEvent[] =>
  events.sort((a, b) => a.at - b.at || (a.article < b.article ? -1 : 1));
