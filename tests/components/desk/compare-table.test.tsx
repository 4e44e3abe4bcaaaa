// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ComparedItem, ComparePage } from '../../../components/desk/ComparePage';
import { view } from '../sample-story';
import { show, violations } from '../show';

afterEach(cleanup);

const items: readonly ComparedItem[] = [
  { is: 'story', id: 's1', view },
  { is: 'name', id: 'Norvik', found: null },
];
const titles = [view.story.title, 'Norvik'];
const compare = () => {
  const onChange = vi.fn();
  return { onChange, ...show(<ComparePage items={items} names={[]} sources={[]} onChange={onChange} />) };
};
/** The rows below the titles. */
const rows = () => screen.getAllByRole('row').slice(1);

describe('the comparison', () => {
  it('says its roles itself: drawn as blocks, it would be no table to some browsers', () => {
    const { container } = compare();
    const parts = [...container.querySelectorAll('table, thead, tbody, tr, th, td')];
    expect(parts.filter((part) => !part.hasAttribute('role'))).toEqual([]);
    expect(screen.getByRole('table', { name: 'Compare' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(titles);
  });

  it('repeats in each cell whose it is, for the eye alone', () => {
    compare();
    for (const row of rows()) {
      const labels = within(row)
        .getAllByRole('cell')
        .map((cell) => cell.querySelector('[aria-hidden="true"]'));
      expect(labels.map((label) => label?.textContent)).toEqual(titles);
    }
  });

  it('says of what is gone that it is, once, and leaves the rest empty', () => {
    compare();
    const said = rows().map((row) => within(row).getAllByRole('cell')[1]?.lastElementChild);
    expect(said.map((last) => last?.getAttribute('aria-hidden') ?? last?.textContent)).toEqual([
      'No longer stored',
      ...Array<string>(6).fill('true'),
    ]);
  });

  it('lets a column go', () => {
    const { onChange } = compare();
    fireEvent.click(screen.getByRole('button', { name: /^Remove .?Norvik/ }));
    expect(onChange).toHaveBeenCalledWith([{ is: 'story', id: 's1' }]);
  });

  it('has nothing that axe would find', async () => {
    const { container } = compare();
    expect(await violations(container)).toEqual([]);
  });
});
