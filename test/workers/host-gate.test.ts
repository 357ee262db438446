import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe } from 'vitest';
import { createMemoryGate } from '../../crawl/host-gate.js';
import { createRedisGate } from '../../workers/redis-gate.js';
import { hostGateConformance } from '../conformance/host-gate.js';
import { type RedisServer, redisInstalled, startRedis } from '../setup/redis.js';

hostGateConformance('memory', () => {
  const gate = createMemoryGate();
  return [gate, gate];
});

describe.skipIf(!redisInstalled)('with redis-server', () => {
  let server: RedisServer;
  let clients: Redis[];
  beforeAll(async () => {
    server = await startRedis();
    clients = [new Redis(server.url), new Redis(server.url)];
  });
  afterAll(async () => {
    for (const client of clients ?? []) client.disconnect();
    await server?.stop();
  });
  hostGateConformance('redis', () => [createRedisGate(clients[0]!), createRedisGate(clients[1]!)]);
});
