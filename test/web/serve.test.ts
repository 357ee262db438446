import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../stores/memory.js';
import { startReview } from '../../web/index.js';
import { createBoard } from '../../workers/board.js';
import { createBullmqQueue } from '../../workers/queue/bullmq/index.js';
import { gongkai, root } from '../cli/run.js';
import { redisInstalled, startRedis } from '../setup/redis.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('gongkai serve', () => {
  it('prints its address, serves, and ends on SIGTERM', async () => {
    const child = spawn(
      process.execPath,
      [`${root}dist/cli/main.js`, 'serve', '--out', folder, '--port', '0', '--token', 'a-token-of-some-length'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const url = line.toString().trim();
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=a-token-of-some-length$/);
      expect((await fetch(new URL('/', url))).status).toBe(401);
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
      child.kill('SIGTERM');
      expect((await once(child, 'exit'))[0]).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it.each([
    [['--port', '70000'], /is not a port number/],
    [['--token', 'short'], /at least 16 characters/],
    [['--queue', 'http://x'], /no redis:\/\//],
  ] as const)('refuses %j', async (args, message) => {
    const { status, stderr } = await gongkai(['serve', '--out', folder, ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('says when the port is taken', async () => {
    const other = await startReview({ store: createMemoryStore(), port: 0 });
    try {
      const { status, stderr } = await gongkai(['serve', '--out', folder, '--port', new URL(other.url).port]);
      expect(status).toBe(1);
      expect(stderr).toMatch(/EADDRINUSE; give another --port/);
    } finally {
      await other.close();
    }
  });
});

describe('gongkai report', () => {
  it('does not write two documents into one file', async () => {
    const { status, stderr } = await gongkai(['report', 'abcd', 'ef01', '--out', folder, '--output', 'page.html']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/takes one document; name a folder for 2/);
  });

  it.each([
    ['../../etc', /neither the SHA-256/],
    ['abcd', /no document of/],
  ] as const)('says what is wrong with %s', async (name, message) => {
    const { status, stderr } = await gongkai(['report', name, '--out', folder]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });
});

describe.skipIf(!redisInstalled)('the queue, on a real Redis (skipped without it)', () => {
  it('is shown under the same protection as the rest', async () => {
    const redis = await startRedis();
    const queue = createBullmqQueue({ url: redis.url });
    const token = 'a token for the queue';
    const server = await startReview({
      store: createMemoryStore(),
      port: 0,
      board: createBoard(queue, '/queues'),
      token,
    });
    try {
      const get = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
        fetch(new URL(path, server.url), { headers });
      expect((await get('/queues', {})).status).toBe(401);
      const page = await get('/queues');
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect((await get('/queues/api/queues')).status).toBe(200);
      expect(
        (
          (await (await get('/queues/api/queues')).json()) as { queues: { name: string; readOnlyMode: boolean }[] }
        ).queues.map(({ readOnlyMode }) => readOnlyMode),
      ).not.toContain(false);
      expect(await (await get('/')).text()).toContain('href="/queues"');
      const write = await fetch(new URL('/queues/api/queues/extract/empty', server.url), {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, origin: 'http://evil.example' },
      });
      expect(write.status).toBe(403);
    } finally {
      await server.close();
      await queue.close();
      await redis.stop();
    }
  });
});
