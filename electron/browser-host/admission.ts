import type { IncomingMessage } from 'node:http';
import { parse as parseCookies } from 'hono/utils/cookie';
import { guardRequest } from './guards.ts';
import { isSecret } from './secrets.ts';

/** What a visitor must know. Both are made anew at each start. */
export type Keys = {
  /** `127.0.0.1:port`, as printed. */
  readonly host: string;
  /** In the first address only. */
  readonly token: string;
  /** In the cookie only. */
  readonly session: string;
  /** Carries the port: browsers send cookies to every port of a host. */
  readonly cookieName: string;
};

export type Admission =
  | { readonly kind: 'refuse'; readonly status: number; readonly reason: string }
  /** The token is right: give the cookie and send to the start page. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'serve' };

const offeredToken = ({ method, url = '' }: IncomingMessage): string | null => {
  const { pathname, searchParams } = new URL(url, 'http://host');
  return method === 'GET' && pathname === '/' ? searchParams.get('token') : null;
};

/** Decides on a request by its first lines alone, before anything of its body is read. */
export const admit = (request: IncomingMessage, keys: Keys): Admission => {
  const refusal = guardRequest(request, keys.host);
  if (refusal !== null) return { kind: 'refuse', ...refusal };
  const token = offeredToken(request);
  if (token !== null)
    return isSecret(keys.token, token) ? { kind: 'enter' } : { kind: 'refuse', status: 403, reason: 'token' };
  const cookies = parseCookies(request.headers.cookie ?? '', keys.cookieName);
  return isSecret(keys.session, cookies[keys.cookieName])
    ? { kind: 'serve' }
    : { kind: 'refuse', status: 403, reason: 'no-session' };
};
