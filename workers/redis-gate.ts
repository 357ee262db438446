/**
 * @module HostGate in Redis: one connection a host and the pause between requests hold over all workers on all
 * machines.
 */
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { HostGate } from '../crawl/host-gate.js';

/**
 * Scripts run as one; the clock is that of Redis, so that workers' clocks may differ. A worker that died frees its
 * host when the lease ends.
 */
const ENTER = `
local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000)
local held = tonumber(redis.call('HGET', KEYS[1], 'held_until') or '0')
if held > now then return math.min(250, held - now) end
local free = tonumber(redis.call('HGET', KEYS[1], 'free_at') or '0')
if free > now then return free - now end
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'held_until', now + ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 0`;

const LEAVE = `
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000)
local free = math.max(tonumber(redis.call('HGET', KEYS[1], 'free_at') or '0'), now + ARGV[2])
redis.call('HSET', KEYS[1], 'holder', '', 'held_until', 0, 'free_at', free)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

const QUEUE = `
local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000)
local slot = math.max(tonumber(redis.call('HGET', KEYS[1], 'slot') or '0'), tonumber(redis.call('HGET', KEYS[1], 'free_at') or '0'), now) + ARGV[1]
redis.call('HSET', KEYS[1], 'slot', slot)
redis.call('PEXPIRE', KEYS[1], math.max(ARGV[2], slot - now))
return slot - now`;

/** Longer than any pause a host can ask for. */
const KEEP_MS = 2 * 24 * 3600 * 1000;

export function createRedisGate(redis: Redis, prefix = '{gongkai}'): HostGate {
  const keyOf = (host: string) => `${prefix}:host:${host}`;
  const run = async (script: string, host: string, ...args: (string | number)[]) =>
    Number(await redis.eval(script, 1, keyOf(host), ...args.map(String)));
  return {
    async enter(host, leaseMs) {
      const token = randomUUID();
      const wait = await run(ENTER, host, token, Math.round(leaseMs), KEEP_MS);
      if (wait > 0) return wait;
      return {
        async leave(pauseMs) {
          await run(LEAVE, host, token, Math.round(pauseMs), KEEP_MS);
        },
      };
    },
    queue: (host, pauseMs) => run(QUEUE, host, Math.round(pauseMs), KEEP_MS),
  };
}
