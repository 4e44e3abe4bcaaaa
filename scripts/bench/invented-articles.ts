import { canonicalAddress } from '../../lib/articles/address';
import type { Article } from '../../lib/articles/article';
import { articleFromItem } from '../../lib/articles/article-from-item';
import { makeRegistry } from '../../lib/sources/registry';
import type { Source } from '../../lib/sources/source';
import { generator } from '../evaluate/stories';

const DAY = 86_400_000;
const SPAN = 50 * DAY;
const SYLLABLES = 'ka lo mi ren tas vor del an sil bru que ost har nel dun rik'.split(' ');
const WHAT = [
  ['ransomware attack', 'encrypted servers and stopped deliveries'],
  ['data breach', 'exposed records of customers, among them names and addresses'],
  ['critical vulnerability', 'lets intruders run code without a password'],
  ['privacy fine', 'ends an investigation by the regulator'],
  ['outage', 'kept services down for most of the day'],
  ['phishing campaign', 'aimed at payroll staff'],
];
const DID = ['confirms', 'investigates', 'warns of', 'recovers from', 'is fined over', 'discloses'];

/** Reports of invented events by the sources of a beat, one or a few to an event, through the engine's own door. */
export function inventedArticles(count: number, sources: readonly Source[], now: number): Article[] {
  const random = generator(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const name = () => {
    const word = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return word[0]!.toUpperCase() + word.slice(1);
  };
  const registry = makeRegistry(sources);
  const outlets = sources.filter(({ kind }) => kind === 'outlet');
  const articles: Article[] = [];
  for (let event = 0; articles.length < count; event++) {
    const [what, how] = pick(WHAT) as [string, string];
    const who = `${name()} ${name()}`;
    const [where, speaker, number] = [name(), `${name()} ${name()}`, Math.floor(random() * 90_000) + 1000];
    const at = now - random() * SPAN;
    for (let report = 0, reports = 1 + Math.floor(random() * 3); report < reports; report++) {
      const source = pick(outlets);
      const link = canonicalAddress(`https://${source.hosts[0]}/news/${event}-${report}`);
      const item = {
        link: link ?? '',
        title: `${who} ${pick(DID)} ${what} in ${where}`,
        summary: `The ${what} at ${who} ${how}, ${speaker} said in ${where}. It concerns ${number} people.`,
        content: `${who} of ${where} told ${source.name} that the ${what} ${how}. ${speaker}, who leads the company, said that ${number} people were told. Work on it goes on until December 14.`,
        authors: [],
        published: new Date(Math.min(now, at + report * random() * DAY)).toISOString(),
        language: 'en',
        categories: [],
      };
      const article = articleFromItem(item, source, now, registry);
      if (article) articles.push(article);
    }
  }
  return articles.slice(0, count);
}
