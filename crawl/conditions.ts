/** @module What is known of a URL -> the headers that make a request conditional. */
import type { UrlRecord } from './records.js';

export function conditions(record: Pick<UrlRecord, 'etag' | 'last_modified'>): Record<string, string> {
  return {
    ...(record.etag ? { 'if-none-match': record.etag } : {}),
    ...(record.last_modified ? { 'if-modified-since': record.last_modified } : {}),
  };
}
