/** @module What one document may take of time and memory, and how long a child lives. */

export interface Limits {
  /**
   * Milliseconds by the clock for a document whatever its size; null: CPU time (see watchdog.ts) of baseMs +
   * perPageMs · pages + perMegabyteMs · MB. @default null
   */
  deadlineMs: number | null;
  /** @default 60000 */
  baseMs: number;
  /** A recognised page takes 1 to 2 s of CPU; slow machines take longer. @default 6000 */
  perPageMs: number;
  /** @default 1000 */
  perMegabyteMs: number;
  /**
   * Longest time without a finished page: a hang in page 1 of 3,000 does not get the time of 3,000 pages. @default
   * 60000
   */
  stallMs: number;
  /** Resident memory at which a child is killed, MB. Its JavaScript heap gets 60 % of it. @default 1024 */
  memoryMb: number;
  /** Documents after which a child is replaced. @default 200 */
  recycleAfter: number;
  /** Resident memory after a document at which a child is replaced, MB. @default 600 */
  recycleMb: number;
}

export const DEFAULT_LIMITS: Limits = {
  deadlineMs: null,
  baseMs: 60_000,
  perPageMs: 6_000,
  perMegabyteMs: 1_000,
  stallMs: 60_000,
  memoryMb: 1024,
  recycleAfter: 200,
  recycleMb: 600,
};

const MB = 1024 * 1024;

/** @returns milliseconds from the start of the job; pages is 0 until the document has been opened */
export function deadlineFor(limits: Limits, size: { bytes: number; pages: number }): number {
  if (limits.deadlineMs !== null) return limits.deadlineMs;
  return Math.round(limits.baseMs + limits.perPageMs * size.pages + limits.perMegabyteMs * (size.bytes / MB));
}

export function heapMb(limits: Limits): number {
  return Math.max(64, Math.floor(limits.memoryMb * 0.6));
}
