/**
 * @module Events of a batch -> a bar with pages and rate on a terminal, one line a document elsewhere. Writes to
 * standard error.
 */
import type { SingleBar } from 'cli-progress';
import type { BatchEvent } from '../../pool/batch.js';
import { printable } from './printable.js';
import { coloursFor } from '../terminal.js';

export interface ProgressView {
  take(event: BatchEvent): void;
  /** The number of inputs, once it is known. */
  expect(inputs: number): void;
  stop(): void;
}

export async function createProgress(stream: NodeJS.WriteStream, quiet: boolean): Promise<ProgressView> {
  if (quiet) return { take() {}, expect() {}, stop() {} };
  return stream.isTTY ? createBar(stream) : createLines(stream);
}

async function createBar(stream: NodeJS.WriteStream): Promise<ProgressView> {
  // Its 20 ms of loading are for terminals only.
  const {
    default: { SingleBar: Bar, Presets },
  } = await import('cli-progress');
  const bar: SingleBar = new Bar(
    {
      format: '{bar} {finished}/{inputs} documents · {pages} pages · {rate} pages/s · {name}',
      stream,
      hideCursor: true,
      clearOnComplete: true,
      fps: 10,
      barsize: 24,
      linewrap: false,
      gracefulExit: false,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  const running = new Map<string, { done: number; pages: number }>();
  const started = performance.now();
  let [inputs, finished, pages, open] = [0, 0, 0, false];
  const update = (name: string): void => {
    const seconds = (performance.now() - started) / 1000;
    const partly = [...running.values()].reduce((sum, { done, pages: all }) => sum + (all > 0 ? done / all : 0), 0);
    if (open)
      bar.update(finished + partly, {
        inputs,
        finished,
        pages,
        rate: (pages / Math.max(seconds, 0.001)).toFixed(1),
        name: shorten(name),
      });
  };
  return {
    expect(total) {
      inputs = total;
      bar.start(total, 0, { inputs, finished: 0, pages: 0, rate: '–', name: '' });
      open = true;
    },
    take(event) {
      if (event.type === 'progress') {
        pages += event.done - (running.get(event.name)?.done ?? 0);
        running.set(event.name, { done: event.done, pages: event.pages });
      } else if (event.type !== 'started') {
        running.delete(event.name);
        finished += 1;
      }
      update(event.name);
    },
    stop() {
      if (open) bar.stop();
      open = false;
    },
  };
}

function createLines(stream: NodeJS.WriteStream): ProgressView {
  const { green, red, yellow, dim } = coloursFor(stream);
  return {
    expect() {},
    stop() {},
    take(event) {
      if (event.type === 'written') {
        const { document, tables, facts, findings } = event.rendered.summary;
        const mark = document.status === 'partial' ? yellow('partial') : green('ok');
        stream.write(
          `${mark} ${printable(event.name)}: ${document.page_count} pages, ${tables} tables, ${facts} facts, ${findings.error} errors, ${findings.warning} warnings ${dim(`(${(event.milliseconds / 1000).toFixed(1)} s)`)}\n`,
        );
      } else if (event.type === 'skipped') {
        stream.write(
          `${dim('skipped')} ${printable(event.name)}: ${event.why === 'done' ? 'already done' : 'same bytes as another input'}\n`,
        );
      } else if (event.type === 'failed') {
        stream.write(`${red('failed')} ${printable(event.name)}: ${event.failure.code}\n`);
      }
    },
  };
}

function shorten(name: string): string {
  const last = printable(name.split('/').at(-1) ?? name);
  return last.length > 32 ? `${last.slice(0, 31)}…` : last;
}
