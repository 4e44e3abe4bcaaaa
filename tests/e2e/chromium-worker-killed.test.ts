/** The worker dies in the middle of things: what is stored in the end is what an undisturbed run stores. */
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Newsroom, openingPage, openNewsroom } from '../../scripts/demo/newsroom';
import { feedAddress, OUTLETS } from '../../scripts/demo/outlets';
import { ask, badgeOn, launchReader, refreshAll, untilSettled } from '../../scripts/demo/reader';
import { EXPECTED } from '../../scripts/demo/reports';

const NOW = Date.now();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

let open: { chromium: Chromium; newsroom: Newsroom } | undefined;
afterEach(async () => {
  await open?.chromium.close();
  await open?.newsroom.close();
  open = undefined;
});

/** A reader with the newsroom's feeds imported and not yet read. */
async function reader(): Promise<{ chromium: Chromium; newsroom: Newsroom; options: Page; kill: () => Promise<void> }> {
  // The stories' times are those of NOW in every run, so that runs can be compared.
  const newsroom = await openNewsroom(NOW);
  const { chromium, options } = await launchReader(newsroom.opml, { newsroom });
  open = { chromium, newsroom };
  const session = await chromium.context.newCDPSession(options);
  await session.send('ServiceWorker.enable');
  return { chromium, newsroom, options, kill: () => session.send('ServiceWorker.stopAllWorkers').then(() => undefined) };
}

/** All that is stored of stories, but for the moments at which things were seen. */
async function stored(page: Page): Promise<unknown> {
  const lines = await ask(page, 'stories/list', { limit: 1000 });
  const stories = await Promise.all(lines.map(({ id }) => ask(page, 'story/get', { id })));
  return stories
    .map((view) => ({
      story: view?.story,
      verified: view?.signals.verified,
      origins: view?.signals.origins,
      impact: view?.signals.impact,
      sentiment: view?.signals.sentiment,
      articles: view?.articles,
    }))
    .sort((a, b) => ((a.story?.id ?? '') < (b.story?.id ?? '') ? -1 : 1));
}

/** Asking wakes a dead worker; the first question may fall into the death of the last. */
async function wake(page: Page): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const awake = await ask(page, 'refresh/progress', null).catch(() => null);
    if (awake) return;
    await pause(100);
  }
  throw new Error('the worker does not wake');
}

/** Starts a refresh and returns when it waits for a feed that does not answer. */
async function startHeld(newsroom: Newsroom, options: Page): Promise<void> {
  const held: ServerResponse[] = [];
  newsroom.answer(feedAddress(OUTLETS.signal), (response) => void held.push(response));
  await ask(options, 'refresh/start', null);
  await expect.poll(() => held.length, { timeout: 20_000 }).toBeGreaterThan(0);
}

describe('a worker that is killed', () => {
  let undisturbed: unknown;

  it('has something to be compared with: an undisturbed run', async () => {
    const { options } = await reader();
    await refreshAll(options);
    undisturbed = await stored(options);
    expect(undisturbed).toHaveLength(6);
  });

  it('while a feed is under way goes on when it wakes, to the same result', async () => {
    const { newsroom, options, kill } = await reader();
    await startHeld(newsroom, options);
    await kill();
    newsroom.answer(feedAddress(OUTLETS.signal), null);
    await wake(options);
    await untilSettled(options, 0);
    // Taken up by the worker itself: nobody asked for another refresh.
    expect(await stored(options)).toEqual(undisturbed);
  });

  it('keeps a wish for another refresh that was made while one ran', async () => {
    const { newsroom, options, kill } = await reader();
    await startHeld(newsroom, options);
    await ask(options, 'refresh/start', null);
    await kill();
    newsroom.answer(feedAddress(OUTLETS.signal), null);
    newsroom.forgetVisits();
    await wake(options);
    await untilSettled(options, 0);
    // Once for the refresh that was cut off, once for the wish.
    expect(newsroom.visits.filter(({ address }) => address === feedAddress(OUTLETS.signal))).toHaveLength(2);
    expect(await stored(options)).toEqual(undisturbed);
  });

  it('again and again, wherever it is, comes to the same result', async () => {
    const { options, kill } = await reader();
    await ask(options, 'refresh/start', null);
    for (const after of [30, 70, 110, 160, 220, 300, 400]) {
      await pause(after);
      await kill();
      await wake(options);
    }
    await untilSettled(options, 0);
    expect(await stored(options)).toEqual(undisturbed);
  });

  it.each([0, 40, 90, 160, 300])('%i ms into a page’s visit leaves no page without its badge', async (after) => {
    const { chromium, newsroom, options, kill } = await reader();
    await refreshAll(options);
    const before = await stored(options);
    const page = await chromium.context.newPage();
    const going = page.goto(openingPage(newsroom));
    await pause(after);
    for (let times = 0; times < 3; times++) {
      await kill();
      await pause(60);
    }
    await going;
    const badge = await badgeOn(page, 15_000);
    expect(await badge?.innerText()).toContain(`Verified by ${EXPECTED.standoff.n} sources`);
    await wake(options);
    expect(await stored(options)).toEqual(before);
  });
});
