/**
 * @module A URL that nobody vouches for -> status, headers and bounded bytes. http and https only; every hop's
 * address is checked after name resolution and the connection is pinned to the address that was checked.
 */
import { pipeline } from 'node:stream';
import type { LookupFunction } from 'node:net';
import { isIPv6 } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request, type Dispatcher } from 'undici';
import { resolveChecked, systemResolve, type Resolve } from './addresses.js';
import { FetchError } from './fetch-error.js';

export interface SafeFetchOptions {
  /** Host names ("localhost", "localhost:8080") that may lead to private addresses. @default [] */
  allowHosts?: readonly string[];
  /** Largest body in bytes, counted after decompression. @default 209715200 (200 MiB) */
  maxBytes?: number;
  /** Milliseconds for the whole request, redirects and body included. @default 120000 */
  timeoutMs?: number;
  /** @default 5 */
  maxRedirects?: number;
  /**
   * manual: an answer that redirects is handed on as it is, for callers who ask the next host's permission first.
   * @default "follow"
   */
  redirect?: 'follow' | 'manual';
  /** Extra request headers; Authorization and Cookie are not sent to another origin after a redirect. */
  headers?: Readonly<Record<string, string>>;
  /** @default "gongkai" */
  userAgent?: string;
  signal?: AbortSignal;
  /** Name service. @default the system's */
  resolve?: Resolve;
}

export interface SafeResponse {
  status: number;
  /** Lower-case names; repeated headers joined with ", ". */
  headers: Record<string, string>;
  finalUrl: string;
  body: Uint8Array;
  /** URLs that were left by a redirect, in order. */
  redirects: string[];
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MIB = 1024 * 1024;

/**
 * Any status is an answer (304 and 404 included); only what prevents an answer throws.
 * @throws FetchError
 */
export async function safeFetch(url: string, options: SafeFetchOptions = {}): Promise<SafeResponse> {
  const { maxRedirects = 5, timeoutMs = 120_000 } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const redirects: string[] = [];
  let current = parseUrl(url);
  let headers = requestHeaders(options);
  for (;;) {
    let hop: Hop;
    try {
      hop = await fetchHop(current, headers, signal, options);
    } catch (cause) {
      throw explain(cause, current, { deadline, timeoutMs, cancelled: options.signal?.aborted ?? false });
    }
    if (hop.location === null || options.redirect === 'manual')
      return { ...hop.answer, finalUrl: current.href, redirects };
    if (redirects.length >= maxRedirects) {
      throw new FetchError(
        'too_many_redirects',
        `${url} was redirected more than ${maxRedirects} times, last to ${hop.location}`,
        url,
      );
    }
    redirects.push(current.href);
    const next = parseUrl(hop.location, current);
    if (next.origin !== current.origin) headers = withoutSecrets(headers);
    current = next;
  }
}

interface Hop {
  location: string | null;
  answer: Pick<SafeResponse, 'status' | 'headers' | 'body'>;
}

async function fetchHop(
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
  options: SafeFetchOptions,
): Promise<Hop> {
  signal.throwIfAborted();
  const addresses = await resolveChecked(url, options.allowHosts ?? [], options.resolve ?? systemResolve);
  const agent = pinnedAgent(addresses);
  try {
    const response = await request(url, { dispatcher: agent, method: 'GET', headers, signal });
    // A body that is thrown away errs with "aborted"; unheard, that would end the process. Readers get it all the same.
    response.body.on('error', () => {});
    const answer: Hop['answer'] = {
      status: response.statusCode,
      headers: plainHeaders(response.headers),
      body: new Uint8Array(),
    };
    const location = REDIRECTS.has(response.statusCode) ? (answer.headers.location ?? null) : null;
    if (location !== null) {
      response.body.destroy();
      return { location, answer };
    }
    answer.body = await readBounded(response, answer.headers, options.maxBytes ?? 200 * MIB, url);
    return { location: null, answer };
  } finally {
    // destroy, not close: an endless body must not keep the socket.
    await agent.destroy();
  }
}

/** Connects to the checked addresses only, whatever the name resolves to by then. */
function pinnedAgent(addresses: readonly string[]): Agent {
  const entries = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  const pinned: LookupFunction = (_hostname, lookupOptions, callback) => {
    const first = entries[0];
    if (first === undefined) return callback(new Error('no address'), '', 4);
    if (lookupOptions.all) callback(null, entries);
    else callback(null, first.address, first.family);
  };
  return new Agent({ connect: { lookup: pinned, timeout: 30_000 }, pipelining: 0, maxHeaderSize: 64 * 1024 });
}

async function readBounded(
  response: Dispatcher.ResponseData,
  headers: Record<string, string>,
  maxBytes: number,
  url: URL,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new FetchError('too_large', `${url.href} is larger than the limit of ${maxBytes} bytes`, url.href);
  const declared = Number(headers['content-length'] ?? 0);
  if (declared > maxBytes) {
    response.body.destroy();
    throw tooLarge();
  }
  const stream = decoded(response, headers);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      response.body.destroy();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, bytes));
}

/** We ask for identity; some servers compress all the same. */
function decoded(response: Dispatcher.ResponseData, headers: Record<string, string>): AsyncIterable<Buffer> {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null;
  if (decoder === null) return response.body;
  // The error reaches the reader of the decoder; pipeline only has to tear both ends down.
  return pipeline(response.body, decoder, () => {});
}

function parseUrl(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch (cause) {
    throw new FetchError('url_invalid', `"${text}" is not a URL`, text, { cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('url_invalid', `${url.href}: only http and https are fetched`, url.href);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError(
      'url_invalid',
      `${url.host}: a URL must not carry a user name or password`,
      `${url.origin}${url.pathname}`,
    );
  }
  url.hash = '';
  return url;
}

function requestHeaders(options: SafeFetchOptions): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': options.userAgent ?? 'gongkai',
    'accept-encoding': 'identity',
    accept: '*/*',
  };
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name.toLowerCase()] = value;
  return headers;
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  const { authorization: _authorization, cookie: _cookie, ...rest } = headers;
  return rest;
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function explain(
  cause: unknown,
  url: URL,
  why: { deadline: AbortSignal; timeoutMs: number; cancelled: boolean },
): FetchError {
  if (cause instanceof FetchError) return cause;
  if (why.cancelled) return new FetchError('cancelled', `${url.href}: cancelled`, url.href, { cause });
  if (why.deadline.aborted)
    return new FetchError('timeout', `${url.href} did not answer completely within ${why.timeoutMs} ms`, url.href, {
      cause,
    });
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const isTimeout = /TIMEOUT|ETIMEDOUT/.test(code);
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new FetchError(
    isTimeout ? 'timeout' : 'network',
    `${url.href}: ${detail}${code ? ` (${code})` : ''}`,
    url.href,
    { cause },
  );
}
