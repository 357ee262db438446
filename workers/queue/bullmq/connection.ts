/** @module Options -> one BullMQ queue a kind and a connection of our own, what the parts of this driver share. */
import { Queue, type Telemetry } from 'bullmq';
import { Redis } from 'ioredis';
import { JOB_KINDS, type JobKind, QueueError } from '../job-queue.js';
import { DEFAULT_POLICIES, type RetryPolicies } from '../policy.js';

export interface BullmqQueueOptions {
  /** redis:// or rediss:// URL. The server must run with maxmemory-policy noeviction. */
  url: string;
  /** Names all keys; the braces keep one queue's keys on one node of a Redis cluster. @default "{gongkai}" */
  prefix?: string;
  /** @default DEFAULT_POLICIES */
  policies?: RetryPolicies;
  /** A worker that has not renewed its job's lock for so long is taken for dead (milliseconds). @default 30000 */
  lockMs?: number;
  /** How often the jobs of dead workers are looked for (milliseconds). @default 15000 */
  stalledCheckMs?: number;
  /**
   * true: wait for Redis as long as it takes (workers); false: say soon that it cannot be reached (commands).
   * @default false
   */
  patient?: boolean;
  telemetry?: Telemetry;
  /** Errors of connections that are being re-established. @default ignored */
  onError?: (error: Error) => void;
}

export interface Connection {
  readonly options: Required<Pick<BullmqQueueOptions, 'url' | 'prefix' | 'policies' | 'onError'>> &
    BullmqQueueOptions;
  readonly queues: Readonly<Record<JobKind, Queue>>;
  readonly redis: Redis;
  /** @throws QueueError */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A connection that is gone cannot be closed in good order. */
const CLOSE_MS = 1_500;

export function connect(given: BullmqQueueOptions): Connection {
  const options = { prefix: '{gongkai}', policies: DEFAULT_POLICIES, onError: () => {}, ...given };
  const { url, prefix, onError } = options;
  const maxRetriesPerRequest = options.patient ? null : 3;
  const redis = new Redis(url, { maxRetriesPerRequest });
  let lastError: Error | null = null;
  redis.on('error', (error: Error) => {
    lastError = error;
    onError(error);
  });
  const queues = Object.fromEntries(
    JOB_KINDS.map((kind) => {
      const queue = new Queue(kind, {
        connection: { url, maxRetriesPerRequest },
        prefix,
        ...(options.telemetry ? { telemetry: options.telemetry } : {}),
      });
      queue.on('error', onError);
      return [kind, queue];
    }),
  ) as unknown as Record<JobKind, Queue>;
  return {
    options,
    queues,
    redis,
    async ping() {
      try {
        await redis.ping();
      } catch (cause) {
        const { message } = lastError ?? (cause as Error);
        throw new QueueError(
          `cannot reach the queue at ${withoutPassword(url)}: ${message}; is redis-server running?`,
          { cause },
        );
      }
    },
    async close() {
      await Promise.all(
        Object.values(queues).map((queue) =>
          closeWithin(
            CLOSE_MS,
            () => queue.close(),
            () => queue.disconnect(),
          ),
        ),
      );
      redis.disconnect();
    },
  };
}

/** Closes in good order or, when that takes longer, cuts the connection. */
export async function closeWithin(
  milliseconds: number,
  close: () => Promise<unknown>,
  disconnect: () => Promise<unknown>,
): Promise<void> {
  if (!(await within(milliseconds, close()))) await within(CLOSE_MS, disconnect());
}

/** Waits for the promise, but no longer than that. @returns whether it was done */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = await Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    late,
  ]);
  clearTimeout(timer);
  return done;
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
