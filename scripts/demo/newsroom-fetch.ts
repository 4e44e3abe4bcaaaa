/**
 * Loaded before a command line (`node --import`), it sends every request to the newsroom on this machine, as Chromium's
 * flags do for the browser: what is tested is the command as it ships. NEWSROOM_HTTPS and NEWSROOM_HTTP are its ports.
 */
import http from 'node:http';
import https from 'node:https';

const ports = { 'https:': Number(process.env.NEWSROOM_HTTPS), 'http:': Number(process.env.NEWSROOM_HTTP) };

globalThis.fetch = (input, init) =>
  new Promise((done, fail) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const options = {
      host: '127.0.0.1',
      port: ports[url.protocol as keyof typeof ports],
      path: url.pathname + url.search,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), host: url.host, 'user-agent': 'publisher' },
      // The newsroom's certificate is its own, and no other server can be reached.
      rejectUnauthorized: false,
      servername: url.hostname,
      ...(init?.signal && { signal: init.signal }),
    };
    const request = (url.protocol === 'https:' ? https : http).request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => {
        const status = response.statusCode ?? 500;
        const body = status === 204 || status === 304 ? null : Buffer.concat(parts);
        done(new Response(body, { status, headers: response.headers as Record<string, string> }));
      });
    });
    request.on('error', fail);
    request.end();
  });
