/** @module Errors that are the caller's: shown without a stack, exit code 2. */

/** The call was wrong: nothing was started. The message says what to write instead. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The call was right and the work failed: exit code 1. The message says what to do next. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}
