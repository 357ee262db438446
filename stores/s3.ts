/**
 * @module ObjectStore on S3 and its compatibles (Ceph radosgw, MinIO, Garage, OSS, COS): conditional writes,
 * multipart, ranges.
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { checkKey, checkPrefix, toBytes } from './keys.js';
import { ObjectStoreError, type ObjectStore, type PutOptions } from './object-store.js';

export interface S3StoreOptions {
  bucket: string;
  /** Put before every key; "" for the whole bucket. No leading or trailing "/". */
  prefix?: string;
  /** Server of a compatible, http(s)://host:port. @default AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, else AWS */
  endpoint?: string;
  /** @default AWS_REGION; us-east-1 where an endpoint is given */
  region?: string;
  /** Bucket in the path, not in the host name. @default true where an endpoint is given */
  pathStyle?: boolean;
  /** @default the SDK's chain: environment, shared files, instance role */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  /** Attempts a request, the first included. @default 5 */
  maxAttempts?: number;
}

/** Larger objects go up in parts, so that a broken connection costs one part, not everything. */
const MULTIPART_FROM = 16 * 1024 * 1024;
const PART_SIZE = 8 * 1024 * 1024;
/**
 * S3 answers 409 while another conditional write of the same key is under way; it asks for the request to be
 * repeated.
 */
const CONFLICT_ATTEMPTS = 6;

export function createS3Store(options: S3StoreOptions): ObjectStore {
  const { bucket, prefix = '' } = options;
  const client = createClient(options);
  const root = prefix === '' ? '' : `${prefix}/`;
  const location = `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
  const at = (key: string) => {
    checkKey(key);
    return { Bucket: bucket, Key: root + key };
  };
  const send = async <T>(verb: string, key: string, action: () => Promise<T>): Promise<T | null> => {
    try {
      return await action();
    } catch (cause) {
      if (isAbsent(cause)) return null;
      throw failed(verb, `${location}/${key}`, cause);
    }
  };

  async function put(
    key: string,
    body: Uint8Array | string,
    putOptions: PutOptions = {},
  ): Promise<'written' | 'exists'> {
    const bytes = toBytes(body);
    const input = {
      ...at(key),
      Body: bytes,
      ContentLength: bytes.length,
      ...(putOptions.contentType ? { ContentType: putOptions.contentType } : {}),
      ...(putOptions.ifAbsent ? { IfNoneMatch: '*' } : {}),
    };
    // Not every compatible honours the condition when parts are completed, and nobody wants to send 100 MB for a 412.
    if (putOptions.ifAbsent && bytes.length >= MULTIPART_FROM && (await head(key))) return 'exists';
    for (let attempt = 1; ; attempt++) {
      try {
        if (bytes.length < MULTIPART_FROM) await client.send(new PutObjectCommand(input));
        else await upload(client, input);
        return 'written';
      } catch (cause) {
        const status = statusOf(cause);
        if (putOptions.ifAbsent && status === 412) return 'exists';
        if (!putOptions.ifAbsent || status !== 409 || attempt >= CONFLICT_ATTEMPTS)
          throw failed('write', `${location}/${key}`, cause);
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * (0.5 + Math.random())));
      }
    }
  }

  async function head(key: string) {
    const target = at(key);
    const found = await send('look at', key, () => client.send(new HeadObjectCommand(target)));
    return found && { key, bytes: found.ContentLength ?? 0 };
  }

  async function get(key: string, range?: string): Promise<Uint8Array | null> {
    const target = at(key);
    return send('read', key, async () => {
      const answer = await client.send(new GetObjectCommand({ ...target, ...(range ? { Range: range } : {}) }));
      return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    });
  }

  return {
    name: 's3',
    location,
    put,
    head,
    get: (key) => get(key),
    async getRange(key, start, end) {
      if (end > start) {
        try {
          return await get(key, `bytes=${start}-${end - 1}`);
        } catch (cause) {
          if (!(cause instanceof ObjectStoreError) || statusOf(cause.cause) !== 416) throw cause;
        }
      }
      // Nothing of the object lies in the range, which is not the same as no object.
      return (await head(key)) ? new Uint8Array() : null;
    },
    async *list(keyPrefix) {
      checkPrefix(keyPrefix);
      let token: string | undefined;
      do {
        const from = token;
        const page = await send('list', keyPrefix, () =>
          client.send(
            new ListObjectsV2Command({
              Bucket: bucket,
              Prefix: root + keyPrefix,
              ...(from ? { ContinuationToken: from } : {}),
            }),
          ),
        );
        for (const object of page?.Contents ?? []) {
          if (object.Key !== undefined) yield { key: object.Key.slice(root.length), bytes: object.Size ?? 0 };
        }
        token = page?.IsTruncated ? page.NextContinuationToken : undefined;
      } while (token !== undefined);
    },
    async delete(key) {
      const target = at(key);
      await send('delete', key, () => client.send(new DeleteObjectCommand(target)));
    },
    async close() {
      client.destroy();
    },
  };
}

function createClient(options: S3StoreOptions): S3Client {
  const { env } = process;
  const endpoint = options.endpoint ?? env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL;
  const region = options.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? (endpoint ? 'us-east-1' : undefined);
  return new S3Client({
    ...(endpoint ? { endpoint } : {}),
    ...(region ? { region } : {}),
    ...(options.credentials ? { credentials: options.credentials } : {}),
    forcePathStyle: options.pathStyle ?? endpoint !== undefined,
    // The SDK's newer default adds checksum trailers that many compatibles reject or store as part of the object.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: options.maxAttempts ?? 5,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 5_000,
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
    }),
  });
}

async function upload(client: S3Client, params: ConstructorParameters<typeof Upload>[0]['params']): Promise<void> {
  await new Upload({
    client,
    params: { ...params, ContentLength: undefined },
    partSize: PART_SIZE,
    queueSize: 4,
    leavePartsOnError: false,
  }).done();
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

function isAbsent(error: unknown): boolean {
  return statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket';
}

/** Names of failures below HTTP that a later try may not meet. */
const NETWORK = /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|TimeoutError|socket hang up/;

function failed(verb: string, where: string, cause: unknown): ObjectStoreError {
  if (cause instanceof ObjectStoreError) return cause;
  const error = cause as Error & { code?: string };
  const status = statusOf(cause);
  const retryable =
    status === undefined
      ? NETWORK.test(`${error.name} ${error.code ?? ''} ${error.message}`)
      : status >= 500 || status === 429 || status === 408 || status === 409;
  const hint =
    error.name === 'NoSuchBucket'
      ? '; create the bucket first'
      : error.name === 'CredentialsProviderError'
        ? '; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
        : error.message === 'Region is missing'
          ? '; add ?region=…, set AWS_REGION, or name a compatible server with ?endpoint=…'
          : status === 403
            ? '; check the credentials and the rights of the bucket'
            : retryable
              ? '; check that the server is up, then try again'
              : '';
  const detail = error.message || error.code || error.name;
  return new ObjectStoreError(
    `cannot ${verb} ${where}: ${detail}${status ? ` (HTTP ${status})` : ''}${hint}`,
    retryable,
    { cause },
  );
}
