/**
 * @module A store, a document and a page -> its picture. PDFs are hostile: they are drawn in a forked child with a
 * memory cap and a deadline that kills. Pictures are kept in memory up to a bound, source files in a temporary
 * folder.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { DEFAULT_LIMITS, type Limits } from '../pool/index.js';
import { WatchedChild } from '../pool/child-process.js';
import { createWorkFolder, type WorkFolder } from '../pool/work-folder.js';
import { rawKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { LruCache } from './lru.js';
import type { PictureJob, PictureRequest, PicturesMade } from './picture-job.js';

export interface Pictures {
  /** PNG. @throws PictureError, DocumentFailure (deadline, memory, crash), ObjectStoreError */
  page(sha256: string, page: number, dpi: number): Promise<Uint8Array>;
  /** One PNG a request; null where the page cannot be drawn. @throws as page() */
  many(sha256: string, requests: readonly PictureRequest[]): Promise<(Uint8Array | null)[]>;
  /** Starts a child before there is work: the first picture need not wait for it. */
  warm(): void;
  close(): Promise<void>;
}

/** The source is not in the store, or a page of it cannot be drawn. */
class PictureError extends Error {
  override name = 'PictureError';
}

export interface PicturesOptions {
  /** Children that draw at the same time. @default 1 */
  jobs?: number;
  limits?: Partial<Limits>;
  /** Bytes of PNG kept in memory. @default 64 MB */
  keepBytes?: number;
}

/** A page takes a fraction of a second; a busy machine several times that. */
const DRAWING: Partial<Limits> = { baseMs: 60_000, stallMs: 60_000, memoryMb: 1024 };
/** Source files kept in the temporary folder. */
const KEEP_SOURCES = 8;

export function createPictures(
  store: ObjectStore,
  { jobs = 1, limits = {}, keepBytes = 64 * 1024 * 1024 }: PicturesOptions = {},
): Pictures {
  const drawing: Limits = { ...DEFAULT_LIMITS, ...DRAWING, ...limits };
  const turn = pLimit(jobs);
  const idle: WatchedChild[] = [];
  const busy = new Set<WatchedChild>();
  const pages = new LruCache<Uint8Array>(keepBytes, (png) => png.length);
  const underWay = new Map<string, Promise<Uint8Array>>();
  const sources = new LruCache<Promise<{ path: string; bytes: number }>>(
    KEEP_SOURCES,
    () => 1,
    (source) => {
      // A child may still read it: it is open there, and removing the name does not take it away.
      void source.then(
        ({ path }) => rm(path, { force: true }),
        () => {},
      );
    },
  );
  let made: WorkFolder | null = null;
  const folder = (): string => (made ??= createWorkFolder('pictures')).path;

  async function fetchSource(sha256: string): Promise<{ path: string; bytes: number }> {
    const body = await store.get(rawKey(sha256));
    if (body === null)
      throw new PictureError(`${rawKey(sha256)} is not in ${store.location}: the page cannot be shown`);
    const path = join(folder(), `${sha256}.${randomUUID()}.pdf`);
    await writeFile(path, body);
    return { path, bytes: body.length };
  }

  function source(sha256: string): Promise<{ path: string; bytes: number }> {
    const known = sources.get(sha256);
    if (known) return known;
    const fetched = fetchSource(sha256);
    sources.set(sha256, fetched);
    fetched.catch(() => sources.delete(sha256));
    return fetched;
  }

  const draw = (sha256: string, requests: readonly PictureRequest[]) =>
    turn(async () => {
      const { path, bytes } = await source(sha256);
      const outDir = join(folder(), randomUUID());
      let child = idle.pop();
      while (child && !child.usable) child = idle.pop();
      child ??= new WatchedChild(childEntry(), drawing, folder());
      busy.add(child);
      try {
        await mkdir(outDir);
        const pictures = requests.map((request, index) => ({ ...request, file: `${index}.png` }));
        const { summary } = await child.run({
          name: `picture of ${sha256.slice(0, 12)}`,
          bytes,
          message: { path, sha256, outDir, job: { sha256, pictures } satisfies PictureJob },
        });
        const failed = new Map((summary as PicturesMade).failed.map(({ file, message }) => [file, message]));
        return await Promise.all(
          pictures.map(async ({ file }) =>
            failed.has(file)
              ? { png: null, why: failed.get(file) ?? '' }
              : { png: new Uint8Array(await readFile(join(outDir, file))), why: '' },
          ),
        );
      } finally {
        await rm(outDir, { recursive: true, force: true });
        busy.delete(child);
        if (child.usable) idle.push(child);
        else await child.end();
      }
    });

  return {
    async page(sha256, page, dpi) {
      const key = `${sha256}/${page}@${dpi}`;
      const known = pages.get(key);
      if (known) return known;
      const wanted =
        underWay.get(key) ??
        (async () => {
          const [made] = await draw(sha256, [{ page, dpi }]);
          if (!made?.png) throw new PictureError(`page ${page} cannot be drawn: ${made?.why}`);
          pages.set(key, made.png);
          return made.png;
        })().finally(() => underWay.delete(key));
      underWay.set(key, wanted);
      return wanted;
    },
    async many(sha256, requests) {
      if (requests.length === 0) return [];
      return (await draw(sha256, requests)).map(({ png }) => png);
    },
    warm() {
      if (idle.length + busy.size === 0) idle.push(new WatchedChild(childEntry(), drawing, folder()));
    },
    async close() {
      turn.clearQueue();
      await Promise.all([...idle.splice(0), ...busy].map((child) => child.end()));
      await made?.remove();
    },
  };
}

/** Children run compiled code; sources loaded by a TypeScript runner (tests) find it in dist/. */
function childEntry(): string {
  return fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? '../dist/web/render-child.js' : './render-child.js', import.meta.url),
  );
}
