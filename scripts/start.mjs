/**
 * `npm start`: installs what is missing, builds, and shows the extension at work on the demo newsroom.
 * `npm start -- --live`: the browser on the real network instead. Plain Node: nothing is installed when it starts.
 */
import { environment, run, setUp, tryRun } from './setup.mjs';

const browsers = setUp(['chromium']);
run('wxt', ['build', '-b', 'chrome']);
process.exitCode = tryRun('tsx', ['scripts/demo/start.ts', ...process.argv.slice(2)], environment(browsers));
