import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { imageIdSchema } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import { attachmentName } from '../attachment-name.ts';
import type { CoreContext } from '../context.ts';
import { cleanOriginal } from './clean-original-service.ts';
import { createDerivatives, type Derivatives } from './derivative-service.ts';
import { derivativeWidths } from './derive-pixels.ts';
import { originalPath, readOriginal } from './store-original.ts';

type File = { readonly path: string; readonly mediaType: string };

/** The next width that is made; asking for odd ones must not fill the cache. */
const offeredWidth = (asked: number): number =>
  derivativeWidths.find((width) => width >= asked) ?? derivativeWidths[derivativeWidths.length - 1] ?? asked;

const widthOf = (query: string | undefined): number | null =>
  query !== undefined && /^[1-9]\d{0,5}$/.test(query) ? offeredWidth(Number(query)) : null;

/** No browser shows TIFF, so its "original" is a large derivative; a drawing is sharp in any size as it is. */
const fileFor = async (
  context: CoreContext,
  derivatives: Derivatives,
  image: Image,
  width: number | null,
): Promise<File> => {
  const asked = width ?? (image.mediaType === 'image/tiff' ? offeredWidth(image.width) : null);
  return asked === null || image.mediaType === 'image/svg+xml'
    ? { path: originalPath(context.paths.images, image), mediaType: image.mediaType }
    : derivatives.derive(image, asked, 'webp');
};

const headersFor = (mediaType: string, bytes: number): Record<string, string> => ({
  'content-type': mediaType,
  'content-length': String(bytes),
  // An address names one content for ever: the id is its hash.
  'cache-control': 'private, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
});

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'not-found');

const serve = async (file: File): Promise<Response> => {
  const { size } = await stat(file.path);
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: headersFor(file.mediaType, size) });
};

/** To be saved, under the name the picture came with. Made each time: it carries the credit as it is now. */
const serveClean = async (context: CoreContext, image: Image): Promise<Response> => {
  const bytes = await cleanOriginal(image, await readOriginal(context.paths.images, image));
  const name = attachmentName(image.fileName, 'picture');
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headersFor(image.mediaType, bytes.length),
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
  });
};

/**
 * `GET /images/<id>` gives an original, `?w=640` a copy of at most that width (rounded up to one we make), `?clean=1` the
 * original to be saved without what its metadata tells of people and places.
 */
export const createImageRoute = (context: CoreContext): Hono => {
  const derivatives = createDerivatives(context);

  const answer = async (request: Context): Promise<Response> => {
    const id = imageIdSchema.safeParse(request.req.param('id'));
    const image = id.success ? context.datastore.tables.images[id.data] : undefined;
    if (!image) return request.text('There is no such picture.', 404);
    try {
      if (request.req.query('clean') === '1') return await serveClean(context, image);
      return await serve(await fileFor(context, derivatives, image, widthOf(request.req.query('w'))));
    } catch (error) {
      context.logger.error('a picture could not be served', error);
      return isMissing(error)
        ? request.text('The file of this picture is missing from the library.', 404)
        : request.text('This picture could not be prepared.', 500);
    }
  };

  return new Hono().get('/images/:id', (request) => answer(request));
};
