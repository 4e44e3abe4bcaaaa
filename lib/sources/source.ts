/** What a publisher is to us; decides how its articles count (see lib/signals/verified.ts). */
export const SOURCE_KINDS = ['outlet', 'agency', 'authority', 'party', 'aggregator'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const isSourceKind = (text: unknown): text is SourceKind => SOURCE_KINDS.some((kind) => kind === text);

/**
 * A publisher that we hear from. A newsroom with nine feeds is one source.
 * Built-in sources are data of a beat (lib/beats); the reader adds others by address or OPML.
 */
export interface Source {
  /** Stable, kebab-case, unique over all beats. Stored with every article: never renamed. */
  readonly id: string;
  /** As shown to the reader. */
  readonly name: string;
  /** Sources that share a newsroom count as one origin. Kebab-case. */
  readonly newsroom: string;
  /** The company, state or person that owns it, as commonly known. */
  readonly owner: string;
  readonly kind: SourceKind;
  /** ISO 3166-1 alpha-2, or 'EU' or 'ZZ' (international). */
  readonly country: string;
  /** BCP 47 language of its reports. */
  readonly language: string;
  /** Host names without "www."; the first is the main one. Subdomains belong to it. */
  readonly hosts: readonly string[];
  /** Addresses of its feeds; https only for built-in sources. */
  readonly feeds: readonly string[];
  /** One sentence: why it is in the beat. Shown in options. */
  readonly why: string;
  /** Other names under which reports cite it ("WSJ", "the Journal"). */
  readonly aliases?: readonly string[];
}
