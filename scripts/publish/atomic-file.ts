import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that are being written; what a killed publisher leaves of them is swept up later. */
export const isUnfinished = (name: string): boolean => /^\..*\.tmp$/.test(name);

/**
 * Writes a file whole or not at all: beside it first, then in its place. Whoever reads meanwhile has the old one.
 * @param parts written one after the other
 */
export function writeAtomic(path: string, parts: Iterable<string | Uint8Array>): void {
  const folder = dirname(path);
  const beside = join(folder, `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  syncFolder(folder);
}

/** A rename lasts through a power failure only once its folder is written too. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
