import type { StoryFilter, StoryOrder } from '../../lib/messages/story-index';

/** One of two to four things that stand side by side. */
export interface Compared {
  readonly is: 'story' | 'name';
  /** The story's id, or the name. */
  readonly id: string;
}

/** Parts of a story page that a link can open at once. */
export const OPENABLE = ['sources', 'impact', 'sentiment'] as const;
export type Openable = (typeof OPENABLE)[number];

/** A page of the desk; its address is the hash, so that back, forward and bookmarks work. */
export type Route =
  | { readonly is: 'stories'; readonly filter: StoryFilter; readonly order: StoryOrder }
  | { readonly is: 'story'; readonly id: string; readonly open: Openable | null }
  | { readonly is: 'entity'; readonly name: string }
  | { readonly is: 'compare'; readonly what: readonly Compared[] }
  | { readonly is: 'trends' | 'glossary' | 'methodology' };

/** Beside each other on a desk's screen. */
export const MOST_COMPARED = 4;

const whole = (text: string | null, least: number, most: number): number | undefined => {
  const n = Number(text);
  return text !== null && Number.isInteger(n) && n >= least && n <= most ? n : undefined;
};
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads a hash, with or without its `#`; what cannot be read is the list of all stories. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '').slice(0, 4000);
  const [page = '', query = ''] = text.split('?', 2);
  const [name = '', ...rest] = page.split('=');
  const value = rest.join('=');
  const asked = new URLSearchParams(query);
  switch (name) {
    case 'story': {
      const open = OPENABLE.find((part) => part === asked.get('open')) ?? null;
      return value ? { is: 'story', id: decode(value), open } : ALL;
    }
    case 'entity':
      return value ? { is: 'entity', name: decode(value) } : ALL;
    case 'compare':
      return { is: 'compare', what: value.split(',').flatMap(readCompared).slice(0, MOST_COMPARED) };
    case 'trends':
    case 'glossary':
    case 'methodology':
      return { is: name };
    default:
      return { is: 'stories', filter: readFilter(asked), order: asked.get('order') === 'fresh' ? 'fresh' : 'impact' };
  }
}

const ALL: Route = { is: 'stories', filter: {}, order: 'impact' };

function readCompared(part: string): readonly Compared[] {
  const [is, ...rest] = part.split(':');
  const id = decode(rest.join(':'));
  return (is === 'story' || is === 'name') && id ? [{ is, id }] : [];
}

function readFilter(asked: URLSearchParams): StoryFilter {
  const query = asked.get('q') ?? '';
  const entity = asked.get('name');
  const source = asked.get('source');
  const [n, impact] = [whole(asked.get('n'), 2, 20), whole(asked.get('impact'), 2, 10)];
  const tier = whole(asked.get('tier'), -2, 2) as StoryFilter['tier'];
  const [from, until] = [whole(asked.get('from'), 0, 1e15), whole(asked.get('until'), 0, 1e15)];
  return {
    ...(query && { query: query.slice(0, 200) }),
    ...(n !== undefined && { n }),
    ...(impact !== undefined && { impact }),
    ...(tier !== undefined && { tier }),
    ...(entity && { entity }),
    ...(source && { source }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(asked.has('unread') && { unread: true }),
    ...(asked.has('followed') && { followed: true }),
  };
}

/** The address of a page of the desk; `readRoute` of it is the route again. */
export function hashOf(route: Route): string {
  switch (route.is) {
    case 'stories': {
      const { query, entity, unread, followed, ...rest } = route.filter;
      const asked = new URLSearchParams();
      if (query) asked.set('q', query);
      if (entity !== undefined) asked.set('name', entity);
      for (const [key, value] of Object.entries(rest)) asked.set(key, String(value));
      if (unread) asked.set('unread', '1');
      if (followed) asked.set('followed', '1');
      if (route.order !== 'impact') asked.set('order', route.order);
      return asked.size > 0 ? `#stories?${asked}` : '#stories';
    }
    case 'story':
      return `#story=${encodeURIComponent(route.id)}${route.open ? `?open=${route.open}` : ''}`;
    case 'entity':
      return `#entity=${encodeURIComponent(route.name)}`;
    case 'compare':
      return `#compare=${route.what.map(({ is, id }) => `${is}:${encodeURIComponent(id)}`).join(',')}`;
    case 'trends':
    case 'glossary':
    case 'methodology':
      return `#${route.is}`;
  }
}
