/**
 * @module A local web site under several host names that behaves well and badly on purpose, and writes down every
 * request it gets.
 */
import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hit {
  host: string;
  path: string;
  /** Milliseconds since 1970. */
  began: number;
  ended: number;
  status: number;
  headers: IncomingMessage['headers'];
}

/** Answers a path of a host; undefined is 404. */
export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

export interface Site {
  readonly port: number;
  readonly hits: Hit[];
  /** Requests under way at most at the same time, per host name. */
  readonly most: Map<string, number>;
  url(host: string, path: string): string;
  route(host: string, path: string, answer: Answer): void;
  /** A file with ETag and Last-Modified that answers conditional requests with 304. */
  file(host: string, path: string, body: Buffer, type?: string): void;
  stop(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const routes = new Map<string, Answer>();
  const hits: Hit[] = [];
  const open = new Map<string, number>();
  const most = new Map<string, number>();
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').split(':')[0]!;
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const hit: Hit = {
      host,
      path: url.pathname + url.search,
      began: Date.now(),
      ended: 0,
      status: 0,
      headers: request.headers,
    };
    hits.push(hit);
    open.set(host, (open.get(host) ?? 0) + 1);
    most.set(host, Math.max(most.get(host) ?? 0, open.get(host)!));
    const over = () => {
      if (hit.ended > 0) return;
      hit.ended = Date.now();
      hit.status = response.statusCode;
      open.set(host, (open.get(host) ?? 1) - 1);
    };
    // Sent completely; "close" may be noticed later than the client's next request. Answers that are cut off only
    // close.
    response.once('finish', over).once('close', over);
    const answer = routes.get(`${host}${hit.path}`);
    if (!answer) response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    else void answer(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hits,
    most,
    url: (host, path) => `http://${host}:${port}${path}`,
    route: (host, path, answer) => {
      routes.set(`${host}${path}`, answer);
    },
    file(host, path, body, type = 'application/pdf') {
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      routes.set(`${host}${path}`, (request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
        else response.writeHead(200, { 'content-type': type, etag, 'content-length': body.length }).end(body);
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
