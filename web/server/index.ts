/** @module The review pages, listening. */
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ObjectStore } from '../../stores/object-store.js';
import { createPictures } from '../pictures.js';
import type { Language } from '../words.js';
import { createApp } from './app.js';
import { isLoopback, newToken } from './security.js';

export interface ReviewOptions {
  store: ObjectStore;
  /** @default 127.0.0.1 */
  host?: string;
  /** 0: any that is free. @default 4711 */
  port?: number;
  /** Null on loopback: none is asked for. Null elsewhere: a new one is made. */
  token?: string | null;
  board?: Hono | null;
  language?: Language;
}

export interface ReviewServer {
  /** Opens the pages; with the token, where there is one. */
  readonly url: string;
  close(): Promise<void>;
}

/** @throws the system's error when the port is taken or the address is not ours (EADDRINUSE, EADDRNOTAVAIL) */
export async function startReview({
  store,
  host = '127.0.0.1',
  port = 4711,
  token = null,
  board = null,
  language = 'en',
}: ReviewOptions): Promise<ReviewServer> {
  const asked = token ?? (isLoopback(host) ? null : newToken());
  const pictures = createPictures(store);
  pictures.warm();
  const app = await createApp({ store, pictures, token: asked, board, language });
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting: ServerType = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(starting));
    starting.once('error', reject);
  });
  const { port: taken } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}/${asked === null ? '' : `?token=${encodeURIComponent(asked)}`}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await pictures.close();
    },
  };
}
