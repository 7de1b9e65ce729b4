import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary, temporaryFolder } from '../open-library.ts';
import type { Random } from '../random.ts';
import { diskLog, type DiskEvent, type Inode } from '../recording/disk-log.ts';
import { workOnce } from '../workload.ts';

/** What a library was at first, and what its disk went through. */
export type Recording = {
  readonly present: ReadonlyMap<string, { readonly inode: Inode; readonly bytes: Buffer }>;
  readonly folders: readonly string[];
  readonly events: readonly DiskEvent[];
};

/** Works on a library for some sessions while everything that reaches the disk is written down. */
export const recordSessions = async (random: Random, sessions: number): Promise<Recording> => {
  const { path: root, remove } = await temporaryFolder();
  const { createLibrary } = await import('#core/library/create-library.ts');
  const { libraryPaths } = await import('#core/library/paths.ts');
  const dir = join(root, 'library');
  await createLibrary(libraryPaths(dir), { title: 'Campaign', language: 'en' });
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const relative = (entry: (typeof entries)[number]) =>
    join(entry.parentPath, entry.name).slice(dir.length + 1);
  const files = entries.filter((entry) => entry.isFile()).map(relative);
  const folders = entries.filter((entry) => entry.isDirectory()).map(relative);
  diskLog.start(dir, files);
  const present = new Map<string, { inode: Inode; bytes: Buffer }>();
  for (const path of files) {
    present.set(path, { inode: diskLog.inodeOf(path), bytes: await readFile(join(dir, path)) });
  }
  for (let session = 0; session < sessions; session += 1) {
    const core = await openLibrary(dir, join(root, 'settings'));
    for (let round = 0; round < 12; round += 1) {
      await workOnce(core, random, (kind, pledge) => diskLog.add({ kind, pledge }));
    }
    await core.close();
  }
  const events = [...diskLog.events];
  diskLog.root = null;
  await remove();
  return { present, folders, events };
};
