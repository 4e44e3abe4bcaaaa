/** Times of the demo's stories, all relative to the present: the demo is never old news. */
export interface Calendar {
  /** Epoch ms. */
  readonly now: number;
  /** The Friday on which the deadline falls, epoch ms of 5 p.m. in New York; always ahead by more than a day, at most eight. */
  readonly deadline: number;
  /** Epoch ms, so many hours back. */
  ago(hours: number): number;
}

const HOUR = 3_600_000;
const ZONE = 'America/New_York';

/** @param now epoch ms. */
export function calendar(now: number): Calendar {
  let deadline = now + 25 * HOUR;
  while (part(deadline, { weekday: 'long' }) !== 'Friday' || part(deadline, { hour: 'numeric', hourCycle: 'h23' }) !== '17')
    deadline += HOUR;
  return { now, deadline: deadline - (deadline % HOUR), ago: (hours) => now - hours * HOUR };
}

/** "Friday" */
export const weekday = (at: number): string => part(at, { weekday: 'long' });
/** "November 27" */
export const monthDay = (at: number): string => part(at, { month: 'long', day: 'numeric' });
/** "November" */
export const month = (at: number): string => part(at, { month: 'long' });

const part = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: ZONE, ...options }).format(at);
