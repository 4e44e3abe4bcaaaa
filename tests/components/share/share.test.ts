import { describe, expect, it, vi } from 'vitest';
import { storyCitation } from '../../../components/share/citation';
import { storyLinks } from '../../../components/share/links';
import { inline, storyMarkdown } from '../../../components/share/markdown';
import { fileName, shareStory } from '../../../components/share/share-story';
import type { StoryView } from '../../../lib/messages/verdict';
import { NOW, view } from '../sample-story';
import { words } from '../show';

const told: StoryView = {
  ...view,
  signals: {
    ...view.signals,
    sections: {
      ...view.signals.sections,
      takeaways: [{ text: 'The cranes *stood* still.', article: 'a1', origins: ['newsroom:quayside'] }],
    },
  },
};

describe('a story as Markdown', () => {
  const text = storyMarkdown(told, words, NOW);
  it('says how it stands', () => {
    expect(text).toContain('- Verified by 4 sources');
    expect(text).toContain('- Impact: 8 of 10');
  });
  it('quotes with the source’s link', () =>
    expect(text).toContain('- “The cranes \\*stood\\* still.” ([The Quayside](<https://thequayside.example/a1>))'));
  it('leaves out sections that are empty', () => expect(text).not.toContain('## Who’s affected'));
  it('links nothing but the web', () => {
    const [first, ...rest] = told.articles;
    const bad = { ...told, articles: [{ ...first!, address: 'javascript:alert(1)' }, ...rest] };
    expect(storyMarkdown(bad, words, NOW)).not.toContain('javascript:');
  });
  it.each([
    ['an image', '![x](https://evil.example)'],
    ['a link', '[x](https://evil.example)'],
    ['markup', '<script>'],
    ['a heading in a second line', 'a\n# b'],
  ])('takes no title for %s', (_, title) => expect(inline(title)).not.toMatch(/(?<!\\)[[<#]|\n/));
});

it('lists every link with what it rests on', () => {
  const text = storyLinks(told, words);
  for (const { address } of told.articles) expect(text).toContain(address);
  expect(text).toContain('“as The Quayside first reported”');
});

it('cites a story with who had it first', () => {
  const text = storyCitation(told, words, NOW);
  expect(text).toContain('Verified by 4 sources');
  expect(text).toContain('https://thequayside.example/a1');
});

describe('sharing', () => {
  const out = () => ({ copy: vi.fn(async () => undefined), save: vi.fn(), feed: vi.fn(async () => '{}') });
  it.each(['markdown', 'links', 'citation'] as const)('copies %s', async (as) => {
    const to = out();
    expect(await shareStory(as, told, words, to, NOW)).toBe('Copied.');
    expect(to.copy).toHaveBeenCalledOnce();
    expect(to.save).not.toHaveBeenCalled();
  });
  it.each([
    ['markdown-file', 'text/markdown', /\.md$/],
    ['feed', 'application/json', /\.json$/],
  ] as const)('saves %s', async (as, type, name) => {
    const to = out();
    await shareStory(as, told, words, to, NOW);
    expect(to.save).toHaveBeenCalledWith(expect.stringMatching(name), type, expect.any(String));
    expect(to.copy).not.toHaveBeenCalled();
  });
  it.each([
    ['Court: «Osk» 1/2', 'court-osk-1-2'],
    ['../../etc/passwd', 'etc-passwd'],
    ['ميناء نورفيك', 'ميناء-نورفيك'],
    ['???', 'story'],
  ])('names a file after %s', (title, name) => expect(fileName(title)).toBe(name));
});
