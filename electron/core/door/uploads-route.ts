import { Hono } from 'hono';
import { CarrelError } from '#shared/contract/errors.ts';
import type { CoreContext } from '../context.ts';
import { sendAnswer } from './answers.ts';
import { refuseAnnouncedSize } from './read-body.ts';

/** The most that comes in at once, in bytes, by what it is for. */
const limits: Readonly<Record<string, number>> = {
  image: 100_000_000,
  import: 200_000_000,
  evidence: 50_000_000,
  share: 4_000_000_000,
};

const refused = (reason: string, message: string) => new CarrelError('invalid-input', message, { reason });

const limitOf = (kind: string | undefined): number => {
  const limit = kind !== undefined && Object.hasOwn(limits, kind) ? limits[kind] : undefined;
  if (limit === undefined) throw refused('upload-kind', 'An upload is an image or something to bring in.');
  return limit;
};

/** `PUT /uploads?kind=image|import|evidence|share`: the bytes of one file, which a later call takes up by its id. */
export const createUploadsRoute = ({ uploads }: Pick<CoreContext, 'uploads'>): Hono =>
  new Hono().put('/uploads', async (context) => {
    const limit = limitOf(context.req.query('kind'));
    if (context.req.header('content-type') !== 'application/octet-stream')
      throw refused('not-bytes', 'Uploads are sent as application/octet-stream.');
    refuseAnnouncedSize(context.req.raw, limit);
    const { id, bytes } = await uploads.receive(context.req.raw.body, limit);
    return sendAnswer(context, { ok: true, value: { uploadId: id, bytes } });
  });
