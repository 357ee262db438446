/** @module A running child and its limits -> the word to kill it, with the reason. */
import { readFileSync } from 'node:fs';
import type { FailureCode } from './failure.js';
import { deadlineFor, type Limits } from './limits.js';
import type { ProgressReport } from './protocol.js';

export interface Watched {
  pid: number | undefined;
  /** Size of the source. */
  bytes: number;
  limits: Limits;
  kill(code: FailureCode, why: string): void;
}

export interface Watchdog {
  progressed(progress: ProgressReport): void;
  stop(): void;
}

const LOOK_EVERY_MS = 100;
/**
 * A child that waits for something that never comes uses no CPU: after five times the limit by the clock it goes all
 * the same.
 */
const CLOCK_FACTOR = 5;

export function watch({ pid, bytes, limits, kill }: Watched): Watchdog {
  const started = now(pid);
  let last = started;
  let total = deadlineFor(limits, { bytes, pages: 0 });
  let stopped = false;
  const look = (): void => {
    // The answer of a child that is done may lie unread behind this timer.
    if (stopped) return;
    const at = now(pid);
    const rss = residentMb(pid);
    const spent = limits.deadlineMs === null ? charged(started, at) : at.clock - started.clock;
    if (rss > limits.memoryMb)
      kill('memory', `stopped at ${Math.round(rss)} MB of memory, its limit is ${limits.memoryMb} MB`);
    else if (spent > total) kill('deadline', `stopped after ${seconds(spent)}, its deadline was ${seconds(total)}`);
    else if (limits.deadlineMs === null && charged(last, at) > limits.stallMs)
      kill('deadline', `stopped because no page was finished for ${seconds(limits.stallMs)}`);
  };
  const timer = setInterval(() => setImmediate(look), LOOK_EVERY_MS);
  return {
    progressed({ pages }) {
      last = now(pid);
      total = deadlineFor(limits, { bytes, pages });
    },
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

interface Moment {
  clock: number;
  cpu: number | null;
}

/**
 * Milliseconds that count against a limit that we reckoned ourselves: the CPU time the child got, so that a machine
 * with too much to do does not kill what it starves; never less than a fifth of the clock's. Where CPU time is not
 * known, the clock's.
 */
function charged(from: Moment, to: Moment): number {
  const clock = to.clock - from.clock;
  if (from.cpu === null || to.cpu === null) return clock;
  return Math.min(clock, Math.max(to.cpu - from.cpu, clock / CLOCK_FACTOR));
}

function now(pid: number | undefined): Moment {
  return { clock: performance.now(), cpu: cpuMs(pid) };
}

/** Linux counts in hundredths of a second for programs. */
const MS_PER_TICK = 10;

function cpuMs(pid: number | undefined): number | null {
  const stat = procFile(pid, 'stat');
  // Fields after the command's name, which may hold spaces and brackets: state is the first, utime and stime 12 and
  // 13.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK : null;
}

/** 0 where the system has no /proc: there the heap limit stands alone. */
function residentMb(pid: number | undefined): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(procFile(pid, 'status') ?? '')?.[1] ?? 0) / 1024;
}

function procFile(pid: number | undefined, name: string): string | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null; // gone
  }
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
