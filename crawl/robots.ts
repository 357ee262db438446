/**
 * @module robots.txt after RFC 9309: what a site allows, and how long it asks to wait; fetched politely, kept for a
 * day.
 */
import { createRequire } from 'node:module';
import type { Robot } from 'robots-parser';
import type { SafeResponse } from '../pipeline/acquire/safe-fetch.js';

// The package's types describe an ES module's default export; what it ships is CommonJS.
const parseRobots = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Robot;

/** RFC 9309 2.5: parsers must read at least 500 KiB; what stands behind that is ignored. */
export const MAX_ROBOTS_BYTES = 500 * 1024;
/** RFC 9309 2.4: no older than 24 hours. */
const KEEP_MS = 24 * 3600 * 1000;
/** A site that cannot say what it allows is asked again after this. */
const KEEP_UNREACHABLE_MS = 5 * 60 * 1000;
/** The name that a robots.txt group addresses us by. */
export const ROBOTS_NAME = 'gongkai';

export interface RobotsRules {
  allows(url: string): boolean;
  /** Seconds that the site asks to leave between requests; null when it says nothing. */
  crawlDelay: number | null;
  /** The site could not be asked (RFC 9309 2.3.1.4): everything is disallowed for now. */
  unreachable: boolean;
}

/**
 * Fetches one robots.txt, following redirects; null when nothing answered. Throws only what must stop the caller
 * (HostBusy).
 */
export type FetchRobots = (url: string) => Promise<Pick<SafeResponse, 'status' | 'body'> | null>;

const ALLOW_ALL: RobotsRules = { allows: () => true, crawlDelay: null, unreachable: false };
const DISALLOW_ALL: RobotsRules = { allows: () => false, crawlDelay: null, unreachable: true };

/** 2xx: its rules; 4xx: everything allowed (2.3.1.3); 5xx or silence: nothing allowed (2.3.1.4). */
export function rulesFrom(url: string, answer: Pick<SafeResponse, 'status' | 'body'> | null): RobotsRules {
  if (answer === null || answer.status >= 500) return DISALLOW_ALL;
  if (answer.status < 200 || answer.status >= 300) return ALLOW_ALL;
  const text = new TextDecoder().decode(answer.body.subarray(0, MAX_ROBOTS_BYTES)).replace(/^\uFEFF/, '');
  const robot = parseRobots(url, text);
  return {
    allows: (target) => robot.isAllowed(target, ROBOTS_NAME) !== false,
    crawlDelay: robot.getCrawlDelay(ROBOTS_NAME) ?? null,
    unreachable: false,
  };
}

/** One entry an origin. Concurrent callers share one request. */
export class RobotsCache {
  readonly #entries = new Map<string, { rules: Promise<RobotsRules>; until: number }>();

  async rules(target: URL, fetchRobots: FetchRobots): Promise<RobotsRules> {
    const kept = this.#entries.get(target.origin);
    if (kept && kept.until > Date.now()) return kept.rules;
    const url = `${target.origin}/robots.txt`;
    const rules = fetchRobots(url).then((answer) => rulesFrom(url, answer));
    const entry = { rules, until: Date.now() + KEEP_MS };
    this.#entries.set(target.origin, entry);
    try {
      const found = await rules;
      if (found.unreachable) entry.until = Date.now() + KEEP_UNREACHABLE_MS;
      return found;
    } catch (error) {
      this.#entries.delete(target.origin);
      throw error;
    }
  }
}
