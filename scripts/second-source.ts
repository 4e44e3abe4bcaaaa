/**
 * The command line: the engine as it ships, in Node. `npm run -s second-source -- COMMAND [options]`.
 * Each command is a file of scripts/commands that exports `run(args)` and `usage`.
 */
const COMMANDS: Record<string, () => Promise<{ run(args: string[]): Promise<number>; usage: string }>> = {
  feed: () => import('./commands/feed'),
  score: () => import('./commands/score'),
  pages: () => import('./commands/pages'),
  publish: () => import('./commands/publish'),
};

async function main([name, ...args]: string[]): Promise<number> {
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    for (const command of Object.values(COMMANDS)) console.error((await command()).usage);
    return name === '--help' ? 0 : 2;
  }
  return (await load()).run(args);
}

process.exitCode = await main(process.argv.slice(2));

export {};
