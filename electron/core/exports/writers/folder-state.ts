import { lstat, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '#core/refusal.ts';
import { manifestName, parseManifest, type Manifest } from '../manifest.ts';

/** Where an export into a folder is prepared: inside it, so that moving in never crosses file systems. */
const stagingPrefix = '.carrel-writing-';

/** Litter of the operating system, which no one counts as content. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.localized']);

/** What an export finds: no folder, an empty one, or one of ours with the list of our files. */
export type FolderState = { readonly exists: boolean; readonly manifest: Manifest | null };

/** Name of this run's staging folder; holds the process id, so that a later run knows what was left behind. */
export const stagingName = (id: string): string => `${stagingPrefix}${process.pid}-${id}`;

const isAlive = (processId: number): boolean => {
  if (processId === process.pid) return true;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Takes away what exports that were killed left in the folder. */
export const removeLeftovers = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const processId = Number(/^\.carrel-writing-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(processId) && !isAlive(processId)) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
};

const namesIn = async (folder: string): Promise<readonly string[] | null> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR' || (await lstat(folder)).isFile()) {
      throw refusal('conflict', 'not-a-folder', { place: folder });
    }
    throw error;
  }
};

/**
 * Looks whether a folder may be exported to: it is absent, empty, or holds our manifest. Anything else is `conflict`
 * with reason `folder-not-ours`. `remembered` is the manifest, where it is known to stand as it was written.
 */
export const inspectFolder = async (
  folder: string,
  remembered: Manifest | null = null,
): Promise<FolderState> => {
  if (remembered) return { exists: true, manifest: remembered };
  const names = await namesIn(folder);
  if (names === null) return { exists: false, manifest: null };
  const content = names.filter((name) => !litter.has(name) && !name.startsWith(stagingPrefix));
  if (content.length === 0) return { exists: true, manifest: null };
  const manifest = content.includes(manifestName)
    ? parseManifest(await readFile(join(folder, manifestName), 'utf8'))
    : null;
  if (manifest) return { exists: true, manifest };
  throw refusal('conflict', 'folder-not-ours', { place: folder });
};
