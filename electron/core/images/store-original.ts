import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CarrelError } from '#shared/contract/errors.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image, ImageMediaType } from '#shared/model/image.ts';

const extensions: Record<ImageMediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
};

/** The id of a picture with these bytes: their SHA-256 in hexadecimal. */
export const imageIdOf = (bytes: Buffer): ImageId =>
  createHash('sha256').update(bytes).digest('hex') as ImageId;

/** Where a picture's original lies, below the library's folder of images. */
export const originalPath = (folder: string, image: Pick<Image, 'id' | 'mediaType'>): string =>
  join(folder, `${image.id}.${extensions[image.mediaType]}`);

/** Reads an original; `not-found` with a reason when somebody took the file out of the library's folder. */
export const readOriginal = async (
  folder: string,
  image: Pick<Image, 'id' | 'mediaType' | 'fileName'>,
): Promise<Buffer> => {
  try {
    return await readFile(originalPath(folder, image));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw missingOriginal(image.fileName, error);
    throw error;
  }
};

const missingOriginal = (fileName: string, cause: unknown) =>
  new CarrelError(
    'not-found',
    `The file of the picture "${fileName}" is missing from the library's folder. Add the picture again; its credit is still there.`,
    { reason: 'image-file-missing', fileName },
    { cause },
  );

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const isBusy = (error: unknown) => hasCode(error, 'EPERM', 'EBUSY', 'EACCES');

/** Virus scanners on Windows hold new files for a moment. */
const renamePatiently = async (from: string, to: string) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === 8 || !isBusy(error)) throw error;
      await wait(25 * attempt);
    }
  }
};

const syncFolder = async (folder: string) => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes a file whole or not at all; with `durable` it is on the disk when this resolves. */
export const writeWhole = async (
  folder: string,
  path: string,
  bytes: Buffer | string,
  durable: boolean,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      if (durable) await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, path);
    if (durable) await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** Keeps an original under its hash. One that is there already and still whole is left alone. */
export const storeOriginal = async (
  folder: string,
  image: Pick<Image, 'id' | 'mediaType'>,
  bytes: Buffer,
): Promise<void> => {
  const path = originalPath(folder, image);
  const present = await readFile(path).catch(() => null);
  if (present && imageIdOf(present) === image.id) return;
  await writeWhole(folder, path, bytes, true);
};
