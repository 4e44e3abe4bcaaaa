/**
 * `npm test`: installs what is missing and runs everything: types, lint, unit, both builds, the store's lint, and the
 * shipped builds end to end in Chromium and Firefox. `npm test -- unit` or `-- e2e`: that part only.
 * Every step runs, whatever failed before it; the last line is "N passed, N failed". Plain Node.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, ROOT, setUp, tryRun } from './setup.mjs';

const ARTEFACTS = join(ROOT, 'artefacts');
const LINTED = ['lib', 'entrypoints', 'components', 'scripts', 'tests'];
/** @typedef {'check' | 'unit' | 'e2e'} Part */
/** @type {readonly { name: string, parts: readonly Part[], command: readonly string[], report?: boolean }[]} */
const STEPS = [
  { name: 'types of the browser’s API', parts: ['check', 'unit', 'e2e'], command: ['wxt', 'prepare'] },
  { name: 'types', parts: ['check'], command: ['tsc', '--noEmit'] },
  { name: 'lint and format', parts: ['check'], command: ['biome', 'check', '.'] },
  {
    name: 'lint with types',
    parts: ['check'],
    command: ['oxlint', '--type-aware', '--deny-warnings', ...LINTED],
  },
  { name: 'build for Chromium', parts: ['check', 'unit', 'e2e'], command: ['wxt', 'build', '-b', 'chrome'] },
  { name: 'build for Firefox', parts: ['check', 'unit', 'e2e'], command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  { name: 'store lint', parts: ['check'], command: ['web-ext', 'lint', '-s', '.output/firefox-mv3', '--warnings-as-errors'] },
  { name: 'unit', parts: ['unit'], command: ['vitest', 'run', '--config', 'tests/vitest.config.ts'], report: true },
  {
    name: 'end to end',
    parts: ['e2e'],
    command: ['vitest', 'run', '--config', 'tests/e2e/vitest.config.ts'],
    report: true,
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !STEPS.some(({ parts }) => parts.includes(part)));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: check, unit, e2e.`);
  process.exit(2);
}
const browsers = environment(setUp());
rmSync(join(ARTEFACTS, 'summary.txt'), { force: true });
mkdirSync(ARTEFACTS, { recursive: true });

let passed = 0;
let failed = 0;
const lines = [];
for (const { name, parts, command, report } of STEPS) {
  if (asked.length > 0 && !parts.some((part) => asked.includes(part))) continue;
  const started = Date.now();
  const [program, ...args] = command;
  const file = join(ARTEFACTS, `${name.replaceAll(' ', '-')}.json`);
  if (report) rmSync(file, { force: true });
  console.log(`\n— ${name}`);
  const code = tryRun(
    program,
    report ? [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : args,
    browsers,
  );
  const counts = report ? read(file) : null;
  passed += counts?.passed ?? 0;
  // A step that broke before it could count is one failure: "0 failed" means that all is well.
  failed += counts && counts.failed > 0 ? counts.failed : code === 0 ? 0 : 1;
  const skipped = counts && counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const what = counts ? `${counts.passed} passed, ${counts.failed} failed${skipped}` : '';
  lines.push(`${code === 0 ? '✓' : '✗'} ${name}  ${((Date.now() - started) / 1000).toFixed(0)} s  ${what}`);
}

const summary = `${passed} passed, ${failed} failed`;
writeFileSync(join(ARTEFACTS, 'summary.txt'), `${summary}\n`);
console.log(`\n${lines.join('\n')}\n\n${summary}`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {string} file vitest's JSON report @returns {{ passed: number, failed: number, skipped: number } | null} */
function read(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return null;
  }
}
