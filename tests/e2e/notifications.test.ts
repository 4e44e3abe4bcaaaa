/** A notification in Chromium with the build that ships: from news in a followed story, through the real worker, to the story itself. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Chromium } from '../../scripts/demo/chromium';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { ask, launchReader, refreshAll } from '../../scripts/demo/reader';

let newsroom: Newsroom;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  newsroom = await openNewsroom(Date.now());
  ({ chromium, options } = await launchReader(newsroom.opml, { newsroom, permissions: ['notifications'] }, { notify: true }));
  await refreshAll(options);
});
afterAll(async () => {
  await chromium?.close();
  await newsroom?.close();
});

interface Notifications {
  getAll(): Promise<Record<string, unknown>>;
  /** As the browser calls it when the reader clicks; there is no window to click in without a display. */
  readonly onClicked: { dispatch(id: string): void };
}
type WorkerGlobal = typeof globalThis & { chrome: { notifications: Notifications } };

it('a followed story gets its second source: the reader is told, and a click opens the story', async () => {
  const water = newsroom.reports.find((report) => report.story === 'water')!;
  const line = (await ask(options, 'stories/list', {})).find(({ title }) => title === water.title)!;
  await ask(options, 'story/follow', { id: line.id, on: true });
  newsroom.print([
    {
      ...water,
      outlet: 'harbor',
      path: '/local/second-report-of-the-same',
      at: water.at + 3_600_000,
      title: 'Bramwick water district confirms breach of customer accounts, portal stays shut',
      paragraphs: [
        'Customers of the Bramwick water district cannot pay online for now: the payment portal was shut after a breach of about 18,000 accounts, two members of its board confirmed to the Harbor Ledger.',
        'The board meets on Thursday about a second factor for logins. Bills that fall due in the meantime carry no late fee, the members said in interviews.',
      ],
    },
  ]);
  await refreshAll(options);
  const shown = () =>
    chromium.worker.evaluate(async () => Object.keys(await (globalThis as WorkerGlobal).chrome.notifications.getAll()));
  expect(await ask(options, 'story/get', { id: line.id })).toMatchObject({ signals: { verified: { n: 2 } } });
  await expect.poll(shown, { timeout: 10_000 }).toHaveLength(1);
  const [id = ''] = await shown();
  const opening = chromium.context.waitForEvent('page');
  await chromium.worker.evaluate((clicked) => (globalThis as WorkerGlobal).chrome.notifications.onClicked.dispatch(clicked), id);
  const page = await opening;
  await page.getByRole('heading', { level: 2, name: water.title }).waitFor();
  await expect.poll(shown, { timeout: 10_000 }).toEqual([]);
});
