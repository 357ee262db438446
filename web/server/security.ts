/** @module Who may ask, and what answers may do in a browser: headers, host names, token, same origin for writes. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';

/** Nothing inline, nothing from elsewhere, nowhere framed. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Bull Board is a finished page of its own: it needs a <base> and draws its icons from data URIs. */
const BOARD_POLICY = { ...POLICY, baseUri: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"] };

export function headers(policy: 'pages' | 'board' = 'pages'): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: policy === 'board' ? BOARD_POLICY : POLICY,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    // Plain HTTP on loopback; whoever puts TLS in front decides this there.
    strictTransportSecurity: false,
  });
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * A page elsewhere whose name an attacker lets point to 127.0.0.1 must not be able to read: names are checked, not
 * addresses.
 */
export function loopbackNamesOnly(): MiddlewareHandler {
  return async (c, next) => {
    const name = (c.req.header('host') ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    if (!isLoopback(name))
      return refuse(
        c,
        403,
        'this server answers to localhost only; start it with --host and --token to open it to others',
      );
    await next();
  };
}

const COOKIE = 'gongkai_session';

export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** The token comes once in the address (?token=…) and is kept as a cookie, or in an Authorization header. */
export function requireToken(token: string, page: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  // The cookie is not the token: who reads one from a browser's disk cannot pass the other on.
  const session = createHash('sha256').update(randomBytes(16)).update(token).digest('base64url');
  return async (c, next) => {
    const url = new URL(c.req.url);
    const given = url.searchParams.get('token');
    if (given !== null && same(given, token) && c.req.method === 'GET') {
      setCookie(c, COOKIE, session, { httpOnly: true, sameSite: 'Lax', path: '/' });
      url.searchParams.delete('token');
      return c.redirect(`${url.pathname}${url.search}`, 303);
    }
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (!same(bearer, token) && !same(getCookie(c, COOKIE) ?? '', session)) return page(c);
    await next();
  };
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Writes come from our own pages: a foreign one can send a request with our cookie, but not with our origin. */
export function sameOriginWrites(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      if (c.req.header('sec-fetch-site') === 'cross-site' && c.req.path.startsWith('/api/'))
        return refuse(c, 403, 'not from another site');
      return next();
    }
    const site = c.req.header('sec-fetch-site');
    if (hostOf(c.req.header('origin')) !== c.req.header('host') || (site !== undefined && site !== 'same-origin'))
      return refuse(c, 403, 'writes are accepted from the pages of this server only');
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
      return refuse(c, 415, 'the body must be application/json');
    await next();
  };
}

function hostOf(origin: string | undefined): string | null {
  return origin && URL.canParse(origin) ? new URL(origin).host : null;
}

export function refuse(c: Context, status: 400 | 403 | 404 | 413 | 415, why: string): Response {
  return c.json({ error: why }, status);
}
