import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import { extractDivided } from './divided.js';
import { createPool, type Pool, type PoolJob } from './index.js';

const SCAN = new URL('../samples/scans/liaoning-service-centre-2023-150-skew.pdf', import.meta.url);
const bytes = new Uint8Array(readFileSync(SCAN));
const job = (onProgress?: PoolJob['onProgress']): PoolJob => ({
  input: { bytes },
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  source: { uri: 'file:scan.pdf', file_name: 'scan.pdf' },
  options: DEFAULT_OPTIONS,
  ...(onProgress && { onProgress }),
});

describe('a scan divided over children', () => {
  let pool: Pool;
  beforeAll(() => {
    pool = createPool({ jobs: 2 });
  });
  afterAll(() => pool.close());

  it('gives the same bytes as one child alone, with progress by page', async () => {
    const alone = await pool.extract(job());
    const seen: number[] = [];
    const divided = await extractDivided(
      pool,
      job(({ done }) => seen.push(done)),
      2,
      { over: 0, pagesAPart: 1 },
    );
    expect(Buffer.from(divided.document).equals(Buffer.from(alone.document))).toBe(true);
    expect(Buffer.from(divided.facts).equals(Buffer.from(alone.facts))).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(alone.summary.document.page_count);
  }, 240_000);
});
