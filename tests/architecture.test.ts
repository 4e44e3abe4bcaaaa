/** The habits of the code base, as tests: who imports whom, what the engine may touch, how files are named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));

const walk = (folder: string): string[] =>
  existsSync(resolve(ROOT, folder))
    ? readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    : [];
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');
/** Code without comments and without the contents of strings' quotes kept apart: what is left is what runs. */
const code = (path: string): string =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');

const LIB = walk('lib');
const COMPONENTS = walk('components');
const ENTRYPOINTS = walk('entrypoints');
const SOURCE = [...LIB, ...COMPONENTS, ...ENTRYPOINTS];

/** Files of ours that a file imports, from the root. `types`: whether imports that leave no code count too. */
function imports(path: string, types = true): string[] {
  const found = [...code(path).matchAll(/\b(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"](\.[^'"]+)['"]/g)];
  return found
    .filter(([, type]) => types || type === undefined)
    .map(([, , to = '']) => relative(ROOT, resolve(ROOT, dirname(path), to)).replaceAll('\\', '/'));
}

/** The data's path: each folder imports only those before it. */
const ORDER = ['sources', 'articles', 'stories', 'signals', 'store', 'messages'];
const folderOf = (path: string): string => path.split('/')[1] ?? '';

/** Every `path: what` that a rule finds, so that a failure names all of them at once. */
const breaches = (paths: readonly string[], rule: (path: string) => readonly string[]): string[] =>
  paths.flatMap((path) => rule(path).map((what) => `${path}: ${what}`));
const matches = (path: string, pattern: RegExp): string[] => code(path).match(new RegExp(pattern, 'g')) ?? [];

describe('imports', () => {
  it('there is something to look at', () => {
    expect(LIB.length).toBeGreaterThan(50);
    expect(imports('lib/refresh.ts')).toContain('lib/stories/group');
    expect(imports('components/Badge.tsx', false)).toContain('components/Icon');
  });

  it('a folder of the data’s path imports only those before it', () => {
    const inOrder = LIB.filter((path) => ORDER.includes(folderOf(path)));
    expect(
      breaches(inOrder, (path) =>
        imports(path).filter((to) => !to.startsWith('lib/') || ORDER.indexOf(folderOf(to)) > ORDER.indexOf(folderOf(path))),
      ),
    ).toEqual([]);
  });

  it('components know no browser API, no entrypoint and no network', () => {
    // Types may come from anywhere in lib; code only from what is pure.
    const worldly = /^(?!components\/|lib\/)|^lib\/(browser|worker|refresh|store\/(store|database)|messages\/send)$/;
    expect(breaches(COMPONENTS, (path) => imports(path, false).filter((to) => worldly.test(to)))).toEqual([]);
    expect(breaches(COMPONENTS, (path) => matches(path, /\b(chrome|browser)\.\w+\.|\bfetch\(|indexedDB/))).toEqual([]);
  });

  it('nothing in lib knows of a screen', () => {
    expect(breaches(LIB, (path) => imports(path).filter((to) => /^(components|entrypoints)\//.test(to)))).toEqual([]);
  });

  it('the extension API has one door, and the scripts on pages do not pay for the polyfill', () => {
    const doors = SOURCE.filter((path) => read(path).includes("'webextension-polyfill'"));
    expect(doors).toEqual(['lib/browser.ts']);
    expect(
      breaches(['entrypoints/probe.ts', 'entrypoints/overlay.tsx'], (path) =>
        imports(path, false).filter((to) => to === 'lib/browser'),
      ),
    ).toEqual([]);
  });
});

describe('the engine', () => {
  /** Where the world comes in: requests, the store, messages, and the wiring at the root of lib (but for the journey itself). */
  const EDGES =
    /^lib\/(?!refresh\.ts$)[^/]+$|^lib\/(store\/(store|database)|sources\/fetch-[a-z]+|messages\/[a-z-]+|words\/browser-words)\.ts$/;

  it('is pure: no clock, no chance, no network, no storage', () => {
    const world =
      /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|(?<![.\w])fetch\(|\bindexedDB\b|\b(local|session)Storage\b|\bset(Timeout|Interval)\(|\b(chrome|browser)\.\w+\./;
    const pure = LIB.filter((path) => !EDGES.test(path));
    expect(breaches(pure, (path) => matches(path, world))).toEqual([]);
  });

  it('sets no interval: the worker dies at any time', () => {
    expect(breaches([...LIB, 'entrypoints/background.ts'], (path) => matches(path, /\bsetInterval\(/))).toEqual([]);
  });
});

describe('what is written', () => {
  it('makes no markup from strings and no code from text', () => {
    const markup = /\.(inner|outer)HTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/;
    expect(breaches(SOURCE, (path) => matches(path, markup))).toEqual([]);
  });

  it('has no any, and silences no type error', () => {
    expect(breaches(SOURCE, (path) => matches(path, /:\s*any\b|<any>|\bas any\b/))).toEqual([]);
    expect(breaches(SOURCE, (path) => read(path).match(/@ts-(ignore|nocheck)/g) ?? [])).toEqual([]);
  });

  it('watches no whole page', () => {
    const watching = /observe\(document(\.(body|documentElement))?,\s*\{[^}]*subtree/;
    expect(breaches(SOURCE, (path) => matches(path, watching))).toEqual([]);
  });
});

describe('names', () => {
  const SAY_NOTHING = /(^|\/)(utils?|helpers?|common|misc|types|index|shared)\.(ts|tsx)$/;
  it('are addresses: no utils, helpers, common, types, no barrels', () => {
    for (const path of [...SOURCE, ...walk('scripts'), ...walk('tests')]) expect(path).not.toMatch(SAY_NOTHING);
    for (const path of [...LIB, ...COMPONENTS]) expect(code(path), path).not.toMatch(/export \* from/);
  });

  it('are kebab-case in lib and scripts, PascalCase where a component is', () => {
    for (const path of [...LIB, ...walk('scripts')]) expect(path).toMatch(/^[a-z0-9/-]+\.(ts|mjs)$/);
    for (const path of COMPONENTS.filter((one) => one.endsWith('.tsx') && !/\/(mount|use-[a-z-]+)\.tsx$/.test(one)))
      expect(path.split('/').at(-1)).toMatch(/^[A-Z][A-Za-z]*\.tsx$/);
  });
});

describe('data that is only lent to us', () => {
  const streams = ['eval/stream-wide.items.jsonl', 'eval/stream-specialist.items.jsonl', 'eval/signals.items.jsonl'];
  it.skipIf(!existsSync(SHARED))('no title and no sentence of ../shared stands in the repository', () => {
    const ours = [...SOURCE, ...walk('scripts'), ...walk('tests')]
      .concat(
        readdirSync(resolve(ROOT, 'tests/fixtures'), { recursive: true, encoding: 'utf8' }).map(
          (path) => `tests/fixtures/${path}`,
        ),
      )
      .filter((path) => /\.(ts|tsx|mjs|html|json|jsonl|xml|txt)$/.test(path))
      .map(read)
      .join('\n')
      .toLowerCase();
    const found = streams
      .flatMap((path) => readFileSync(resolve(SHARED, path), 'utf8').trim().split('\n'))
      .map((line) => (JSON.parse(line) as { title: string }).title)
      // Shorter ones are common phrases.
      .filter((title) => title.length >= 40 && ours.includes(title.toLowerCase()));
    expect(found).toEqual([]);
  });
});
