/**
 * @module Starts a server process for a test in the foreground, keeps the end of its output, and never leaves it
 * behind.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whatever ends this process ends the servers it started: no test run leaves a daemon on the machine. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
// Without a listener these signals end the process at once, without "exit".
process.once('SIGTERM', () => process.exit(143)).once('SIGINT', () => process.exit(130));

export interface Daemon {
  readonly pid: number;
  readonly exited: boolean;
  /** The last lines it printed, for error messages. */
  output(): string;
  /** Sends the signal and waits for the end; SIGKILL after the grace period (milliseconds). Safe to call twice. */
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

export function startDaemon(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Daemon {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  const keep = (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      tail += `\n${error.message}`;
      running.delete(child);
      resolve();
    });
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  return {
    get pid() {
      return child.pid ?? -1;
    },
    get exited() {
      return !running.has(child);
    },
    output: () => tail,
    async stop(signal = 'SIGTERM', graceMs = 5000) {
      if (!running.has(child)) return;
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Polls until `ready` gives true; throws with the daemon's output when it ends first or the deadline passes. */
export async function untilReady(
  name: string,
  daemon: Daemon,
  ready: () => Promise<boolean>,
  deadlineMs = 60_000,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    if (daemon.exited) throw new Error(`${name} ended while starting:\n${daemon.output()}`);
    if (await ready().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`${name} was not ready within ${deadlineMs} ms:\n${daemon.output()}`);
    await sleep(100);
  }
}
