import type { Origin, OriginKind, Signals, Standing } from '../lib/signals/signals';
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

/** What an origin is, where it stands as one of N: "own reporting", "news agency". */
export const originKindKey = (kind: OriginKind): MessageKey => KIND_KEYS[kind];

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
