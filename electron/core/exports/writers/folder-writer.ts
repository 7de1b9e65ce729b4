import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inspectFolder, removeLeftovers, stagingName } from './folder-state.ts';
import { replaceFiles } from './replace-files.ts';
import type { Writer } from './writer.ts';

/**
 * Writes an export into a folder. Everything is written to a hidden folder inside it first and moved into place at the
 * end, so that a failure, a cancel or a kill before that leaves the old export as it was. Throws `conflict` at once
 * when the folder holds something else. `id` tells concurrent exports apart.
 */
export const openFolderWriter = async (folder: string, id: string): Promise<Writer> => {
  const before = await inspectFolder(folder);
  const staging = join(folder, stagingName(id));
  const staged = join(staging, 'new');
  await mkdir(staged, { recursive: true });
  await removeLeftovers(folder);
  const clear = () => rm(staging, { recursive: true, force: true });
  return {
    add: async (path, bytes) => {
      const target = join(staged, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    },
    finish: async (files) => {
      const replaced = join(staging, 'replaced');
      const result = await replaceFiles({ root: folder, staged, replaced, before: before.manifest, files });
      await clear();
      return result;
    },
    abandon: async () => {
      await clear();
      // A folder made for this export only; not empty means that it was used meanwhile.
      if (!before.exists) await rmdir(folder).catch(() => undefined);
    },
  };
};
