import { mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { manifestName, type Manifest } from '../manifest.ts';
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

/** What the manifest in the folder says, without reading it: null unless it stands as the last export left it. */
const rememberedManifest = (folder: string, known: ReadonlyMap<string, KnownFile>): Manifest | null => {
  const manifest = known.get(manifestName);
  if (!manifest || !standsStill(join(folder, manifestName), manifest)) return null;
  const files = [...known.values()].flatMap(({ file }) => (file.path === manifestName ? [] : file));
  return { generator: 'Carrel', version: '', files };
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
  const before = await inspectFolder(folder, rememberedManifest(folder, known));
  const staging = join(folder, stagingName(id));
  const staged = join(staging, 'new');
  await mkdir(staged, { recursive: true });
  await removeLeftovers(folder);
  const prepare = createFolders();
  const write = createQuickWrite();
  const added = new Set<string>();
  const clear = () => rm(staging, { recursive: true, force: true });
  const standing = (path: string): KnownFile | null => {
    const file = known.get(path);
    return file && standsStill(join(folder, path), file) ? file : null;
  };
  return {
    standing,
    add: async (path, bytes) => {
      const target = join(staged, path);
      await prepare(dirname(target));
      await write(target, bytes);
      added.add(path);
    },
    finish: async (files) => {
      const replaced = join(staging, 'replaced');
      const left = new Set(files.map(({ path }) => path).filter((path) => !added.has(path)));
      const places = { root: folder, staged, replaced };
      const result = await replaceFiles({
        ...places,
        before: before.manifest,
        files,
        standing: left,
        knownState: (path) => standing(path)?.file.sha256 ?? null,
      });
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
