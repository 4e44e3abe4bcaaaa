import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit, component and architecture tests. The browsers' tests have a configuration of their own (tests/e2e). */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [WxtVitest(), preact()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    // One less by default, which on two processors is half of them.
    maxWorkers: '100%',
    mockReset: true,
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
