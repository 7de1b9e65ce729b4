import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import type { CoreContext } from '#core/context.ts';
import { exportFormats } from '#shared/contract/export-formats.ts';
import { findDownload } from './downloads.ts';

const mediaTypeOf = (name: string): string =>
  exportFormats.find(({ extension }) => `.${extension}` === extname(name))?.mediaType ??
  'application/octet-stream';

/** `GET /downloads/<id>`: an export that waits for the browser to save it. */
export const createDownloadRoute = (context: CoreContext): Hono => {
  const answer = async (request: Context): Promise<Response> => {
    const download = await findDownload(context, request.req.param('id') ?? '');
    if (!download) return request.notFound();
    const body = Readable.toWeb(createReadStream(download.path)) as ReadableStream<Uint8Array>;
    return request.body(body, 200, {
      'content-type': mediaTypeOf(download.name),
      'content-length': String(download.bytes),
      // A slug and an ending: nothing in it that would need quoting rules (RFC 6266).
      'content-disposition': `attachment; filename="${download.name}"`,
      'cache-control': 'no-store',
    });
  };
  return new Hono().get('/downloads/:id', (request) => answer(request));
};
