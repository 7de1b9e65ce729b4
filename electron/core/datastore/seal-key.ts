import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../context.ts';

const keyLength = 32;

/**
 * The person's own key from their configuration folder, made when there is none. With it Carrel knows the files that it
 * wrote itself from those that came from elsewhere, which it checks record by record. Where it cannot be kept, a new one
 * each time does no harm but to the speed of opening.
 */
export const readSealKey = async (folder: string, logger: Logger): Promise<Uint8Array> => {
  const path = join(folder, 'library.key');
  const found = await readFile(path).catch(() => null);
  if (found?.length === keyLength) return found;
  const key = randomBytes(keyLength);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, key, { mode: 0o600 });
  } catch (error) {
    logger.error('the key for known libraries was not kept', error);
  }
  return key;
};
