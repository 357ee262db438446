/** @module What a worker has done and what waits -> Prometheus metrics. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { RenderedDocument } from '../pipeline/publish/index.js';
import type { Job, JobQueue, Outcome } from './queue/job-queue.js';

export interface Metrics {
  readonly registry: Registry;
  job(job: Job, outcome: Outcome): void;
  document(rendered: RenderedDocument | null): void;
  download(outcome: string): void;
}

/** From a look at what is published already to a scan of hundreds of pages. */
const SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800];

export function createMetrics(queue: JobQueue, load: () => { waiting: number; running: number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const jobs = new Counter({
    name: 'gongkai_jobs_total',
    help: 'Attempts at jobs by what came of them',
    labelNames: ['kind', 'decision', 'code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'gongkai_job_seconds',
    help: 'Time a job ran in this worker',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const documents = new Counter({
    name: 'gongkai_documents_total',
    help: 'Documents by status; skipped: published already',
    labelNames: ['status'],
    registers,
  });
  const downloads = new Counter({
    name: 'gongkai_downloads_total',
    help: 'PDFs asked for, by what came of it',
    labelNames: ['outcome'],
    registers,
  });
  const pages = new Counter({ name: 'gongkai_pages_total', help: 'Pages of documents read', registers });
  new Gauge({
    name: 'gongkai_queue_jobs',
    help: 'Jobs in the queue, over all workers',
    labelNames: ['kind', 'state'],
    registers,
    async collect() {
      for (const [kind, counts] of Object.entries(await queue.counts())) {
        for (const [state, count] of Object.entries(counts)) this.set({ kind, state }, count as number);
      }
    },
  });
  new Gauge({
    name: 'gongkai_pool_documents',
    help: 'Documents in the children of this worker',
    labelNames: ['state'],
    registers,
    collect() {
      const { waiting, running } = load();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'running' }, running);
    },
  });
  return {
    registry,
    job({ kind }, { decision, milliseconds, error }) {
      jobs.inc({ kind, decision, code: (error as { code?: string } | undefined)?.code ?? '' });
      seconds.observe({ kind }, milliseconds / 1000);
    },
    download(outcome) {
      downloads.inc({ outcome });
    },
    document(rendered) {
      documents.inc({ status: rendered?.summary.document.status ?? 'skipped' });
      pages.inc(rendered?.summary.document.page_count ?? 0);
    },
  };
}
