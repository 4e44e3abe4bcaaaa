import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAgain } from '../../lib/messages/ask-again';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a question to a worker that may die', () => {
  it.each([
    ['at once', 0],
    ['after one death', 1],
    ['after five', 5],
  ])('is answered %s', async (_when, deaths) => {
    let asked = 0;
    const answer = askAgain(
      () => (asked++ < deaths ? Promise.reject(new Error('channel closed')) : Promise.resolve('here')),
      () => true,
    );
    await vi.runAllTimersAsync();
    expect(await answer).toBe('here');
    expect(asked).toBe(deaths + 1);
  });

  it('is asked again where the answer is none', async () => {
    let asked = 0;
    const answer = askAgain(
      async () => (asked++ === 0 ? undefined : 'here'),
      () => true,
    );
    await vi.runAllTimersAsync();
    expect(await answer).toBe('here');
  });

  it('ends in silence where no worker ever answers', async () => {
    const ask = vi.fn(() => Promise.reject(new Error('no worker')));
    const answer = askAgain(ask, () => true);
    await vi.runAllTimersAsync();
    expect(await answer).toBeUndefined();
    expect(ask).toHaveBeenCalledTimes(6);
  });

  it('is dropped by who is no longer interested', async () => {
    let wanted = true;
    const ask = vi.fn(() => {
      wanted = false;
      return Promise.reject(new Error('channel closed'));
    });
    const answer = askAgain(ask, () => wanted);
    await vi.runAllTimersAsync();
    expect(await answer).toBeUndefined();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
