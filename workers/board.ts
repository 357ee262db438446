/**
 * @module Bull Board over the queues as a hono app, to be mounted by the service page: `app.route('/queues',
 * createBoard(queue, '/queues'))`.
 */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { BullmqQueue } from './queue/bullmq/index.js';

export interface BoardOptions {
  /** Jobs can be looked at but not retried or removed; there is no login of ours in front of it. @default true */
  readOnly?: boolean;
}

export function createBoard(
  queue: Pick<BullmqQueue, 'queues'>,
  basePath: string,
  { readOnly = true }: BoardOptions = {},
): Hono {
  const serverAdapter = new HonoAdapter(serveStatic);
  serverAdapter.setBasePath(basePath);
  createBullBoard({
    queues: Object.values(queue.queues).map((each) => new BullMQAdapter(each, { readOnlyMode: readOnly })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'gongkai' } },
  });
  return serverAdapter.registerPlugin();
}
