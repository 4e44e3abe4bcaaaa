import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseMode, hostsOf } from '../lib/choose-mode';
import type { Source } from '../lib/sources/source';

/** What the browser was asked, in order. Neither Node nor WXT's fake has permissions; the real ones are tests/e2e's. */
const asked = vi.hoisted(() => [] as string[]);
const world = vi.hoisted(() => ({ grants: true, held: [] as string[] }));
vi.mock('../lib/browser', () => ({
  browser: {
    permissions: {
      request: async ({ origins }: { origins: string[] }) => {
        asked.push(`request ${origins.join(' ')}`);
        if (world.grants) world.held = [...new Set([...world.held, ...origins])];
        return world.grants;
      },
      remove: async ({ origins }: { origins: string[] }) => {
        asked.push(`remove ${origins.join(' ')}`);
        // As browsers do: what was granted only as a part of something wider goes with it.
        world.held = origins.some((origin) => origin.includes('*/*')) ? [] : world.held.filter((one) => !origins.includes(one));
        return true;
      },
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => world.held.includes(origin)),
      getAll: async () => ({ origins: world.held }),
    },
    runtime: {
      sendMessage: async ({ name, ask }: { name: string; ask: unknown }) => {
        asked.push(`${name} ${JSON.stringify(ask)}`);
        return { ok: true, value: { mode: 'listed', granted: true } };
      },
    },
  },
}));

const source: Source = {
  id: 'quay',
  name: 'Quay',
  newsroom: 'quay',
  owner: 'Harbour Media',
  kind: 'outlet',
  country: 'GB',
  language: 'en',
  hosts: ['quay.example'],
  feeds: ['https://feeds.example/quay'],
  why: '',
};

beforeEach(() => {
  asked.length = 0;
  world.grants = true;
  world.held = [];
});

describe('what a mode needs', () => {
  it.each([
    ['unset', []],
    ['click', ['https://feeds.example/*']],
    ['listed', ['https://*.quay.example/*', 'https://feeds.example/*', 'https://quay.example/*']],
    ['everywhere', ['https://*/*', 'http://*/*']],
  ] as const)('%s: %j', (mode, hosts) => expect(hostsOf(mode, [source])).toEqual(hosts));
});

describe('choosing a mode', () => {
  it('asks the browser first, within the click, and only then stores and applies', async () => {
    const chosen = chooseMode('listed', [source]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^request /);
    expect(await chosen).toBe(true);
    expect(asked.slice(1)).toEqual(['settings/change {"mode":"listed"}', 'mode/apply null']);
  });

  it('stores nothing where the reader says no', async () => {
    world.grants = false;
    expect(await chooseMode('everywhere', [source])).toBe(false);
    expect(asked).toEqual(['request https://*/* http://*/*']);
  });

  it('takes back what the new mode does not need, and holds what it does', async () => {
    world.held = ['https://*/*', 'http://*/*'];
    await chooseMode('click', [source]);
    expect(asked).toContain('remove https://*/* http://*/*');
    expect(world.held).toEqual(['https://feeds.example/*']);
  });
});
