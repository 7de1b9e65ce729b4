import { mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inspectFolder, removeLeftovers, stagingName } from './folder-state.ts';
import { standsStill, type KnownFile } from './known-files.ts';
import { createQuickWrite } from './quick-write.ts';
import { replaceFiles } from './replace-files.ts';
import type { Writer } from './writer.ts';

/** Makes folders, each once. */
const createFolders = () => {
  const made = new Map<string, Promise<unknown>>();
  return (folder: string): Promise<unknown> => {
    const making = made.get(folder) ?? mkdir(folder, { recursive: true });
    made.set(folder, making);
    return making;
  };
};

/**
 * Writes an export into a folder. Everything that is not there yet is written to a hidden folder inside it first and moved
 * into place at the end, so that a failure, a cancel or a kill before that leaves the old export as it was. Throws
 * `conflict` at once when the folder holds something else. `id` tells concurrent exports apart; `known` is how the last
 * export left the files.
 */
export const openFolderWriter = async (
  folder: string,
  id: string,
  known: ReadonlyMap<string, KnownFile> = new Map(),
): Promise<Writer> => {
  const before = await inspectFolder(folder);
  const staging = join(folder, stagingName(id));
  const staged = join(staging, 'new');
  await mkdir(staged, { recursive: true });
  await removeLeftovers(folder);
  const prepare = createFolders();
  const write = createQuickWrite();
  const added = new Set<string>();
  const clear = () => rm(staging, { recursive: true, force: true });
  return {
    standing: (path) => {
      const file = known.get(path);
      return file && standsStill(join(folder, path), file) ? file : null;
    },
    add: async (path, bytes) => {
      const target = join(staged, path);
      await prepare(dirname(target));
      await write(target, bytes);
      added.add(path);
    },
    finish: async (files) => {
      const replaced = join(staging, 'replaced');
      const standing = new Set(files.map(({ path }) => path).filter((path) => !added.has(path)));
      const places = { root: folder, staged, replaced };
      const result = await replaceFiles({ ...places, before: before.manifest, files, standing });
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
