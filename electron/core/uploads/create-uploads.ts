import { constants } from 'node:fs';
import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CarrelError } from '#shared/contract/errors.ts';
import { uploadIdSchema, type UploadId } from '#shared/model/ids.ts';
import type { Ids } from '../context.ts';
import { brokenOff, tooLarge } from '../body-refusals.ts';
import type { Upload, Uploads } from './uploads.ts';

type Options = {
  readonly ids: Ids;
  /** Folder to make the temporary folder in. */
  readonly parent?: string | undefined;
  /** How long a body may say nothing, in milliseconds. */
  readonly stallTime?: number | undefined;
};

const unknownUpload = () =>
  new CarrelError('not-found', 'This file is no longer waiting. Please choose it again.', {
    reason: 'unknown-upload',
  });

const stalled = () =>
  new CarrelError('invalid-input', 'The file stopped coming in before its end. Please try again.', {
    reason: 'upload-stalled',
  });

/** The next part of a body, or an error when none comes in time. */
const readInTime = async (reader: ReadableStreamDefaultReader<Uint8Array>, time: number) => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(stalled()), time);
  });
  try {
    return await Promise.race([
      reader.read().catch((error: unknown) => Promise.reject(brokenOff(error))),
      timeout,
    ]);
  } finally {
    clearTimeout(timer);
  }
};

const writeBody = async (path: string, body: ReadableStream<Uint8Array>, limit: number, time: number) => {
  const reader = body.getReader();
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await readInTime(reader, time);
      if (done) return bytes;
      bytes += value.byteLength;
      if (bytes > limit) throw tooLarge(limit);
      await file.writeFile(value);
    }
  } catch (error) {
    void reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
};

/**
 * Keeps files on their way in within one temporary folder that only this user can open. The folder is made with the
 * first file and goes when the core closes.
 */
export const createUploads = ({ ids, parent = tmpdir(), stallTime = 30_000 }: Options): Uploads => {
  const waiting = new Map<UploadId, Upload>();
  let folder: Promise<string> | null = null;

  const take = async (fill: (path: string) => Promise<number>): Promise<Upload> => {
    const id = uploadIdSchema.parse(ids.next());
    folder ??= mkdtemp(join(parent, 'carrel-uploads-'));
    const path = join(await folder, id);
    try {
      const upload = { id, path, bytes: await fill(path) };
      waiting.set(id, upload);
      return upload;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  };

  return {
    receive: (body, limit) =>
      take((path) => writeBody(path, body ?? new Blob([]).stream(), limit, stallTime)),
    adopt: (source) =>
      take(async (path) => {
        await copyFile(source, path, constants.COPYFILE_FICLONE);
        return (await stat(path)).size;
      }),
    require: (id) => {
      const upload = waiting.get(id);
      if (upload === undefined) throw unknownUpload();
      return upload;
    },
    discard: async (id) => {
      const upload = waiting.get(id);
      waiting.delete(id);
      if (upload !== undefined) await rm(upload.path, { force: true });
    },
    close: async () => {
      waiting.clear();
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
  };
};
