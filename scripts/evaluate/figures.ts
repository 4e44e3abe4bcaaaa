import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { EvaluationFigures } from '../../components/desk/MethodologyPage';

const BEAT = new URL('../../lib/beats/cybersecurity/', import.meta.url);

type Table = EvaluationFigures['tables'][number];

/** The tables of a part's Markdown; what stands above one, or before it in bold or as a heading, is its title. */
export function tablesOf(part: string, markdown: string): Table[] {
  const tables: Table[] = [];
  let said = '';
  let rows: string[][] = [];
  const close = () => {
    const [head, ...body] = rows;
    if (head && body.length > 0) tables.push({ title: said ? `${part}: ${said}` : part, head, rows: body });
    rows = [];
  };
  for (const line of [...markdown.split('\n'), '']) {
    const text = line.trim();
    if (text.startsWith('|')) {
      const cells = text
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(plain);
      if (!cells.every((cell) => /^:?-*:?$/.test(cell)) || cells.every((cell) => cell === '')) rows.push(cells);
    } else {
      if (rows.length > 0) close();
      if (text !== '') said = plain(text);
    }
  }
  return tables;
}

const plain = (text: string): string => text.replace(/^#+\s*|\*\*|`/g, '').trim();

/** The weights that a beat ships, told apart by a digest. */
export function weightsDigest(): string {
  const hash = createHash('sha256');
  for (const name of ['pair-model', 'signals-model', 'term-statistics']) hash.update(readFileSync(new URL(`${name}.json`, BEAT)));
  return hash.digest('hex').slice(0, 16);
}

/** Keeps a whole evaluation, so that its day and its weights hold for every table. */
export function writeFigures(parts: Readonly<Record<string, string>>, now: Date): void {
  const figures: EvaluationFigures = {
    date: now.toISOString().slice(0, 10),
    weights: weightsDigest(),
    tables: Object.entries(parts).flatMap(([part, markdown]) => tablesOf(part, markdown)),
  };
  writeFileSync(new URL('figures.json', BEAT), `${JSON.stringify(figures, null, 1)}\n`);
}
