/**
 * @module A URL of a source -> its answer, with robots.txt, the host's turn, conditions and bounds respected on every
 * hop, every attempt logged.
 */
import { createHash } from 'node:crypto';
import type { Resolve } from '../pipeline/acquire/addresses.js';
import { isAllowedByName } from '../pipeline/acquire/addresses.js';
import { FetchError } from '../pipeline/acquire/fetch-error.js';
import { type SafeResponse, safeFetch } from '../pipeline/acquire/safe-fetch.js';
import type { FetchLine, FetchLog } from './fetch-log.js';
import type { Doorman } from './host-gate.js';
import { MAX_ROBOTS_BYTES, ROBOTS_NAME, type RobotsCache } from './robots.js';
import type { CrawlSource } from './sources.js';

export interface PoliteFetcher {
  log: FetchLog;
  door: Doorman;
  robots: RobotsCache;
  version: string;
  /** Name service. @default the system's */
  resolve?: Resolve;
}

export interface PoliteRequest {
  url: string;
  purpose: 'page' | 'pdf';
  source: CrawlSource;
  contact: string;
  run: string;
  /** If-None-Match and If-Modified-Since. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** robots.txt does not allow the URL; it is never asked for. */
export class Disallowed extends Error {
  constructor(
    url: string,
    /** the site could not be asked: it may be allowed later */ readonly unreachable: boolean,
  ) {
    super(
      unreachable
        ? `${url}: robots.txt of the site could not be read, so nothing may be fetched for now`
        : `${url}: robots.txt of the site does not allow it`,
    );
    this.name = 'Disallowed';
  }
}

/** The server asked us to come back later. */
export class AskedToWait extends Error {
  constructor(
    url: string,
    readonly status: number,
    readonly waitMs: number,
  ) {
    super(`${url} answered ${status} and asked for ${Math.ceil(waitMs / 1000)} s of patience`);
    this.name = 'AskedToWait';
  }
}

/** Hosts that are not allowed by name are never asked more often than once in so many milliseconds. */
const LEAST_PAUSE_MS = 1000;
/** A robots.txt may ask for much, but not stop a crawl by asking for years. */
const MOST_PAUSE_MS = 300_000;
/** Retry-After beyond a day is cut: by then the host is asked anew. */
const MOST_RETRY_AFTER_MS = 24 * 3600 * 1000;
/** HTML is taken apart in this process: larger pages are no listings. */
const MOST_PAGE_BYTES = 10 * 1024 * 1024;
/** robots.txt redirects: RFC 9309 2.3.1.2 asks for at least five. */
const ROBOTS_REDIRECTS = 5;

const userAgent = (version: string, contact: string): string => `${ROBOTS_NAME}/${version} (+${contact})`;

/**
 * @throws FetchError, Disallowed, AskedToWait, HostBusy; any other status than 429 and 503 with Retry-After is an
 * answer.
 */
export async function politeFetch(fetcher: PoliteFetcher, request: PoliteRequest): Promise<SafeResponse> {
  const { source } = request;
  const redirects: string[] = [];
  let url = request.url;
  for (;;) {
    const target = new URL(url);
    const rules = await fetcher.robots.rules(target, (robotsUrl) => fetchRobots(fetcher, request, robotsUrl));
    if (!rules.allows(target.href)) {
      const error = new Disallowed(url, rules.unreachable);
      await fetcher.log.write({
        ...line(request, request.purpose, url),
        outcome: 'disallowed',
        error: `robots: ${error.message}`,
      });
      throw error;
    }
    const answer = await hop(fetcher, request, url, request.purpose, rules.crawlDelay, {
      maxBytes: Math.min(
        Math.round(source.politeness.max_megabytes * 1024 * 1024),
        request.purpose === 'page' ? MOST_PAGE_BYTES : Infinity,
      ),
      headers: request.headers ?? {},
    });
    const next = redirectOf(answer, url);
    if (next === null) return { ...answer, finalUrl: url, redirects };
    redirects.push(url);
    if (redirects.length > source.politeness.max_redirects) {
      throw new FetchError(
        'too_many_redirects',
        `${request.url} was redirected more than ${source.politeness.max_redirects} times, last to ${next}`,
        request.url,
      );
    }
    url = next;
  }
}

async function fetchRobots(
  fetcher: PoliteFetcher,
  request: PoliteRequest,
  robotsUrl: string,
): Promise<SafeResponse | null> {
  let url = robotsUrl;
  try {
    for (let redirects = 0; ; redirects++) {
      // Read a little further than the parser does, so that a large file is not taken for a broken one.
      const answer = await hop(fetcher, request, url, 'robots', null, {
        maxBytes: 10 * MAX_ROBOTS_BYTES,
        headers: {},
      });
      const next = redirectOf(answer, url);
      if (next === null) return answer;
      // RFC 9309 2.3.1.2: after five redirects it may be taken as unavailable, like a 4xx.
      if (redirects >= ROBOTS_REDIRECTS) return { ...answer, status: 404 };
      url = next;
    }
  } catch (error) {
    // These say more about the URL itself than "robots.txt could not be read".
    if (error instanceof FetchError && ['address_refused', 'url_invalid', 'dns', 'cancelled'].includes(error.code))
      throw error;
    if (error instanceof FetchError || error instanceof AskedToWait) return null;
    throw error;
  }
}

/** One request to one host: waits its turn, asks, leaves the pause behind, writes the line. */
async function hop(
  fetcher: PoliteFetcher,
  request: PoliteRequest,
  url: string,
  purpose: FetchLine['purpose'],
  crawlDelay: number | null,
  limits: { maxBytes: number; headers: Record<string, string> },
): Promise<SafeResponse> {
  const { source } = request;
  const target = new URL(url);
  const timeoutMs = source.politeness.timeout_seconds * 1000;
  const least = isAllowedByName(target, source.allow_hosts) ? 0 : LEAST_PAUSE_MS;
  const pauseMs = Math.max(
    source.politeness.delay_seconds * 1000,
    least,
    Math.min((crawlDelay ?? 0) * 1000, MOST_PAUSE_MS),
  );
  const lease = await fetcher.door.enter(target.hostname, pauseMs, timeoutMs + 10_000, request.signal);
  const entry = line(request, purpose, url);
  const began = performance.now();
  let leaveFor = pauseMs;
  try {
    const answer = await safeFetch(url, {
      allowHosts: source.allow_hosts,
      timeoutMs,
      maxBytes: limits.maxBytes,
      headers: limits.headers,
      redirect: 'manual',
      userAgent: userAgent(fetcher.version, request.contact),
      ...(request.signal ? { signal: request.signal } : {}),
      ...(fetcher.resolve ? { resolve: fetcher.resolve } : {}),
    });
    entry.status = answer.status;
    entry.bytes = answer.body.length;
    const wait = retryAfter(answer);
    if (wait !== null) {
      leaveFor = Math.max(pauseMs, wait);
      throw new AskedToWait(url, answer.status, wait);
    }
    const next = redirectOf(answer, url);
    entry.location = next;
    entry.outcome =
      next !== null
        ? 'redirect'
        : answer.status === 304
          ? 'not_modified'
          : answer.status >= 200 && answer.status < 300
            ? 'fetched'
            : 'failed';
    if (entry.outcome === 'fetched') entry.sha256 = createHash('sha256').update(answer.body).digest('hex');
    return answer;
  } catch (error) {
    entry.outcome =
      error instanceof FetchError && (error.code === 'address_refused' || error.code === 'url_invalid')
        ? 'refused'
        : 'failed';
    entry.error = error instanceof FetchError ? `${error.code}: ${error.message}` : (error as Error).message;
    throw error;
  } finally {
    entry.milliseconds = Math.round(performance.now() - began);
    await lease.leave(leaveFor);
    await fetcher.log.write(entry);
  }
}

function line(request: PoliteRequest, purpose: FetchLine['purpose'], url: string): FetchLine {
  return {
    at: new Date().toISOString(),
    run: request.run,
    source: request.source.id,
    purpose,
    url,
    outcome: 'failed',
    status: null,
    bytes: 0,
    milliseconds: 0,
    sha256: null,
    location: null,
    error: null,
  };
}

/** @throws FetchError url_invalid for a redirect to what is no http URL */
function redirectOf(answer: SafeResponse, url: string): string | null {
  const location = answer.headers.location;
  if (answer.status < 301 || answer.status > 308 || answer.status === 304 || location === undefined) return null;
  const next = URL.canParse(location, url) ? new URL(location, url) : null;
  if (next === null || (next.protocol !== 'http:' && next.protocol !== 'https:')) {
    throw new FetchError('url_invalid', `${url} redirects to "${location}", which is no http or https URL`, url);
  }
  next.hash = '';
  return next.href;
}

/** Milliseconds that 429 or 503 asks for: seconds or an HTTP date. */
function retryAfter(answer: SafeResponse): number | null {
  const value = answer.headers['retry-after']?.trim();
  if ((answer.status !== 429 && answer.status !== 503) || !value) return null;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MOST_RETRY_AFTER_MS) : null;
}
