/**
 * `npm run evaluate [-- PART ...]`: every figure that the README claims, beside the baselines, on the same data in the same run.
 * `--write` keeps them, all of them, for the methodology page (lib/beats/cybersecurity/figures.json).
 * Each part is a file of scripts/evaluate. Exit code 1 when a figure is below its floor.
 */
import { existsSync } from 'node:fs';
import { writeFigures } from './evaluate/figures';
import type { Part, Report } from './evaluate/part';

const PARTS: Record<string, () => Promise<{ evaluate: Part }>> = {
  stories: () => import('./evaluate/stories'),
  origins: () => import('./evaluate/origins'),
  signals: () => import('./evaluate/signals'),
  pages: () => import('./evaluate/pages'),
  matching: () => import('./evaluate/matching'),
};

const shared = new URL('../../shared/', import.meta.url);
const chosen = process.argv.slice(2).filter((word) => word !== '--write');
const keeps = process.argv.includes('--write');
if (keeps && (chosen.length > 0 || !existsSync(shared))) {
  console.error('--write keeps a whole evaluation: of all parts, with ../shared.');
  process.exit(1);
}
const written: Record<string, string> = {};
let failed = false;
if (!existsSync(shared))
  console.log('../shared is absent: evaluating the small sets of our own words in tests/fixtures instead.\n');
for (const [name, load] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const report: Report = await (await load()).evaluate(existsSync(shared) ? shared : null);
  console.log(`## ${name}\n\n${report.markdown}\n`);
  written[name] = report.markdown;
  for (const floor of report.belowFloor) {
    failed = true;
    console.error(`below its floor: ${floor}`);
  }
}
if (keeps) writeFigures(written, new Date());
process.exitCode = failed ? 1 : 0;
