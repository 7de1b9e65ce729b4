import { z } from 'zod';
import { CarrelError, errorBodySchema } from '#shared/contract/errors.ts';
import { uploadIdSchema, type UploadId } from '#shared/model/ids.ts';
import { ConnectionError } from './connection-error.ts';

/** What an upload is for, and how it is watched and stopped. */
export type UploadOptions = {
  readonly kind: 'image' | 'import' | 'evidence' | 'share';
  /** Called with the share that is through, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/** Sends a file's bytes to the core and answers the id by which a call can then use them. */
export type Upload = (file: Blob, options: UploadOptions) => Promise<UploadId>;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.object({ uploadId: uploadIdSchema }) }),
  z.object({ ok: z.literal(false), error: errorBodySchema }),
]);

const parseAnswer = (text: string): UploadId => {
  const parsed = answerSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new ConnectionError('What answered is not Carrel’s core.', { cause: parsed.error });
  if (parsed.data.ok) return parsed.data.value.uploadId;
  const { code, message, details } = parsed.data.error;
  throw new CarrelError(code, message, details);
};

/**
 * An upload through `PUT /uploads`. The bytes go as an ArrayBuffer, since Electron's custom schemes lose Blob bodies,
 * and by XMLHttpRequest, since `fetch` does not tell how far an upload is.
 */
export const createUpload = (base = ''): Upload => {
  return async (file, { kind, onProgress, signal }) => {
    const bytes = await file.arrayBuffer();
    signal?.throwIfAborted();
    return await new Promise<UploadId>((resolve, reject) => {
      const request = new XMLHttpRequest();
      const abort = () => request.abort();
      signal?.addEventListener('abort', abort, { once: true });
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) onProgress?.(event.loaded / event.total);
      });
      request.addEventListener('load', () => {
        try {
          resolve(parseAnswer(request.responseText));
        } catch (error) {
          reject(error);
        }
      });
      request.addEventListener('error', () =>
        reject(new ConnectionError('The upload did not reach Carrel’s core.')),
      );
      request.addEventListener('abort', () =>
        reject(new CarrelError('cancelled', 'The upload was stopped.', { reason: 'upload-stopped' })),
      );
      request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
      request.open('PUT', `${base}/uploads?kind=${kind}`);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.send(bytes);
    });
  };
};
