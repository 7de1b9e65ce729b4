import type { IncomingMessage } from 'node:http';

/** Why a request is turned away: an HTTP status and a word for a maintainer. */
export type Refusal = { readonly status: number; readonly reason: string };

const refuse = (status: number, reason: string): Refusal => ({ status, reason });

const reading = new Set(['GET', 'HEAD']);
const writing = new Set(['POST', 'PUT']);

/** A step upward in a path, plain or percent-encoded; no address of ours has one. */
const upward = /(?:^|[/\\]|%2f|%5c)(?:\.|%2e){2}(?:[/\\]|%2f|%5c|$)/i;

const countOf = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;

const checkHost: Check = (request, host) =>
  countOf(request, 'host') === 1 && request.headers.host === host ? null : refuse(421, 'host');

const checkTarget: Check = ({ url = '' }) => {
  const [path = ''] = url.split('?', 1);
  const plain = url.startsWith('/') && !url.startsWith('//') && !path.includes('\\') && !upward.test(path);
  return plain ? null : refuse(400, 'target');
};

const checkMethod: Check = ({ method = '' }) =>
  reading.has(method) || writing.has(method) ? null : refuse(405, 'method');

/** An own page sends its origin with every writing request; a foreign page cannot make one up. */
const checkOrigin: Check = ({ method = '', headers }, host) => {
  if (headers.origin === undefined) return writing.has(method) ? refuse(403, 'no-origin') : null;
  return headers.origin === `http://${host}` ? null : refuse(403, 'origin');
};

/** Other ports of this machine count as the same site, so `same-site` is as foreign as `cross-site`. */
const checkFetchSite: Check = ({ headers }) => {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none' ? null : refuse(403, 'fetch-site');
};

type Check = (request: IncomingMessage, host: string) => Refusal | null;
const checks: readonly Check[] = [checkHost, checkTarget, checkMethod, checkOrigin, checkFetchSite];

/**
 * Turns away what does not come from a page of this very address, before anything of it is read. `host` is the
 * address as printed (`127.0.0.1:port`): any other name that leads here is a rebinding attempt.
 */
export const guardRequest = (request: IncomingMessage, host: string): Refusal | null => {
  for (const check of checks) {
    const refusal = check(request, host);
    if (refusal !== null) return refusal;
  }
  return null;
};
