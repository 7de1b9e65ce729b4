import { createHmac } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from './atomic-write.ts';

const sumsSchema = z.strictObject({
  host: z.string(),
  /** SHA-256 of `library.json`, and that sum sealed with the person's own key. */
  sums: z.array(z.strictObject({ sum: z.string(), seal: z.string() })).max(2),
});
type Sums = z.infer<typeof sumsSchema>;

/**
 * Remembers in the cache which `library.json` was written last on this computer, so that one with a flipped bit, or one
 * that another program wrote, is noticed though it can still be read. Losing the memory only means not noticing.
 */
export type SnapshotSums = {
  /** False when the file is another than the one this computer wrote last; true also when nothing is known. */
  readonly isOurs: (sum: string) => Promise<boolean>;
  /** Sums of files that this very person's Carrel wrote, having checked all that is in them. */
  readonly sealed: () => Promise<ReadonlySet<string>>;
  /** To be called before the file with this sum replaces the one with `before`: either may be found afterwards. */
  readonly expect: (before: string | null, sum: string) => Promise<void>;
};

/** The memory in the file `path`. Never throws: a cache that cannot be written is no reason to stop. */
export const createSnapshotSums = (path: string, key: Uint8Array): SnapshotSums => {
  const sealOf = (sum: string): string => createHmac('sha256', key).update(sum).digest('hex');
  const read = async (): Promise<Sums | null> => {
    try {
      return sumsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch {
      return null;
    }
  };
  return {
    isOurs: async (sum) => {
      const known = await read();
      return known === null || known.host !== hostname() || known.sums.some((one) => one.sum === sum);
    },
    sealed: async () => {
      const sums = (await read())?.sums ?? [];
      return new Set(sums.filter(({ sum, seal }) => sealOf(sum) === seal).map(({ sum }) => sum));
    },
    expect: async (before, sum) => {
      const sums = [...new Set([before, sum])]
        .filter((one) => one !== null)
        .map((one) => ({ sum: one, seal: sealOf(one) }));
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFileAtomic(path, `${JSON.stringify({ host: hostname(), sums })}\n`);
      } catch {
        // See above.
      }
    },
  };
};
