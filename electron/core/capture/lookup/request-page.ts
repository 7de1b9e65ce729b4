import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { LookupFailure } from './lookup-failure.ts';
import type { Network } from './network.ts';

type Options = { readonly network: Network; readonly userAgent: string; readonly signal: AbortSignal };

const maxHeaderSize = 32_768;

/** Resolves a name at the moment of connecting, and hands out none of the addresses that must not be reached. */
const guardedLookup =
  ({ network }: Options): LookupFunction =>
  (host, options, answer) => {
    network.resolve(host).then(
      (addresses) => {
        const allowed = addresses.filter(({ address }) => network.mayReach(address));
        const [first] = allowed;
        if (!first) answer(new LookupFailure(addresses.length > 0 ? 'private' : 'unreachable'), '', 4);
        else if (options.all) answer(null, allowed);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, '', 4),
    );
  };

/** Whatever led there, a connection to an address that must not be reached is cut before anything is sent. */
const guardConnection = (request: ClientRequest, { network }: Options): void => {
  request.on('socket', (socket) => {
    const check = () => {
      const address = socket.remoteAddress ?? '';
      if (!network.mayReach(address.replace(/^::ffff:(?=\d+\.)/, '')))
        request.destroy(new LookupFailure('private'));
    };
    socket.once('connect', check);
  });
};

const refuseNumber = (url: URL, { network }: Options): void => {
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !network.mayReach(host)) throw new LookupFailure('private');
};

/** Asks for one page, following nothing. No cookies, no credentials, a connection of its own. */
export const requestPage = (url: URL, options: Options): Promise<IncomingMessage> => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new LookupFailure('unreachable');
  refuseNumber(url, options);
  const target = new URL(url);
  target.username = '';
  target.password = '';
  target.hash = '';
  const begin = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = begin(target, {
      agent: false,
      lookup: guardedLookup(options),
      signal: options.signal,
      maxHeaderSize,
      headers: {
        'user-agent': options.userAgent,
        accept: 'text/html,application/xhtml+xml',
        'accept-encoding': 'gzip',
      },
    });
    guardConnection(request, options);
    request.once('response', resolve);
    request.once('error', reject);
    request.end();
  });
};
