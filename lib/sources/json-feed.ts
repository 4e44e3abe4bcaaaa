import { escapeHtml, type FeedItem, type FeedProblem, type FeedReading, MAX_ITEMS, resolve } from './feed';

/** JSON as parsed: nothing of it is known before it is looked at. */
type Json = Readonly<Record<string, unknown>>;

/** Entries of the catalogue that are news: it is never cut, and its first years stay in it. */
const CATALOGUE_ITEMS = 200;
const CATALOGUE_PAGE = 'https://www.cisa.gov/known-exploited-vulnerabilities-catalog';

/** Whether a text without leading space is to be read as JSON. */
export function isJson(text: string): boolean {
  return text.startsWith('{') || text.startsWith('[');
}

/** JSON Feed 1 and 1.1 (jsonfeed.org), and CISA's catalogue. */
export function parseJsonFeed(text: string, address: string): FeedReading {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-a-feed' };
  }
  if (!isObject(root)) return { ok: false, why: 'not-a-feed' };
  if (Array.isArray(root.vulnerabilities)) return catalogue(root, root.vulnerabilities);
  if (!Array.isArray(root.items)) return { ok: false, why: 'not-a-feed' };
  const problems = new Set<FeedProblem>();
  const items: FeedItem[] = [];
  for (const entry of root.items) {
    if (items.length >= MAX_ITEMS) {
      problems.add('too-many-items');
      break;
    }
    const item = isObject(entry) ? itemOf(entry, address) : null;
    if (item === null) problems.add('items-without-link');
    else items.push(item);
  }
  return {
    ok: true,
    feed: {
      title: escapeHtml(str(root.title)),
      site: resolve(str(root.home_page_url), address),
      language: str(root.language) || null,
      items,
      problems: [...problems],
    },
  };
}

function itemOf(entry: Json, address: string): FeedItem | null {
  const guid = typeof entry.id === 'number' ? String(entry.id) : str(entry.id);
  const link =
    resolve(str(entry.url) || str(entry.external_url), address) ?? (/^https?:/i.test(guid) ? resolve(guid, address) : null);
  if (link === null) return null;
  const content = str(entry.content_html) || escapeHtml(str(entry.content_text));
  const authors = Array.isArray(entry.authors) ? entry.authors : [entry.author];
  return {
    ...(guid === '' ? {} : { guid }),
    link,
    title: escapeHtml(str(entry.title)),
    summary: escapeHtml(str(entry.summary)),
    content,
    authors: authors.slice(0, 10).flatMap((author) => (isObject(author) && str(author.name) !== '' ? [str(author.name)] : [])),
    ...stated('published', str(entry.date_published)),
    ...stated('updated', str(entry.date_modified)),
    ...stated('language', str(entry.language)),
    categories: Array.isArray(entry.tags) ? entry.tags.slice(0, 20).map(str).filter(Boolean) : [],
  };
}

/**
 * CISA's Known Exploited Vulnerabilities catalogue, newest first. An entry has no page of its own: its address is the
 * catalogue's search for it, on CISA's own host, so that it counts as the authority's.
 */
function catalogue(root: Json, vulnerabilities: readonly unknown[]): FeedReading {
  const entries = vulnerabilities
    .filter(isObject)
    .filter((entry) => /^CVE-\d{4}-\d{4,10}$/.test(str(entry.cveID)))
    .sort((a, b) => (str(b.dateAdded) > str(a.dateAdded) ? 1 : str(b.dateAdded) < str(a.dateAdded) ? -1 : 0))
    .slice(0, CATALOGUE_ITEMS);
  const items = entries.map((entry): FeedItem => {
    const cve = str(entry.cveID);
    const ransomware = str(entry.knownRansomwareCampaignUse) === 'Known' ? ' Known to be used in ransomware campaigns.' : '';
    const due = str(entry.dueDate) === '' ? '' : ` Due date: ${str(entry.dueDate)}.`;
    return {
      guid: cve,
      link: `${CATALOGUE_PAGE}?search_api_fulltext=${cve}`,
      title: escapeHtml(
        `${str(entry.vulnerabilityName) || str(entry.product)} (${cve}) added to known exploited vulnerabilities`,
      ),
      summary: escapeHtml(`${str(entry.shortDescription)} ${str(entry.requiredAction)}${due}${ransomware}`.trim()),
      content: '',
      authors: [],
      ...stated('published', str(entry.dateAdded)),
      language: 'en',
      categories: [str(entry.vendorProject), str(entry.product)].filter(Boolean),
    };
  });
  return { ok: true, feed: { title: escapeHtml(str(root.title)), site: CATALOGUE_PAGE, language: 'en', items, problems: [] } };
}

/** The field where it says anything: absent and empty are the same. */
function stated<Key extends string>(key: Key, value: string): { [K in Key]?: string } {
  return value === '' ? {} : ({ [key]: value } as { [K in Key]?: string });
}

function str(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200_000) : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
