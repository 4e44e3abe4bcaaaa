import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import type { PageReading } from '../../lib/articles/article';
import { readPage } from '../../lib/articles/page';

export const usage = `second-source pages DIR
  Reads DIR/index.jsonl, a line {"file", "url"} for each page (.html or .html.gz), and writes a line for each:
  {file, article, title, authors, published, canonicalUrl, language, ms}
  ms is the time of reading alone, once the page's DOM is there.`;

/** Most characters of a page that are parsed: as much as a browser would patiently show. */
const MOST_HTML = 20_000_000;

/** A page of an index. */
export interface IndexedPage {
  readonly file: string;
  readonly url: string;
}

/** What is wrong with the input, for the one who gave it. */
export class BadInput extends Error {}

/**
 * The pages of a folder's index.jsonl.
 * @throws BadInput where there is none, or a line is not a page.
 */
export async function indexOf<T extends IndexedPage>(folder: string): Promise<readonly T[]> {
  const path = join(folder, 'index.jsonl');
  const source = await readFile(path, 'utf8').catch(() => {
    throw new BadInput(`cannot read ${path}`);
  });
  return source.split('\n').flatMap((line, number) => {
    if (!line.trim()) return [];
    try {
      const page = JSON.parse(line) as T;
      if (typeof page.file === 'string' && URL.canParse(page.url)) return [page];
    } catch {}
    throw new BadInput(`${path}:${number + 1}: not a line {"file", "url"}`);
  });
}

/**
 * A page's DOM, as linkedom makes it.
 * @throws BadInput where the file cannot be read.
 */
export async function documentOf(folder: string, { file }: IndexedPage): Promise<Document> {
  try {
    const bytes = await readFile(join(folder, file));
    const html = (file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MOST_HTML }) : bytes).toString('utf8');
    return parseHTML(html.slice(0, MOST_HTML)).document as unknown as Document;
  } catch (cause) {
    throw new BadInput(`cannot read ${join(folder, file)}: ${(cause as Error).message}`);
  }
}

/** A reading, and how long it took in ms. */
export interface TimedReading {
  readonly reading: PageReading | null;
  readonly ms: number;
}

/**
 * Reads pages and times the reading alone: what the parser left behind is collected first, and one page of no matter has
 * been read before, so that neither linkedom's rubbish nor the first compilation is taken for ours.
 */
export function stopwatch(): (document: Document, url: string) => TimedReading {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const warm = parseHTML('<title>Warm</title><h1>Warm</h1><p>Warm</p>').document as unknown as Document;
  for (let n = 0; n < 20; n++) readPage(warm, 'https://example.org/news/warm-up-1');
  return (document, url) => {
    collect();
    const start = performance.now();
    const reading = readPage(document, url);
    return { reading, ms: Math.round((performance.now() - start) * 100) / 100 };
  };
}

/** @returns exit code: 0, or 2 where the input is bad. */
export async function run(args: readonly string[]): Promise<number> {
  const [folder, ...rest] = args;
  if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
    console.error(usage);
    return folder === '--help' ? 0 : 2;
  }
  try {
    const index = await indexOf(folder);
    const time = stopwatch();
    for (const page of index) {
      const { reading, ms } = time(await documentOf(folder, page), page.url);
      const { title = null, authors = [], published = null, canonical = null, language = null } = reading ?? {};
      const canonicalUrl = canonical ?? (reading && page.url);
      console.log(
        JSON.stringify({ file: page.file, article: reading !== null, title, authors, published, canonicalUrl, language, ms }),
      );
    }
    return 0;
  } catch (problem) {
    if (!(problem instanceof BadInput)) throw problem;
    console.error(`pages: ${problem.message}`);
    return 2;
  }
}
