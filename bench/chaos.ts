/**
 * Chaos: `npx tsx bench/chaos.ts [documents]` (needs `npm run build`, redis-server and Ceph's radosgw).
 * 300 documents, 3 workers, one killed every few seconds, Redis restarted twice, S3 away for 20 s.
 */
import { wholeNumber } from './arguments.js';
import { runChaos } from './chaos-run.js';

const result = await runChaos({
  documents: wholeNumber('documents', process.argv[2], 300),
  workers: 3,
  killEveryMs: 5_000,
  killEveryDocuments: 4,
  redisRestarts: 2,
  s3AwayMs: 20_000,
  lockSeconds: 5,
  deadlineMs: 45 * 60_000,
  log: (text) => console.error(text),
});
console.log(JSON.stringify(result, null, 2));
const good =
  result.written === result.expected &&
  result.missing === 0 &&
  result.broken.length === 0 &&
  result.different === 0 &&
  result.publishedTwice === 0 &&
  result.inRunRecord === result.expected &&
  result.partsLeft === 0 &&
  result.failedJobs === 0 &&
  result.leftInQueue === 0 &&
  result.orphans === 0;
process.exitCode = good ? 0 : 1;
