import type { Mention } from '../signals';

/** A name that the beat knows, so that it is found in Title Case headlines and under every name it goes by. */
export interface Name {
  /** As shown. */
  readonly name: string;
  readonly kind: Mention['kind'];
  /** Other forms, as written: "JLR", "DoD". The corporate form ("Inc.") and the possessive need no alias. */
  readonly aliases?: readonly string[];
  /**
   * True where the name is also an everyday word ("Signal", "Target"): it then counts in a story
   * only if some sentence has it with a capital where an everyday word would have none.
   */
  readonly everyday?: true;
  /** True for gangs, malware and the like: they do harm and are not listed as affected. */
  readonly threat?: true;
}

/** A phrase that says who comes out worse or better, in lower case, with single spaces. */
export interface Effect {
  readonly words: string;
  /** Where the affected stands: "X was hit by" is before, "hackers breached X" is after. */
  readonly affected: 'before' | 'after';
  readonly direction: 'harmed' | 'helped';
  /** True where the affected stands right beside the phrase: "Capita data breach". */
  readonly beside?: true;
  /** True where a figure must follow: a firm "raised $3m", but who "raised concerns" gains nothing. */
  readonly figure?: true;
}

/** What the sections need to know of a beat, as data. Phrases are in lower case, with single spaces. */
export interface Lexicon {
  readonly names: readonly Name[];
  /** Capitalised words and acronyms of the field that name nobody ("AI", "VPN"), as written. */
  readonly generic: readonly string[];
  /** Nouns for people who can be affected without having a name: "customers", "patients". */
  readonly groups: readonly string[];
  /** Nouns of what makers sell and others use: an attack on a maker's "firewalls" harms whoever has them. */
  readonly wares?: readonly string[];
  readonly effects: readonly Effect[];
  /** Verbs and nouns of orders and decisions: a sentence with one can be a key fact without a figure. */
  readonly decisions: readonly string[];
  /** Words that make a dated sentence something to watch: "deadline", "hearing". */
  readonly awaited: readonly string[];
  /** Nouns after a name that tell its kind: "ransomware" after "Qilin". */
  readonly kinds: readonly { readonly after: string; readonly kind: Mention['kind']; readonly threat?: true }[];
  /** What its publishers put under everything they write: never quoted. In lower case. */
  readonly boilerplate?: readonly string[];
  readonly explainers: {
    /** Beginnings of a title: "analysis:", "what we know". */
    readonly titles: readonly string[];
    /** Parts of the address's path: "/opinion/". */
    readonly paths: readonly string[];
  };
}
