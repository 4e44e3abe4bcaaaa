// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostOf } from '../../components/options/ModeOptions';
import { OptionsScreen, type OptionsScreenProps } from '../../components/screens/OptionsScreen';
import { PopupScreen, type PopupScreenProps } from '../../components/screens/PopupScreen';
import { WelcomeScreen, type WelcomeScreenProps } from '../../components/screens/WelcomeScreen';
import type { RefreshProgress, SignalFeedLine, SourceLine, StoryLine } from '../../lib/messages/protocol';
import type { Verdict } from '../../lib/messages/verdict';
import { REQUIRED } from '../../lib/permissions';
import type { SourceKind } from '../../lib/sources/source';
import { defaultSettings } from '../../lib/store/settings';
import { NOW, page, storyVerdict, view } from './sample-story';
import { show, violations } from './show';

afterEach(cleanup);

const task = { busy: false, said: null, run: () => undefined };
const done: RefreshProgress = { state: 'done', done: 9, total: 9, failed: 1, articles: 3, at: NOW - 60_000 };
const HOUR = 3_600_000;

const storyLine: StoryLine = {
  id: 's2',
  title: 'Court in Osk fines a parking app',
  updated: NOW - HOUR,
  opened: NOW - 9 * HOUR,
  n: 1,
  standing: 'single-source',
  impact: 4,
  tier: -1,
  articles: 2,
  followed: false,
  news: [],
  entities: [],
  sources: [],
  unread: true,
};

const sourceLine = (name: string, kind: SourceKind, more: Partial<SourceLine> = {}): SourceLine => ({
  source: {
    id: name.toLowerCase(),
    name,
    newsroom: name.toLowerCase(),
    owner: 'Harbour Media',
    kind,
    country: 'GB',
    language: 'en',
    hosts: [`${name.toLowerCase()}.example`],
    feeds: [],
    why: 'Reports on ports.',
  },
  on: true,
  own: false,
  beats: ['cybersecurity'],
  feeds: [
    {
      address: `https://${name.toLowerCase()}.example/feed`,
      health: 'ok',
      lastSuccess: NOW - HOUR,
      nextDue: NOW + HOUR,
      fault: null,
      faultValues: {},
      items: 3,
    },
  ],
  ...more,
});

function popup(more: Partial<PopupScreenProps> = {}) {
  const calls = {
    onCheck: vi.fn(),
    onFollow: vi.fn(),
    onMute: vi.fn(),
    onRefresh: vi.fn(),
    onWelcome: vi.fn(),
    onOptions: vi.fn(),
  };
  const load = vi.fn(async () => view);
  const shown = show(
    <PopupScreen
      verdict={storyVerdict()}
      host="news.example"
      pageFollowed={false}
      chosen={true}
      progress={done}
      lists={{ followed: [], top: [storyLine] }}
      now={NOW}
      check={task}
      load={load}
      onPanel={null}
      onDesk={null}
      {...calls}
      {...more}
    />,
  );
  return { ...shown, ...calls, load };
}

describe('the toolbar popup', () => {
  it.each<[string, Verdict, RegExp]>([
    ['a story', storyVerdict(), /Verified by 4 sources/],
    ['a story below the gate', { is: 'below-gate', view, page }, /Below the limits.*Verified by 4 sources/s],
    ['a page being read', { is: 'reading' }, /Reading this page/],
    ['a page that is no article', { is: 'not-article' }, /not a news article/],
    ['a page that it may not read', { is: 'no-permission' }, /may not read this page/],
    ['a muted site', { is: 'muted' }, /as you asked/],
    ['a page not covered', { is: 'not-covered' }, /No story of your sources.*says nothing about whether it is true/s],
    ['a failure', { is: 'failed', why: 'error_no_answer' }, /could not be checked.*did not answer/s],
  ])('has words of its own for %s', async (_, verdict, text) => {
    const { container } = popup({ verdict });
    expect(screen.getByRole('region', { name: 'This page' }).textContent).toMatch(text);
    expect(await violations(container)).toEqual([]);
  });

  it('keeps the room of what is on its way, and never says that there is nothing', async () => {
    const { container } = popup({ verdict: null, lists: null });
    expect(container.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
    expect(screen.getByRole('region', { name: 'This page' }).textContent).toMatch(/^Reading this page/);
    expect(container.querySelector('.ss-list-section')).toBeNull();
    expect(await violations(container)).toEqual([]);
  });

  it('lists no story twice: neither this page’s nor one that is followed', () => {
    const here = { ...storyLine, id: view.story.id, title: 'This page’s story' };
    const news = [{ key: 'news_sources', values: { from: 1, to: 2 } }];
    const followed = [here, { ...storyLine, id: 's3', title: 'Followed' }];
    const titles = (container: Element) => [...container.querySelectorAll('.ss-line-title')].map((one) => one.textContent);
    const { container } = popup({ lists: { followed, top: [here, ...followed, storyLine] } });
    expect(titles(container)).toEqual(['Followed', storyLine.title]);
    cleanup();
    // What changed in it is told all the same.
    const changed = popup({ lists: { followed: [{ ...here, news }], top: [here] } });
    expect(titles(changed.container)).toEqual([here.title]);
  });

  it('checks this page where it may not read it by itself', () => {
    const { onCheck } = popup({ verdict: { is: 'no-permission' } });
    fireEvent.click(screen.getByRole('button', { name: 'Check this page' }));
    expect(onCheck).toHaveBeenCalledTimes(1);
  });

  it('shows a muted site again', () => {
    const { onMute } = popup({ verdict: { is: 'muted' } });
    fireEvent.click(screen.getByRole('button', { name: 'Show again on this site' }));
    expect(onMute).toHaveBeenCalledWith(false);
  });

  it('opens a story of the list to its evidence, asking for it once', async () => {
    const { container, load } = popup({ verdict: { is: 'not-covered' } });
    const fold = container.querySelector<HTMLDetailsElement>('.ss-story-line');
    if (!fold) throw new Error('no story in the list');
    fold.open = true;
    fireEvent(fold, new Event('toggle'));
    await waitFor(() => expect(fold.textContent).toContain('Harbour Authority'));
    fireEvent(fold, new Event('toggle'));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('asks the reader to choose before anything else', () => {
    const { onWelcome } = popup({ chosen: false, verdict: { is: 'not-article' } });
    fireEvent.click(screen.getByRole('button', { name: 'Choose now' }));
    expect(onWelcome).toHaveBeenCalledTimes(1);
  });

  it.each<[string, RefreshProgress, RegExp, boolean]>([
    ['never', { ...done, state: 'idle', failed: 0 }, /not been read yet/, false],
    ['running', { ...done, state: 'fetching', done: 4 }, /Reading feeds: 4 of 9/, true],
    ['sorting', { ...done, state: 'grouping' }, /Sorting 3 new articles/, true],
    ['done', done, /Refreshed 1 minute ago\. 3 new articles\. 1 feed could not be read/, false],
    ['failed', { ...done, state: 'failed', why: 'error_no_answer' }, /did not answer/, false],
  ])('says how the refresh stands: %s', (_, progress, text, running) => {
    const { container } = popup({ progress });
    expect(container.querySelector('.ss-refresh')?.textContent).toMatch(text);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Refresh' }).disabled).toBe(running);
  });
});

describe('the welcome page', () => {
  const welcome = (more: Partial<WelcomeScreenProps> = {}) => {
    const onChoose = vi.fn();
    const shown = show(
      <WelcomeScreen
        mode="unset"
        granted={true}
        sources={112}
        progress={done}
        now={NOW}
        choice={task}
        onChoose={onChoose}
        onRefresh={() => undefined}
        onOptions={() => undefined}
        {...more}
      />,
    );
    return { ...shown, onChoose };
  };

  it.each([
    ['On click', 'click', /hosts of your sources’ feeds/],
    ['On listed outlets', 'listed', /sites of your 112 sources/],
    ['Everywhere', 'everywhere', /all sites/],
  ])('offers “%s” with what it needs, and chooses it within the click', (name, mode, needs) => {
    const { container, onChoose } = welcome();
    expect(container.textContent).toMatch(needs);
    fireEvent.click(screen.getByRole('button', { name: `Choose: ${name}` }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(mode);
  });

  it('cannot choose before it knows what to ask for', () => {
    welcome({ sources: null });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Choose: Everywhere' }).disabled).toBe(true);
  });

  it('says when the browser does not grant what the mode needs', () => {
    welcome({ mode: 'listed', granted: false });
    expect(screen.getByText(/does not grant what this mode needs/)).toBeTruthy();
  });

  it('has nothing that axe would find', async () => expect(await violations(welcome().container)).toEqual([]));
});

const signalFeed = (more: Partial<SignalFeedLine> = {}): SignalFeedLine => ({
  address: 'https://desk.example/index.json',
  publisher: 'The Harbor Desk',
  key: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
  refused: null,
  health: 'ok',
  lastSuccess: NOW - HOUR,
  fault: null,
  faultValues: {},
  stories: 3,
  ...more,
});

function options(more: Partial<OptionsScreenProps> = {}) {
  const calls = {
    onChange: vi.fn(),
    onChoose: vi.fn(),
    onNotify: vi.fn(),
    onRefresh: vi.fn(),
    onAddFeed: vi.fn(async () => ({ title: 'Quay', items: 2 })),
    onRemoveFeed: vi.fn(async () => null),
    onSubscribe: vi.fn(async () => signalFeed()),
    onUnsubscribe: vi.fn(async () => null),
    onAllowSignalFeed: vi.fn(async () => null),
    onAcceptKey: vi.fn(async () => null),
    onImportOpml: vi.fn(async () => ({ added: 2, known: 1, problems: ['x'] })),
    onExportOpml: vi.fn(async () => undefined),
    onExportData: vi.fn(async () => undefined),
    onImportData: vi.fn(async () => ({ articles: 5 })),
    onWipe: vi.fn(async () => undefined),
  };
  const shown = show(
    <OptionsScreen
      settings={{ ...defaultSettings(), mode: 'listed', muted: ['tabloid.example'] }}
      signalFeeds={[signalFeed()]}
      sources={[
        sourceLine('Quayside', 'outlet'),
        sourceLine('Ledger', 'outlet', {
          feeds: [
            {
              address: 'https://ledger.example/feed',
              health: 'failing',
              lastSuccess: NOW - 30 * HOUR,
              nextDue: NOW + HOUR,
              fault: 'error_no_answer',
              faultValues: {},
              items: 0,
            },
          ],
        }),
        sourceLine('Nordwire', 'agency', { on: false }),
        sourceLine('Mine', 'outlet', { own: true }),
      ]}
      progress={done}
      size={{ articles: 8412, stories: 3120, bytes: 41_200_000, oldest: NOW - 900 * HOUR }}
      granted={true}
      permissions={REQUIRED}
      version="0.1.0"
      now={NOW}
      choice={task}
      {...calls}
      {...more}
    />,
  );
  return { ...shown, ...calls };
}

describe('options', () => {
  it('have nothing that axe would find, with everything unfolded', async () => {
    const { container } = options();
    for (const fold of container.querySelectorAll('details')) fold.open = true;
    expect(await violations(container)).toEqual([]);
  });

  it.each([
    ['Badge on articles', { badge: false }],
    ['Marks beside links', { links: true }],
    ['Count on the toolbar icon', { count: false }],
    ['Read Quayside', { sourcesOff: ['quayside'] }],
    ['Cybersecurity and AI policy', { beats: [] }],
  ])('switch “%s” at once', (name, change) => {
    const { onChange } = options();
    fireEvent.click(screen.getByRole('switch', { name, hidden: true }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
  });

  it('preview the badge where it will stand, and say where it will not', () => {
    const { container } = options({ settings: { ...defaultSettings(), place: 'corner' } });
    expect(container.querySelector('.ss-specimen-corner .ss-badge')).not.toBeNull();
    cleanup();
    options({ settings: { ...defaultSettings(), badge: false } });
    expect(screen.getByText('Nothing is shown on the page itself.')).toBeTruthy();
  });

  it('switch a whole kind of sources off', () => {
    const { onChange } = options();
    const group = screen.getByText('Outlets').closest('details');
    fireEvent.click([...(group?.querySelectorAll('button') ?? [])].find((button) => button.textContent === 'All off') as Element);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ sourcesOff: ['quayside', 'ledger'] });
  });

  it('say a feed’s fault in a line, and find all that have one', () => {
    const { container } = options();
    fireEvent.click(screen.getByRole('button', { name: '1 has a fault' }));
    expect(container.querySelectorAll('.ss-source')).toHaveLength(1);
    expect(container.querySelector('.ss-source')?.textContent).toMatch(/Ledger.*did not answer/s);
  });

  it('find a source by its host', () => {
    const { container } = options();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find a source' }), { target: { value: 'nordwire.ex' } });
    expect(container.querySelectorAll('.ss-source')).toHaveLength(1);
  });

  it('mute a site out of whatever was pasted, and refuse what is none', () => {
    const { onChange, container } = options();
    const field = screen.getByRole('textbox', { name: 'Site' });
    fireEvent.input(field, { target: { value: 'https://www.Daily.example/a?b' } });
    fireEvent.submit(field.closest('form') as Element);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ muted: ['daily.example', 'tabloid.example'] });
    fireEvent.input(field, { target: { value: 'not a site' } });
    fireEvent.submit(field.closest('form') as Element);
    expect(container.textContent).toContain('This is not a site’s address.');
  });

  it('add a feed and say what it holds, or why not', async () => {
    const { container } = options();
    const field = screen.getByRole('textbox', { name: 'Address of a feed' });
    fireEvent.input(field, { target: { value: 'https://quay.example/feed' } });
    fireEvent.submit(field.closest('form') as Element);
    await waitFor(() => expect(container.textContent).toContain('Added: Quay, 2 items.'));
    cleanup();
    const failing = options({ onAddFeed: () => Promise.reject({ key: 'error_no_answer' }) });
    const again = screen.getByRole('textbox', { name: 'Address of a feed' });
    fireEvent.input(again, { target: { value: 'https://quay.example/feed' } });
    fireEvent.submit(again.closest('form') as Element);
    await waitFor(() => expect(failing.container.textContent).toContain('did not answer'));
  });

  it('say what an OPML file brought', async () => {
    const { container } = options();
    const input = container.querySelector<HTMLInputElement>('input[type="file"][accept*="opml"]');
    if (!input) throw new Error('no input for OPML');
    Object.defineProperty(input, 'files', { value: [new File(['<opml/>'], 'a.opml')] });
    fireEvent.change(input);
    await waitFor(() => expect(container.textContent).toContain('2 feeds added. 1 was known. 1 line could not be used.'));
  });

  it('wipe only after a second yes', async () => {
    const { onWipe } = options();
    fireEvent.click(screen.getByRole('button', { name: 'Wipe everything…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onWipe).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Wipe everything…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Wipe everything' }));
    expect(onWipe).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.getByText(/Everything was deleted/)).toBeTruthy());
  });

  it('give every permission’s reason', () => {
    options();
    for (const { permission } of REQUIRED) expect(screen.getByText(permission)).toBeTruthy();
  });
});

describe('a host out of what is typed', () => {
  it.each([
    ['news.example', 'news.example'],
    [' https://www.News.example/a ', 'news.example'],
    ['localhost', ''],
    ['javascript:alert(1)', ''],
    ['', ''],
  ])('%j: %j', (typed, host) => expect(hostOf(typed)).toBe(host));
});
