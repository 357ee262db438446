import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ObjectStoreError, openStore, parseS3Uri, type ObjectStore } from '../../stores/index.js';
import { createS3Store } from '../../stores/s3.js';
import { describeObjectStore } from '../conformance/object-store.js';
import { cephInstalled, startCeph, type CephServer } from '../setup/ceph.js';

describe('S3 places', () => {
  it('reads bucket, prefix and settings', () => {
    expect(parseS3Uri('s3://bucket')).toEqual({ bucket: 'bucket', prefix: '' });
    expect(parseS3Uri('s3://bucket/a/b/?endpoint=http://127.0.0.1:9000&region=cn-east-1&path_style=true'))
      .toEqual({ bucket: 'bucket', prefix: 'a/b', endpoint: 'http://127.0.0.1:9000', region: 'cn-east-1', pathStyle: true });
  });
  it.each(['s3://', 's3://A', 's3://bucket/a b', 's3://bucket/../x y', 's3://bucket?endpiont=http://x', 's3://bucket?endpoint=x', 's3://bucket?path_style=1'])(
    'refuses %s', (uri) => expect(() => parseS3Uri(uri)).toThrow(ObjectStoreError));
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
  afterAll(async () => { await ceph?.stop(); });

  const create = async (more: Partial<Parameters<typeof createS3Store>[0]> = {}): Promise<ObjectStore> => createS3Store({
    bucket, prefix: `test/${randomUUID()}`, endpoint: ceph.endpoint,
    credentials: { accessKeyId: ceph.accessKeyId, secretAccessKey: ceph.secretAccessKey }, ...more,
  });

  describeObjectStore('s3', create);

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
