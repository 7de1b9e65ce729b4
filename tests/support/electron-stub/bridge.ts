import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

type Handle = (request: Request) => Response | Promise<Response>;

/** What the bridge hands over to the stub: the app's own scheme, messages of the preload, and orders of the test. */
export type BridgePort = {
  readonly page: Handle;
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>;
  readonly control: (order: Record<string, unknown>) => unknown;
};

const readJson = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
};

const toWebRequest = (request: IncomingMessage, signal: AbortSignal): Request => {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // Electron's own scheme has no host, cookie or connection headers.
    if (typeof value === 'string' && !['host', 'origin', 'referer', 'connection'].includes(name))
      headers.set(name, value);
  }
  return new Request(`carrel://app${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers,
    signal,
    ...(hasBody && { body: Readable.toWeb(request) as unknown as ReadableStream, duplex: 'half' }),
  });
};

const send = async (answer: Response, response: ServerResponse): Promise<void> => {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.flushHeaders();
  if (!answer.body) return void response.end();
  const body = Readable.fromWeb(answer.body as never);
  body.on('error', () => response.destroy());
  body.pipe(response);
};

const sendJson = (response: ServerResponse, value: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value ?? null));
};

/**
 * Lets an ordinary Chromium show what Electron's window would: `carrel://app/x` is answered at
 * `http://127.0.0.1:port/x`, messages of the preload go through `/__electron/…`.
 */
export const startBridge = (
  port: BridgePort,
  listeners: Set<ServerResponse>,
): Promise<{ server: Server; address: string }> => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/__electron/invoke') {
      const { channel, input } = await readJson(request);
      const value = await port.invoke(String(channel), input).then(
        (result) => ({ result }),
        (error: unknown) => ({ error: String(error) }),
      );
      return sendJson(response, value);
    }
    if (request.url === '/__electron/control')
      return sendJson(response, await port.control(await readJson(request)));
    if (request.url === '/__electron/messages') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': open\n\n');
      listeners.add(response);
      return void response.on('close', () => listeners.delete(response));
    }
    const aborted = new AbortController();
    response.on('close', () => aborted.abort());
    await send(await port.page(toWebRequest(request, aborted.signal)), response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      resolve({ server, address: `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}` });
    });
  });
};
