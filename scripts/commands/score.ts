import { parseArgs } from 'node:util';
import { scoreItems } from '../../lib/signals/score-items';
import { scoreText } from '../../lib/signals/score-text';
import { articleOf, BadInput, readItems } from '../items';
import { registry, shippedGrouping, signalWorld } from '../world';

export const usage = `second-source score --items FILE.jsonl [--alone] [--lenient]
  Writes a line {id, sentiment, regulatory, financial, operational, impact} for each item. Each is scored by its own words
  and leans to what the other reports of its story say, as the engine groups the items of the file.
  --alone    by its own words only
  --lenient  leaves out lines that cannot be read, and says which; exit code 0`;

/** @returns exit code: 0, or 2 where the input is bad. */
export async function run(args: string[]): Promise<number> {
  try {
    const { items, alone, lenient, help } = optionsOf(args);
    if (help) {
      console.log(usage);
      return 0;
    }
    if (items === undefined) throw new BadInput(['score: --items is missing', usage]);
    const reading = readItems(items, lenient);
    const { signalModel } = signalWorld();
    for (const problem of reading.problems) console.error(problem);
    const articles = reading.values.flatMap((item) => articleOf(item, registry) ?? []);
    const together = alone ? null : scoreItems(articles, signalModel, shippedGrouping(), Date.now());
    for (const article of articles) {
      const { sentiment, regulatory, financial, operational, impact } =
        together?.get(article.id) ?? scoreText(article, signalModel);
      process.stdout.write(`${JSON.stringify({ id: article.id, sentiment, regulatory, financial, operational, impact })}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const problem of error.problems) console.error(problem);
    return 2;
  }
}

function optionsOf(args: string[]): { items?: string | undefined; alone: boolean; lenient: boolean; help: boolean } {
  try {
    const {
      items,
      alone = false,
      lenient = false,
      help = false,
    } = parseArgs({
      args,
      options: {
        items: { type: 'string' },
        alone: { type: 'boolean' },
        lenient: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
    return { items, alone, lenient, help };
  } catch (cause) {
    throw new BadInput([`score: ${(cause as Error).message}`, usage]);
  }
}
