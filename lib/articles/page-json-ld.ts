import { clean } from './page-text';

/** An object of a page's JSON-LD: keys and values are the page's, so nothing about them is certain. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** Objects and arrays that are looked at: several times what the largest real page we know has. */
const MOST_VALUES = 3_000;

/** The fields that are worth saving from JSON that no repair makes readable: cut off, or with bare quotes in a text. */
const SALVAGED = /"(@type|headline|datePublished|url|mainEntityOfPage)"\s*:\s*"(.{1,300}?)"\s*[,}]/g;

function salvaged(source: string): unknown {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of source.slice(0, 50_000).matchAll(SALVAGED))
    if (!fields.has(name)) fields.set(name, value);
  return Object.fromEntries(fields);
}

/** JSON as pages write it: inside comments or CDATA, with raw line breaks in strings, with commas too many. */
function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    const repaired = source
      .replace(/<!--|-->|\/\*|\*\/|(?:\/\/\s*)?(?:<!\[CDATA\[|\]\]>)/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks the JSON
      .replace(/[\0-\x1f]+/g, ' ')
      .replace(/,(?= *[}\]])|; *$/g, '');
    try {
      return JSON.parse(repaired);
    } catch {
      return salvaged(repaired);
    }
  }
}

/** A value that may stand alone or in an array, as an array. */
export const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [value]).filter(Boolean);

/** A value as one line of text: the first of an array, an object's own value, name or address. */
export function line(value: unknown, most = 300): string {
  const [first] = many(value);
  const object = (typeof first === 'object' ? (first ?? {}) : {}) as LinkedData;
  const said = typeof first === 'string' ? first : (object['@value'] ?? object['name'] ?? object['@id'] ?? object['url']);
  return typeof said === 'string' ? clean(said, most) : '';
}

/** The objects of all JSON-LD of a page, outer ones first. */
export function linkedData(sources: readonly string[]): readonly LinkedData[] {
  const queue: object[] = [];
  const add = (value: unknown) => {
    if (value && typeof value === 'object') queue.push(value);
  };
  for (const source of sources) add(parse(source));
  for (let at = 0; at < queue.length && queue.length < MOST_VALUES; at++) Object.values(queue[at] ?? {}).forEach(add);
  return queue.slice(0, MOST_VALUES).filter((value) => !Array.isArray(value)) as LinkedData[];
}
