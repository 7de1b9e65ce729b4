import { Hono } from 'hono';
import { toErrorBody } from '../error-body.ts';
import type { CoreContext } from '../context.ts';
import { sendError } from './answers.ts';
import { createAssetsRoute } from './assets-route.ts';
import type { Dispatch } from './dispatch.ts';
import { createEventsRoute } from './events-route.ts';
import { createRpcRoute } from './rpc-route.ts';
import { securityHeaders } from './security-headers.ts';
import { createUploadsRoute } from './uploads-route.ts';

export type DoorOptions = {
  readonly dispatch: Dispatch;
  /** Folder of the built renderer; without it the door serves calls and files only. */
  readonly assetsDir?: string | undefined;
  /** Routes of the features that send files. */
  readonly routes: readonly Hono[];
  /** Aborted when the core closes: open event streams end. */
  readonly closing: AbortSignal;
  /** Between two comments on an event stream, in milliseconds. */
  readonly keepAlive?: number | undefined;
};

const served = new Set(['GET', 'POST', 'PUT']);

export type Door = (request: Request) => Promise<Response>;

/** HEAD is GET without the body. Routes do not know of it: a body that nobody reads would keep its file open. */
const answerHead = async (door: Hono, request: Request): Promise<Response> => {
  const get = new Request(request.url, { headers: [...request.headers], signal: request.signal });
  const { status, headers, body } = await door.fetch(get);
  await body?.cancel();
  return new Response(null, { status, headers });
};

const createApp = (context: CoreContext, options: DoorOptions): Hono => {
  const { dispatch, assetsDir, routes, closing, keepAlive } = options;
  const door = new Hono();
  door.use(securityHeaders);
  door.use(async (request, next) => {
    if (served.has(request.req.raw.method)) return next();
    return request.text('This method is not served here.', 405, { allow: ['HEAD', ...served].join(', ') });
  });
  door.route('/', createRpcRoute(dispatch));
  door.route('/', createEventsRoute(context, { closing, keepAlive }));
  door.route('/', createUploadsRoute(context));
  for (const route of routes) door.route('/', route);
  if (assetsDir !== undefined) door.route('/', createAssetsRoute(assetsDir));
  door.notFound((request) =>
    sendError(request, {
      code: 'not-found',
      message: 'There is nothing at this address.',
      details: { reason: 'no-such-address' },
    }),
  );
  door.onError((error, request) => sendError(request, toErrorBody(error, context.logger)));
  return door;
};

/** The core's only door, as a web-standard handler. Who may knock is the host's business. */
export const createDoor = (context: CoreContext, options: DoorOptions): Door => {
  const app = createApp(context, options);
  return async (request) => (request.method === 'HEAD' ? answerHead(app, request) : app.fetch(request));
};
