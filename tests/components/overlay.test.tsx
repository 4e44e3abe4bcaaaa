// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Overlay, type OverlayProps } from '../../components/Overlay';
import type { Verdict } from '../../lib/messages/verdict';
import { NOW, overlayState, page, standing, storyVerdict, view } from './sample-story';
import { linesOf, violations, words } from './show';

afterEach(cleanup);

function overlay(verdict: Verdict = storyVerdict(), more: Partial<OverlayProps> = {}) {
  const calls = { onMute: vi.fn(), onFollow: vi.fn(), onOpenStory: vi.fn(), onHide: vi.fn() };
  const shown = render(<Overlay state={overlayState(verdict)} words={words} now={NOW} {...calls} {...more} />);
  return { ...shown, ...calls };
}
/** What the badge says as whole sentences, to those who point at it or hear it. */
const sentenceOf = (button: Element) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
const badge = () => screen.getByRole('button', { name: /Impact/ });

describe('the badge', () => {
  it.each([
    ['verified', standing('verified', 4), 'Verified by 4 sources', /^4 sources report this independently/],
    ['single source', standing('single-source', 1), 'Single source', /rests on a single source/],
    ['unconfirmed, whatever N is', standing('unconfirmed', 2), 'Unconfirmed', /^Unconfirmed: 2 sources/],
    ['a party’s statement', standing('party-statement', 1), 'Party’s statement', /^Only a party/],
  ])('says in words that a story is %s', async (_, shown, label, sentence) => {
    const { container } = overlay(storyVerdict(shown));
    expect(badge().textContent).toContain(label);
    expect(sentenceOf(badge())).toMatch(sentence);
    expect(sentenceOf(badge())).toMatch(/Impact \d of 10\. Sentiment: Very negative\./);
    expect(await violations(container)).toEqual([]);
  });

  it('says that its figures may be old', () => {
    overlay(storyVerdict(view, NOW - 9 * 3_600_000));
    expect(sentenceOf(badge())).toContain('some time ago');
  });

  it('draws a stroke for each origin and an echo for each report that rests on it', () => {
    overlay();
    // The Quayside is cited once; Nordwire has two copies, of which there is room for one beside three other strokes.
    expect(linesOf(badge(), 'stroke')).toBe(4);
    expect(linesOf(badge(), 'echo')).toBe(2);
  });
});

describe('a page without a story', () => {
  it.each<[string, Verdict, RegExp]>([
    ['is being read', { is: 'reading' }, /Reading/],
    ['is not covered yet', { is: 'not-covered' }, /No story of your sources/],
    ['could not be checked', { is: 'failed', why: 'error_no_answer' }, /could not be checked.*did not answer/s],
    ['has a story below the gate', { is: 'below-gate', view, page }, /Below the limits/],
  ])('is told so when it %s, and never “unverified”', async (_, verdict, text) => {
    const { container } = overlay(verdict);
    expect(screen.getByRole('status').textContent).toMatch(text);
    expect(container.textContent).not.toMatch(/verified|single source/i);
    expect(await violations(container)).toEqual([]);
  });

  it.each<Verdict>([{ is: 'not-article' }, { is: 'muted' }, { is: 'no-permission' }])(
    'shows nothing when it is %o',
    (verdict) => {
      expect(overlay(verdict).container.textContent).toBe('');
    },
  );
});

describe('the popup in place', () => {
  it('opens from the badge, takes the focus, and gives it back on Escape', () => {
    overlay();
    fireEvent.click(badge());
    expect(badge().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('dialog', { name: view.story.title })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(badge());
  });

  it('closes by its button and by a press on the page, but not by one inside', () => {
    overlay();
    fireEvent.click(badge());
    fireEvent.pointerDown(screen.getByRole('dialog'));
    expect(screen.queryByRole('dialog')).not.toBeNull();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(badge());
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps keys from the page’s shortcuts while it is open', () => {
    const onKey = vi.fn();
    document.body.addEventListener('keydown', onKey);
    overlay();
    fireEvent.click(badge());
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'j' });
    document.body.removeEventListener('keydown', onKey);
    expect(onKey).not.toHaveBeenCalled();
  });

  it('has nothing that axe would find, with everything unfolded', async () => {
    const { container } = overlay();
    fireEvent.click(badge());
    for (const fold of container.querySelectorAll('details')) fold.open = true;
    expect(await violations(container)).toEqual([]);
  });

  it.each([
    ['what it is', view.story.title],
    ['how it stands', '4 sources report this independently of each other.'],
    ['who is behind each source', 'Nordwire'],
    ['who rests on whom', 'carries the agency’s text'],
    ['what is not counted', 'Not counted, because there is independent reporting:'],
    ['what kind of report the page is', 'A copy of Nordwire’s text'],
    ['the words that show it', '(Nordwire)'],
    ['what its impact asks for', 'An experienced operator acts on this today.'],
    ['what moved each part', 'cranes stood still for nine hours'],
    ['the sentiment', 'Very negative'],
    ['what happened', 'The port halts unloading.'],
    ['what is to come', 'Ports must report that they have complied.'],
    ['how sure we are', 'High confidence'],
  ])('answers %s', (_, text) => {
    overlay();
    fireEvent.click(badge());
    expect(screen.getByRole('dialog').textContent).toContain(text);
  });

  it('answers in the order of the design', () => {
    overlay();
    fireEvent.click(badge());
    const text = screen.getByRole('dialog').textContent ?? '';
    const order = [
      view.story.title,
      '4 sources report',
      'This page',
      'Impact',
      'Sentiment',
      'Timeline',
      'What comes next',
      'How sure',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('does what its buttons say', () => {
    const { onFollow, onMute, onOpenStory, onHide } = overlay();
    fireEvent.click(badge());
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(onFollow).toHaveBeenCalledWith(true);
    fireEvent.click(screen.getByRole('button', { name: 'Following', pressed: true }));
    expect(onFollow).toHaveBeenLastCalledWith(false);
    fireEvent.click(screen.getByRole('button', { name: 'Open full story' }));
    fireEvent.click(screen.getByRole('button', { name: 'Never on this site' }));
    fireEvent.click(screen.getByRole('button', { name: 'Hide on this page' }));
    for (const call of [onOpenStory, onMute, onHide]) expect(call).toHaveBeenCalledTimes(1);
  });

  it('makes links of http and https alone, and text of everything else', () => {
    const [first, ...others] = view.articles;
    if (!first) throw new Error('the sample has articles');
    const hostile = { ...first, address: 'javascript:alert(1)', title: '<img src=x onerror=alert(1)>', outlet: '<b>Quay</b>' };
    const { container } = overlay(storyVerdict({ ...view, articles: [hostile, ...others] }));
    fireEvent.click(badge());
    expect(container.querySelector('img, b b, script')).toBeNull();
    expect(screen.getByRole('dialog').textContent).toContain('<img src=x onerror=alert(1)>');
    for (const link of container.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:/);
  });
});
