import { readFileSync, writeFileSync } from 'node:fs';
import type { EvaluationFigures } from '../../components/desk/MethodologyPage';

const FILE = new URL('../../lib/beats/cybersecurity/figures.json', import.meta.url);

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

/** Writes the parts that were evaluated; those that were not keep their figures. */
export function writeFigures(parts: Readonly<Record<string, string>>, now: Date): void {
  const before = JSON.parse(readFileSync(FILE, 'utf8')) as EvaluationFigures;
  const kept = before.tables.filter(
    ({ title }) => !Object.keys(parts).some((part) => title === part || title.startsWith(`${part}: `)),
  );
  const fresh = Object.entries(parts).flatMap(([part, markdown]) => tablesOf(part, markdown));
  const figures: EvaluationFigures = { date: now.toISOString().slice(0, 10), tables: [...fresh, ...kept] };
  writeFileSync(FILE, `${JSON.stringify(figures, null, 1)}\n`);
}
