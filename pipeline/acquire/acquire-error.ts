/** @module Why an input gave no bytes to read, as a stable code. */
import type { FetchErrorCode } from './fetch-error.js';

export type AcquireErrorCode =
  | FetchErrorCode
  /** No such file or folder. */
  | 'not_found'
  /** A folder (or a list) without a single PDF. */
  | 'no_pdf'
  /** Neither file nor folder, or no right to read it. */
  | 'unreadable'
  | 'empty'
  | 'not_a_pdf';

export class AcquireError extends Error {
  /** A try a moment later may succeed. */
  readonly again: boolean;
  constructor(
    readonly code: AcquireErrorCode,
    message: string,
    options?: { cause?: unknown; again?: boolean },
  ) {
    super(message, options);
    this.name = 'AcquireError';
    this.again = options?.again ?? false;
  }
}
