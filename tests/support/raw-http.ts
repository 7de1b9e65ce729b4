import { connect } from 'node:net';

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

const parse = (text: string): RawAnswer => {
  const at = text.indexOf('\r\n\r\n');
  const head = at === -1 ? text : text.slice(0, at);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    head,
    body: at === -1 ? '' : text.slice(at + 4),
  };
};

/**
 * Sends bytes as they are over a socket of its own and answers what came back until the other side closed. Status 0:
 * closed without a word. For requests that no well-behaved client can be made to send.
 */
export const sendRaw = (port: number, ...parts: readonly (string | Uint8Array)[]): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const received: Buffer[] = [];
    socket.on('data', (bytes) => received.push(bytes));
    // A refusal may overtake the rest of a request; the reset that follows is part of it.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => resolve(parse(Buffer.concat(received).toString('utf8'))));
    for (const part of parts) socket.write(part);
  });

/** The text of a request with these headers; a value may be a list, and the body is added as it is. */
export const rawRequest = (
  line: string,
  headers: Readonly<Record<string, string | readonly string[] | null>>,
  body = '',
): string => {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one) => `${name}: ${one}`),
  );
  return [`${line} HTTP/1.1`, ...lines, '', body].join('\r\n');
};
