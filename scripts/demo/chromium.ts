/** Chromium with the shipped build in it: for the demonstration and for the tests end to end. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { chromiumArguments, type Ports } from './newsroom';

/** The unpacked build, as `wxt build -b chrome` leaves it. */
export const CHROMIUM_BUILD = new URL('../../.output/chrome-mv3', import.meta.url).pathname;

/** Everything is on this machine: what has not come after so many ms will not come. */
const PATIENCE = 20_000;

export interface ChromiumOptions {
  /** Folder of the unpacked extension; the build that ships by default. */
  readonly build?: string;
  /** Where all host names lead; without it, the browser uses the real network. */
  readonly newsroom?: Ports;
  /** Match patterns that the reader has granted already; none: as freshly installed. */
  readonly granted?: readonly string[];
  /** Optional permissions that the reader has granted already. */
  readonly permissions?: readonly string[];
  readonly headless?: boolean;
  /** Of the window, px. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  /** Pages that are left are kept as they are, as readers' browsers do; Playwright switches that off. */
  readonly keepsPages?: boolean;
}

export interface Chromium {
  readonly context: BrowserContext;
  /** The extension's id. */
  readonly id: string;
  /** The background worker. Evaluating in it wakes it where it was killed. */
  readonly worker: Worker;
  /** Opens a page of the extension ("options.html") in a tab. */
  open(page: string): Promise<Page>;
  /** Closes the browser and throws its profile away. */
  close(): Promise<void>;
}

export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'second-source-'));
  try {
    if (options.granted?.length || options.permissions?.length) await grant(profile, options);
    const context = await launch(profile, options);
    context.setDefaultTimeout(PATIENCE);
    const worker = await workerOf(context);
    const id = new URL(worker.url()).host;
    return {
      context,
      id,
      worker,
      async open(path) {
        const page = await context.newPage();
        await page.goto(`chrome-extension://${id}/${path}`);
        return page;
      },
      async close() {
        await context.close();
        throwAway(profile);
      },
    };
  } catch (error) {
    throwAway(profile);
    throw error;
  }
}

function launch(
  profile: string,
  {
    build = CHROMIUM_BUILD,
    newsroom,
    headless = true,
    width = 1280,
    height = 860,
    colorScheme,
    locale,
    keepsPages,
  }: ChromiumOptions,
) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width, height } : null,
    ...(colorScheme && { colorScheme }),
    ...(locale && { locale }),
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    args: [
      // --load-extension alone is not enough: Playwright switches extensions off.
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      `--window-size=${width},${height}`,
      ...(newsroom ? chromiumArguments(newsroom) : []),
    ],
  });
}

const workerOf = async (context: BrowserContext): Promise<Worker> =>
  context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));

/**
 * Writes granted hosts into a fresh profile, as the browser itself would after its prompt. The prompt itself is pressed
 * in one test (tests/e2e/chromium-prompt.test.ts), which needs a display.
 */
async function grant(profile: string, options: ChromiumOptions): Promise<void> {
  const first = await launch(profile, options);
  const id = new URL((await workerOf(first)).url()).host;
  await first.close();
  const path = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(path, 'utf8')) as {
    extensions: { settings: Record<string, Record<string, { explicit_host?: readonly string[]; api?: readonly string[] }>> };
  };
  const settings = preferences.extensions.settings[id];
  if (!settings) throw new Error(`Chromium wrote no settings for ${id} into ${path}`);
  for (const part of ['granted_permissions', 'active_permissions', 'runtime_granted_permissions'])
    settings[part] = {
      ...settings[part],
      explicit_host: options.granted ?? [],
      api: [...(settings[part]?.api ?? []), ...(options.permissions ?? [])],
    };
  writeFileSync(path, JSON.stringify(preferences));
}

function throwAway(profile: string): void {
  // The browser's last writes may still be under way.
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
