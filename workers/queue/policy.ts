/** @module How often and how patiently each kind of job is tried; one table for all drivers. */
import type { JobKind } from './job-queue.js';

export interface RetryPolicy {
  /** Counted attempts before a job stays failed. */
  attempts: number;
  /** First pause in milliseconds; doubles with every attempt. */
  backoffMs: number;
  maxBackoffMs: number;
}

export type RetryPolicies = Readonly<Record<JobKind, RetryPolicy>>;

/**
 * Servers have bad hours, so fetching is tried patiently. A document that breaks its child three times is poison:
 * each try costs a whole deadline of CPU.
 */
export const DEFAULT_POLICIES: RetryPolicies = {
  crawl: { attempts: 5, backoffMs: 30_000, maxBackoffMs: 3_600_000 },
  download: { attempts: 5, backoffMs: 30_000, maxBackoffMs: 3_600_000 },
  recognise: { attempts: 3, backoffMs: 5_000, maxBackoffMs: 300_000 },
  extract: { attempts: 3, backoffMs: 5_000, maxBackoffMs: 300_000 },
  publish: { attempts: 5, backoffMs: 30_000, maxBackoffMs: 3_600_000 },
};

/** Pause before the next try after `attempt` counted ones; up to a quarter is random so that a herd spreads. */
export function backoff(policy: RetryPolicy, attempt: number): number {
  const full = Math.min(policy.maxBackoffMs, policy.backoffMs * 2 ** (attempt - 1));
  return Math.round(full * (0.75 + Math.random() * 0.25));
}
