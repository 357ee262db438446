import { describe, expect, it } from 'vitest';
import { runChaos } from '../bench/chaos-run.js';
import { cephInstalled } from './setup/ceph.js';
import { redisInstalled } from './setup/redis.js';

describe.skipIf(!cephInstalled || !redisInstalled)(
  'chaos, with redis-server and radosgw (bench/chaos.ts is the full one)',
  () => {
    it('loses nothing, writes nothing twice, leaves nothing half-written when workers, Redis, S3 fail', async () => {
      const result = await runChaos({
        documents: 40,
        workers: 3,
        killEveryMs: 2_000,
        killEveryDocuments: 6,
        redisRestarts: 1,
        s3AwayMs: 5_000,
        lockSeconds: 3,
        deadlineMs: 240_000,
      });
      expect(result).toMatchObject({
        expected: 40,
        written: 40,
        missing: 0,
        broken: [],
        different: 0,
        publishedTwice: 0,
        inRunRecord: 40,
        partsLeft: 0,
        failedJobs: 0,
        leftInQueue: 0,
        orphans: 0,
        redisRestarts: 1,
        s3Away: 1,
      });
      expect(result.kills).toBeGreaterThanOrEqual(3);
      expect(result.factLines).toBeGreaterThan(0);
    }, 300_000);
  },
);
