import { parse } from 'chrono-node/en';

/** A date that a text names, resolved against the day of the text. */
export interface DateInText {
  /** Epoch ms. For a day: noon UTC, which is that day everywhere on land but a few islands; for a month: noon UTC of its first. */
  readonly at: number;
  readonly precision: 'minute' | 'day' | 'month';
  /** As written, with the words that lead to it: "by Friday 5 p.m. ET". */
  readonly words: string;
  /** Offset of `words` in the text. */
  readonly index: number;
  /** Lies after the text's own day, or is something still to be done on that day ("by 5 p.m. today"). */
  readonly ahead: boolean;
}

/** Words of a deadline. Two deadlines that one story has on one day are one, however differently they are told. */
export const DEADLINE = /\b(?:by|until|before|deadline|ultimatum|no later than)\b/iu;

const DAY = 86_400_000;
/** A date further back is history, one further ahead a forecast: neither is an event of a news story. */
const BACK = 550 * DAY;
const AHEAD = 750 * DAY;
/** Without a year and a word on it, a date further ahead than this is last year's; further back than LAST it is anyone's. */
const NEAR = 60 * DAY;
const LAST = 330 * DAY;
/** A meeting of more than two weeks is a season. */
const MEETS = 14 * DAY;
/** Longer texts are cut: a sentence is what is asked for. */
const MAX_TEXT = 1_000;
const MOST = 6;

const MONTHS =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
const WEEKDAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
/** Without one of these a text names no date that we take: spares most sentences the parser. */
const DATEISH = new RegExp(
  String.raw`\b(?:${WEEKDAYS}|(?:${MONTHS})(?=[\s\d,.])|(?:${MONTHS})$|today|tonight|yesterday|tomorrow|\d{4}-\d\d-\d\d|(?:last|this|next) month|(?:\d+|a|one|two|three|four|five|six|seven|ten) (?:days?|months?) ago|in (?:\d+|two|three|four|five|six|seven|ten) (?:days|months))\b`,
);

/** What stands before a day that is a name ("Patch Tuesday") or a habit ("every Friday"). */
const NO_DATE_BEFORE =
  /\b(?:Patch|Black|Cyber|Super|Ash|Good|Giving|Shrove|Easter|Holy|Maundy|Bloody|Fat|every|each|most|Casual|The|Daily|The Mail(?: on)?|(?<!\b(?:said|says|told|announced|confirmed|warned) )that)\s+$/;
/** The end of an accounting period is no event. */
const PERIOD_BEFORE = /\b(?:months?|year|quarter|weeks?|period|half)(?: that)? (?:to|ended|ending|through)\s+$/i;
/** What is written small or alone is a word before it is a month: "may", "march", "the Sun". */
const WORD_NOT_DATE =
  /^(?:may|mar|march|sun|sat|mon|wed|thu|fri|tue|dec|jan|now|second|the past|at present|this morning|noon|midnight)$/i;
const MONTH_ALONE = new RegExp(`^(?:${MONTHS})$`);
const BEFORE_MONTH = /\b(?:in|since|last|this|next|early|late|mid|until|by|of|from|during|through|before|after|at least)[\s-]+$/i;
/** A stretch of time or an age dates nothing. */
const STRETCH =
  /\b(?:within|over|for|past|last|next|every|nearly|about|more than|less than|(?<!\buntil )at least|some|between|later)\s+(?:the\s+)?(?:past\s+|last\s+|next\s+)?$/i;
/** The end of a stretch: "between January 1 and June 30". */
const STRETCH_END = /\b(?:between|from)\s[^.]{3,24}\s(?:and|to|through)\s+$/i;
/**
 * The parser takes a length itself for a date: "for several days", "the next 24 hours", "in the month of July"; and what is
 * counted from another day than the text's: "two days after the raid", "within three days" of an order.
 */
const LENGTH = /^for\s.*\b(?:days?|weeks?|months?)$|\bhours?\b|^(?:in the month$|within\b)|\b(?:after|before|earlier|prior)$/i;
/** Weeks and longer counts of them are too loose to be a day. */
const LOOSE = /\bweeks?\b/i;

/** Words right before a date that say it is still to come. */
const TO_COME =
  /\b(?:by|until|till|before|no later than|deadline of|deadline is|expires?(?: on)?|starting|beginning|ending|effective|next|coming|(?:scheduled|set|slated) for|(?<!\b(?:was|were|been) )(?:due|expected)(?: on)?)\s+(?:(?:at least|the end of|close of business|end of|noon|midnight|this|on|in|5 ?p\.?m\.?)\s+)*$/i;
/** The verb nearest to a date says which Friday is meant. */
const FUTURE_VERB =
  /\b(?:will|shall|must|(?:is|are) (?:likely|to)|(?<!\b(?:was|were|been|than) )(?:set|due|expected|scheduled|slated) (?:to|for|in|on)|plans? to|ha(?:s|ve|d) until|to (?:decide|vote|meet|respond|comply|appear)|(?<!(?:ed|began|had|went|came) )to (?:resume|restart|launch|begin|start|end|expire|close|open|return|testify)|takes? (?:place|effect)|comes? into (?:force|effect)|prepar(?:es|ing) for|ahead of)\b/gi;
const PAST_VERB =
  /(?<!\bbe )\b(?:said|announced|met|passed|expired|ended|reported|told|was|were|had|began|started|revealed|confirmed|disclosed|issued|signed|filed|ruled|ordered|released|published|launched|happened|occurred|took place|discovered|detected|warned|pleaded|sentenced|arrested|charged|fined|sued|took|went|came|sent|agreed|refused|rejected|delivered|threatened|hit|stole|stolen|lost|gained|affected|impacted)\b/gi;
/** Is not over on its own day. */
const APPOINTED = /\b(?:is|are) (?:due|scheduled|set|slated)\b[^.;]*$|\blater\s+$/i;
const LEADS =
  /\b(?:by|until|before|on|since|in|no later than|due|from|after|as of|starting|beginning|ending|through|for)\s+(?:(?:at least|the end of|close of business|end of|early|late|mid-?)\s*)?(?:(?:noon|midnight|\d{1,2}(?::\d\d)?\s?(?:a\.?m\.?|p\.?m\.?)(?:\s(?:ET|EST|EDT|PT|PST|PDT|CT|GMT|UTC|BST|CET|CEST))?)[\s,]*(?:on\s+)?)?$/i;

/**
 * The dates that a text names, each resolved against the moment it was published, in order of the text.
 * Careful rather than complete: months that are words ("may"), named days ("Patch Tuesday"), stretches ("in the last 30 days"),
 * bare years and bare times give nothing. English.
 * @param published epoch ms
 */
export function datesIn(text: string, published: number): DateInText[] {
  const read = text.slice(0, MAX_TEXT);
  if (!DATEISH.test(read)) return [];
  const dates: DateInText[] = [];
  for (const result of parse(read, { instant: new Date(published), timezone: 0 })) {
    const date = resolve(read, result, published);
    if (date && date.at > published - BACK && date.at < published + AHEAD) dates.push(date);
    if (dates.length === MOST) break;
  }
  return dates;
}

type Parsed = ReturnType<typeof parse>[number];

function resolve(text: string, { index, text: written, start, end }: Parsed, published: number): DateInText | null {
  // The parser takes the comma after a month with it.
  const words = written.replace(/[\s,;]+$/, '');
  const before = text.slice(Math.max(0, index - 60), index);
  if (WORD_NOT_DATE.test(words) && !(MONTH_ALONE.test(words) && BEFORE_MONTH.test(before))) return null;
  if (NO_DATE_BEFORE.test(before) || PERIOD_BEFORE.test(before)) return null;
  const weekday = start.isCertain('weekday');
  const day = start.isCertain('day');
  const month = start.isCertain('month');
  const relative = /\b(?:today|tonight|yesterday|tomorrow|ago|months?|days)\b/i.test(words);
  if (!weekday && !day && !month && !relative) return null;
  if (LOOSE.test(words) || LENGTH.test(words) || STRETCH_END.test(before) || /\bbetween\s+$/i.test(before)) return null;
  if (!weekday && !day && STRETCH.test(before)) return null;
  if (/^\d+(?:[./]\d+)*$/.test(words) && !/^\d{4}-/.test(words)) return null;
  if (month && !weekday && !day && !relative) {
    if (!MONTH_ALONE.test(words.replace(/[\s,]+\d{4}$/, '')) || (MONTH_ALONE.test(words) && !BEFORE_MONTH.test(before)))
      return null;
  }
  // "The defences of tomorrow" are of no day.
  if (/^(?:today|tomorrow)$/i.test(words) && /\bof\s+$/i.test(before)) return null;
  const after = text.slice(index + words.length, index + words.length + 60);
  const deadline = isDeadline(before, after);
  const verb = deadline || verbIsFuture(before, after);
  const toCome = TO_COME.test(before) || verb;
  // A stretch from one day to another is no event, unless it is to come: a visit, a fair. A range of hours is.
  const lasts = end ? Math.abs(end.date().getTime() - start.date().getTime()) : 0;
  if (lasts > (toCome ? MEETS : DAY)) return null;

  const lead = LEADS.exec(before)?.[0] ?? '';
  const said = (lead + words).trim().replace(/[,;:]+$/, '');
  const from = index - (lead + words).length + words.length + ((lead + words).length - (lead + words).trimStart().length);
  const timed = start.isCertain('hour') && start.isCertain('timezoneOffset');
  const precision = /\bmonths?\b/i.test(words) || (month && !day && !weekday) ? 'month' : timed ? 'minute' : 'day';
  let at = precision === 'minute' ? start.date().getTime() : noon(start, precision);

  // "Friday" alone is the last or the next one: the words around it decide.
  if (weekday && !day && !/\b(?:last|next|this)\b/i.test(words)) {
    const week = 7 * DAY;
    while (at > published + (precision === 'day' ? DAY / 2 : 0)) at -= week;
    if (toCome) while (at < startOfDay(published)) at += week;
    // On the very day: the one that is meant is today.
    else while (at < startOfDay(published) - 6.5 * DAY) at += week;
  }
  // A day and month without a year is the nearest, unless the verb says that it is over: then it is the last one.
  if (!start.isCertain('year') && !start.isCertain('weekday') && (day || month) && !relative && at > published && !toCome) {
    const past = saysPast(before) || at - published > NEAR || /\bsince\s+$/i.test(before);
    if (past) at = new Date(at).setUTCFullYear(new Date(at).getUTCFullYear() - 1);
    if (past && published - at > LAST) return null;
  }
  // "Lost 20 pounds in 20 days" is a stretch, "must leave in 20 days" a date.
  if (/^in .*\b(?:days|months)\b/i.test(words) && !verb) return null;
  // On its own day a thing lies ahead only if the verb says so: "by Friday evening neither side had moved" is over.
  const still = deadline || (verb && (TO_COME.test(before) || APPOINTED.test(before)));
  const ahead = at >= startOfDay(published) + DAY || (at >= startOfDay(published) && still && precision !== 'month');
  return { at, precision, words: said, index: Math.max(0, from), ahead };
}

function noon(start: Parsed['start'], precision: 'day' | 'month'): number {
  const day = precision === 'month' ? 1 : (start.get('day') ?? 1);
  return Date.UTC(start.get('year') ?? 1970, (start.get('month') ?? 1) - 1, day, 12);
}

const startOfDay = (at: number): number => Math.floor(at / DAY) * DAY;

/** "A Friday 5 p.m. deadline", unless it "passed" or was "missed". */
const DEADLINE_AFTER =
  /^\W{0,3}(?:deadline|cut-?off|hearing|vote)\b(?! (?:has |had )?(?:pass|expire|lapse|come|came|went|failed|ended)(?:e?d|e?s)?\b)/i;
const MISSED_BEFORE =
  /\b(?:miss(?:ed|es|ing)?|lets?|letting|blew|blows|past|after)(?: through)? (?:the |a |its |their |his |her )?$/i;
const isDeadline = (before: string, after: string): boolean => DEADLINE_AFTER.test(after) && !MISSED_BEFORE.test(before);

/** The last verb before a date decides; where none stands before it, the first one after. */
function verbIsFuture(before: string, after: string): boolean {
  const future = lastIndex(FUTURE_VERB, before);
  const past = lastIndex(PAST_VERB, before);
  if (future >= 0 || past >= 0) return future >= past;
  const next = after.search(FUTURE_VERB);
  const told = after.search(PAST_VERB);
  return next >= 0 && (told < 0 || next < told);
}

/** The last verb before a date is of what has happened. */
const saysPast = (before: string): boolean => lastIndex(PAST_VERB, before) > lastIndex(FUTURE_VERB, before);

const lastIndex = (verb: RegExp, text: string): number => [...text.matchAll(verb)].at(-1)?.index ?? -1;
