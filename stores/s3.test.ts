import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ObjectStoreError, openStore, parseS3Uri, type ObjectStore } from './index.js';
import { createS3Store } from './s3.js';
import { gongkai, samples } from '../test/cli/run.js';
import { describeObjectStore } from '../test/conformance/object-store.js';
import { cephInstalled, startCeph, type CephServer } from '../test/setup/ceph.js';

/** Runs vary; the rest must not. */
async function keysOf(store: ObjectStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list('')) if (!key.startsWith('runs/')) keys.push(key);
  return keys;
}

describe('S3 places', () => {
  it('reads bucket, prefix and settings', () => {
    expect(parseS3Uri('s3://bucket')).toEqual({ bucket: 'bucket', prefix: '' });
    expect(parseS3Uri('s3://bucket/a/b/?endpoint=http://127.0.0.1:9000&region=cn-east-1&path_style=true')).toEqual({
      bucket: 'bucket',
      prefix: 'a/b',
      endpoint: 'http://127.0.0.1:9000',
      region: 'cn-east-1',
      pathStyle: true,
    });
  });
  it.each([
    's3://',
    's3://A',
    's3://bucket/a b',
    's3://bucket/../x y',
    's3://bucket?endpiont=http://x',
    's3://bucket?endpoint=x',
    's3://bucket?path_style=1',
  ])('refuses %s', (uri) => expect(() => parseS3Uri(uri)).toThrow(ObjectStoreError));
  it('refuses other schemes', async () => {
    await expect(openStore('gs://bucket/x')).rejects.toThrow(/folder or s3:/);
  });
});

describe.skipIf(!cephInstalled)('on a real radosgw', () => {
  let ceph: CephServer;
  const bucket = 'gongkai-conformance';
  beforeAll(async () => {
    ceph = await startCeph();
    await ceph.createBucket(bucket);
  }, 120_000);
  afterAll(async () => {
    await ceph?.stop();
  });

  const create = async (more: Partial<Parameters<typeof createS3Store>[0]> = {}): Promise<ObjectStore> =>
    createS3Store({
      bucket,
      prefix: `test/${randomUUID()}`,
      endpoint: ceph.endpoint,
      credentials: { accessKeyId: ceph.accessKeyId, secretAccessKey: ceph.secretAccessKey },
      ...more,
    });

  describeObjectStore('s3', create);

  it('takes from the command line what a folder gets, byte for byte', async () => {
    const sample = `${samples}/shaanxi-bureau-2023.pdf`;
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-s3-'));
    const prefix = `cli/${randomUUID()}`;
    const place = `s3://${bucket}/${prefix}?endpoint=${ceph.endpoint}`;
    const run = (out: string, ...more: string[]) =>
      gongkai(['extract', sample, '--out', out, '--json', '-q', ...more], { env: ceph.env });
    try {
      expect((await run(folder)).status).toBe(0);
      expect(await run(place)).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse((await run(place, '--resume')).stdout)).toMatchObject({ counts: { skipped: 1, written: 0 } });
      const [here, there] = [await openStore(folder), await create({ prefix })];
      const keys = await keysOf(here);
      expect(keys).toHaveLength(4);
      expect(await keysOf(there)).toEqual(keys);
      for (const key of keys)
        expect(
          Buffer.compare((await here.get(key)) ?? Buffer.of(1), (await there.get(key)) ?? Buffer.of(2)),
          key,
        ).toBe(0);
      await there.close();
      const missing = await gongkai(['extract', sample, '--out', `s3://no-such-bucket?endpoint=${ceph.endpoint}`], {
        env: ceph.env,
      });
      expect(missing).toMatchObject({ status: 2, stderr: expect.stringContaining('create the bucket first') });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 300_000);

  it('names a missing bucket', async () => {
    const store = await create({ bucket: 'not-there' });
    await expect(store.put('a', 'x')).rejects.toThrow(/create the bucket/);
    await store.close();
  });

  it('says that refused credentials are not worth a retry', async () => {
    const store = await create({ credentials: { accessKeyId: ceph.accessKeyId, secretAccessKey: 'wrong' } });
    await expect(store.put('a', 'x')).rejects.toMatchObject({ name: 'ObjectStoreError', retryable: false });
    await store.close();
  });

  it('calls an unreachable server retryable', async () => {
    const store = await create({ endpoint: 'http://127.0.0.1:1', maxAttempts: 2 });
    await expect(store.get('a')).rejects.toMatchObject({ name: 'ObjectStoreError', retryable: true });
    await store.close();
  });
});
