/**
 * The demo newsroom: outlets with feeds, front pages and articles, served on loopback at the outlets' own host names.
 * A browser is sent here by `chromiumArguments` or `firefoxPreferences`; no request leaves the machine.
 */
import { createHash } from 'node:crypto';
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { calendar } from './calendar';
import { selfSigned } from './certificate';
import { FEED_TYPES, feedOf, opml } from './feeds';
import { ALL_OUTLETS, type DemoOutlet, feedAddress, OUTLETS } from './outlets';
import { aboutPage, articlePage, frontPage } from './pages';
import { addressOf, type DemoReport, reports } from './reports';

/** A request that reached the newsroom; `status` is 0 while it is unanswered. */
export interface Visit {
  readonly method: string;
  readonly address: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  status: number;
}

/** Answers instead of the newsroom, for one address; used by tests for what is broken. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** Where a browser is to be sent. */
export interface Ports {
  readonly http: number;
  readonly https: number;
  /** Base64 of the SHA-256 of the certificate's public key. */
  readonly spki: string;
}

export interface Newsroom extends Ports {
  readonly reports: readonly DemoReport[];
  readonly opml: string;
  /** All requests so far, oldest first. */
  readonly visits: readonly Visit[];
  forgetVisits(): void;
  /** From now on this answers at an address (host, path; any query), or the newsroom again (null). */
  answer(address: string, answer: Answer | null): void;
  /** From now on this answers at every address of a host, or the newsroom again (null). */
  host(name: string, answer: RequestListener | null): void;
  /** Puts further reports into print. */
  print(more: readonly DemoReport[]): void;
  close(): Promise<void>;
}

const HTML = 'text/html; charset=utf-8';

/** @param now epoch ms; the stories are told relative to it. */
export async function openNewsroom(now: number): Promise<Newsroom> {
  let printed = reports(calendar(now));
  const visits: Visit[] = [];
  const answers = new Map<string, Answer>();
  const hosts = new Map<string, RequestListener>();

  const handle: RequestListener = (request, response) => {
    const scheme = 'encrypted' in request.socket ? 'https' : 'http';
    const url = new URL(request.url ?? '/', `${scheme}://${(request.headers.host ?? '').replace(/:\d+$/, '')}`);
    const visit = { method: request.method ?? '', address: url.href, headers: request.headers, body: '', status: 0 };
    visits.push(visit);
    request.on('data', (bytes: Buffer) => {
      visit.body = (visit.body + bytes.toString()).slice(0, 2000);
    });
    response.on('finish', () => {
      visit.status = response.statusCode;
    });
    const answer = answers.get(url.host + url.pathname);
    const host = hosts.get(url.hostname);
    if (answer) answer(response, request);
    else if (host) host(request, response);
    else serve(url, request, response);
  };

  function serve(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const outlet = ALL_OUTLETS.find(({ host }) => host === url.hostname || host === `www.${url.hostname}`);
    const made = outlet ? content(outlet, url.pathname) : null;
    if (!made) {
      response.writeHead(404, { 'content-type': HTML }).end('<!doctype html><title>Not found</title><h1>Not found</h1>');
      return;
    }
    const etag = `"${createHash('sha256').update(made.body).digest('hex').slice(0, 16)}"`;
    const same = request.headers['if-none-match'] === etag;
    response.writeHead(same ? 304 : 200, { 'content-type': made.type, etag, 'cache-control': 'no-cache' });
    response.end(same || request.method === 'HEAD' ? undefined : made.body);
  }

  function content(outlet: DemoOutlet, path: string): { type: string; body: string } | null {
    const own = printed.filter((report) => OUTLETS[report.outlet].host === outlet.host).sort((a, b) => b.at - a.at);
    if (path === new URL(feedAddress(outlet)).pathname)
      return {
        type: `${FEED_TYPES[outlet.format]}; charset=utf-8`,
        body: feedOf(
          outlet,
          own.filter((report) => report.inFeed),
        ),
      };
    if (path === '/') return { type: HTML, body: frontPage(outlet, own) };
    if (path === '/about') return { type: HTML, body: aboutPage(outlet) };
    const report = own.find((one) => one.path === path);
    return report
      ? {
          type: HTML,
          body: articlePage(
            report,
            own.filter((one) => one !== report),
          ),
        }
      : null;
  }

  const { spki, ...identity } = selfSigned(now);
  const servers = [http.createServer(handle), https.createServer(identity, handle)];
  const [plain, secure] = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))),
    ),
  );
  return {
    http: plain!,
    https: secure!,
    spki: createHash('sha256').update(spki).digest('base64'),
    get reports() {
      return printed;
    },
    opml: opml(),
    visits,
    forgetVisits: () => {
      visits.length = 0;
    },
    answer(address, answer) {
      const { host, pathname } = new URL(address);
      if (answer) answers.set(host + pathname, answer);
      else answers.delete(host + pathname);
    },
    host(name, answer) {
      if (answer) hosts.set(name, answer);
      else hosts.delete(name);
    },
    print(more) {
      printed = [...printed, ...more];
    },
    async close() {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((done) => server.close(done));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

/** The page that the demonstration opens: an outlet's own report of the reference story. */
export function openingPage(newsroom: Newsroom): string {
  const report = newsroom.reports.find(
    (one) => one.story === 'standoff' && one.outlet === 'meridian' && one.title.includes('refuses'),
  );
  return addressOf(report!);
}

/**
 * Chromium's flags. One key is trusted, rather than all certificates: --ignore-certificate-errors would switch the HTTP
 * cache off, and with it conditional requests. Everything else resolves to nothing.
 */
export const chromiumArguments = ({ http: plain, https: secure, spki }: Ports): string[] => [
  `--ignore-certificate-errors-spki-list=${spki}`,
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  // First of all the browser's own question whether somebody is signed in, which no flag switches off: it is no visit.
  `--host-resolver-rules=MAP accounts.google.com ~NOTFOUND, MAP *:80 127.0.0.1:${plain}, MAP *:443 127.0.0.1:${secure}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
];

/** Firefox's preferences; that certificates are accepted is an option of its launch. */
export const firefoxPreferences = ({ http: plain, https: secure }: Ports): Record<string, string | number | boolean> => ({
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `80=${plain};443=${secure}`,
  'network.http.http3.enable': false,
  'network.trr.mode': 5,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
});
