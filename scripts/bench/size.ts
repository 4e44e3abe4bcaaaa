import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** Limits in bytes, minified, by the end of the path. The script on every page: issue 2, point 6. */
const LIMITS: readonly (readonly [path: string, limit: number])[] = [['probe.js', 3_000]];

const output = new URL('../../.output/', import.meta.url);

/** A table of the scripts and styles in .output, minified and gzipped, beside their limits. */
export async function bench(_args: readonly string[]): Promise<string> {
  const files = await readdir(output, { recursive: true }).catch(() => []);
  const rows: string[] = [];
  for (const path of files.toSorted((a, b) => (a < b ? -1 : 1))) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    const bytes = await readFile(new URL(path, output));
    const limit = LIMITS.find(([end]) => path.endsWith(`/${end}`))?.[1];
    const verdict = limit === undefined ? '' : `${limit} B: ${bytes.length <= limit ? 'kept' : 'BROKEN'}`;
    rows.push(`| ${path} | ${bytes.length} | ${gzipSync(bytes).length} | ${verdict} |`);
  }
  if (rows.length === 0) return 'Nothing is built: `npm run build` first.';
  return ['| file | minified, B | gzip, B | limit |', '|---|--:|--:|---|', ...rows].join('\n');
}
