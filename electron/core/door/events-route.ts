import { Hono } from 'hono';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { CoreContext } from '../context.ts';

type Options = {
  /** Ends every stream: the core is closing. */
  readonly closing: AbortSignal;
  /** Between two comments that keep the connection open, in milliseconds. */
  readonly keepAlive?: number | undefined;
};

/** Events that may wait for one reader. Beyond, it is cut off; it comes back and reads anew. */
const backlog = 1_000;

const encoder = new TextEncoder();
const frame = (event: CoreEvent) =>
  encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);

type Needs = Pick<CoreContext, 'events' | 'datastore'>;

const openStream = ({ events, datastore }: Needs, stop: AbortSignal, keepAlive: number) => {
  let cleanUp = () => undefined as void;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const send = (bytes: Uint8Array) => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes);
          else end();
        };
        const unsubscribe = events.subscribe((event) => send(frame(event)));
        const timer = setInterval(() => send(encoder.encode(': still here\n\n')), keepAlive).unref();
        const end = () => {
          cleanUp();
          controller.close();
        };
        cleanUp = () => {
          unsubscribe();
          clearInterval(timer);
          stop.removeEventListener('abort', end);
        };
        send(encoder.encode('retry: 1000\n\n'));
        send(frame({ type: 'hello', history: datastore.historyState() }));
        if (stop.aborted) end();
        else stop.addEventListener('abort', end);
      },
      cancel: () => cleanUp(),
    },
    new CountQueuingStrategy({ highWaterMark: backlog }),
  );
};

/** `GET /events`: server-sent events (HTML Standard § 9.2), `hello` first. */
export const createEventsRoute = (needs: Needs, { closing, keepAlive = 15_000 }: Options): Hono =>
  new Hono().get('/events', (context) => {
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    const stop = AbortSignal.any([closing, context.req.raw.signal]);
    return new Response(openStream(needs, stop, keepAlive), { headers });
  });
