/**
 * @module A place as people write it (a folder, s3://bucket/prefix) -> an open ObjectStore. Drivers are loaded when
 * they are asked for.
 */
import { ObjectStoreError, type ObjectStore } from './object-store.js';

export type { ObjectInfo, ObjectStore, PutOptions } from './object-store.js';
export { ObjectStoreError } from './object-store.js';

/**
 * @param place "DIR", "file:///DIR", "memory:" or
 * "s3://bucket/prefix?endpoint=http://host:port&region=…&path_style=true"
 * @throws ObjectStoreError when the place is not understood
 */
export async function openStore(place: string): Promise<ObjectStore> {
  if (place === 'memory:') return (await import('./memory.js')).createMemoryStore();
  if (place.startsWith('s3://')) {
    const options = parseS3Uri(place);
    return (await import('./s3.js')).createS3Store(options);
  }
  if (place.startsWith('file://')) {
    const { fileURLToPath } = await import('node:url');
    return (await import('./fs.js')).createFsStore({ root: fileURLToPath(place) });
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new ObjectStoreError(`"${place}" is no place to write to: a folder or s3://bucket/prefix`, false);
  return (await import('./fs.js')).createFsStore({ root: place });
}

export interface S3Place {
  bucket: string;
  prefix: string;
  endpoint?: string;
  region?: string;
  pathStyle?: boolean;
}

/** @throws ObjectStoreError for a bad bucket name, prefix, or an unknown setting */
export function parseS3Uri(uri: string): S3Place {
  const wrong = (why: string) =>
    new ObjectStoreError(
      `"${uri}": ${why}; expected s3://bucket/prefix?endpoint=http://host:port&region=…&path_style=true`,
      false,
    );
  let url: URL;
  try {
    url = new URL(uri);
  } catch (cause) {
    throw new ObjectStoreError(`"${uri}" is not a URI`, false, { cause });
  }
  const bucket = url.hostname;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw wrong(`"${bucket}" is not a bucket name (3 to 63 of a-z 0-9 . -)`);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  if (prefix !== '' && !/^[A-Za-z0-9._=-]+(\/[A-Za-z0-9._=-]+)*$/.test(prefix))
    throw wrong(`"${prefix}" is not a key prefix`);
  const place: S3Place = { bucket, prefix };
  for (const [name, value] of url.searchParams) {
    if (name === 'endpoint' && /^https?:\/\/[^/]+/.test(value)) place.endpoint = value;
    else if (name === 'region' && value !== '') place.region = value;
    else if (name === 'path_style' && (value === 'true' || value === 'false')) place.pathStyle = value === 'true';
    else throw wrong(`the setting ${name}=${value} is not understood`);
  }
  return place;
}
