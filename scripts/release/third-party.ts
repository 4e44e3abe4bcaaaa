/** Licence notes of what the packages carry: of the modules that the bundler put in, not of what is installed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  readonly text: string;
}

/** Licences that ask for no more than their notice and, where unchanged (MPL-2.0), the place of their source. Another one is for people to decide. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  'MIT',
  'MIT OR Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'CC0-1.0',
  'BlueOak-1.0.0',
]);

/**
 * The packages that modules come from, by name.
 * @param modules file paths, as the bundler names them
 * @throws where a package has no licence that may be carried.
 */
export function bundledPackages(modules: Iterable<string>): Bundled[] {
  const folders = new Set<string>();
  for (const module of modules) {
    const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module);
    if (found) folders.add(found[1]!);
  }
  const packages = [...folders].filter((folder) => existsSync(join(folder, 'package.json'))).map(bundledAt);
  return [...new Map(packages.map((one) => [`${one.name}@${one.version}`, one])).values()].sort((a, b) =>
    `${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1,
  );
}

function bundledAt(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  if (name === undefined || version === undefined) throw new Error(`${folder} is no package`);
  const licence = license ?? '';
  if (!PERMISSIVE.has(licence)) throw new Error(`${name} ${version} is under "${licence}": decide whether it may be carried`);
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(entry));
  return { name, version, licence, text: file ? readFileSync(join(folder, file), 'utf8').trim() : '' };
}

export function thirdPartyNotes(packages: readonly Bundled[]): string {
  const notes = packages.map(
    ({ name, version, licence, text }) =>
      `${name} ${version}\n${licence}\nSource: https://www.npmjs.com/package/${name}/v/${version}\n\n${text || '(The package carries no licence text.)'}\n`,
  );
  return `Second Source carries the following packages.\n\n${notes.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
