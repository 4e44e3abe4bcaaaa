/**
 * Set-up on a bare machine: the right Node, the locked packages, the two browsers. Plain Node, no dependencies:
 * it runs before anything is installed. `node scripts/setup.mjs` by itself says what it found.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Least Node that the locked packages run on: "engines" in package.json. */
const NODE = [20, 19];

/** Where each browser is looked for: environment, then PATH, then the usual places of macOS and Windows. */
const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    // Branded Chrome comes last: since version 137 it ignores --load-extension.
    names: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe',
      '%PROGRAMFILES%\\Chromium\\Application\\chrome.exe',
    ],
    package: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '%PROGRAMFILES%\\Mozilla Firefox\\firefox.exe',
      '%LOCALAPPDATA%\\Mozilla Firefox\\firefox.exe',
    ],
    package: 'firefox-esr',
  },
};
/** For the one test that presses a real permission prompt: a display, and keys. Optional elsewhere: it says that it was skipped. */
const DISPLAY_TOOLS = { Xvfb: 'xvfb', xauth: 'xauth', xdotool: 'xdotool' };

/** @typedef {{ chromium?: string, firefox?: string }} Browsers */

/**
 * Installs what is missing. Ends the process with a message that holds the command to run where it cannot.
 * @param {readonly ('chromium' | 'firefox')[]} wanted
 * @returns {Browsers} where the browsers are.
 */
export function setUp(wanted = ['chromium', 'firefox']) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1]))
    fail(`Node ${NODE.join('.')} or later is needed; this is ${process.versions.node}.`, 'see https://nodejs.org/en/download');
  installPackages();
  let found = find(wanted);
  const packages = wanted.filter((name) => !found[name]).map((name) => BROWSERS[name].package);
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  if (canInstall) for (const [tool, name] of Object.entries(DISPLAY_TOOLS)) if (onPath(tool) === undefined) packages.push(name);
  if (packages.length > 0 && canInstall) {
    console.log(`Installing ${packages.join(', ')} …`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { DEBIAN_FRONTEND: 'noninteractive' });
    found = find(wanted);
  }
  for (const name of wanted)
    if (!found[name]) {
      const { variable, package: deb } = BROWSERS[name];
      fail(`No ${name} was found.`, `sudo apt-get install ${deb}   (or set ${variable} to where it is)`);
    }
  return found;
}

/** @param {Browsers} browsers @returns {Record<string, string>} the environment that the scripts and tests read. */
export function environment(browsers) {
  return {
    ...(browsers.chromium && { CHROMIUM_PATH: browsers.chromium }),
    ...(browsers.firefox && { FIREFOX_PATH: browsers.firefox }),
  };
}

/**
 * Runs a command in the project's root, its output on ours; the project's own tools are on its PATH.
 * @param {string} command @param {readonly string[]} args @param {Record<string, string>} more environment
 * @returns {number} its exit code.
 */
export function tryRun(command, args, more = {}) {
  const path = `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const { status, error } = spawnSync(command, [...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...more },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** As tryRun, but ends the process where the command fails. @type {(...args: Parameters<typeof tryRun>) => void} */
export function run(command, args, more) {
  const code = tryRun(command, args, more);
  if (code !== 0) fail(`\`${command} ${args.join(' ')}\` ended with ${code}.`, 'see its output above');
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Installing the locked packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Whether node_modules holds what the lock file says, by npm's own record of what it installed. */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages).every(
    // Optional packages are there or not by platform.
    ([path, { version, optional, peer }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional || peer),
  );
}

/** @param {readonly ('chromium' | 'firefox')[]} wanted @returns {Browsers} */
function find(wanted) {
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const { variable, names, places } = BROWSERS[name];
      const told = process.env[variable];
      if (told && !runs(told)) fail(`${variable} is ${told}, which is not there.`, `unset ${variable}`);
      const path = told || names.map(onPath).find(Boolean) || places.map(fill).find(runs);
      return path ? [[name, path]] : [];
    }),
  );
}

/** @param {string} name */
function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find(runs);
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} place with %VARIABLES% of Windows */
const fill = (place) => place.replace(/%(\w+)%/g, (_, name) => process.env[name] ?? '');

/** @param {string} what @param {string} remedy @returns {never} */
function fail(what, remedy) {
  console.error(`\n${what}\n  ${remedy}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(setUp());
