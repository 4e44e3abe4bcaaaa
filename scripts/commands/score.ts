import { parseArgs } from 'node:util';
import { scoreText } from '../../lib/signals/score-text';
import { articleOf, BadInput, readItems } from '../items';
import { registry, signalWorld } from '../world';

export const usage = `second-source score --items FILE.jsonl [--lenient]
  Writes a line {id, sentiment, regulatory, financial, operational, impact} for each item.`;

/** @returns exit code: 0, or 2 where the input is bad. */
export async function run(args: string[]): Promise<number> {
  try {
    const { items, lenient, help } = optionsOf(args);
    if (help) {
      console.log(usage);
      return 0;
    }
    if (items === undefined) throw new BadInput(['score: --items is missing', usage]);
    const reading = readItems(items, lenient);
    const { signalModel } = signalWorld();
    for (const problem of reading.problems) console.error(problem);
    const lines = reading.values.flatMap((item) => {
      const article = articleOf(item, registry);
      if (article === null) return [];
      const { sentiment, regulatory, financial, operational, impact } = scoreText(article, signalModel);
      return [JSON.stringify({ id: item.id, sentiment, regulatory, financial, operational, impact })];
    });
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const problem of error.problems) console.error(problem);
    return 2;
  }
}

function optionsOf(args: string[]): { items?: string | undefined; lenient: boolean; help: boolean } {
  try {
    const {
      items,
      lenient = false,
      help = false,
    } = parseArgs({
      args,
      options: { items: { type: 'string' }, lenient: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    }).values;
    return { items, lenient, help };
  } catch (cause) {
    throw new BadInput([`score: ${(cause as Error).message}`, usage]);
  }
}
