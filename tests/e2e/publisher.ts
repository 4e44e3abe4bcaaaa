import { type ChildProcess, spawn } from 'node:child_process';
import { request as httpRequest, type RequestListener } from 'node:http';
import type { Ports } from '../../scripts/demo/newsroom';

const ROOT = new URL('../..', import.meta.url).pathname;

/** The command `publish` in a process of its own, serving what it writes; all its requests go to the newsroom. */
export interface RunningPublisher {
  /** What it has said so far. */
  readonly said: () => string;
  /** Resolves once it has said this after `said` had `since` characters. */
  until(words: RegExp, since?: number): Promise<void>;
  /** SIGKILL: it has no time for anything. */
  kill(): Promise<void>;
  readonly port: number;
}

export async function startPublisher(newsroom: Ports, options: Readonly<Record<string, string>>): Promise<RunningPublisher> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      './scripts/demo/newsroom-fetch.ts',
      'scripts/second-source.ts',
      'publish',
      '--serve',
      '0',
      ...Object.entries(options).flat(),
    ],
    {
      cwd: ROOT,
      env: { ...process.env, NEWSROOM_HTTP: String(newsroom.http), NEWSROOM_HTTPS: String(newsroom.https) },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr!.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const until = async (words: RegExp, since = 0): Promise<void> => {
    const end = Date.now() + 60_000;
    while (!words.test(said.slice(since))) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`The publisher did not say ${words}: ${said}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  await until(/127\.0\.0\.1:\d+/);
  return {
    said: () => said,
    until,
    port: Number(/127\.0\.0\.1:(\d+)/.exec(said)![1]),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Answers a host's requests with those of a port of this machine; `change` may spoil what comes. */
export const forward =
  (port: () => number | null, change: (path: string, body: Buffer) => Buffer = (_, body) => body): RequestListener =>
  (request, response) => {
    const to = port();
    if (to === null) {
      response.writeHead(502).end();
      return;
    }
    const { 'accept-encoding': _, ...headers } = request.headers;
    const on = httpRequest({ host: '127.0.0.1', port: to, path: request.url, method: request.method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = change(request.url ?? '', Buffer.concat(parts));
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': body.length });
        response.end(body);
      });
    });
    on.on('error', () => response.writeHead(502).end());
    on.end();
  };
