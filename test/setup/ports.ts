/** @module Free TCP ports of 127.0.0.1 for the servers that tests start. */
import { createServer } from 'node:net';

/**
 * Below the range that the kernel gives to outgoing connections: nobody takes such a port by accident between our
 * look and its use.
 */
const [FIRST, LAST] = [15_000, 32_000];

/** Ports that were free a moment ago, all different; every server gets its own. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < count && tries < 1000; tries++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (!ports.has(port) && (await isFree(port))) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export async function freePort(): Promise<number> {
  return (await freePorts(1))[0]!;
}
