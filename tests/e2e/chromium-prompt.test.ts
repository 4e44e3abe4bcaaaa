/**
 * The browser's own permission prompt, pressed once for real: a fresh install, the welcome page that it opens by itself, the
 * click, and the keys that answer the prompt. Needs a display of its own (Xvfb) and xdotool; all other tests go without.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../../scripts/demo/chromium';
import { type Newsroom, openNewsroom } from '../../scripts/demo/newsroom';
import { ask } from '../../scripts/demo/reader';
import { artefact } from './artefact';

const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const MISSING = ['Xvfb', 'xdotool'].filter((program) => !has(program));
if (MISSING.length > 0) console.log(`skipped: the real permission prompt needs ${MISSING.join(' and ')}`);

describe.skipIf(MISSING.length > 0)('a fresh install with a display', () => {
  let display: ChildProcess;
  let newsroom: Newsroom;
  let chromium: Chromium;
  const before = process.env.DISPLAY;

  beforeAll(async () => {
    // Xvfb chooses a free number and writes it to the third channel.
    display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [number] = (await once(display.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
    process.env.DISPLAY = `:${number.toString().trim()}`;
    newsroom = await openNewsroom(Date.now());
    chromium = await launchChromium({ newsroom, headless: false });
  });
  afterAll(async () => {
    await chromium?.close();
    await newsroom?.close();
    display?.kill();
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
  });

  const welcomePage = async () => {
    await expect
      .poll(() => chromium.context.pages().some((page) => page.url().endsWith('/welcome.html')), { timeout: 20_000 })
      .toBe(true);
    return chromium.context.pages().find((page) => page.url().endsWith('/welcome.html'))!;
  };

  it('opens the welcome page by itself, and holds no host before the reader has chosen', async () => {
    const welcome = await welcomePage();
    await welcome.getByRole('heading', { level: 1 }).waitFor();
    expect((await ask(welcome, 'settings/get', null)).mode).toBe('unset');
    // The browser has calls of its own to make; none is for a feed.
    const feeds = (await ask(welcome, 'sources/list', null)).flatMap((line) => line.feeds.map(({ address }) => address));
    expect(feeds.length).toBeGreaterThan(0);
    expect(newsroom.visits.filter(({ address }) => feeds.includes(address))).toEqual([]);
  });

  it('asks the reader, and runs where they said yes', async () => {
    const welcome = await welcomePage();
    await welcome.bringToFront();
    await welcome.getByRole('button', { name: 'Choose: Everywhere' }).click();
    // The prompt is the browser's, no page of it can be scripted: to the Allow button and press.
    await new Promise((done) => setTimeout(done, 2500));
    execFileSync('xdotool', ['key', '--delay', '150', 'Tab', 'Return']);
    await welcome.getByText('In use').waitFor();
    const { mode } = await ask(welcome, 'settings/get', null);
    expect(mode).toBe('everywhere');
    await welcome.screenshot({ path: artefact('chromium-prompt-answered.png') });
  });
});
