/** Statements of origin that a feed or a page makes for machines. Each is a claim, not yet a finding. */
export interface Marks {
  /** RSS `<source url>`: the feed that an item was taken from. */
  readonly source?: { readonly name: string; readonly url: string };
  /** JSON-LD `isBasedOn`: addresses. */
  readonly basedOn?: readonly string[];
  /** `<meta name="syndication-source">`: an address. */
  readonly syndication?: string;
  /** `<meta name="original-source">`: addresses. */
  readonly original?: readonly string[];
  /** JSON-LD `sourceOrganization`, `creditText`, `provider`, Dublin Core `rights`/`source`: agency or owner named there. */
  readonly credit?: readonly string[];
}

/** One report by one source, clean: text without markup, address canonical, dates sane. */
export interface Article {
  /** Hash of the canonical address (lib/articles/address.ts): the same report is the same id in any order. */
  readonly id: string;
  /** Canonical http(s) address. */
  readonly address: string;
  /** All addresses under which it is known, canonical one included, each canonicalised. At most 8. */
  readonly addresses: readonly string[];
  /** Source id of the registry or the reader's own; for unknown publishers `host:` and the registrable domain. */
  readonly source: string;
  /** The source's name, as shown. */
  readonly outlet: string;
  /** Host name of the address, without "www."; the publisher's where a news index lists it by an address of its own. */
  readonly host: string;
  /** Plain text, at most 300 characters. */
  readonly title: string;
  /** Plain text, at most 1,000 characters; may be empty. */
  readonly summary: string;
  /** Plain text of the body where feed or page carry it, at most 6,000 characters; may be empty. */
  readonly text: string;
  readonly authors: readonly string[];
  /** Epoch ms. Never later than `seen` plus a few minutes: clocks that lie are set to `seen`. */
  readonly published: number;
  /** How `published` was come by. */
  readonly dated: 'stated' | 'assumed';
  /** Epoch ms at which we first saw it. */
  readonly seen: number;
  /** BCP 47 primary language, lower case ('en'), or 'und'. */
  readonly language: string;
  /** MinHash of title, summary and text (lib/articles/fingerprint.ts); empty where too short to tell. */
  readonly fingerprint: readonly number[];
  readonly marks: Marks;
  /**
   * Id of the source in whose feed it was found, where that is not `source`: an aggregator, or a stranger that speaks of
   * another's page. Such an article is a claim: its title and text are the stranger's words, so it proves that the page
   * is spoken of, never that the page's newsroom reported. Absent for an outlet's own feed and for a page that was read.
   */
  readonly via?: string;
  /** The address as stated, to open the page where the canonical one differs in scheme or host. http(s) only. */
  readonly link?: string;
}

/** What a script on a page read of it; hostile until the worker has validated it. See lib/articles/page.ts. */
export interface PageReading {
  /** location.href */
  readonly url: string;
  /** As the page states it, absolute, or null. */
  readonly canonical: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  /** As the page states it (ISO 8601 where it is machine readable), or null. */
  readonly published: string | null;
  readonly language: string | null;
  readonly outlet: string | null;
  /** The standfirst or description, at most 600 characters. */
  readonly lead: string;
  /** The body's first paragraphs, at most 4,000 characters: to match by content and to find the origin. */
  readonly text: string;
  readonly marks: Marks;
  /** A live blog: one page of many reports. */
  readonly live?: true;
}
