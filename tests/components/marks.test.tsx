// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ImpactBar } from '../../components/ImpactBar';
import { Mark } from '../../components/Mark';
import { echoesOf, markStrokes } from '../../components/mark-strokes';
import { luminance } from '../../components/page-theme';
import { isWebAddress } from '../../components/SafeLink';
import { SentimentScale } from '../../components/SentimentScale';
import { SourcesPicture } from '../../components/SourcesPicture';
import type { Tier } from '../../lib/signals/signals';
import { view } from './sample-story';
import { linesOf, show, violations } from './show';

afterEach(cleanup);

describe('the mark', () => {
  it.each([
    ['a single source is one stroke', [0], 1, 0],
    ['forty copies of one text are one stroke with echoes', [40], 1, 5],
    ['two origins, each echoed', [1, 2], 2, 3],
    ['more than five are five; the number says the rest', [0, 0, 0, 0, 0, 0, 0], 5, 0],
  ])('%s', (_, echoes, strokes, echoed) => {
    const { container } = render(<Mark standing="verified" echoes={echoes} />);
    expect(linesOf(container, 'stroke')).toBe(strokes);
    expect(linesOf(container, 'echo')).toBe(echoed);
  });

  it('draws every echo in the large picture', () => {
    const { container } = render(<Mark standing="verified" echoes={[40]} size="large" />);
    expect(linesOf(container, 'echo')).toBe(40);
  });

  it('is hollow for a party’s statement', () => {
    expect(render(<Mark standing="party-statement" echoes={[0]} />).container.querySelector('.ss-hollow')).not.toBeNull();
  });

  it('never draws outside its width', () => {
    for (const echoes of [[0], [9], [3, 3], [1, 1, 1, 1, 1], []]) {
      const { lines, width } = markStrokes(echoes, { strokes: 5, echoes: 5 });
      for (const { x } of lines) expect(x + 3).toBeLessThanOrEqual(width);
    }
  });

  it.each([
    ['the outlet that cites it', 'newsroom:quayside', 1],
    ['the agency’s copies', 'wire:nordwire', 2],
    ['nothing for a document that nobody copies', 'primary:harbour', 0],
  ])('counts as echoes %s', (_, key, expected) => {
    const origin = view.signals.verified.independent.find((one) => one.key === key);
    expect(origin && echoesOf(origin, view.signals.origins)).toBe(expected);
  });
});

describe('the instruments read without colour', () => {
  it.each([0, 1, 5, 10])('impact %i stands up so many steps', (score) => {
    const { container } = render(<ImpactBar score={score} />);
    const stepsOf = (part: string) => container.querySelector(part)?.getAttribute('d')?.match(/M/g)?.length ?? 0;
    expect(stepsOf('.ss-on')).toBe(score);
    expect(stepsOf('.ss-off')).toBe(10 - score);
  });

  it.each<[Tier, string]>([
    [-2, '3'],
    [0, '19'],
    [2, '35'],
  ])('sentiment %i has its place', (tier, place) => {
    expect(
      render(<SentimentScale tier={tier} />)
        .container.querySelector('.ss-on')
        ?.getAttribute('cx'),
    ).toBe(place);
  });
});

describe('the sources’ picture', () => {
  it('names who reported, who carries and who repeats', async () => {
    const { container } = show(<SourcesPicture view={view} />);
    expect(container.textContent).toMatch(/Evening Ledger carries the agency’s text/);
    expect(container.textContent).toMatch(/Relay Blog repeats that report/);
    expect(await violations(container)).toEqual([]);
  });
});

describe('an address that may become a link', () => {
  it.each([
    ['https://news.example/1', true],
    ['http://news.example/1', true],
    ['javascript:alert(1)', false],
    [' JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//news.example', false],
    ['', false],
  ])('%s: %s', (address, expected) => expect(isWebAddress(address)).toBe(expected));
});

describe('the light of a page', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0)', null],
    ['rgb(255 0 0 / 0.9)', 0.2126],
    ['color(srgb 1 1 1)', null],
    ['', null],
  ])('%s', (color, expected) => expect(luminance(color)).toBe(expected));
});
