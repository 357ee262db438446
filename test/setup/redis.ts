/**
 * @module A real redis-server for tests: a port of its own, noeviction, optionally AOF so that it can be restarted
 * without loss.
 */
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { createWorkFolder } from '../../pool/work-folder.js';
import { type Daemon, startDaemon, untilReady } from './daemon.js';
import { freePort } from './ports.js';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /**
   * Stops it without ceremony (SIGKILL unless told) and starts it again on the same port with the same append-only
   * file.
   */
  restart(signal?: NodeJS.Signals, downMs?: number): Promise<void>;
  /** Safe to call twice. */
  stop(): Promise<void>;
}

export interface RedisOptions {
  /**
   * Append-only file, flushed on every write, as infra/redis.conf has it for production once a second. @default false
   */
  aof?: boolean;
}

/** True when the machine has redis-server; suites that need it are skipped visibly otherwise. */
export const redisInstalled: boolean = spawnSync('redis-server', ['--version']).status === 0;

/** "+PONG" once it serves; "-LOADING" while it still reads its append-only file. */
const ping = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });

export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const port = await freePort();
  const folder = createWorkFolder('redis');
  const dir = folder.path;
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
    '--appendonly',
    options.aof ? 'yes' : 'no',
    '--appendfsync',
    'always',
    '--hash-max-listpack-value',
    '512',
    '--daemonize',
    'no',
  ];
  let daemon: Daemon;
  const start = async () => {
    daemon = startDaemon('redis-server', args);
    await untilReady('redis-server', daemon, () => ping(port), 15_000);
  };
  try {
    await start();
  } catch (error) {
    await folder.remove();
    throw error;
  }
  let stopped: Promise<void> | null = null;
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async restart(signal = 'SIGKILL', downMs = 0) {
      await daemon.stop(signal);
      await new Promise((resolve) => setTimeout(resolve, downMs));
      await start();
    },
    stop() {
      stopped ??= daemon.stop('SIGTERM', 2000).then(() => folder.remove());
      return stopped;
    },
  };
}
