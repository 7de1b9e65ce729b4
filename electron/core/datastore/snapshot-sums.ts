import { mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from './atomic-write.ts';

const sumsSchema = z.strictObject({ host: z.string(), sums: z.array(z.string()).max(2) });

/**
 * Remembers in the cache which `library.json` this computer wrote last (SHA-256), so that one with a flipped bit, or
 * one that another program wrote, is noticed though it can still be read. Losing the memory only means not noticing.
 */
export type SnapshotSums = {
  /** False when the file is another than the one this computer wrote last; true also when nothing is known. */
  readonly isOurs: (sum: string) => Promise<boolean>;
  /** To be called before the file with this sum replaces the one with `before`: either may be found afterwards. */
  readonly expect: (before: string | null, sum: string) => Promise<void>;
};

/** The memory in the file `path`. Never throws: a cache that cannot be written is no reason to stop. */
export const createSnapshotSums = (path: string): SnapshotSums => {
  const read = async (): Promise<readonly string[] | null> => {
    try {
      const { host, sums } = sumsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      return host === hostname() ? sums : null;
    } catch {
      return null;
    }
  };
  return {
    isOurs: async (sum) => {
      const known = await read();
      return known === null || known.includes(sum);
    },
    expect: async (before, sum) => {
      const sums = [...new Set([before, sum])].filter((one) => one !== null);
      const text = `${JSON.stringify({ host: hostname(), sums })}\n`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFileAtomic(path, text);
      } catch {
        // See above.
      }
    },
  };
};
