import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zip } from '../../scripts/release/zip';

const entry = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

describe('a zip of the release', () => {
  it('is the same bytes whatever the order and the moment', async () => {
    const files = [entry('b/ü.txt', 'two'), entry('a.txt', 'one'), entry('empty', '')];
    const first = zip(files);
    await new Promise((done) => setTimeout(done, 5));
    expect(zip([...files].reverse()).equals(first)).toBe(true);
    expect(zip([entry('a.txt', 'One')]).equals(zip([entry('a.txt', 'one')]))).toBe(false);
  });

  it('is read by others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    const file = join(folder, 'made.zip');
    try {
      writeFileSync(file, zip([entry('b/c.txt', 'x'.repeat(10_000)), entry('a.txt', 'one')]));
      const script =
        'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print([(i.filename, i.file_size) for i in z.infolist()])';
      expect(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }).trim()).toBe(
        "[('a.txt', 3), ('b/c.txt', 10000)]",
      );
    } catch (error) {
      // A machine without Python is none of the zip's faults.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('holds no path twice', () => {
    expect(() => zip([entry('a', '1'), entry('a', '2')])).toThrow('a stands twice');
  });
});
