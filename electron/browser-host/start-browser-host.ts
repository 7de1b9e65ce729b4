import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Core } from '#core/open-core.ts';
import { admit, type Keys } from './admission.ts';
import { watchIdle, type IdleWatch } from './idle-watch.ts';
import { sendEntry, sendRefusal } from './pages.ts';
import { createSecret } from './secrets.ts';

export type BrowserHostOptions = {
  readonly core: Pick<Core, 'fetch'>;
  /** 0 or nothing: any free one. */
  readonly port?: number | undefined;
  /** Called once when nobody has a page open any more. Without it the host stays until closed. */
  readonly onIdle?: (() => void) | undefined;
  /** How long to wait for the first page, in milliseconds. */
  readonly firstPageTime?: number | undefined;
  /** How long to wait after the last page has gone, in milliseconds. */
  readonly idleTime?: number | undefined;
  /** How long one request may take to come in whole, in milliseconds. */
  readonly requestTime?: number | undefined;
};

export type BrowserHost = {
  readonly port: number;
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** The address that lets a browser in. Whoever has it can edit the library. */
  readonly entrance: string;
  readonly close: () => Promise<void>;
};

const address = '127.0.0.1';
const minute = 60_000;

/** For how long the rest of a refused body is read, so that the refusal reaches its sender. */
const drainTime = 500;

const drain = (request: IncomingMessage) => {
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), drainTime).unref();
  request.once('close', () => clearTimeout(timer));
};

const turnAway = (request: IncomingMessage, response: ServerResponse, status: number): void => {
  const forPeople = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  sendRefusal(response, { status, forPeople, acceptLanguage: request.headers['accept-language'] });
  drain(request);
};

const watch = (idle: IdleWatch, request: IncomingMessage, response: ServerResponse): void => {
  if (request.method === 'GET' && request.url?.split('?', 1)[0] === '/events') {
    idle.arrived();
    response.once('close', idle.left);
  } else idle.touched();
};

/** Anything that wants to leave plain HTTP: WebSockets, h2c, proxying. */
const refuseSocket = (_request: IncomingMessage, socket: Socket | NodeJS.WritableStream) => {
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Serves the core's door to browsers of this machine. Only who comes with the token gets a cookie, only who has the
 * cookie gets further, and nothing that another site's page can send passes the guards.
 */
export const startBrowserHost = async (options: BrowserHostOptions): Promise<BrowserHost> => {
  const { core, onIdle, requestTime = 2 * minute } = options;
  const { firstPageTime = 10 * minute, idleTime = minute } = options;
  const server = createServer({
    maxHeaderSize: 16_384,
    headersTimeout: Math.min(10_000, requestTime),
    requestTimeout: requestTime,
    connectionsCheckingInterval: Math.min(5_000, requestTime),
    keepAliveTimeout: 10_000,
  });
  server.maxConnections = 200;
  server.on('upgrade', refuseSocket).on('connect', refuseSocket);

  const port = await listen(server, options.port ?? 0);
  const host = `${address}:${port}`;
  const keys: Keys = {
    host,
    token: createSecret(),
    session: createSecret(),
    cookieName: `carrel-${port}`,
  };
  const idle = onIdle === undefined ? null : watchIdle({ firstPageTime, idleTime, onIdle });
  const serve = getRequestListener((request) => core.fetch(request), {
    hostname: host,
    overrideGlobalObjects: false,
    errorHandler: () => new Response(null, { status: 400 }),
  });
  server.on('request', (request, response) => {
    const admission = admit(request, keys);
    if (admission.kind === 'refuse') turnAway(request, response, admission.status);
    else if (admission.kind === 'enter') sendEntry(response, `${keys.cookieName}=${keys.session}`);
    else {
      if (idle !== null) watch(idle, request, response);
      void serve(request, response);
    }
  });

  return {
    port,
    origin: `http://${host}`,
    entrance: `http://${host}/?token=${keys.token}`,
    close: () => {
      idle?.stop();
      return closeServer(server);
    },
  };
};
