import { writeFile, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

// Without a `FileHandle` for each of thousands of files.
const writeLater = promisify(writeFile);

/** A disk that takes longer for one small file, in milliseconds, is not to be waited for. */
const patience = 4;

/** Files above this size, in bytes, are not written while others wait. */
const small = 256 * 1024;

/**
 * Writes files. A quick disk takes a small file in less time than it takes to hand it to another thread, and a site has
 * thousands; so those are written at once, until the disk proves slow for the first time. After that nobody waits for it.
 */
export const createQuickWrite = (): ((path: string, bytes: Uint8Array) => Promise<void>) => {
  let isQuick = true;
  return async (path, bytes) => {
    if (!isQuick || bytes.byteLength > small) return writeLater(path, bytes);
    const began = performance.now();
    writeFileSync(path, bytes);
    isQuick = performance.now() - began < patience;
  };
};
