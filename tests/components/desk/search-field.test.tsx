// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchField } from '../../../components/desk/SearchField';
import { show } from '../show';

const asked: string[] = [];
function Search() {
  const [query, setQuery] = useState('');
  const take = (text: string) => {
    asked.push(text);
    setQuery(text);
  };
  return (
    <>
      <SearchField query={query} fieldRef={null} onQuery={take} />
      <button type="button" onClick={() => setQuery('')}>
        clear
      </button>
    </>
  );
}
const field = () => screen.getByRole<HTMLInputElement>('searchbox');
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const rest = (ms: number) => void act(() => void vi.advanceTimersByTime(ms));

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the search', () => {
  it('asks once the keys rest, not at each of them', () => {
    show(<Search />);
    for (const text of ['b', 'br', 'bra']) {
      type(text);
      rest(40);
    }
    expect(asked).toEqual([]);
    rest(100);
    expect(asked).toEqual(['bra']);
  });

  it('loses no key that is typed while the list is drawn', () => {
    show(<Search />);
    type('b');
    // The timer has fired and its answer comes back in the same turn in which the next key is typed.
    void act(() => {
      vi.advanceTimersByTime(100);
      type('br');
    });
    expect(field().value).toBe('br');
    rest(100);
    expect(asked).toEqual(['b', 'br']);
  });

  it('gives way to a query from elsewhere', () => {
    show(<Search />);
    type('bra');
    rest(100);
    fireEvent.click(screen.getByText('clear'));
    expect(field().value).toBe('');
  });
});
