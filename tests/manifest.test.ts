/** The manifests of the builds as they ship: nothing is asked for that DESIGN.md does not name, and nothing is open to pages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OPTIONAL_HOSTS, REQUIRED, REQUIRED_CHROMIUM } from '../lib/permissions';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: unknown;
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly browser_specific_settings?: {
    readonly gecko?: { readonly data_collection_permissions?: { readonly required?: readonly string[] } };
  };
}

const OUTPUT = fileURLToPath(new URL('../.output/', import.meta.url));
const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
/** DESIGN.md, "Permissions and privacy": what install may ask for. Notifications are asked for when the reader wants them. */
const AT_INSTALL = ['storage', 'alarms', 'scripting', 'activeTab', 'sidePanel', 'unlimitedStorage'];
const LATER = ['notifications'];
/** Bytes that every page pays for (the limit). */
const PROBE = 3_000;

const names = (reasons: readonly { readonly permission: string }[]) => reasons.map(({ permission }) => permission).sort();
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());

describe.each(BUILDS)('the build %s', (build) => {
  const folder = join(OUTPUT, build);
  const built = existsSync(join(folder, 'manifest.json'));
  if (!built) {
    // `npm test` builds before it tests; a run of the unit tests alone may not have.
    it.skip('has not been made: `npm run build`', () => {});
    return;
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it('asks at install for what lib/permissions.ts gives a reason for, and for no host', () => {
    const reasons = build === 'chrome-mv3' ? [...REQUIRED, ...REQUIRED_CHROMIUM] : REQUIRED;
    expect([...(manifest.permissions ?? [])].sort()).toEqual(names(reasons));
    for (const permission of manifest.permissions ?? []) expect(AT_INSTALL).toContain(permission);
    expect(manifest.host_permissions ?? []).toEqual([]);
  });

  it('may ask for hosts, and for nothing else but notifications, when the reader chooses', () => {
    expect([...(manifest.optional_host_permissions ?? [])].sort()).toEqual(names(OPTIONAL_HOSTS));
    for (const permission of manifest.optional_permissions ?? []) expect(LATER).toContain(permission);
  });

  it('runs on no page by itself, and opens no file and no channel to pages', () => {
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('runs no code from elsewhere', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:/);
    for (const path of files(folder).filter((one) => one.endsWith('.html')))
      expect(readFileSync(join(folder, path), 'utf8')).not.toMatch(/<script[^>]+src="(https?:)?\/\//);
  });

  it('writes no markup from strings', () => {
    for (const path of files(folder).filter((one) => one.endsWith('.js')))
      expect(readFileSync(join(folder, path), 'utf8'), path).not.toMatch(
        /\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\(|\beval\(/,
      );
  });

  it('costs every page at most 3 kB', () => {
    expect(statSync(join(folder, 'probe.js')).size).toBeLessThanOrEqual(PROBE);
  });

  it('has all that runs on every page compiled with its script (lib/articles/at-once.ts)', () => {
    const marked = ['entrypoints/probe.ts', 'lib/articles/page-gather.ts'].flatMap(
      (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').match(/\batOnce\(/g) ?? [],
    );
    expect(marked).toHaveLength(4);
    // A minifier takes parentheses away that do nothing, unless it knows what these do.
    expect(readFileSync(join(folder, 'probe.js'), 'utf8').match(/[=:]\(\([^()]*\)=>/g)).toHaveLength(marked.length);
  });

  it('says that it collects nothing', () => {
    if (build === 'firefox-mv3')
      expect(manifest.browser_specific_settings?.gecko?.data_collection_permissions?.required).toEqual(['none']);
  });
});
