import { Parser } from 'htmlparser2';
import { escapeHtml, resolve } from './feed';
import { plainText } from './plain-text';
import { isSourceKind, type Source, type SourceKind } from './source';

/** One feed of a reader's list. */
export interface OpmlFeed {
  readonly title: string;
  readonly address: string;
  readonly site?: string;
  /** What the publisher is, where the list says so (our own attribute, `secondSourceKind`). A list is the reader's word. */
  readonly kind?: SourceKind;
}

export interface OpmlReading {
  readonly feeds: readonly OpmlFeed[];
  /** In English, for the log and the command line; at most MAX_PROBLEMS. */
  readonly problems: readonly string[];
}

const MAX_SIZE = 2_000_000;
const MAX_FEEDS = 2_000;
const MAX_PROBLEMS = 20;
/** Deeper folders are an attack. */
const MAX_DEPTH = 64;

class Enough {}

/** The feeds of an OPML file, folders flattened, each address once. Never throws. */
export function readOpml(text: string): OpmlReading {
  const feeds = new Map<string, OpmlFeed>();
  const problems: string[] = [];
  const problem = (message: string) => {
    if (problems.length < MAX_PROBLEMS) problems.push(message);
  };
  if (text.length > MAX_SIZE) return { feeds: [], problems: ['The file is larger than 2 MB.'] };
  let depth = 0;
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag(tag, attributes: Readonly<Record<string, string>>) {
        depth += 1;
        if (depth > MAX_DEPTH) {
          problem('Folders are nested too deep; what follows was not read.');
          throw new Enough();
        }
        const name = tag.toLowerCase();
        if (name === 'opml') isOpml = true;
        if (name !== 'outline' || !isOpml) return;
        // Attribute names differ in case from one program to the next.
        const stated = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
        const xmlUrl = stated.get('xmlurl');
        if (xmlUrl === undefined) return;
        const address = resolve(xmlUrl);
        if (address === null) return problem(`Not an http(s) address: ${plainText(xmlUrl, 100)}`);
        if (feeds.has(address)) return;
        if (feeds.size >= MAX_FEEDS) {
          problem(`More than ${MAX_FEEDS} feeds; the rest was not read.`);
          throw new Enough();
        }
        const site = resolve(stated.get('htmlurl'));
        const title = plainText(stated.get('title') || stated.get('text') || '', 200) || new URL(address).hostname;
        const kind = stated.get('secondsourcekind');
        feeds.set(address, {
          title,
          address,
          ...(site === null ? {} : { site }),
          ...(isSourceKind(kind) && { kind }),
        });
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(text);
    if (depth > 0) problem('The file ends early.');
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  if (!isOpml) problem('This is not an OPML file.');
  return { feeds: [...feeds.values()], problems };
}

/** An OPML 2.0 file of the sources' feeds, one outline each. `readOpml` gives the same feeds back. */
export function writeOpml(sources: readonly Source[], title: string): string {
  const outlines = sources.flatMap((source) =>
    source.feeds.map((feed) => {
      const host = source.hosts[0];
      const site = host === undefined ? '' : ` htmlUrl="${attribute(`https://${host}/`)}"`;
      const name = attribute(source.name);
      return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${attribute(feed)}"${site} secondSourceKind="${source.kind}"/>`;
    }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${attribute(title)}</title></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function attribute(text: string): string {
  // XML 1.0 has no way to write control characters.
  return escapeHtml(text.replace(/\p{Cc}/gu, ' ')).replaceAll('"', '&quot;');
}
