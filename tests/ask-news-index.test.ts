import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { IndexAsks, type Intent } from '../lib/ask-news-index';

const NOW = Date.UTC(2026, 10, 20, 12);
const intent: Intent = { index: 'gdelt', terms: ['osk', 'ransom'], language: 'en', held: false, at: NOW };
const HOST = 'https://api.gdeltproject.org/*';

function asks(now = NOW) {
  const carryOut = vi.fn(async () => ({ listed: 3, joined: 1 }));
  const remove = vi.spyOn(fakeBrowser.permissions, 'remove').mockResolvedValue(true as never);
  remove.mockClear();
  return { asks: new IndexAsks(carryOut, () => now), carryOut, remove };
}
beforeEach(() => fakeBrowser.reset());

describe('asking a news index, from the click to the answer', () => {
  it('is carried out once, and the permission for it is given back', async () => {
    const { asks: made, carryOut, remove } = asks();
    await made.intend(intent);
    expect(await made.ask()).toEqual({ listed: 3, joined: 1 });
    // The grant is heard of by the worker and by the page that asked: both get the one answer.
    await made.granted([HOST]);
    expect(await made.ask()).toEqual({ listed: 3, joined: 1 });
    expect(carryOut).toHaveBeenCalledTimes(1);
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: [HOST] });
  });

  it('is carried out though the browser’s question has closed the popup, by another worker too', async () => {
    await asks().asks.intend(intent);
    const { asks: later, carryOut } = asks(NOW + 60_000);
    await later.granted([HOST]);
    expect(carryOut).toHaveBeenCalledTimes(1);
  });

  it('leaves a permission that the reader had granted before', async () => {
    const { asks: made, remove } = asks();
    await made.intend({ ...intent, held: true });
    await made.ask();
    expect(remove).not.toHaveBeenCalled();
  });

  it('gives the permission back where the index fails', async () => {
    const { asks: made, carryOut, remove } = asks();
    carryOut.mockRejectedValue(new Error('no'));
    await made.intend(intent);
    await expect(made.ask()).rejects.toThrow('no');
    expect(remove).toHaveBeenCalledTimes(1);
  });

  it.each<[string, readonly string[]]>([
    ['other hosts', ['https://*/*']],
    ['another index', ['https://www.bing.com/*']],
    ['nothing', []],
  ])('is not set off by a grant of %s', async (_, origins) => {
    const { asks: made, carryOut } = asks();
    await made.intend(intent);
    await made.granted(origins);
    expect(carryOut).not.toHaveBeenCalled();
  });

  it('is not set off where the reader declined, where nothing was intended, and where it was long ago', async () => {
    const declined = asks();
    await declined.asks.intend(intent);
    await declined.asks.drop();
    await declined.asks.granted([HOST]);
    await expect(declined.asks.ask()).rejects.toMatchObject({ key: 'error_no_permission' });
    await asks().asks.intend(intent);
    const late = asks(NOW + 10 * 60_000);
    await late.asks.granted([HOST]);
    await expect(late.asks.ask()).rejects.toMatchObject({ key: 'error_no_permission' });
    expect(declined.carryOut).not.toHaveBeenCalled();
    expect(late.carryOut).not.toHaveBeenCalled();
  });
});
