/** @module Why a download gave nothing, as a stable code and whether a later try can help. */

export type FetchErrorCode =
  | 'url_invalid'
  | 'address_refused'
  | 'dns'
  | 'network'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'http_status'
  | 'cancelled';

/** Codes for which the same request may succeed later; the others are never retried. */
const RETRYABLE: ReadonlySet<FetchErrorCode> = new Set(['dns', 'network', 'timeout']);

export class FetchError extends Error {
  readonly retryable: boolean;
  constructor(
    readonly code: FetchErrorCode,
    message: string,
    readonly url: string,
    options?: { cause?: unknown; retryable?: boolean },
  ) {
    super(message, options);
    this.name = 'FetchError';
    this.retryable = options?.retryable ?? RETRYABLE.has(code);
  }
}
