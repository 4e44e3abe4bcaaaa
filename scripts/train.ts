/** `npm run train [-- PART ...]`: learns the weights of the beat from ../shared/eval, deterministically, and writes them as data of the beat. */
import { existsSync } from 'node:fs';

const PARTS: Record<string, () => Promise<{ train(shared: URL): Promise<string> }>> = {
  stories: () => import('./train/stories'),
  signals: () => import('./train/signals'),
};

const shared = new URL('../../shared/', import.meta.url);
if (!existsSync(shared)) {
  console.error('../shared is absent: the labelled data to learn from is not here. The weights in lib/beats stay as they are.');
  process.exit(1);
}
const chosen = process.argv.slice(2);
for (const [name, load] of Object.entries(PARTS))
  if (chosen.length === 0 || chosen.includes(name)) console.log(`## ${name}\n\n${await (await load()).train(shared)}\n`);
