/** @module Jobs that are added again and again, by the clock: a whole list of them in, the next times out. */
import { encodeJobData, type JobData } from '../job-data.js';
import { JOB_KINDS, type JobKind } from '../job-queue.js';
import type { Connection } from './connection.js';
import { jobOptions } from './jobs.js';

/** A job that is added again and again. */
export type Schedule = {
  [K in JobKind]: {
    /** Stable: the same name replaces the schedule of before. */
    name: string;
    /** Cron expression. */
    cron: string;
    kind: K;
    data: JobData[K];
  };
}[JobKind];

export interface Schedules {
  /** Makes these the only schedules: others are removed. */
  setSchedules(schedules: readonly Schedule[]): Promise<void>;
  schedules(): Promise<{ name: string; cron: string; next: string | null }[]>;
}

/** Chinese public offices keep one time. */
const TIME_ZONE = 'Asia/Shanghai';

export function createSchedules({ queues, options: { policies } }: Connection): Schedules {
  return {
    async setSchedules(schedules) {
      const wanted = new Set(schedules.map(({ kind, name }) => `${kind} ${name}`));
      for (const kind of JOB_KINDS) {
        for (const { key } of await queues[kind].getJobSchedulers()) {
          if (!wanted.has(`${kind} ${key}`)) await queues[kind].removeJobScheduler(key);
        }
      }
      for (const { name, cron, kind, data } of schedules) {
        const template = {
          name: kind,
          data: encodeJobData(kind, data),
          opts: jobOptions(policies, { kind, id: name }),
        };
        await queues[kind].upsertJobScheduler(name, { pattern: cron, tz: TIME_ZONE }, template);
      }
    },
    async schedules() {
      const found = await Promise.all(JOB_KINDS.map((kind) => queues[kind].getJobSchedulers()));
      return found.flat().map(({ key, pattern, next }) => ({
        name: key,
        cron: pattern ?? '',
        next: next ? new Date(next).toISOString() : null,
      }));
    },
  };
}
