/**
 * @module Every attempt to fetch -> one JSON line in the store, written before the attempt's result is used. Object
 * stores cannot append, so a writer has a segment of its own that it puts again with each line, and begins a new one
 * when it is full.
 */
import { randomBytes } from 'node:crypto';
import { fetchLogKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { append } from '../pipeline/domain/extremes.js';

export interface FetchLine {
  /** When the request began; ISO 8601, UTC. */
  at: string;
  run: string;
  source: string;
  purpose: 'robots' | 'page' | 'pdf';
  url: string;
  outcome: 'fetched' | 'not_modified' | 'redirect' | 'refused' | 'failed' | 'disallowed';
  /** HTTP status; null when no answer came or none was asked for. */
  status: number | null;
  bytes: number;
  milliseconds: number;
  /** Content hash of what was fetched. */
  sha256: string | null;
  /** Where a redirect leads. */
  location: string | null;
  /** Why it failed or was refused: code and message. */
  error: string | null;
}

export interface FetchLog {
  /** Resolves when the line is in the store. */
  write(line: FetchLine): Promise<void>;
}

/** Lines a segment: a line is written at most this often. */
const SEGMENT_LINES = 100;

interface Pending {
  text: string;
  day: string;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export function createFetchLog(store: ObjectStore, writer = randomBytes(6).toString('hex')): FetchLog {
  const pending: Pending[] = [];
  let running = false;
  let segment = 0;
  let day = '';
  let lines: string[] = [];

  /** What arrives while a put is under way goes with the next one. */
  async function drain(): Promise<void> {
    running = true;
    while (pending.length > 0) {
      if (lines.length >= SEGMENT_LINES || (lines.length > 0 && pending[0]!.day !== day)) {
        segment += 1;
        lines = [];
      }
      day = pending[0]!.day;
      const other = pending.findIndex((each) => each.day !== day);
      const batch = pending.splice(0, Math.min(SEGMENT_LINES - lines.length, other < 0 ? pending.length : other));
      append(
        lines,
        batch.map((each) => each.text),
      );
      try {
        await store.put(fetchLogKey(day, writer, segment), `${lines.join('\n')}\n`, {
          contentType: 'application/x-ndjson',
        });
        for (const each of batch) each.resolve();
      } catch (error) {
        // The lines stay in the segment: the next put that succeeds carries them too.
        for (const each of batch) each.reject(error);
      }
    }
    running = false;
  }

  return {
    write(line) {
      return new Promise((resolve, reject) => {
        pending.push({ text: JSON.stringify(line), day: line.at.slice(0, 10), resolve, reject });
        if (!running) void drain();
      });
    },
  };
}
