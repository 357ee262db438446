/**
 * @module A host name or address -> the addresses it may be reached at; private, loopback and other special ones
 * refused.
 */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.js';

/** Host name -> addresses. Tests and crawls with their own name service pass another one. */
export type Resolve = (hostname: string) => Promise<string[]>;

export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map((entry) => entry.address);

/**
 * All of IPv6 that is given out for the public network (RFC 4291 2.4, IANA). What lies outside holds other things, among
 * them IPv4 addresses in ways that ipaddr.js does not tell from unicast: ::7f00:1 is 127.0.0.1 ("compatible").
 */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** True for globally routed unicast; IPv4 inside IPv6 (mapped) is judged as the IPv4 address it reaches. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const judged = ipaddr.process(address);
  if (judged instanceof ipaddr.IPv6 && !judged.match(GLOBAL_UNICAST)) return false;
  return judged.range() === 'unicast';
}

/** Entries are host names ("files.example.cn") or names with a port ("localhost:8080"); no wildcards. */
export function isAllowedByName(url: URL, allowHosts: readonly string[]): boolean {
  return allowHosts.some((entry) => {
    const allowed = entry.toLowerCase();
    return allowed === url.hostname || allowed === url.host || allowed === bare(url.hostname);
  });
}

/**
 * Every address of the URL's host. One refused address refuses the host: a name that answers with a public and a
 * private address is how a rebinding attack looks.
 * @throws FetchError address_refused, dns
 */
export async function resolveChecked(url: URL, allowHosts: readonly string[], resolve: Resolve): Promise<string[]> {
  const host = bare(url.hostname);
  const addresses = isIP(host) ? [host] : await resolveName(host, url, resolve);
  if (isAllowedByName(url, allowHosts)) return addresses;
  const refused = addresses.find((address) => !isPublicAddress(address));
  if (refused !== undefined) {
    throw new FetchError(
      'address_refused',
      `${url.href} leads to ${refused}, which is not a public address;` +
        ` allow the host by name (GONGKAI_ALLOW_HOSTS=${url.host}) if this is intended`,
      url.href,
    );
  }
  return addresses;
}

async function resolveName(host: string, url: URL, resolve: Resolve): Promise<string[]> {
  let addresses: string[];
  try {
    addresses = await resolve(host);
  } catch (cause) {
    throw new FetchError(
      'dns',
      `the host name ${host} of ${url.href} does not resolve; check the name and the network`,
      url.href,
      { cause },
    );
  }
  if (addresses.length === 0)
    throw new FetchError('dns', `the host name ${host} of ${url.href} has no address`, url.href);
  return addresses;
}

/** IPv6 addresses stand in brackets in URLs. */
function bare(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
