/**
 * @module One forked child under watch: a job in, its files' folder out; killed when it passes its time or memory.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { DocumentFailure, type FailureCode } from './failure.js';
import { heapMb, type Limits } from './limits.js';
import type { ChildMessage, ProgressReport, RunMessage } from './protocol.js';
import { watch } from './watchdog.js';

export interface WatchedJob {
  message: Omit<RunMessage, 'type' | 'id'>;
  /** Name for people. */
  name: string;
  /** Size of the source. */
  bytes: number;
  onProgress?: ((progress: ProgressReport) => void) | undefined;
}

export interface JobAnswer {
  summary: unknown;
  files: string[];
}

const STDERR_KEPT = 4_096;
const MB = 1024 * 1024;

export class WatchedChild {
  /** False once it has died or must not be used again. */
  usable = true;
  jobs = 0;
  #process: ChildProcess;
  #limits: Limits;
  #stderr = '';
  #current: {
    id: number;
    name: string;
    settle: (outcome: DocumentFailure | JobAnswer) => void;
    progress: (progress: ProgressReport) => void;
    last: ProgressReport | null;
  } | null = null;

  /** @param temporary folder for what the child leaves behind when it is killed */
  constructor(entry: string, limits: Limits, temporary: string) {
    this.#limits = limits;
    this.#process = fork(entry, [], {
      execArgv: [`--max-old-space-size=${heapMb(limits)}`, '--no-warnings'],
      env: { ...withoutSecrets(process.env), TMPDIR: temporary, TEMP: temporary },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.on('message', (message: ChildMessage) => this.#receive(message));
    this.#process.on('error', (error) => this.#died(`could not be started or reached: ${error.message}`));
    this.#process.on('exit', () => {
      this.usable = false;
    });
    // "close" comes after "exit", when all of stderr, with the reason in it, has arrived.
    this.#process.on('close', (code, signal) =>
      this.#died(
        signal === 'SIGKILL'
          ? 'was ended by SIGKILL, perhaps by the system for want of memory'
          : signal
            ? `was ended by ${signal}`
            : `exited with code ${code}`,
      ),
    );
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-STDERR_KEPT);
    });
    this.#hold(false);
  }

  /** @throws DocumentFailure */
  async run(job: WatchedJob): Promise<JobAnswer> {
    const id = ++this.jobs;
    const watchdog = watch({
      pid: this.#process.pid,
      bytes: job.bytes,
      limits: this.#limits,
      kill: (code, why) => this.kill(code, why),
    });
    this.#hold(true);
    try {
      const outcome = await new Promise<DocumentFailure | JobAnswer>((settle) => {
        this.#current = {
          id,
          name: job.name,
          settle,
          last: null,
          progress: (progress) => {
            watchdog.progressed(progress);
            job.onProgress?.(progress);
          },
        };
        this.#process.send({ type: 'run', id, ...job.message } satisfies RunMessage, (error) => {
          if (error) this.#died(`could not be reached: ${error.message}`);
        });
      });
      if (outcome instanceof DocumentFailure) throw outcome;
      return outcome;
    } finally {
      watchdog.stop();
      this.#current = null;
      this.#hold(false);
      if (this.jobs >= this.#limits.recycleAfter) this.usable = false;
    }
  }

  /** Ends the running job with this failure and the process at once. */
  kill(code: FailureCode, message: string): void {
    this.usable = false;
    const { name = '', last = null } = this.#current ?? {};
    const where = last === null ? 'before its first page' : `after page ${last.done} of ${last.pages}`;
    this.#process.kill('SIGKILL');
    this.#current?.settle(
      new DocumentFailure(code, `${name}: ${message} (${where})`, {
        stage: 'extract',
        page: last && last.done < last.pages ? last.done + 1 : null,
      }),
    );
  }

  /** Lets an idle child go. Resolves when the process has ended. */
  async end(): Promise<void> {
    this.usable = false;
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.ref(); // otherwise the parent may run out of events before the child is gone
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    // Nothing to save in there: a killed child cannot linger in a shutdown of its own.
    child.kill('SIGKILL');
    await gone;
  }

  #receive(message: ChildMessage): void {
    const current = this.#current;
    if (current === null || message.id !== current.id) return;
    if (message.type === 'progress') {
      current.last = { done: message.done, pages: message.pages };
      current.progress(current.last);
      return;
    }
    if (message.rssBytes > this.#limits.recycleMb * MB) this.usable = false;
    if (message.type === 'done') {
      if (message.tainted) this.usable = false;
      current.settle({ summary: message.summary, files: message.files });
      return;
    }
    const { code, stage, page, message: text, stack, tainted } = message.error;
    if (tainted) this.usable = false;
    current.settle(new DocumentFailure(code as FailureCode, text, { stage, page, stack }));
  }

  #died(how: string): void {
    this.usable = false;
    const outOfMemory = /heap out of memory|allocation failed/i.test(this.#stderr);
    const name = this.#current?.name ?? '';
    const page = this.#current?.last;
    const failure = outOfMemory
      ? new DocumentFailure(
          'memory',
          `${name}: needs more than the ${heapMb(this.#limits)} MB of JavaScript heap that its memory limit allows`,
          { stage: 'extract' },
        )
      : new DocumentFailure('crash', `${name}: its child process ${how}${lastLine(this.#stderr)}`, {
          stage: 'extract',
          page: page ? page.done + 1 : null,
        });
    this.#current?.settle(failure);
  }

  /** Only a running job keeps the parent's event loop alive. */
  #hold(busy: boolean): void {
    const child = this.#process;
    const stderr = child.stderr as (NodeJS.ReadableStream & { ref?(): void; unref?(): void }) | null;
    if (busy) {
      child.ref();
      child.channel?.ref();
      stderr?.ref?.();
    } else {
      child.unref();
      child.channel?.unref();
      stderr?.unref?.();
    }
  }
}

/** Children read hostile files and need no keys to anything. */
function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/SECRET|TOKEN|PASSW|CREDENTIAL|REDIS|QUEUE|^AWS_|^NODE_OPTIONS$/i.test(name),
    ),
  );
}

function lastLine(stderr: string): string {
  const line = stderr
    .split('\n')
    .map((text) => text.trim())
    .find((text) => /Error|fatal|abort/i.test(text));
  return line ? ` (${line.slice(0, 200)})` : '';
}
