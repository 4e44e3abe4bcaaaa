import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { OPTIONAL, OPTIONAL_HOSTS, REQUIRED, REQUIRED_CHROMIUM } from './lib/permissions';

/**
 * Preact can set innerHTML (dangerouslySetInnerHTML). We never do, and the store's lint warns of it:
 * the assignment is cut from the bundle, so that nobody can by mistake.
 */
const noInnerHtml = {
  name: 'no-inner-html',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/preact\/dist\/preact\.mjs/.test(id)) return null;
    const cut = code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0');
    if (cut === code) throw new Error('no-inner-html: Preact has changed; look for its innerHTML again');
    return { code: cut, map: null };
  },
};

/**
 * WXT runs a script for pages within a wrapper that, in a build that ships, only catches what it throws again: on every page
 * its closures are compiled for nothing.
 */
const noWrapper = {
  name: 'no-wrapper',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null;
    const [imported] = /^import definition from .+;$/m.exec(code) ?? [];
    if (!imported || !code.includes('definition.main()'))
      throw new Error('no-wrapper: WXT has changed; look at its wrapper again');
    return { code: `${imported}\nexport default definition.main();`, map: null };
  },
};

/**
 * The polyfill is written for CommonJS: a bundler copies its exports, the whole extension API, name by name, and so makes the
 * browser set up every part of it, used or not, whenever a page opens or the worker wakes. As a module it is handed over as it is.
 */
const polyfillAsModule = {
  name: 'polyfill-as-module',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/webextension-polyfill\/dist\/.+\.js/.test(id)) return null;
    if (!code.includes('factory(module)'))
      throw new Error('polyfill-as-module: the polyfill has changed; look at its first lines');
    return {
      code: `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;`,
      map: null,
    };
  },
};

/** Puts parentheses in place of the call of `atOnce` (lib/articles/at-once.ts): the formatter would take them away in the source. */
const compiledAtOnce = {
  name: 'compiled-at-once',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\.ts$/.test(id) || !code.includes('atOnce(')) return null;
    return { code: code.replace(/\batOnce\(/g, '('), map: null };
  },
};

/** The popup's style sheet stands in its page: it is drawn without a second look into the package. No other page is opened so often. */
const popupStyle = {
  name: 'popup-style',
  enforce: 'post' as const,
  generateBundle: {
    // After Vite has written its pages.
    order: 'post' as const,
    handler(_: unknown, bundle: Record<string, { fileName: string; source?: unknown }>) {
      const page = Object.values(bundle).find(({ fileName }) => /popup\/index\.html$/.test(fileName));
      if (!page) return;
      page.source = String(page.source).replace(/<link rel="stylesheet"[^>]*href="\/(.+?)"[^>]*>/g, (_, path: string) => {
        const style = bundle[path];
        if (!style) throw new Error(`popup-style: no ${path} in the bundle`);
        delete bundle[path];
        return `<style>${style.source}</style>`;
      });
    },
  },
};

export default defineConfig({
  imports: false,
  hooks: {
    // The popup is to stand at once: alone in its build, it is one script, where the pages together share eight.
    'entrypoints:grouped'(_, groups) {
      for (const group of [...groups]) {
        const at = Array.isArray(group) ? group.findIndex(({ type }) => type === 'popup') : -1;
        if (Array.isArray(group) && at >= 0) groups.push(group.splice(at, 1));
      }
    },
  },
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact(), noInnerHtml, noWrapper, polyfillAsModule, compiledAtOnce, popupStyle],
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [...REQUIRED, ...(browser === 'firefox' ? [] : REQUIRED_CHROMIUM)].map((p) => p.permission),
    optional_permissions: OPTIONAL.map((p) => p.permission),
    optional_host_permissions: OPTIONAL_HOSTS.map((p) => p.permission),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'second-source@second-source.news',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          // Firefox's default adds upgrade-insecure-requests, which would break feeds that readers add by http.
          content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
