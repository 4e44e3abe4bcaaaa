import type { Article } from '../articles/article';
import { stem } from '../stories/words';
import { type DateInText, DEADLINE, datesIn } from './dates-in-text';
import { splitSentences } from './sections/sentences';

/** One article's word on one thing that happened or is to happen: what events are merged from. */
export interface Moment {
  /** Epoch ms. */
  readonly at: number;
  readonly precision: 'minute' | 'day' | 'month';
  /** Verbatim: the article's title or one of its sentences. */
  readonly line: string;
  readonly dateWords?: string;
  readonly article: Article;
  /** The article's own news, a thing that it looks back to, or one that lies ahead of it. */
  readonly what: 'report' | 'past' | 'ahead';
  /** Stems of the words that tell what it is about. */
  readonly terms: ReadonlySet<string>;
}

const DAY = 86_400_000;
/** Sentences of an article that are read for dates: news stands at the top. */
const SENTENCES = 24;
/** A line is shown as it stands: shorter says nothing, longer is no line. */
const LINE = { least: 24, most: 280 } as const;
/**
 * A day in the lead is the day of the news if it is named as news names it ("on Tuesday", within the week), or is the day
 * before; "in an email sent on Oct. 31" is a day that the news looks back to.
 */
const FRESH = { named: 7 * DAY, dated: 1.5 * DAY } as const;
const NAMED_DAY = /(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight)\b/i;
/** What one article looks back to by month alone is background, unless it says that something began. */
const BEGAN = /\b(?:began|begun|begin|started|starting|opened|launched|since|first)\b/i;

const SMALL = new Set(
  (
    'a an the of to in on at by for from with and or but as is are was were be been it its this that these those he she they his her their not no ' +
    'has have had will would could can may might must said says say after before over under into out up about than then new more most some any all ' +
    'how what why who when where which you your we our i if so do does did just also amid against via per s t re monday tuesday wednesday thursday ' +
    'friday saturday sunday today yesterday tomorrow january february march april june july august september october november december'
  ).split(' '),
);

export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const word of text
    .slice(0, 400)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [])
    if (word.length > 1 && !SMALL.has(word)) terms.add(stem(word));
  return terms;
}

/** The moments that an article speaks of: its own news first. */
export function momentsOf(article: Article): Moment[] {
  const published = article.published;
  const title = article.title;
  const dated = article.language === 'en' || article.language === 'und';
  const sentences = dated ? leadSentences(article) : [];
  const found: { sentence: string; date: DateInText; lead: boolean }[] = [];
  for (const [index, sentence] of [title, ...sentences].entries())
    for (const date of datesIn(sentence, published)) found.push({ sentence, date, lead: index <= 1 });

  // The day in title or lead is the day of the news ("on Tuesday"), if it is not long past.
  const own = found.find(({ lead, date }) => lead && isFresh(date, published));
  const report: Moment = {
    at: own ? Math.min(own.date.at, published) : published,
    precision: own || article.dated === 'assumed' ? (own?.date.precision ?? 'day') : 'minute',
    line: title,
    ...(own ? { dateWords: own.date.words } : {}),
    article,
    what: 'report',
    terms: termsOf(title),
  };
  const moments = [report];
  for (const { sentence, date } of found) {
    if (date === own?.date || sentence.length > LINE.most || sentence.length < LINE.least) continue;
    if (!date.ahead && Math.abs(date.at - report.at) < 1.5 * DAY && date.precision !== 'month') continue;
    if (date.precision === 'month' && !date.ahead && !BEGAN.test(sentence)) continue;
    moments.push({
      at: date.at,
      precision: date.precision,
      line: sentence,
      dateWords: date.words,
      article,
      what: date.ahead ? 'ahead' : 'past',
      terms: termsOf(sentence),
    });
  }
  return moments;
}

function isFresh({ ahead, precision, at, words }: DateInText, published: number): boolean {
  // "Gives it until Friday" is not Friday's news, also where Friday is the day of writing.
  if (ahead || precision === 'month' || DEADLINE.test(words)) return false;
  return published - at < (NAMED_DAY.test(words) ? FRESH.named : FRESH.dated);
}

function leadSentences(article: Article): string[] {
  const summary = article.summary === article.title ? '' : article.summary;
  const text = article.text.startsWith(summary.slice(0, 60)) ? article.text : `${summary}\n${article.text}`;
  return [...new Set(splitSentences(text.slice(0, 4_000)).map((sentence) => sentence.trim()))].slice(0, SENTENCES);
}
