import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRelease, type Release } from '../../scripts/release/build';

/** A checkout is needed: a release is of a commit, and of nothing that is not in one. */
const inGit = (() => {
  try {
    execFileSync('git', ['rev-parse', '--verify', 'HEAD'], { stdio: 'ignore', cwd: new URL('../..', import.meta.url).pathname });
    return true;
  } catch {
    console.warn('Not a git checkout: the release is not built here.');
    return false;
  }
})();

describe.skipIf(!inGit)('the release of a commit', () => {
  let release: Release;
  beforeAll(() => {
    release = buildRelease('HEAD');
  }, 240_000);

  it('built a second time is the same bytes', { timeout: 240_000 }, () => {
    const sums = ({ files }: Release) => files.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
    expect(sums(buildRelease(release.commit))).toEqual(sums(release));
  });

  it('is a package for each store, the sources and the bill of materials', () => {
    expect(release.files.map(([name]) => name.replace(release.version, 'V'))).toEqual([
      'second-source-V-chrome.zip',
      'second-source-V-firefox.zip',
      'second-source-V-sources.zip',
      'second-source-V-sbom.json',
    ]);
  });

  it('carries its licence and those of everything that was bundled', () => {
    for (const [, bytes] of release.files.slice(0, 2)) {
      expect(fileIn(bytes, 'LICENSE')).toContain('MIT License');
      const notes = fileIn(bytes, 'THIRD-PARTY.txt');
      for (const name of ['htmlparser2', 'idb', 'preact', 'tldts', 'valibot', 'webextension-polyfill', 'chrono-node'])
        expect(notes).toMatch(new RegExp(`^${name} [\\d.]+\\n.+\\nSource: https://www\\.npmjs\\.com/package/${name}/v/`, 'm'));
    }
  });

  it('has no code from elsewhere, no web-accessible file and no host at install', () => {
    for (const [, bytes] of release.files.slice(0, 2)) {
      const manifest = JSON.parse(fileIn(bytes, 'manifest.json')) as Record<string, unknown>;
      expect(manifest).not.toHaveProperty('web_accessible_resources');
      expect(manifest).not.toHaveProperty('host_permissions');
      expect(manifest).not.toHaveProperty('content_scripts');
      expect(manifest).not.toHaveProperty('externally_connectable');
      expect(fileIn(bytes, 'background.js')).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
    }
  });
});

/** One file of a zip, by its directory at the end. */
function fileIn(bytes: Buffer, wanted: string): string {
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [packed, name] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    if (bytes.subarray(at + 46, at + 46 + name).toString() === wanted) {
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26);
      return inflateRawSync(bytes.subarray(start, start + packed)).toString();
    }
    at += 46 + name;
  }
  throw new Error(`${wanted} is not in the archive`);
}
