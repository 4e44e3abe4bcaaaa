import type { Article } from '../../articles/article';
import type { Story } from '../../stories/story';
import type { Origin, Reason, Verified } from '../signals';
import type { Sentence } from './sentences';

const MOST_TIES = 3;
const MOST_CLAIMS = 3;
/** Names in one list before it is cut: "A, B, C, D, E, F". */
const MOST_NAMES = 6;

/** Words by which a source leaves a statement to someone else. */
const CLAIMED =
  /\b(?:allegedly|alleged|alleges|alleging|claims?|claimed|claiming|reportedly|purported|purportedly|unverified|unconfirmed|could not (?:be )?(?:independently )?(?:verify|verified|confirm|confirmed)|has not (?:been )?confirmed|rumou?red)\b/iu;

/** Who claims money is no witness: "how to claim it", "victims can claim up to $5,000". */
const CLAIMS_MONEY =
  /\b(?:to|can|could|may|must|will|still) claim\b|\b(?:legal|privacy|file a|filed a) claims?\b|\bclaims? (?:form|deadline|money|your|their|up to|on behalf|against)\b/iu;

/** How the story was put together: what it rests on, what was counted once and why, what brought it together, what is only claimed. */
export function coverageOf(
  story: Story,
  articles: readonly Article[],
  origins: Readonly<Record<string, Origin>>,
  verified: Verified,
  sentences: readonly Sentence[],
): Reason[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const outletOf = (id: string): string => byId.get(id)?.outlet ?? id;
  const namesOf = (ids: readonly string[]): string => listed(ids.map(outletOf));
  const outlets = new Set(articles.map((article) => article.source)).size;
  const reasons: Reason[] = [];
  reasons.push(
    articles.length === 1
      ? { key: 'coverage_one', values: { outlet: outletOf(articles[0]!.id) }, article: articles[0]!.id }
      : { key: 'coverage_rests', values: { articles: articles.length, outlets, origins: verified.n } },
  );
  for (const origin of verified.independent) {
    const [first] = origin.articles;
    if (origin.articles.length < 2 || first === undefined) continue;
    const carrying = new Set(origin.articles.map(outletOf));
    if (carrying.size < 2) continue;
    reasons.push({
      key: 'coverage_once',
      values: { name: origin.name, count: carrying.size, outlets: namesOf(origin.articles) },
      article: first,
    });
  }
  for (const article of articles) {
    const origin = origins[article.id];
    if (origin === undefined) continue;
    const quote = origin.evidence[0]?.quote;
    const shown = { article: article.id, ...(quote !== undefined && { quote }) };
    // A list of an index says nothing of what its reports rest on; the sources say that it was not read.
    if (origin.kind === 'cites' && origin.evidence[0]?.key !== 'origin_listed')
      reasons.push({ key: 'coverage_cites', values: { outlet: article.outlet, name: origin.name ?? '' }, ...shown });
    if (origin.kind === 'primary') reasons.push({ key: 'coverage_primary', values: { outlet: article.outlet }, ...shown });
  }
  for (const party of verified.uncounted.filter(({ kind }) => kind === 'pr')) {
    reasons.push({
      key: 'coverage_uncounted',
      values: { name: party.name },
      ...(party.articles[0] !== undefined && { article: party.articles[0] }),
    });
  }
  if (verified.standing === 'party-statement') reasons.push({ key: 'coverage_party_only' });
  for (const tie of story.ties
    .filter((tie) => tie.shared.length > 0 && outletOf(tie.a) !== outletOf(tie.b))
    .slice(0, MOST_TIES)) {
    reasons.push({
      key: 'coverage_tie',
      values: { a: outletOf(tie.a), b: outletOf(tie.b), shared: tie.shared.join(', ') },
      article: tie.a,
    });
  }
  if (story.absorbed.length > 0) reasons.push({ key: 'coverage_absorbed', values: { count: story.absorbed.length } });
  reasons.push(...verified.unconfirmed, ...claims(sentences, outletOf));
  return reasons;
}

/** Sentences that say of themselves that nobody has confirmed them, one for each origin. */
function claims(sentences: readonly Sentence[], outletOf: (id: string) => string): Reason[] {
  const reasons: Reason[] = [];
  const origins = new Set<string>();
  for (const sentence of sentences) {
    if (reasons.length === MOST_CLAIMS) break;
    if (
      !sentence.quotable ||
      sentence.place === 'title' ||
      origins.has(sentence.origin) ||
      !CLAIMED.test(sentence.text) ||
      CLAIMS_MONEY.test(sentence.text)
    )
      continue;
    origins.add(sentence.origin);
    reasons.push({
      key: 'coverage_claimed',
      values: { outlet: outletOf(sentence.article) },
      quote: sentence.text,
      article: sentence.article,
    });
  }
  return reasons;
}

function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  return distinct.length <= MOST_NAMES ? distinct.join(', ') : `${distinct.slice(0, MOST_NAMES).join(', ')} …`;
}
