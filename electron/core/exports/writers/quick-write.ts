import { writeFile, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

// Without a `FileHandle` for each of thousands of files.
const writeLater = promisify(writeFile);

/** What it costs to hand one file to another thread and to hear of it, in milliseconds. */
const handingOver = 0.15;

/** How much longer than that the small files of one export may have kept us waiting, in milliseconds. */
const patience = 4;

/** Files above this size, in bytes, are not written while others wait. */
const small = 256 * 1024;

/**
 * Writes files. A quick disk takes a small file in less time than it takes to hand it to another thread, and a site has
 * thousands; so those are written at once, until the disk has proved slow, be it by one long wait or by many short ones.
 * After that nobody waits for it, and pages are made while it writes.
 */
export const createQuickWrite = (): ((path: string, bytes: Uint8Array) => Promise<void>) => {
  let lost = 0;
  return async (path, bytes) => {
    if (lost > patience || bytes.byteLength > small) return writeLater(path, bytes);
    const began = performance.now();
    writeFileSync(path, bytes);
    lost = Math.max(0, lost + performance.now() - began - handingOver);
  };
};
