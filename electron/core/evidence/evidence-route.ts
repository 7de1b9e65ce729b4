import { readFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import { attachmentName } from '#core/attachment-name.ts';
import type { CoreContext } from '#core/context.ts';
import { evidenceIdSchema } from '#shared/model/ids.ts';
import { evidencePath, type EvidenceFile } from './evidence-file-service.ts';

/** What a browser shows by itself without running anything of it. Everything else is handed over as a file. */
const shownInline = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'text/plain',
]);

const headersFor = ({ mediaType, fileName, extension, bytes }: EvidenceFile): Record<string, string> => {
  const isInline = shownInline.has(mediaType);
  // A saved page is somebody else's: it is never opened under this program's own address.
  const name = attachmentName(fileName, `evidence.${extension}`);
  return {
    'content-type': isInline
      ? mediaType + (mediaType === 'text/plain' ? '; charset=utf-8' : '')
      : 'application/octet-stream',
    'content-length': String(bytes),
    'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  };
};

/** `GET /evidence/<id>`: the file of a piece of evidence, to look at or to keep. */
export const createEvidenceRoute = (context: Pick<CoreContext, 'datastore' | 'paths' | 'logger'>): Hono => {
  const answer = async (request: Context): Promise<Response> => {
    const id = evidenceIdSchema.safeParse(request.req.param('id'));
    const file = id.success ? context.datastore.tables.evidence[id.data]?.file : undefined;
    if (!file) return request.text('There is no such file.', 404);
    try {
      const bytes = new Uint8Array(await readFile(evidencePath(context.paths.evidence, file)));
      return new Response(bytes, {
        headers: { ...headersFor(file), 'content-length': String(bytes.length) },
      });
    } catch (error) {
      context.logger.error('a piece of evidence could not be served', error);
      return request.text('The file of this piece of evidence is missing from the library.', 404);
    }
  };
  return new Hono().get('/evidence/:id', (request) => answer(request));
};
