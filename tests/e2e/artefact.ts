import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../artefacts/', import.meta.url);

/** Where a picture goes that a test takes for people to look at. */
export function artefact(name: string): string {
  const path = fileURLToPath(new URL(name, FOLDER));
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
