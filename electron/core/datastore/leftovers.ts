import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryPaths } from '../library/paths.ts';

/** Files are written under these names and renamed when they are whole: see `writeFileAtomic`. */
const unfinished = {
  root: /^(?:library|journal)[\w.-]*\.(?:json|ndjson)\.[0-9a-f]{12}\.tmp$/,
  hashed: /^[0-9a-f]{64}\.[a-z0-9]{1,5}\.[0-9a-f]{12}\.tmp$/,
  backup: /^library-[\dTZ.-]+\.json\.[0-9a-f]{12}\.tmp$/,
  cached: /\.(?:[0-9a-f]{12}|[0-9a-f]{16}|\d{1,10})\.tmp$/,
} as const;

/**
 * Removes what was being written when an earlier process was killed. Only names that Carrel itself gives; only right
 * while the library is locked. What cannot be removed stays: it does no harm.
 */
export const removeLeftovers = async (paths: LibraryPaths): Promise<void> => {
  const folders: readonly (readonly [string, RegExp])[] = [
    [paths.root, unfinished.root],
    [paths.images, unfinished.hashed],
    [paths.evidence, unfinished.hashed],
    [paths.backups, unfinished.backup],
    [paths.cache, unfinished.cached],
    [join(paths.cache, 'derivatives'), unfinished.cached],
  ];
  for (const [folder, pattern] of folders) {
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.filter((one) => pattern.test(one)))
      await unlink(join(folder, name)).catch(() => undefined);
  }
};
