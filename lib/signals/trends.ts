import type { Story } from '../stories/story';
import { NAMES_LISTED } from './entity';
import { ACT_FROM } from './impact';
import type { Mention, Signals, Tier } from './signals';

/** Days of a step of the trends; long enough that weekends do not show. */
const WEEK = 7 * 86_400_000;
/** Names and topics that are listed. */
const MOST_RISING = 15;
/** Below this a rise is one outlet's series or chance. */
const LEAST_STORIES = 2;
/** Phrases with digits are amounts, not topics; longer ones are clauses. */
const TOPIC = /^\P{Nd}{3,40}$/u;

/** What the trends need of a story. */
export interface TrendStory {
  /** Epoch ms at which it was first reported: a story counts once, in that week. */
  readonly opened: number;
  readonly articles: number;
  readonly n: number;
  readonly impact: number;
  readonly tier: Tier;
  readonly names: readonly Pick<Mention, 'name' | 'kind'>[];
  /** Phrases that raised its impact, lower case. */
  readonly topics: readonly string[];
}

/** One week of the beat. */
export interface WeekFigures {
  /** Epoch ms; it ends seven days later. */
  readonly from: number;
  readonly stories: number;
  readonly reports: number;
  /** Stories that two or more independent sources report. */
  readonly verified: number;
  /** Mean over its stories, 1-10; null where it has none. */
  readonly impact: number | null;
  /** Stories to act on. */
  readonly actOn: number;
  /** Stories by tier, very negative first. */
  readonly tiers: readonly [number, number, number, number, number];
  /** Mean tier, -2 to 2; null where it has no stories. */
  readonly sentiment: number | null;
}

/** Something that is named in more stories of the last week than in the weeks before. */
export interface Rising {
  readonly name: string;
  readonly kind: Mention['kind'] | 'topic';
  /** Stories in each week, oldest first. */
  readonly weeks: readonly number[];
  /** Stories in the last week. */
  readonly last: number;
  /** Mean of the weeks before. */
  readonly before: number;
}

export interface Trends {
  /** Oldest first; the last one ends now, so that it is whole. */
  readonly weeks: readonly WeekFigures[];
  readonly names: readonly Rising[];
  readonly topics: readonly Rising[];
}

/** What a story is about, in the phrases that raised its impact, lower case, each once. */
export function topicsOf({ reasons }: Pick<Signals['impact'], 'reasons'>): readonly string[] {
  const phrases = reasons.flatMap(({ values }) => (typeof values?.phrase === 'string' ? values.phrase.toLowerCase() : []));
  return [...new Set(phrases)].filter((phrase) => TOPIC.test(phrase));
}

/** A stored story, as the trends take it. */
export function trendStory(story: Story, { verified, impact, sentiment, sections }: Signals): TrendStory {
  return {
    opened: story.opened,
    articles: story.articles.length,
    n: verified.n,
    impact: impact.score,
    tier: sentiment.tier,
    names: sections.mentioned.slice(0, NAMES_LISTED).map(({ name, kind }) => ({ name, kind })),
    topics: topicsOf(impact),
  };
}

/**
 * Adds stories up by week; one pass, so that they can come from the store in batches.
 * @param now epoch ms @param count weeks
 */
export class TrendCount {
  readonly #from: number;
  readonly #weeks: { stories: number; reports: number; verified: number; impact: number; actOn: number; tiers: number[] }[];
  readonly #names = new Map<string, { name: string; kind: Rising['kind']; weeks: number[] }>();

  constructor(
    now: number,
    private readonly count: number,
  ) {
    this.#from = now - count * WEEK;
    this.#weeks = Array.from({ length: count }, () => ({
      stories: 0,
      reports: 0,
      verified: 0,
      impact: 0,
      actOn: 0,
      tiers: [0, 0, 0, 0, 0],
    }));
  }

  add(story: TrendStory): void {
    const at = Math.floor((story.opened - this.#from) / WEEK);
    const week = this.#weeks[at];
    if (!week) return;
    week.stories++;
    week.reports += story.articles;
    week.impact += story.impact;
    if (story.n >= 2) week.verified++;
    if (Math.round(story.impact) >= ACT_FROM) week.actOn++;
    week.tiers[story.tier + 2]!++;
    for (const { name, kind } of story.names) this.#count(`${kind} ${name}`, name, kind, at);
    for (const topic of story.topics) this.#count(`topic ${topic}`, topic, 'topic', at);
  }

  #count(key: string, name: string, kind: Rising['kind'], at: number): void {
    const known = this.#names.get(key) ?? { name, kind, weeks: Array.from({ length: this.count }, () => 0) };
    known.weeks[at]!++;
    this.#names.set(key, known);
  }

  trends(): Trends {
    const weeks = this.#weeks.map(({ stories, impact, tiers, ...week }, n) => ({
      ...week,
      from: this.#from + n * WEEK,
      stories,
      impact: stories > 0 ? impact / stories : null,
      tiers: tiers as unknown as WeekFigures['tiers'],
      sentiment: stories > 0 ? tiers.reduce((sum, of, tier) => sum + of * (tier - 2), 0) / stories : null,
    }));
    const all = [...this.#names.values()].map(({ weeks: own, ...name }) => {
      const earlier = own.slice(0, -1);
      const before = earlier.length > 0 ? earlier.reduce((sum, of) => sum + of, 0) / earlier.length : 0;
      return { ...name, weeks: own, last: own.at(-1) ?? 0, before };
    });
    const rising = all
      .filter(({ last, before }) => last >= LEAST_STORIES && last > before)
      .sort((a, b) => surprise(b) - surprise(a) || b.last - a.last || (a.name < b.name ? -1 : 1));
    return {
      weeks,
      names: rising.filter(({ kind }) => kind !== 'topic').slice(0, MOST_RISING),
      topics: rising.filter(({ kind }) => kind === 'topic').slice(0, MOST_RISING),
    };
  }
}

/** How far the last week stands above chance: counts of rare things scatter by about their root (Poisson). */
function surprise({ last, before }: Pick<Rising, 'last' | 'before'>): number {
  return (last - before) / Math.sqrt(before + 1);
}
