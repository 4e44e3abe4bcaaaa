import type { IndependentOrigin, Origin, OriginKind, Signals, Standing } from '../lib/signals/signals';
import type { MessageKey, Words } from '../lib/words/words';
import { wholeImpact } from './ImpactBar';
import { tierKey } from './SentimentScale';

const KIND_KEYS: Record<OriginKind, MessageKey> = {
  own: 'origin_own',
  wire: 'origin_wire',
  cites: 'origin_cites',
  pr: 'origin_pr',
  primary: 'origin_primary',
};

/** The index of news that lists all of an origin's reports, where none of them was read; else null. */
export function listedVia(origin: IndependentOrigin, origins: Signals['origins']): string | null {
  const first = origin.articles.map((id) => origins[id]?.evidence[0]);
  return first.every((reason) => reason?.key === 'origin_listed') ? String(first[0]?.values?.['via'] ?? '') : null;
}

/** What an origin is, where it stands as one of N: "own reporting", "news agency". */
export function originWords(words: Words, origin: IndependentOrigin, origins: Signals['origins']): string {
  const via = listedVia(origin, origins);
  return via === null ? words(KIND_KEYS[origin.kind]) : words('origin_listed', { via });
}

/** Why some origins are not counted; stands before them. */
export function uncountedWords(words: Words, { verified, origins }: Pick<Signals, 'verified' | 'origins'>): string {
  const isListed = verified.uncounted.every((origin) => listedVia(origin, origins) !== null);
  return isListed ? words('uncounted_listed') : words.count('uncounted', verified.uncounted.length);
}

/** What one article does with the origin that it rests on. */
export function roleKey(origin: Origin | undefined): MessageKey {
  switch (origin?.kind) {
    case 'wire':
      return 'role_wire';
    case 'cites':
      return 'role_cites';
    case 'pr':
      return 'role_pr';
    case 'primary':
      return 'role_primary';
    case 'own':
    case undefined:
      return 'role_own';
  }
}

/** How a story stands, in the badge's few words. */
export function standingLabel(words: Words, standing: Standing, n: number): string {
  switch (standing) {
    case 'verified':
      return words.count('standing_verified', n);
    case 'single-source':
      return words('standing_single_source');
    case 'unconfirmed':
      return words('standing_unconfirmed');
    case 'party-statement':
      return words('standing_party_statement');
  }
}

/** The same as a sentence that explains itself. */
export function standingSentence(words: Words, standing: Standing, n: number): string {
  switch (standing) {
    case 'verified':
      return words.count('standing_verified_sentence', n);
    case 'single-source':
      return words('standing_single_source_sentence');
    case 'unconfirmed':
      return words.count('standing_unconfirmed_sentence', n);
    case 'party-statement':
      return words('standing_party_statement_sentence');
  }
}

/** All that the badge says, as one sentence after another: its name for those who do not see it. */
export function badgeSentence(words: Words, signals: Signals): string {
  const { verified, impact, sentiment } = signals;
  return words('badge_sentence', {
    standing: standingSentence(words, verified.standing, verified.n),
    impact: words('impact_of_ten', { score: wholeImpact(impact.score) }),
    sentiment: words(tierKey(sentiment.tier)),
  });
}
