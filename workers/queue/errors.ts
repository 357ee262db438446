/** @module What a handler throws is a decision of the queue: try again, give up, or wait. */

export type JobDecision = 'retry' | 'give_up' | 'wait';

/** Tried again after a growing pause until the attempts are used up; then the job stays failed with this reason. */
export class RetryError extends Error {
  readonly decision = 'retry';
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'RetryError';
  }
}

/** Never tried again by itself: the input is bad and stays bad. The job fails at once with this reason. */
export class GiveUpError extends Error {
  readonly decision = 'give_up';
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'GiveUpError';
  }
}

/**
 * Not the job's fault (host busy, storage away, worker stopping): it comes back after the delay and no attempt is
 * counted.
 */
export class WaitError extends Error {
  readonly decision = 'wait';
  constructor(
    readonly code: string,
    message: string,
    readonly delayMs: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'WaitError';
  }
}

export type DecidedError = RetryError | GiveUpError | WaitError;

/**
 * An error of any other class is a fault nobody foresaw: it is retried, and kept with its name when the attempts are
 * used up.
 */
export function decide(error: unknown): DecidedError {
  if (error instanceof RetryError || error instanceof GiveUpError || error instanceof WaitError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new RetryError('internal', cause.message || cause.name, { cause });
}

/** Drivers that keep one string per failure keep "code: message". */
export function formatReason(error: DecidedError): string {
  return `${error.code}: ${error.message}`;
}

export function parseReason(reason: string): { code: string; message: string } {
  const match = /^([a-z][a-z0-9_]*): ([\s\S]*)$/.exec(reason);
  if (match) return { code: match[1]!, message: match[2]! };
  // BullMQ's own words for a job whose worker died more often than allowed.
  if (/stalled more than|started more than/.test(reason)) {
    return {
      code: 'worker_lost',
      message: `the worker died while it had this job, more often than allowed (${reason})`,
    };
  }
  return { code: 'internal', message: reason };
}
