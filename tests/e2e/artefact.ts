import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../artefacts/', import.meta.url);

/** Where a picture goes that a test takes for people to look at. */
export function artefact(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return fileURLToPath(new URL(name, FOLDER));
}
