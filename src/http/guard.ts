// What a local port must defend itself against: other pages in the same browser, other names for
// this machine (DNS rebinding), and other users of the machine.

import { hash, timingSafeEqual } from 'node:crypto';
import { refuse } from '../domain/refusals.ts';

/** Names under which a node answers. All of them are this machine, on whichever port. */
export const LOCAL_NAMES: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** Headers of every response. Pages have no script at all, and load nothing. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** The `name:port` pairs under which a node on this port answers. */
export function allowedHosts(port: number): readonly string[] {
  const plain = port === 80 ? named(LOCAL_NAMES) : [];
  return [...named(LOCAL_NAMES).map((name) => `${name}:${port}`), ...plain];
}

/** Names as an address has them: IPv6 in brackets. */
const named = (names: readonly string[]): readonly string[] =>
  names.map((name) => (name.includes(':') ? `[${name}]` : name).toLowerCase());

/**
 * As what a request names a node that answers under those names beyond this machine, over HTTPS:
 * clients leave out the port that HTTPS has anyway.
 */
export function hostsBeyond(names: readonly string[], port: number): readonly string[] {
  const plain = named(names);
  return port === 443 ? plain : plain.map((name) => `${name}:${port}`);
}

/**
 * Refuses `host-unknown` where the request names a host that is not this machine: a page of a
 * foreign domain that resolves to 127.0.0.1 would otherwise be the node's own origin.
 */
export function checkHost(request: Request, hosts: readonly string[]): void {
  const { protocol, host: asked } = new URL(request.url);
  const host = (request.headers.get('host') ?? asked).toLowerCase();
  if (hosts.includes(host)) return;
  // Of the names that answer on the port that was asked, the first is the best.
  const port = /:\d+$/.exec(host)?.[0];
  const known = port === undefined ? undefined : hosts.find((one) => one.endsWith(port));
  const url = known === undefined ? `http://${hosts[0] ?? 'localhost'}/` : `${protocol}//${known}/`;
  refuse('host-unknown', { host: host.slice(0, 100), url });
}

/**
 * Refuses `origin-foreign` where a browser says that another site's page sends the request.
 * Programs send no `Origin`, and pass.
 */
export function checkOrigin(request: Request, hosts: readonly string[]): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const { protocol } = new URL(request.url);
  const isOwn = origin === null || hosts.some((host) => origin === `${protocol}//${host}`);
  const isNear = site === null || site === 'same-origin' || site === 'none';
  if (!isOwn || !isNear) {
    refuse('origin-foreign', { origin: (origin ?? 'another site').slice(0, 100) });
  }
}

/** The token that a request carries (RFC 6750), or undefined. */
export function bearerOf(request: Request): string | undefined {
  const header = request.headers.get('authorization');
  return header === null ? undefined : /^bearer +(\S+)$/i.exec(header)?.[1];
}

/**
 * Refuses `token-wrong` unless it is the owner's token. Compared in constant time, over hashes, so
 * that no length shows either.
 */
export function checkToken(given: string, token: string): void {
  const same = timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'));
  if (!same) refuse('token-wrong');
}
