import type { BrowserHost } from '../../electron/browser-host/start-browser-host.ts';
import {
  contract,
  type Answer,
  type InputOf,
  type Method,
  type OutputOf,
} from '#shared/contract/contract.ts';
import type { CallCore } from '#core/open-core.ts';
import { toCarrelError } from '#core/error-body.ts';

/** What a page may say of its request. */
export type PageRequest = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

export type BrowserClient = {
  readonly cookie: string;
  /** A request as a page of this host would make it. */
  readonly fetch: (path: string, init?: PageRequest) => Promise<Response>;
  readonly call: CallCore;
};

/** Comes in by the entrance as a browser would and keeps the cookie. */
export const enter = async ({ entrance, origin }: BrowserHost): Promise<BrowserClient> => {
  const welcome = await fetch(entrance, { redirect: 'manual' });
  const cookie = String(welcome.headers.get('set-cookie')).split(';', 1)[0] ?? '';
  const request: BrowserClient['fetch'] = (path, init = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { cookie, origin, ...init.headers } });
  const call = async <M extends Method>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const response = await request(`/rpc/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Answer<unknown>;
    if (!answer.ok) throw toCarrelError(answer.error);
    return contract[method].output.parse(answer.value) as OutputOf<M>;
  };
  return { cookie, fetch: request, call };
};
