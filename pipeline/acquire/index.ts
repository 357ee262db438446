/** @module One input (a file, a URL) -> its bytes, their SHA-256 and what to call it. Nothing but PDFs gets through. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AcquireError } from './acquire-error.js';
import type { Input } from './inputs.js';
import type { SafeFetchOptions } from './safe-fetch.js';
import { FILE_TYPES, sniff } from './sniff.js';

export { AcquireError, type AcquireErrorCode } from './acquire-error.js';
export { expandInputs, inputName, type Input, type MissingInput } from './inputs.js';

export interface Acquired {
  /**
   * Goes into document.json: the URL, or "file:" and the file's name. No folder of this machine: same bytes, same
   * document.
   */
  uri: string;
  file_name: string;
  sha256: string;
  bytes: Uint8Array;
  /** Where the bytes lie on this machine; null for a download. */
  path: string | null;
}

export interface AcquireOptions {
  /** Largest file or download in bytes. @default 209715200 (200 MiB) */
  maxBytes?: number;
  /** For URLs: waits before a second, third … try where a later one may succeed. @default [1000, 4000] milliseconds */
  retryAfterMs?: readonly number[];
  /** For URLs. */
  fetch?: Omit<SafeFetchOptions, 'maxBytes' | 'signal'>;
  signal?: AbortSignal;
}

const DEFAULT_MAX_BYTES = 200 * 1024 * 1024;

/** @throws AcquireError */
export async function acquire(input: Input, options: AcquireOptions = {}): Promise<Acquired> {
  const { bytes, file_name, uri, path } =
    input.kind === 'file' ? await readLocal(input.path, options) : await download(input.url, options);
  checkType(bytes, path ?? uri);
  return { uri, file_name, path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** @throws AcquireError empty, not_a_pdf */
export function checkType(bytes: Uint8Array, name: string): void {
  const type = sniff(bytes);
  if (type === 'empty') throw new AcquireError('empty', `${name} is empty (0 bytes)`);
  if (type !== 'pdf') throw new AcquireError('not_a_pdf', `${name} is not a PDF: it is ${FILE_TYPES[type]}`);
}

async function readLocal(path: string, options: AcquireOptions): Promise<Omit<Acquired, 'sha256'>> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  try {
    const found = await stat(path);
    // A device or a pipe may have no end.
    if (!found.isFile()) throw new AcquireError('unreadable', `${path} is not a file`);
    if (found.size > maxBytes)
      throw new AcquireError(
        'too_large',
        `${path} has ${found.size} bytes, more than the limit of ${maxBytes}; raise --max-bytes to read it`,
      );
    const bytes = await readFile(path);
    return {
      bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      path,
      file_name: basename(path),
      uri: fileUri(basename(path)),
    };
  } catch (cause) {
    if (cause instanceof AcquireError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AcquireError(missing ? 'not_found' : 'unreadable', `${path}: ${(cause as Error).message}`, { cause });
  }
}

/** The server is asked for too much or is being restarted. */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

async function download(url: string, options: AcquireOptions): Promise<Omit<Acquired, 'sha256'>> {
  for (const wait of options.retryAfterMs ?? [1_000, 4_000]) {
    try {
      return await downloadOnce(url, options);
    } catch (error) {
      if (!(error as { again?: boolean }).again || options.signal?.aborted) throw error;
      await setTimeout(wait);
    }
  }
  return downloadOnce(url, options);
}

async function downloadOnce(url: string, options: AcquireOptions): Promise<Omit<Acquired, 'sha256'>> {
  // Loaded for URLs only: a batch of files starts without an HTTP client.
  const { safeFetch } = await import('./safe-fetch.js');
  try {
    const answer = await safeFetch(url, {
      ...options.fetch,
      maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (answer.status !== 200)
      throw new AcquireError('http_status', `${url} answered with status ${answer.status}`, {
        again: BUSY.has(answer.status),
      });
    return { bytes: answer.body, path: null, uri: url, file_name: nameFromUrl(answer.finalUrl) };
  } catch (cause) {
    if (cause instanceof AcquireError) throw cause;
    const { code, message } = cause as { code: AcquireError['code']; message: string };
    throw new AcquireError(code, message, { cause, again: code === 'network' || code === 'dns' });
  }
}

/** Names are for people; what a URI reserves is escaped, Chinese stays readable. */
export function fileUri(name: string): string {
  return `file:${name.replace(/[%#?\s\\]/g, encodeURIComponent)}`;
}

export function nameFromUrl(url: string): string {
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? 'document.pdf';
  try {
    return decodeURIComponent(last).replace(/[/\\\p{Cc}]/gu, '_');
  } catch {
    return last;
  }
}
