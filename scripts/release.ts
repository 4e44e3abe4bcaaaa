/**
 * `npm run release [-- COMMIT]`: the packages for both stores, the archive of the sources and the bill of materials of a
 * commit (HEAD), in artefacts/release, with their checksums. The same commit and the same Node give the same bytes. Says
 * what `npm audit` says of what is bundled, or that it could not be asked; exits non-zero where it found something.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { auditAt, auditLine } from './release/audit';
import { buildRelease } from './release/build';

const OUT = new URL('../artefacts/release/', import.meta.url);

const { version, commit, files } = buildRelease(process.argv[2] ?? 'HEAD');
mkdirSync(OUT, { recursive: true });
const sums = files.map(([name, bytes]) => {
  writeFileSync(new URL(name, OUT), bytes);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
});
writeFileSync(new URL('SHA256SUMS', OUT), sums.join(''));
console.log(`Second Source ${version} (${commit}), built by Node ${process.version} into artefacts/release:\n${sums.join('')}`);
const audit = auditAt(new URL('..', import.meta.url).pathname);
console.log(auditLine(audit));
if (audit.is === 'vulnerable') process.exitCode = 1;
