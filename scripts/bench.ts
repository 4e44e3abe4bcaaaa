/** `npm run bench [-- PART ...]`: speed and size as ratios within one run. Each part is a file of scripts/bench. */
const PARTS: Record<string, () => Promise<{ bench(args: string[]): Promise<string> }>> = {
  stories: () => import('./bench/stories'),
  signals: () => import('./bench/signals'),
  page: () => import('./bench/page'),
  screens: () => import('./bench/screens'),
  publish: () => import('./bench/publish'),
  size: () => import('./bench/size'),
};

const [part, ...args] = process.argv.slice(2);
for (const [name, load] of Object.entries(PARTS))
  if (part === undefined || part === name) console.log(`## ${name}\n\n${await (await load()).bench(args)}\n`);

export {};
