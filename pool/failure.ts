/** @module Why one document gave no result: a stable code, the stage, the page. The batch goes on. */
import type { ReadErrorCode } from '../pipeline/read/reader.js';

export type PoolFailureCode =
  /** Stopped by its deadline, or because no page was finished for too long. */
  | 'deadline'
  /** Stopped because it passed the memory cap. */
  | 'memory'
  /** The child died by itself. */
  | 'crash'
  /** The caller withdrew the job, or the pool was closed. */
  | 'cancelled'
  /** The file changed between being listed and being read. */
  | 'changed'
  /** A fault of the program, not of the document. */
  | 'internal';

export type FailureCode = PoolFailureCode | ReadErrorCode;

/** Codes for which the same bytes may go through next time (another machine, more time or memory). */
const RETRYABLE: ReadonlySet<string> = new Set(['deadline', 'memory', 'crash', 'cancelled', 'changed']);

export class DocumentFailure extends Error {
  readonly retryable: boolean;
  readonly stage: string;
  readonly page: number | null;
  constructor(
    readonly code: FailureCode,
    message: string,
    where: { stage: string; page?: number | null; stack?: string | null },
  ) {
    super(message);
    this.name = 'DocumentFailure';
    this.stage = where.stage;
    this.page = where.page ?? null;
    this.retryable = RETRYABLE.has(code);
    if (where.stack) this.stack = where.stack;
  }
}
