import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renameWithRetry, syncFolder, writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { hasCode, storageFailure } from '#core/datastore/failures.ts';
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

/** The ending of an original's name, by its content. */
export const extensionOf = ({ mediaType }: Pick<Image, 'mediaType'>): string => extensions[mediaType];

/** Where a picture's original lies, below the library's folder of images. */
export const originalPath = (folder: string, image: Pick<Image, 'id' | 'mediaType'>): string =>
  join(folder, `${image.id}.${extensionOf(image)}`);

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

/** Writes a file whole or not at all; with `durable` it is on the disk when this resolves. Throws `storage`. */
export const writeWhole = async (
  folder: string,
  path: string,
  bytes: Buffer | string,
  durable: boolean,
): Promise<void> => {
  try {
    await makeFolder(folder);
    if (durable) await writeFileAtomic(path, bytes);
    else await writeCached(path, bytes);
  } catch (error) {
    throw storageFailure(error);
  }
};

/** The folder itself must outlast a power cut, too. */
const makeFolder = async (folder: string): Promise<void> => {
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dirname(folder));
};

const writeCached = async (path: string, bytes: Buffer | string): Promise<void> => {
  const temporary = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await renameWithRetry(temporary, path);
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
