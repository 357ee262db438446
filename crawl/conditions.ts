/**
 * @module What is known of a URL -> the headers that make a request conditional; and what to do with a "not modified"
 * that helps nobody.
 */
import type { SafeResponse } from '../pipeline/acquire/safe-fetch.js';
import { CrawlError } from './context.js';
import { type PoliteFetcher, type PoliteRequest, politeFetch } from './polite-fetch.js';
import type { UrlRecord } from './records.js';

export function conditions(record: Pick<UrlRecord, 'etag' | 'last_modified'>): Record<string, string> {
  return {
    ...(record.etag ? { 'if-none-match': record.etag } : {}),
    ...(record.last_modified ? { 'if-modified-since': record.last_modified } : {}),
  };
}

/**
 * Some servers and caches answer 304 to whoever asks. Where we hold nothing that it could refer to, the URL is asked for
 * once more, without conditions and past caches.
 * @param held whether we hold what a 304 refers to
 * @throws CrawlError not_modified when the answer is 304 all the same; what politeFetch throws
 */
export async function fetchHeld(
  fetcher: PoliteFetcher,
  request: PoliteRequest,
  held: boolean,
): Promise<SafeResponse> {
  const answer = await politeFetch(fetcher, request);
  if (answer.status !== 304 || held) return answer;
  const whole = await politeFetch(fetcher, { ...request, headers: { 'cache-control': 'no-cache' } });
  if (whole.status === 304)
    throw new CrawlError(
      'not_modified',
      `${request.url} answered 304 (not modified) to a request without conditions, and there is no copy of it here`,
      true,
    );
  return whole;
}
