/**
 * A reason in the words of the locale files: `reason_` + key, with `{name}` places filled from values.
 * The engine never writes prose, so that every reason can be read in every language.
 */
export interface Reason {
  /** Key of the message, without the prefix `reason_`. */
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The words of a source that show it, verbatim. */
  readonly quote?: string;
  /** Article id that the quote is from, or that the reason is about. */
  readonly article?: string;
}

export type OriginKind = 'own' | 'wire' | 'cites' | 'pr' | 'primary';

/** What one article rests on. */
export interface Origin {
  readonly kind: OriginKind;
  /** Agency, outlet or party rested on; set for wire and cites where it is known ("AP", "Financial Times"). */
  readonly name?: string;
  /** Identity for counting after chains are resolved: 'newsroom:ft', 'wire:ap', 'pr', 'primary:cisa'. Equal keys count once. */
  readonly key: string;
  /** 0-1. */
  readonly certainty: number;
  /** At least one. */
  readonly evidence: readonly Reason[];
  /** Article in this story that it rests on, where we have it. */
  readonly restsOn?: string;
  /** The newsroom that shows us this origin by the article; absent where the article only repeats what is in the story already. */
  readonly carrier?: string;
}

/** One independent origin of a story and the articles that carry it. */
export interface IndependentOrigin {
  readonly key: string;
  /** As shown: "Reuters", "CISA". */
  readonly name: string;
  readonly kind: OriginKind;
  /** Articles with this origin, oldest first; the first is who had it first as far as we know. */
  readonly articles: readonly string[];
}

export type Standing = 'verified' | 'single-source' | 'unconfirmed' | 'party-statement';

export interface Verified {
  /** Number of independent origins, never of outlets or articles. */
  readonly n: number;
  readonly independent: readonly IndependentOrigin[];
  /** Left out of the count: parties' statements beside other reporting, and what only newsrooms show that count already. */
  readonly uncounted: readonly IndependentOrigin[];
  readonly standing: Standing;
  /** Why it is unconfirmed; empty otherwise. */
  readonly unconfirmed: readonly Reason[];
}

export interface Impact {
  /** 1-10. */
  readonly score: number;
  /** 0-10 each. */
  readonly regulatory: number;
  readonly financial: number;
  readonly operational: number;
  /** Each names the part it moved in `values.part`. */
  readonly reasons: readonly Reason[];
}

/** -2 very negative … +2 very positive. */
export type Tier = -2 | -1 | 0 | 1 | 2;

export interface Sentiment {
  readonly tier: Tier;
  /** 0-1. */
  readonly certainty: number;
  readonly reasons: readonly Reason[];
}

export interface Confidence {
  readonly level: 'low' | 'medium' | 'high';
  readonly reasons: readonly Reason[];
}

export interface TimelineEvent {
  /** Epoch ms; the day it happened, from the text where it says so, else when it was first reported. */
  readonly at: number;
  /** How exact `at` is. */
  readonly precision: 'minute' | 'day' | 'month';
  /** One line, quoted from `article`. */
  readonly title: string;
  /** Article the line is quoted from: who had it first. */
  readonly article: string;
  /** All articles that report this event, first reporter first. */
  readonly articles: readonly string[];
  /** The words that date it ("by Friday 5 p.m."), where the text does. */
  readonly dateWords?: string;
}

export interface Timeline {
  /** What happened, oldest first. */
  readonly events: readonly TimelineEvent[];
  /** What is coming after `now`, soonest first. */
  readonly coming: readonly TimelineEvent[];
}

/** A sentence of a source, never our own words. */
export interface Quote {
  readonly text: string;
  readonly article: string;
}

export interface Takeaway extends Quote {
  /** Keys of independent origins that say it too, its own included. */
  readonly origins: readonly string[];
}

export interface Mention {
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'product' | 'place' | 'vulnerability' | 'law';
  /** Number of articles that name it. */
  readonly count: number;
  /** Other forms that were merged into it. */
  readonly aliases: readonly string[];
  readonly articles: readonly string[];
}

export interface KeyFact extends Quote {
  readonly origins: readonly string[];
  /** Where sources give different figures for it: each figure with the articles that carry it. */
  readonly figures?: readonly { readonly value: string; readonly articles: readonly string[] }[];
}

export interface Affected {
  readonly name: string;
  readonly direction: 'harmed' | 'helped' | 'mixed';
  readonly why: Quote;
}

export interface Watch extends Quote {
  /** Epoch ms. */
  readonly at: number;
  readonly precision: 'minute' | 'day' | 'month';
  readonly dateWords: string;
}

/** The story page, section by section (reference/story-page.txt is the model). Empty arrays where nothing is known. */
export interface Sections {
  readonly takeaways: readonly Takeaway[];
  readonly mentioned: readonly Mention[];
  readonly facts: readonly KeyFact[];
  readonly affected: readonly Affected[];
  /** Explainers and analyses among its articles. */
  readonly analysis: readonly Quote[];
  readonly watch: readonly Watch[];
  /** How we covered this story: what was merged and why, what is only claimed. */
  readonly coverage: readonly Reason[];
}

/** All that is said of a story, with its reasons. Stored with the story. */
export interface Signals {
  /** By article id. */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly verified: Verified;
  readonly impact: Impact;
  readonly sentiment: Sentiment;
  readonly confidence: Confidence;
  readonly timeline: Timeline;
  readonly sections: Sections;
}
