import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from './failures.ts';

/** Waits between attempts, in milliseconds: virus scanners on Windows hold a fresh file for a moment. */
const renameWaits = [10, 20, 40, 80, 160, 320, 640];

/** Renames over what is there, trying again while another program holds the file. */
export const renameWithRetry = async (from: string, to: string): Promise<void> => {
  for (const pause of renameWaits) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!hasCode(error, 'EPERM', 'EBUSY', 'EACCES')) throw error;
      await wait(pause);
    }
  }
  await rename(from, to);
};

/** Makes a rename or a new file in `folder` outlast a power cut. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The name of a file that is being written beside `path`; `removeLeftovers` knows them. */
const temporaryName = (path: string): string => `${path}.${randomBytes(6).toString('hex')}.tmp`;

/** What is written: whole, or piece by piece, so that a large file need not be in memory. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

type Options = {
  /** Asked when all of it is on the disk under another name; false: the old file stays. */
  readonly mayReplace?: () => Promise<boolean>;
};

/**
 * Replaces a file so that, whenever the power goes, it holds either all of the old bytes or all of the new: temporary
 * file in the same folder, fsync, rename, fsync of the folder. Rejects with the system's error, the old file whole.
 */
export const writeFileAtomic = async (
  path: string,
  content: Content,
  { mayReplace }: Options = {},
): Promise<void> => {
  const temporary = temporaryName(path);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (mayReplace && !(await mayReplace())) {
      await unlink(temporary);
      return;
    }
    await renameWithRetry(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
};
