// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NoStory } from '../../components/NoStory';
import { StandingStories } from '../../components/standing/StandingStories';
import type { StandingProps } from '../../components/standing/standing-props';
import type { StandingLine, StoryLine } from '../../lib/messages/protocol';
import type { Verdict } from '../../lib/messages/verdict';
import { NEWS_INDEXES } from '../../lib/sources/news-indexes';
import { NOW, view } from './sample-story';
import { show, violations } from './show';

afterEach(cleanup);

const task = { busy: false, said: null, run: () => undefined };
const empty: StandingLine = { id: 'w1', name: '', terms: ['osk', 'port authority'], since: NOW - 3_600_000, stories: [] };
const story: StoryLine = {
  id: 's1',
  title: 'Port of Osk pays a ransom',
  updated: NOW,
  opened: NOW,
  n: 1,
  standing: 'single-source',
  impact: 4,
  tier: -1,
  articles: 1,
  followed: true,
  news: [{ key: 'news_found', values: {} }],
  entities: [],
  sources: [],
  unread: true,
};
const found: StandingLine = { ...empty, id: 'w2', name: 'The ransom', stories: [story] };

const actions = (more: Partial<StandingProps> = {}) => ({
  standing: [empty],
  proposed: ['Osk', 'ransom'],
  held: [],
  task,
  ...more,
  onStart: vi.fn<StandingProps['onStart']>(),
  onEdit: vi.fn<StandingProps['onEdit']>(),
  onRemove: vi.fn<StandingProps['onRemove']>(),
  onAskIndex: vi.fn<StandingProps['onAskIndex']>(),
});
function page(verdict: Verdict, more: Partial<StandingProps> = {}) {
  const following = actions(more);
  const nothing = () => undefined;
  const shown = show(
    <NoStory verdict={verdict} host="news.example" check={task} onCheck={nothing} onMute={nothing} following={following} />,
  );
  return { ...shown, ...following };
}

describe('a page that no story covers', () => {
  it('offers to follow it by the words of its title, which the reader changes', async () => {
    const { container, onStart } = page({ is: 'not-covered' });
    const field = screen.getByLabelText<HTMLInputElement>('Words of the story');
    expect(field.value).toBe('Osk ransom');
    fireEvent.input(field, { target: { value: 'osk "port authority"' } });
    expect(container.textContent).toContain('“osk” and “port authority”');
    fireEvent.submit(field.form!);
    expect(onStart).toHaveBeenCalledExactlyOnceWith(['osk', 'port authority']);
    expect(await violations(container)).toEqual([]);
  });

  it.each(['', 'osk', 'osk OSK', '…'])('follows nothing by %j', (typed) => {
    const { container, onStart } = page({ is: 'not-covered' });
    const field = screen.getByLabelText<HTMLInputElement>('Words of the story');
    fireEvent.input(field, { target: { value: typed } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Follow this story' }).disabled).toBe(true);
    fireEvent.submit(field.form!);
    expect(onStart).not.toHaveBeenCalled();
    expect(container.textContent).toContain('at least 2 words');
  });

  it('offers nothing on a page that is no report', () => {
    page({ is: 'not-article' });
    expect(screen.queryByLabelText('Words of the story')).toBeNull();
  });

  it('says that it is followed, and how much was found', async () => {
    const { container } = page({ is: 'following', id: 'w1', terms: empty.terms, found: 0 });
    expect(container.textContent).toMatch(/Following; nothing found yet.*osk "port authority"/s);
    expect(screen.queryByLabelText('Words of the story')).toBeNull();
    expect(await violations(container)).toEqual([]);
    cleanup();
    const { container: later } = page({ is: 'following', id: 'w1', terms: empty.terms, found: 2 });
    expect(later.textContent).toMatch(/Following; reports found.*2 reports hold all your words/s);
  });

  it('says before the click which index is asked and what it is told, and asks within the click', () => {
    const { onAskIndex } = page({ is: 'following', id: 'w1', terms: empty.terms, found: 0 });
    for (const index of NEWS_INDEXES) {
      const button = screen.getByRole('button', { name: `Ask ${index.name}` });
      const told = document.getElementById(button.getAttribute('aria-describedby') ?? '');
      expect(told?.textContent).toContain(`${index.host} is sent: osk "port authority"`);
      expect(told?.textContent?.includes('language')).toBe(index.address.includes('{language}'));
      expect(onAskIndex).not.toHaveBeenCalledWith(empty, index);
      fireEvent.click(button);
      expect(onAskIndex).toHaveBeenLastCalledWith(empty, index);
    }
    expect(onAskIndex).toHaveBeenCalledTimes(NEWS_INDEXES.length);
  });

  it('says what came of it', () => {
    const said = { tone: 'done', text: 'GDELT was not asked.' } as const;
    page({ is: 'following', id: 'w1', terms: empty.terms, found: 0 }, { task: { ...task, said } });
    expect(screen.getByRole('status').textContent).toContain('GDELT was not asked.');
  });
});

describe('the list of stories followed by words', () => {
  const list = () => {
    const props = actions({ standing: [empty, found] });
    return { ...show(<StandingStories {...props} now={NOW} load={async () => view} />), ...props };
  };

  it('says of each what was found, and what is news', async () => {
    const { container } = list();
    const [first, second] = [...container.querySelectorAll('.ss-standing > ul > li')].map((item) => item.textContent);
    expect(first).toMatch(/osk port authority.*Nothing found yet.*1 hour ago/s);
    expect(second).toMatch(/The ransom.*1 story found.*1 with news.*Port of Osk pays a ransom.*New: it holds your words/s);
    expect(await violations(container)).toEqual([]);
  });

  it('changes name and words, and stops', () => {
    const { onEdit, onRemove } = list();
    const [, name] = screen.getAllByLabelText<HTMLInputElement>('Name');
    fireEvent.input(name!, { target: { value: 'Ransom in Osk' } });
    fireEvent.submit(name!.form!);
    expect(onEdit).toHaveBeenCalledExactlyOnceWith('w2', 'Ransom in Osk', ['osk', 'port authority']);
    fireEvent.click(screen.getByRole('button', { name: 'Stop following osk port authority' }));
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('w1');
  });
});
