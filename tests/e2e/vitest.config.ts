import { defineConfig } from 'vitest/config';

/** The browsers' tests: real Chromium and Firefox with the builds that ship. One at a time: they share the machine. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
    // A second, the default, is thin for a browser on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
