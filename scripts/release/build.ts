/** The two packages and the sources of a commit, built from a checkout of their own: nothing uncommitted gets in. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bundledPackages, thirdPartyNotes } from './third-party';
import { type ZipEntry, zip } from './zip';

export interface Release {
  readonly version: string;
  /** What was built, as git names it. */
  readonly commit: string;
  /** File name and content, in the order of the names. */
  readonly files: readonly (readonly [name: string, bytes: Buffer])[];
}

const ROOT = new URL('../..', import.meta.url).pathname;
const BROWSERS = ['chrome', 'firefox'] as const;

/** The project's own configuration, and a list of the modules that the bundler took in. */
const CONFIG = `import { appendFileSync } from 'node:fs';
import config from './wxt.config';

const listModules = {
  name: 'list-modules',
  generateBundle(_options: unknown, bundle: Record<string, { modules?: object }>) {
    for (const { modules } of Object.values(bundle))
      for (const id of Object.keys(modules ?? {})) appendFileSync('modules.txt', id + '\\n');
  },
};
export default {
  ...config,
  vite: async (env: never) => {
    const made = await config.vite!(env);
    return { ...made, plugins: [...(made.plugins ?? []), listModules] };
  },
};
`;

/** @param named anything that git takes for one. @throws where the build fails. */
export function buildRelease(named: string): Release {
  const commit = git('rev-parse', '--verify', `${named}^{commit}`).toString().trim();
  const folder = mkdtempSync(join(tmpdir(), 'second-source-release-'));
  try {
    const sources = git('archive', '--format=zip', commit);
    const checkout = join(folder, 'second-source');
    mkdirSync(checkout);
    execFileSync('tar', ['-x', '-C', checkout], { input: git('archive', '--format=tar', commit) });
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(checkout, 'node_modules'));
    const { name, version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as Record<string, string>;
    if (name === undefined || version === undefined) throw new Error('package.json has no name or version');
    writeFileSync(join(checkout, 'wxt.release.config.ts'), CONFIG);
    const packages = BROWSERS.map((browser) => {
      writeFileSync(join(checkout, 'modules.txt'), '');
      run(checkout, 'node_modules/.bin/wxt', 'build', '-b', browser, '--mv3', '-c', 'wxt.release.config.ts');
      const bundled = bundledPackages(readFileSync(join(checkout, 'modules.txt'), 'utf8').split('\n'));
      const entries = [
        ...filesOf(join(checkout, `.output/${browser}-mv3`)),
        { path: 'LICENSE', bytes: readFileSync(join(checkout, 'LICENSE')) },
        { path: 'THIRD-PARTY.txt', bytes: Buffer.from(thirdPartyNotes(bundled)) },
      ];
      return [`${name}-${version}-${browser}.zip`, zip(entries)] as const;
    });
    const files = [
      ...packages,
      [`${name}-${version}-sources.zip`, sources] as const,
      [`${name}-${version}-sbom.json`, bill(checkout)] as const,
    ];
    return { version, commit, files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CycloneDX, of what the packages are made from; without the moment and the random number that npm puts in. */
function bill(checkout: string): Buffer {
  const made = run(checkout, 'npm', 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only');
  const sbom = JSON.parse(made) as { serialNumber?: string; metadata?: { timestamp?: string } };
  delete sbom.serialNumber;
  delete sbom.metadata?.timestamp;
  return Buffer.from(`${JSON.stringify(sbom, null, 2)}\n`);
}

function filesOf(folder: string): ZipEntry[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(folder, file).replaceAll('\\', '/'), bytes: readFileSync(file) };
    });
}

// Zip archives carry local time, and bundlers look at NODE_ENV.
const ENVIRONMENT = { ...process.env, TZ: 'UTC', NODE_ENV: 'production' };

const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-C', ROOT, ...args], { maxBuffer: 500_000_000, env: ENVIRONMENT });

const run = (cwd: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd,
    env: ENVIRONMENT,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
