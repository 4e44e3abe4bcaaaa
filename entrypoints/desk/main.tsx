import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ComparedItem, ComparePage } from '../../components/desk/ComparePage';
import { EntityPage } from '../../components/desk/EntityPage';
import { GlossaryPage } from '../../components/desk/GlossaryPage';
import { KeysDialog } from '../../components/desk/KeysDialog';
import { MethodologyPage } from '../../components/desk/MethodologyPage';
import { hashOf, MOST_COMPARED, type Route, readRoute } from '../../components/desk/route';
import { StoriesPage } from '../../components/desk/StoriesPage';
import { listenForKeys } from '../../components/desk/story-keys';
import { TrendsPage } from '../../components/desk/TrendsPage';
import { Icon } from '../../components/Icon';
import { mount } from '../../components/mount';
import { DeskScreen } from '../../components/screens/DeskScreen';
import { shareStory } from '../../components/share/share-story';
import { StandingStories } from '../../components/standing/StandingStories';
import { ON_DESK } from '../../components/story/desk-links';
import { StoryPage } from '../../components/story/StoryPage';
import '../../components/style/page.css';
import '../../components/style/story-page.css';
import '../../components/style/desk.css';
import '../../components/style/standing.css';
import { useTask } from '../../components/use-task';
import { useWords } from '../../components/WordsContext';
import figures from '../../lib/beats/cybersecurity/figures.json';
import { BRIEF_SPAN, briefOf } from '../../lib/messages/brief';
import { follow } from '../../lib/messages/live';
import type { Answer, Ask, StoryLine } from '../../lib/messages/protocol';
import { send } from '../../lib/messages/send';
import { StoryIndex } from '../../lib/messages/story-index';
import { openPage } from '../../lib/open-page';
import { NO_STANDING, readStanding, type StandingState, standingActions } from '../../lib/standing-actions';
import type { Settings } from '../../lib/store/settings';
import { browserWords } from '../../lib/words/browser-words';
import type { Words } from '../../lib/words/words';
import { saveFile } from '../options/save-file';

/** Stories of the first answer: more than a screen, so that the desk stands before the store is read through. */
const FIRST = 40;
/** The newest stories, asked for first as well: the brief is told from those of the last day, and stands above the list. */
const NEWEST = 250;
/** Stories of each further answer. */
const BATCH = 125;
/** Of these so many are taken in before the next key may come. */
const TAKEN = 25;
/** Batches after which the list is drawn again while it fills. */
const DRAWN_EVERY = 8;
/** Weeks of the trends: as far back as articles are kept by default (settings, keepDays). */
const WEEKS = 8;
/** Names that are offered in fields. */
const NAMES = 120;

type ListRoute = Extract<Route, { is: 'stories' }>;

/** What a page other than the list shows, with the address that it was read for. */
type Loaded =
  | { readonly is: 'story'; readonly story: Answer<'story/get'> }
  | { readonly is: 'entity'; readonly found: Answer<'entity/get'> }
  | { readonly is: 'compare'; readonly items: readonly ComparedItem[] }
  | { readonly is: 'trends'; readonly trends: Answer<'trends/get'> }
  | { readonly is: 'text' };

async function load(route: Route): Promise<Loaded> {
  switch (route.is) {
    case 'story':
      return { is: 'story', story: await send('story/get', { id: route.id }) };
    case 'entity':
      return { is: 'entity', found: await send('entity/get', { name: route.name }) };
    case 'trends':
      return { is: 'trends', trends: await send('trends/get', { weeks: WEEKS }) };
    case 'compare':
      return {
        is: 'compare',
        items: await Promise.all(
          route.what.map(
            async ({ is, id }): Promise<ComparedItem> =>
              is === 'story'
                ? { is, id, view: await send('story/get', { id }) }
                : { is, id, found: await send('entity/get', { name: id }) },
          ),
        ),
      };
    case 'stories':
    case 'glossary':
    case 'methodology':
      return { is: 'text' };
  }
}

/** Sources by id; the index asks it for their names. */
const sourceNames = new Map<string, string>();
const index = new StoryIndex((id) => sourceNames.get(id) ?? id);

/** Lets the browser take a key and draw before the work goes on; first in the queue again, where it has such a queue. */
const breathe = (): Promise<void> =>
  (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

/** Fills the index from the store, batch by batch. */
async function readAll(changed: () => void): Promise<void> {
  for (const { source } of await send('sources/list', null)) sourceNames.set(source.id, source.name);
  let batches = 0;
  for (let after: string | null = null; ; ) {
    const page: Answer<'stories/page'> = await send('stories/page', { after, limit: BATCH });
    for (let at = 0; at < page.lines.length; at += TAKEN) {
      index.add(page.lines.slice(at, at + TAKEN));
      await breathe();
    }
    batches += 1;
    if (page.next === null || batches % DRAWN_EVERY === 0) changed();
    if (page.next === null) return;
    after = page.next;
  }
}

/** What the fields offer once all stories are read. */
interface Offers {
  readonly names: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
}

function sourcesByName({ locale }: Words): Offers['sources'] {
  const { compare } = new Intl.Collator(locale);
  return [...sourceNames].map(([id, name]) => ({ id, name })).sort((a, b) => compare(a.name, b.name));
}

/** What the desk knows as it opens, so that nothing that stands above the list comes later and moves it. */
interface Known {
  readonly settings: Settings | null;
  readonly following: StandingState;
  /** Whether the index holds all stories of the last day and those that are followed: what the brief is told from. */
  readonly isDayRead: boolean;
}

function Desk({ known }: { readonly known: Known }) {
  const words = useWords();
  const [route, setRoute] = useState(() => readRoute(location.hash));
  const [list, setList] = useState<ListRoute>(() =>
    route.is === 'stories' ? route : { is: 'stories', filter: {}, order: 'impact' },
  );
  const [version, setVersion] = useState(0);
  const [complete, setComplete] = useState(false);
  const [{ names, sources }, setOffered] = useState<Offers>({ names: [], sources: [] });
  const [loaded, setLoaded] = useState<{ readonly route: Route; readonly page: Loaded } | null>(null);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const [settings, setSettings] = useState(known.settings);
  const task = useTask(words);
  const standing = useTask(words);
  const [following, setFollowing] = useState(known.following);
  const share = useTask(words);
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const keys = useRef<HTMLDialogElement>(null);
  /** How far the list was scrolled when the reader left it. */
  const place = useRef(0);
  /** Of the last whole minute: rows say "5 minutes ago", and are drawn anew no more often than that. */
  const now = Math.floor(Date.now() / 60_000) * 60_000;

  const changed = () => setVersion((n) => n + 1);
  const reload = (of: Route) =>
    task.run(async () => {
      const page = await load(of);
      setLoaded((before) =>
        before && before.route !== of && readRoute(location.hash).is !== of.is ? before : { route: of, page },
      );
      return '';
    });

  const readFollowing = () => readStanding(null).then(setFollowing, () => undefined);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const onHash = () => {
      const next = readRoute(location.hash);
      setRoute((before) => {
        if (before.is === 'stories' && next.is !== 'stories') place.current = scrollY;
        return next;
      });
      if (next.is === 'stories') setList(next);
    };
    addEventListener('hashchange', onHash, { signal });
    const readIndex = () =>
      readAll(changed)
        .catch(() => undefined)
        .then(breathe)
        .then(() => setComplete(true))
        .then(breathe)
        .then(() => setOffered((before) => ({ ...before, names: index.names(NAMES) })))
        .then(breathe)
        .then(() => setOffered((before) => ({ ...before, sources: sourcesByName(words) })));
    void readIndex();
    // What a refresh brought since this was read first.
    void readFollowing();
    follow(
      {
        settings: setSettings,
        progress: ({ state }) => {
          if (state !== 'done') return;
          void readIndex();
          void readFollowing();
        },
      },
      signal,
    );
    return () => ended.abort();
  }, []);

  const address = hashOf(route);
  useEffect(() => {
    if (route.is !== 'stories') reload(route);
    // What was said of another story goes.
    share.run(async () => '');
  }, [address]);
  // Another page begins at its top, with the focus in it; the list stands where it was left.
  const entered = useRef(false);
  /** The reader asked for the search from another page. */
  const wantsSearch = useRef(false);
  useLayoutEffect(() => {
    if (entered.current) {
      const field = route.is === 'stories' && wantsSearch.current ? search.current : null;
      (field ?? main.current)?.focus({ preventScroll: true });
      field?.select();
      scrollTo(0, route.is === 'stories' && !field ? place.current : 0);
      wantsSearch.current = false;
    }
    entered.current = true;
  }, [route.is === 'stories' ? 'stories' : address]);

  const page = loaded && hashOf(loaded.route) === address ? loaded.page : null;
  const view = page?.is === 'story' ? page.story : null;
  const title = view?.story.title ?? (route.is === 'entity' ? route.name : '');
  useEffect(() => {
    document.title = title ? `${title} · ${words('extension_name')}` : words('extension_name');
  }, [title]);
  // A story that stands open has been seen.
  useEffect(() => {
    if (!view) return;
    void send('story/seen', { id: view.story.id }).catch(() => undefined);
    const line = index.get(view.story.id);
    if (line) index.add([{ ...line, unread: false, news: [] }]);
    changed();
  }, [view]);

  const lines = useMemo(() => index.find(list.filter, list.order), [version, list]);
  // Not told anew with each batch of older stories: what they add, for followed names, comes with the last.
  const brief = useMemo(
    () => (complete || known.isDayRead ? briefOf(index.find({}, 'fresh'), settings?.entities ?? [], now) : null),
    [complete ? version : 0, complete, settings],
  );

  const followStory = (id: string, on: boolean) =>
    task.run(async () => {
      await send('story/follow', { id, on });
      const line = index.get(id);
      if (line) index.add([{ ...line, followed: on }]);
      changed();
      if (route.is !== 'stories') setLoaded({ route, page: await load(route) });
      return '';
    });
  const compare = (id: string) =>
    setCompared((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-MOST_COMPARED)));
  // Made and registered once; what they do is always the newest.
  const latest = useRef({ followStory, compare });
  latest.current = { followStory, compare };
  const actions = useMemo(
    () => ({
      onFollow: (line: StoryLine, on: boolean) => latest.current.followStory(line.id, on),
      onCompare: (id: string) => latest.current.compare(id),
    }),
    [],
  );
  useEffect(() => {
    const ended = new AbortController();
    listenForKeys(
      document,
      {
        search: () => {
          if (readRoute(location.hash).is === 'stories') {
            search.current?.focus();
            search.current?.select();
          } else {
            wantsSearch.current = true;
            location.hash = '#stories';
          }
        },
        help: () => keys.current?.showModal(),
        follow: (id) => latest.current.followStory(id, index.get(id)?.followed !== true),
        compare: (id) => latest.current.compare(id),
      },
      ended.signal,
    );
    return () => ended.abort();
  }, []);

  return (
    <>
      <DeskScreen
        route={route}
        said={task.said}
        mainRef={main}
        busy={route.is === 'stories' ? !complete : page === null}
        onKeys={() => keys.current?.showModal()}
        onOptions={() => openPage('options')}
      >
        {/* The list is kept while another page is in front: it is found again as it was left. */}
        <div hidden={route.is !== 'stories'}>
          <StoriesPage
            filter={list.filter}
            order={list.order}
            lines={lines}
            brief={brief}
            loading={!complete && lines.length === 0}
            names={names}
            sources={sources}
            compared={compared}
            now={now}
            searchRef={search}
            onFilter={(filter, order) => {
              const next: ListRoute = { is: 'stories', filter, order };
              history.replaceState(null, '', hashOf(next));
              setRoute(next);
              setList(next);
            }}
            onDropCompared={() => setCompared([])}
            {...actions}
          >
            {following.standing.length > 0 && (
              <section class="ss-desk-standing" aria-labelledby="standing">
                <h2 id="standing">{words('by_words_title')}</h2>
                <StandingStories
                  {...following}
                  {...standingActions(following, null, words, standing.run, readFollowing)}
                  task={standing}
                  now={now}
                  load={(id) => send('story/get', { id })}
                />
              </section>
            )}
          </StoriesPage>
        </div>
        {route.is === 'story' && page?.is === 'story' && (
          <div class="ss-desk-story">
            {view ? (
              <StoryPage
                key={address}
                view={view}
                page={null}
                open={route.open}
                followed={view.followed}
                staleSince={null}
                now={now}
                links={ON_DESK}
                share={share}
                onShare={(as) => {
                  const out = {
                    copy: (text: string) => navigator.clipboard.writeText(text),
                    save: saveFile,
                    feed: (id: string) => send('story/feed', { id }),
                  };
                  share.run(() => shareStory(as, view, words, out, Date.now()));
                }}
                onFollow={(on) => followStory(view.story.id, on)}
              >
                <a class="ss-button" href={hashOf({ is: 'compare', what: [{ is: 'story', id: view.story.id }] })}>
                  <Icon name="compare" />
                  {words('desk_compare_add')}
                </a>
              </StoryPage>
            ) : (
              <p class="ss-lead">{words('story_gone')}</p>
            )}
          </div>
        )}
        {route.is === 'entity' && page?.is === 'entity' && (
          <EntityPage
            name={route.name}
            found={page.found}
            compared={compared}
            now={now}
            onFollowName={(name, on) =>
              task.run(async () => {
                await send('entity/follow', { name, on });
                setLoaded({ route, page: await load(route) });
                return '';
              })
            }
            {...actions}
          />
        )}
        {route.is === 'compare' && page?.is === 'compare' && (
          <ComparePage
            items={page.items}
            names={names}
            sources={sources}
            onChange={(what) => {
              location.hash = hashOf({ is: 'compare', what });
            }}
          />
        )}
        {route.is === 'trends' && page?.is === 'trends' && <TrendsPage trends={page.trends} onSave={saveFile} />}
        {route.is === 'glossary' && <GlossaryPage />}
        {route.is === 'methodology' && <MethodologyPage figures={figures} />}
      </DeskScreen>
      <KeysDialog dialogRef={keys} />
    </>
  );
}

const start = readRoute(location.hash);
const isList = start.is === 'stories';
const ask = (what: Ask<'stories/list'>) => send('stories/list', what).catch(() => null);
const [lines, newest, followed, following, settings, words] = await Promise.all([
  ask({ limit: FIRST, order: isList ? start.order : 'impact' }),
  isList ? ask({ limit: NEWEST, order: 'fresh' }) : null,
  isList ? ask({ limit: NEWEST, followed: true }) : null,
  readStanding(null).catch(() => NO_STANDING),
  send('settings/get', null).catch(() => null),
  send('words/catalogue', null).then(browserWords, () => browserWords(null)),
]);
for (const some of [lines, newest, followed]) index.add(some ?? []);
const isDayRead =
  newest !== null &&
  followed !== null &&
  (newest.length < NEWEST || newest.some(({ updated }) => updated < Date.now() - BRIEF_SPAN));
const known: Known = { settings, following, isDayRead };
const screen = document.getElementById('screen');
if (screen) mount(() => <Desk known={known} />, words, screen);
