import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LookupFailure } from './lookup-failure.ts';

/** As much of a page is read, in bytes, packed or not; what a page says of itself stands at its beginning. */
export const mostBytes = 1_048_576;

const unpacked = (response: IncomingMessage): Readable => {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new LookupFailure('not-a-page');
  const stream = createGunzip();
  response.on('error', (error) => stream.destroy(error));
  return response.pipe(stream);
};

/** The beginning of an answer's body; the connection is let go of as soon as that is read. */
export const readBody = async (response: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= mostBytes) break;
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
};
